// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import EvidenceBundle
internal import FileShapes
internal import GateModel
internal import Reporting
internal import Survey

/// Compares a bundle that names inputs by their digests alone with what judging without them gives.
///
/// What rests on them is believed, and said to be; everything else has to come out the same.
struct PartialComparison {
  let record: BundleRecord
  let outcome: Rejudgement.Outcome
  /// Whether another version of the program made the bundle: then words may differ.
  let isByOtherVersion: Bool

  /// What a report states that judging again does not give, or that contradicts itself.
  func problems(of stated: Report) throws(ReportFlaw) -> [Problem] {
    // What a report in JSON does not keep cannot be compared.
    let judged = try Report.read(render(outcome.report.withoutQuotes(of: omitted), as: .json))
    let rule = VerdictRule(failOn: judged.policy.failOn)
    let own = rule.verdict(on: stated.results, faults: stated.faults)
    guard own == stated.verdict else {
      return [
        forged(
          "states the verdict \(stated.verdict.rawValue), but its outcomes make it \(own.rawValue)"
        )
      ]
    }
    return differingParts(of: stated, judged) + otherSystems(in: stated, judged)
      + omissions(in: stated) + selectionProblems + droppedFaults(of: stated, judged)
      + differingOutcomes(of: stated, judged) + datesProblems(of: stated)
  }

  func forged(_ what: String) -> Problem { Problem(forged: "data/report.json", what) }

  /// The paths of what is left out.
  private var omitted: Set<String> { Set(record.redacted.map(\.path)) }

  /// What a report says of the run, of systems, and of files that are held: nothing that is left out has a
  /// say in it.
  private func differingParts(of stated: Report, _ judged: Report) -> [Problem] {
    let held = stated.quotingLines(of: BundledTree(record, outcome.facts)).withoutQuotes(
      of: omitted
    )
    let (stated, judged) = (stated.withoutParts(of: omitted), judged.withoutParts(of: omitted))
    let parts: [(name: String, agrees: Bool)] = [
      ("the day", stated.asOf == judged.asOf),
      ("the request", stated.request == judged.request),
      ("the repository", stated.repository == judged.repository),
      ("the policy", stated.policy == judged.policy),
      ("the packs", stated.packs == judged.packs),
      ("the models", stated.models == judged.models),
      ("the artifacts", stated.artifacts == judged.artifacts),
      ("the measures", stated.measures == judged.measures),
      ("the waivers", stated.waivers == judged.waivers),
      ("lines of files", stated.sourceLines == held.sourceLines),
    ]
    return parts.filter { !$0.agrees }.map { part in
      forged("states \(part.name) otherwise than judging again gives")
    }
  }

  /// The declared systems that are there in one report alone, or with other tiers: these follow from
  /// declarations and policy, which are never left out.
  private func otherSystems(in stated: Report, _ judged: Report) -> [Problem] {
    func declared(in report: Report) -> Set<SystemReport> {
      Set(
        report.systems.filter { $0.id != SystemDeclaration.undeclaredID }.map { system in
          var fixed = system
          // Rules ask questions and bound numbers, and may rest on anything.
          (fixed.questions, fixed.limits) = ([], [])
          guard isByOtherVersion else { return fixed }
          return SystemReport(id: fixed.id, name: "", tier: fixed.tier, flags: fixed.flags)
        }
      )
    }
    let differing = declared(in: stated).symmetricDifference(declared(in: judged))
    return Set(differing.map(\.id)).sorted().map { id in
      forged("states the system '\(id)' otherwise than judging again gives")
    }
  }

  /// The inputs that no run of this request would have left out, or would have listed.
  private func omissions(in stated: Report) -> [Problem] {
    let listed = Set(stated.artifacts.map { "\($0.kind.rawValue)\u{0}\($0.path)" })
    let faulty = Set(stated.faults.compactMap { $0.location?.path })
    let policy = outcome.governance.policy
    let weights = Set(outcome.report.models.compactMap(\.path))
    let redaction = outcome.facts.request.redaction
    // A bundle holds bytes or it does not: those of another name of what was asked for go with it.
    let asked = Set(
      record.redacted.filter { redaction.covers($0.path, $0.role) }.map(\.blob)
    )
    return record.redacted.compactMap { input in
      let isArtifact = ArtifactKind(rawValue: input.role) != nil
      let what: String
      if !asked.contains(input.blob) {
        what = "leaves out '\(input.path)', which was not asked for"
      } else if policy.systems.contains(where: { $0.matches(input.path) }),
        !policy.excludes(input.path)
      {
        what = "leaves out '\(input.path)', which declares a system"
      } else if isArtifact, !listed.contains("\(input.role)\u{0}\(input.path)") {
        what = "leaves out '\(input.path)', which the report does not list as \(input.role)"
      } else if input.role == BundleRole.weights, !weights.contains(input.path) {
        what = "leaves out '\(input.path)' as the weights of a model, and no model names it"
      } else if !isArtifact, isDeclared(input.path), !faulty.contains(input.path) {
        what = "takes '\(input.path)' for nothing, which a declaration names as evidence"
      } else {
        return nil
      }
      return Problem(forged: "data/inputs/index.json", what)
    }
  }

  /// What the selectors of the request would have left out, and those that leave out nothing: no run wrote
  /// such a bundle.
  private var selectionProblems: [Problem] {
    let redaction = outcome.facts.request.redaction
    let unused = redaction.selectors.filter { selector in
      !record.redacted.contains { redaction.covers($0.path, $0.role, by: selector) }
    }
    return outcome.leftOut.sorted().map { path in
      Problem(forged: "data/inputs/index.json", "holds '\(path)', which the request leaves out")
    }
      + unused.map { selector in
        Problem(forged: "data/facts.json", "leaves out '\(selector)', which covers no input")
      }
  }

  /// Whether a judged system names a path among its artifacts: such a file is read as what it is said
  /// to be, or a fault says why it cannot be.
  private func isDeclared(_ path: String) -> Bool {
    outcome.survey.dossiers.contains { dossier in
      dossier.declaration?.artifactPatterns?.contains { $0.pattern.matches(path) } ?? false
    }
  }

  /// The faults of what the bundle holds that the report is silent about.
  ///
  /// A fault without a place is one of the run as a whole, and one of no declared system names whatever
  /// artifacts there are: both may rest on what is left out.
  private func droppedFaults(of stated: Report, _ judged: Report) -> [Problem] {
    let omitted = omitted
    // The words may be those of another version.
    func key(of fault: Fault) -> [String] {
      [
        fault.system ?? "", fault.location?.path ?? "",
        "\(fault.location?.position?.line ?? 0)", "\(fault.knownSince.map { "\($0)" } ?? "")",
      ]
    }
    let listed = Set(stated.faults.map(key))
    let found = Set(judged.faults.map(key))
    guard !omitted.isEmpty || listed == found else {
      return [forged("states other faults than judging again gives")]
    }
    return judged.faults.compactMap { fault in
      guard let path = fault.location?.path, !omitted.contains(path),
        fault.system != SystemDeclaration.undeclaredID, !listed.contains(key(of: fault))
      else { return nil }
      return forged("is silent about a fault of '\(path)'")
    }
  }

  /// The day stands in the metadata of the bundle as well.
  private func datesProblems(of stated: Report) -> [Problem] {
    guard record.asOf != stated.asOf else { return [] }
    return [Problem(forged: "bag-info.txt", "states another day than data/report.json")]
  }
}
