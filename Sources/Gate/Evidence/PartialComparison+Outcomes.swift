// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import EvidenceBundle
internal import GateModel
internal import Reporting
internal import RulePacks

extension PartialComparison {
  /// The results that rest on nothing that is left out, and differ: in all that they say, or in their
  /// outcome where another version found the words.
  func differingOutcomes(of stated: Report, _ judged: Report) -> [Problem] {
    let isFixed = fixedOutcomes(in: stated, judged)
    let differing = Set(stated.results.filter(isFixed).map(compared))
      .symmetricDifference(Set(judged.results.filter(isFixed).map(compared)))
    guard !differing.isEmpty else { return [] }
    let rules = Set(differing.map(Self.ruleName)).sorted()
    let named = rules.prefix(3).joined(separator: ", ") + (rules.count > 3 ? ", …" : "")
    let what = "states \(differing.count) outcomes otherwise than judging again gives (\(named))"
    return [forged(what)]
  }

  /// What of a result has to come out the same.
  private func compared(_ result: CheckResult) -> CheckResult {
    guard isByOtherVersion else {
      var own = result
      // The finding under which it is counted may rest on anything.
      own.waitsFor = nil
      return own
    }
    var bare = CheckResult(
      system: result.system,
      pack: result.pack,
      rule: result.rule,
      subject: result.subject,
      outcome: result.outcome,
      severity: result.severity,
      message: ""
    )
    (bare.rawOutcome, bare.knownSince) = (result.rawOutcome, result.knownSince)
    return bare
  }

  /// Tells the results that cannot rest on what is left out: those of systems that it does not belong
  /// to, and elsewhere those of rules that do not look at it.
  private func fixedOutcomes(in stated: Report, _ judged: Report) -> (CheckResult) -> Bool {
    let kinds = Set(record.redacted.compactMap { ArtifactKind(rawValue: $0.role) })
    let hasWeights = record.redacted.contains { $0.role == BundleRole.weights }
    func rests(_ rule: Rule) -> Bool { rule.rests(on: kinds, orWeights: hasWeights) }
    let rules = outcome.governance.packs.flatMap { loaded in
      loaded.pack.rules.map { (name: "\(loaded.pack.id)/\($0.id)", rule: $0) }
    }
    let independent = Set(
      rules.filter { !rests($0.rule) && $0.rule.displaces.isEmpty }.map(\.name)
    )
    // Only a rule that looks at what is left out may take the place of another one unseen.
    let displacing = Set(
      rules.filter { rests($0.rule) && !$0.rule.displaces.isEmpty }.map(\.name)
    )
    let moved = Set(
      (stated.results + judged.results)
        .filter { $0.displacedBy.map(displacing.contains) ?? false }.map(Self.ruleName)
    )
    let known = Set(judged.systems.map(\.id)).intersection(stated.systems.map(\.id))
    let isOpen = record.redacted.contains { $0.systems.isEmpty }
    let touched = Set(record.redacted.flatMap(\.systems))
    return { result in
      if !isOpen, !touched.contains(result.system) { return true }
      let name = Self.ruleName(of: result)
      return known.contains(result.system) && independent.contains(name) && !moved.contains(name)
    }
  }

  private static func ruleName(of result: CheckResult) -> String { "\(result.pack)/\(result.rule)" }
}
