// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import RulePacks
internal import Survey
internal import Texts

extension Survey {
  /// Adds a fault for each fact that a reader could not take, where no rule judges such issues.
  ///
  /// What could not be read is absent from the records, and rules about it may find nothing to look
  /// at: without a rule that fails on the issue, the run would pass on what nobody checked.
  mutating func addFaultsOfUnjudgedIssues(by packs: [RulePack]) {
    guard !packs.contains(where: \.judgesIssues) else { return }
    let unjudged = dossiers.flatMap { dossier in
      dossier.artifacts.flatMap(\.issues).filter { $0.severity == .error }.map {
        Fault($0, system: dossier.systemID)
      }
    }
    faults = Array(Set(faults + unjudged)).sorted()
  }
}

extension RulePack {
  /// Whether a rule requires something of the issues of artifacts.
  var judgesIssues: Bool {
    rules.contains { rule in
      rule.require.source.contains("issues")
        && rule.require.referencedFields.contains { $0.split(separator: ".").contains("issues") }
    }
  }
}

extension Fault {
  fileprivate init(_ issue: Issue, system: String) {
    self.init(
      message: "a fact could not be read: \(issue.message)",
      location: issue.source.location,
      help: "correct the file, or add a pack that judges what cannot be read, such as essentials",
      system: system
    )
  }
}
