// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
internal import Reporting

/// What a bundle needs beyond the report.
struct EvidenceInputs: Sendable {
  let commit: ObjectID
  let commitTime: Int64
  let root: String
  private(set) var facts: RunFacts
  let policy: [BundleFile]
  let policyCommit: ObjectID?
  private(set) var inputs: [BundleInput]
  private(set) var models: [BundleModel]
  let repositoryPack: FileContent
  /// How the bundle follows that of the release before, where it does.
  var chain: BundleChain?

  /// The formats of a bundle, each under the name that people know; what a run was asked to write elsewhere
  /// has no part in it, so that the same commit has the same evidence digest everywhere.
  static let reports: [(name: String, format: ReportFormat)] = [
    ("report.json", .json), ("index.html", .html), ("summary.md", .markdown), ("junit.xml", .junit),
    ("gate.sarif", .sarif),
  ]

  /// The contents of the bundle of a report.
  ///
  /// - Throws: When no disk takes what is rendered.
  func contents(of full: Report) throws(Problem) -> BundleContents {
    let report = full.withoutQuotes(of: Set(inputs.filter(\.isRedacted).map(\.path)))
    let reports = FileSpool()
    for (name, format) in Self.reports {
      try reports.keep(at: name) { render(report, as: format, handingOn: $0) }
    }
    return BundleContents(
      name: report.subjectName,
      commit: commit,
      root: root,
      asOf: report.asOf,
      softwareAgent: "\(report.tool.name) \(report.tool.version)",
      readme: BundleReadme(report: report, evidence: self).bytes,
      facts: facts.bytes,
      reports: try reports.finish(),
      policy: policy,
      policyCommit: policyCommit,
      inputs: inputs,
      models: models,
      repositoryPack: repositoryPack,
      chain: chain
    )
  }

  /// The same where inputs are missing: what they alone say is taken from the bundle that leaves them out.
  func completed(from record: BundleRecord, stating facts: RunFacts) -> EvidenceInputs {
    let omitted = Set(record.redacted.map(\.path))
    var copy = self
    copy.facts = copy.facts.completed(from: facts, about: omitted)
    copy.inputs = inputs.filter { !omitted.contains($0.path) } + record.redacted.map(\.input)
    let pointed = Dictionary(
      record.redacted.map { ($0.path, $0.input.lfsObject) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in models.indices where index < record.models.count {
      let stated = record.models[index]
      guard let path = models[index].path, omitted.contains(path), stated.path == path,
        stated.origin == .lfs, stated.sha256 == pointed[path] ?? nil
      else { continue }
      (copy.models[index].sha256, copy.models[index].origin) = (stated.sha256, .lfs)
      copy.models[index].size = stated.size
    }
    return copy
  }
}

extension Report {
  /// What a bundle is named after: the system, or the repository where there are several or none.
  var subjectName: String { systems.count == 1 ? systems[0].id : "repository" }
}
