// SPDX-License-Identifier: Apache-2.0

/// The declared terms of an assessment, checked.
struct AssessmentPolicy: Sendable {
  let limits: FairnessLimits
  let level: Double
  let z: Double
  let minimumGroupSize: Int
  let minimumEvents: Int
  let mode: GateMode
  let positiveMeans: PositiveMeaning

  /// The accepted error of a test at this level.
  var alpha: Double { 1 - level }

  init(
    limits: FairnessLimits,
    level: Double,
    minimumGroupSize: Int,
    minimumEvents: Int,
    mode: GateMode,
    positiveMeans: PositiveMeaning
  ) throws(FairnessError) {
    guard let z = NormalDistribution.critical(level: level), z > 0 else {
      throw .invalidLevel(level)
    }
    guard minimumGroupSize >= 1 else { throw .invalidMinimum("the minimum group size") }
    guard minimumEvents >= 1 else { throw .invalidMinimum("the minimum of events") }
    try limits.validate()
    self.limits = limits
    self.level = level
    self.z = z
    self.minimumGroupSize = minimumGroupSize
    self.minimumEvents = minimumEvents
    self.mode = mode
    self.positiveMeans = positiveMeans
  }

  /// The smallest denominator of a rate that is judged.
  func minimumDenominator(of rate: Rate) -> Int {
    switch rate {
    case .selectionRate, .accuracy, .errorRate, .baseRate: minimumGroupSize
    default: minimumEvents
    }
  }
}
