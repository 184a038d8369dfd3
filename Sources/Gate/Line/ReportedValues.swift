// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting
internal import RuleLanguage
internal import RulePacks
internal import Survey

// What other modules know, as the values that a report shows.

extension Survey {
  /// The artifacts, one line per system and file.
  var artifactReports: [ArtifactReport] {
    inputs.flatMap { input in
      input.systems.map { system in
        ArtifactReport(
          system: system,
          kind: input.kind,
          format: input.format,
          path: input.entry.path,
          blob: input.entry.id,
          sha256: input.sha256,
          size: input.size
        )
      }
    }
  }
}

extension Dossier {
  /// The declared models, with what fixes the bytes of each.
  var modelReports: [ModelReport] {
    models.map { declared in
      var report = ModelReport(
        system: systemID,
        name: declared.model.name,
        version: declared.model.version,
        path: declared.model.weights
      )
      if let digest = declared.model.sha256.flatMap({ ContentDigest(hex: $0) }) {
        report.sha256 = digest
        report.origin = .declaration
      }
      switch declared.weights {
      case .lfs(let digest, let byteCount):
        report.sha256 = digest
        report.size = byteCount
        report.origin = .lfs
      case .present(let byteCount, let digest):
        report.sha256 = digest
        report.size = byteCount
        report.origin = .tree
      case .brokenPointer(let byteCount): report.size = byteCount
      case .folder, .missing, .undeclared: break
      }
      return report
    }
  }
}

extension RuleReport {
  /// The texts of a rule.
  init(_ rule: Rule, named name: String) {
    self.init(
      name: name,
      code: rule.code,
      title: rule.title,
      controls: rule.controls.map(\.control),
      asks: rule.asks?.rawValue,
      remedy: rule.remedy,
      rationale: rule.rationale
    )
    self = requiring { rule.requirement }
  }
}

extension RunRequest {
  /// The request as the report states it; nothing of the machine that it ran on.
  func stated(_ scope: RunScope, of survey: Survey) -> Report.Request {
    let source: Report.Request.PolicySource =
      switch policySource {
      case .checkedTree: .tree
      case .revision: .ref
      case .file: .file
      }
    let daySource: Report.Request.DaySource =
      switch asOf {
      case .clock: .today
      case .day: .option
      case .commit: .commit
      }
    var stated = Report.Request(
      systems: Set(systems).sorted(),
      path: directory,
      packs: packs.map(ReplayRequest.label),
      failOn: failOn,
      policySource: source,
      asOfSource: daySource
    )
    stated.change = scope.change
    stated.notJudged = survey.notSelected.sorted()
    stated.notLookedAt = survey.notLookedAt.map {
      Report.Request.NotLookedAt(path: $0.path, reason: $0.reason)
    }
    stated.baseline = baselineName
    stated.shard = shard?.description
    return stated
  }
}
