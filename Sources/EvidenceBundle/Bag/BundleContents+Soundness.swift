// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension BundleContents {
  /// Refuses contents of which no bundle could be made that passes its own verification.
  func checkSoundness() throws(BundleError) {
    try checkSoftwareAgent()
    try checkReports()
    try refuseRepeats(policy.map { Array($0.path.utf8) }, of: "policy file")
    try refuseRepeats(
      inputs.map { Array($0.path.utf8) },
      of: "input"
    )
    if let submodule = inputs.first(where: { $0.mode == .submodule }) {
      throw BundleError(
        path: submodule.path,
        reason: "a submodule was given as an input of the bundle, but has no bytes here",
        help: "give files only"
      )
    }
  }

  private func checkSoftwareAgent() throws(BundleError) {
    let isOneLine = softwareAgent.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isOneLine, !softwareAgent.isEmpty else {
      throw BundleError(
        path: BagLayout.metadata,
        reason: "the name of the program is empty or has control characters",
        help: "give it as one line, such as \"modelgate 1.0.0\""
      )
    }
  }

  private func checkReports() throws(BundleError) {
    for report in reports where !SafeName.isPart(report.path) {
      throw BundleError(
        path: report.path,
        reason: "a report cannot have this name in a bundle",
        help: "use one part of at most 100 letters, digits, dots, dashes and underscores"
      )
    }
    try refuseRepeats(reports.map { Array($0.path.utf8) }, of: "report")
    guard reports.contains(where: { BagLayout.report(named: $0.path) == BagLayout.report }) else {
      throw BundleError(
        path: BagLayout.report,
        reason: "a bundle cannot be made without its report.json",
        help: "render the JSON report and give it with the other reports"
      )
    }
  }

  private func refuseRepeats(_ keys: [[UInt8]], of subject: String) throws(BundleError) {
    var seen: Set<[UInt8]> = []
    for key in keys where !seen.insert(key).inserted {
      throw BundleError(
        path: String(decoding: key.prefix { $0 != 0 }, as: UTF8.self),
        reason: "the \(subject) was given twice for the bundle",
        help: "give each \(subject) once"
      )
    }
  }
}
