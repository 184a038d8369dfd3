// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension BundleContents {
  /// Refuses contents of which no bundle could be made that passes its own verification.
  func checkSoundness() throws(Problem) {
    try checkSoftwareAgent()
    try checkReports()
    try refuseRepeats(policy.map { Array($0.path.utf8) }, of: "policy file")
    try refuseRepeats(
      inputs.map { Array($0.path.utf8) },
      of: "input"
    )
    if let submodule = inputs.first(where: { $0.mode == .submodule }) {
      throw Problem(
        path: submodule.path,
        message: "a submodule was given as an input of the bundle, but has no bytes here",
        help: "give files only"
      )
    }
  }

  private func checkSoftwareAgent() throws(Problem) {
    let isOneLine = softwareAgent.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard isOneLine, !softwareAgent.isEmpty else {
      throw Problem(
        path: BagLayout.metadata,
        message: "the name of the program is empty or has control characters",
        help: "give it as one line, such as \"modelgate 1.0.0\""
      )
    }
  }

  private func checkReports() throws(Problem) {
    for report in reports where !SafeName.isPart(report.path) {
      throw Problem(
        path: report.path,
        message: "a report cannot have this name in a bundle",
        help: "use one part of at most 100 letters, digits, dots, dashes and underscores"
      )
    }
    try refuseRepeats(reports.map { Array($0.path.utf8) }, of: "report")
    guard reports.contains(where: { BagLayout.report(named: $0.path) == BagLayout.report }) else {
      throw Problem(
        path: BagLayout.report,
        message: "a bundle cannot be made without its report.json",
        help: "render the JSON report and give it with the other reports"
      )
    }
  }

  private func refuseRepeats(_ keys: [[UInt8]], of subject: String) throws(Problem) {
    var seen: Set<[UInt8]> = []
    for key in keys where !seen.insert(key).inserted {
      throw Problem(
        path: String(decoding: key.prefix { $0 != 0 }, as: UTF8.self),
        message: "the \(subject) was given twice for the bundle",
        help: "give each \(subject) once"
      )
    }
  }
}
