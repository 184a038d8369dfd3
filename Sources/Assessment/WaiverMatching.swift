// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
package import RulePacks
package import Survey

/// Applies waivers to failed results; the outcome before waivers stays visible.
package struct WaiverMatching: Sendable {
  /// What became of one waiver.
  package struct Use: Sendable {
    /// What became of a waiver.
    package enum State: Hashable, Sendable {
      /// It accepts a failed result.
      case applied
      /// It accepts one, and will stop doing so soon.
      case expiresSoon
      /// It would accept one, but its last day has passed.
      case expired
      /// It would accept one, and was created after the commit that holds it, or after the day of the check.
      case early
      /// It names nothing that failed.
      case unused
      /// It names nothing but rules that cannot be waived, or gives the finding itself as its reason.
      case refused
    }

    /// The waiver.
    package var waiver: WaiverFile.Waiver
    /// What became of it.
    package var state: State
    /// The whole days to its last day; negative once that has passed.
    package var daysLeft: Int
  }

  /// The results after waivers.
  package private(set) var results: [CheckResult]
  /// Every waiver with what became of it.
  package private(set) var uses: [Use] = []

  /// Matches waivers with results.
  ///
  /// - Parameters:
  ///   - waivers: The waivers of the policy owner.
  ///   - results: The records of all systems.
  ///   - packs: The packs, for which rules may be waived and for their short codes.
  ///   - asOf: The day of the check.
  ///   - committed: By system, the day of the commit that holds results and waivers alike.
  ///   - warningDays: How close to its last day a waiver counts as soon-expiring.
  ///   - approvers: Who may accept a gap in the duties of a scheme, by its name, such as `gdpr`.
  package init(
    _ waivers: [WaiverFile.Waiver],
    on results: [CheckResult],
    packs: [RulePack],
    asOf: CalendarDate,
    committed: [String: CalendarDate] = [:],
    warningDays: Int,
    approvers: [String: [String]] = [:]
  ) {
    self.results = results
    let never = Self.rulesThatCannotBeWaived(in: packs)
    let reserved = Self.dutiesOfDataProtection(in: packs)
    for waiver in waivers {
      let mayAccept = (approvers[Self.dataProtection] ?? []).contains { waiver.isApproved(by: $0) }
      let fixed = mayAccept ? never : never.union(reserved)
      let daysLeft = asOf.days(until: waiver.expires)
      let accepted = results.indices.filter {
        results[$0].outcome == .failed && waiver.accepts(results[$0])
          && !fixed.contains("\(results[$0].pack)/\(results[$0].rule)")
      }
      let sound = accepted.filter { !waiver.repeats(results[$0], packs) }
      let matches = sound.filter {
        waiver.created <= min(asOf, committed[results[$0].system] ?? asOf)
      }
      for index in matches { apply(waiver, to: index, isValid: daysLeft >= 0) }
      let named = packs.flatMap { waiver.names(in: $0) }
      let state: Use.State =
        if !named.isEmpty, named.allSatisfy(fixed.contains) || accepted.count > sound.count {
          .refused
        } else if matches.isEmpty {
          daysLeft < 0 ? .expired : sound.isEmpty ? .unused : .early
        } else if daysLeft < 0 {
          .expired
        } else {
          daysLeft <= warningDays ? .expiresSoon : .applied
        }
      uses.append(Use(waiver: waiver, state: state, daysLeft: daysLeft))
    }
  }

  /// An expired waiver is shown beside the failure it no longer accepts.
  private mutating func apply(_ waiver: WaiverFile.Waiver, to index: Int, isValid: Bool) {
    guard results[index].outcome == .failed else { return }
    results[index].waiver = AppliedWaiver(
      owner: waiver.owner,
      approvedBy: waiver.approvedBy,
      created: waiver.created,
      expires: waiver.expires,
      reason: waiver.reason,
      reference: waiver.reference,
      location: waiver.source.location
    )
    if isValid { results[index].outcome = .waived }
  }

  /// The scheme whose duties only named approvers may waive.
  private static let dataProtection = "gdpr"

  /// The rules whose governing clause is one of the GDPR.
  private static func dutiesOfDataProtection(in packs: [RulePack]) -> Set<String> {
    packs.reduce(into: []) { names, pack in
      for rule in pack.rules where rule.controls.first?.control.scheme == dataProtection {
        names.insert("\(pack.id)/\(rule.id)")
      }
    }
  }

  private static func rulesThatCannotBeWaived(in packs: [RulePack]) -> Set<String> {
    packs.reduce(into: []) { names, pack in
      for rule in pack.rules where !rule.isWaivable { names.insert("\(pack.id)/\(rule.id)") }
    }
  }
}

extension WaiverFile.Waiver {
  /// Whether the waiver was accepted by somebody whom the policy names, by name or address.
  fileprivate func isApproved(by approver: String) -> Bool {
    let wanted = approver.lowercased()
    let parts = approvedBy.lowercased().split { "<>".contains($0) }
      .map { $0.split(separator: " ").joined(separator: " ") }
    // One name and one address at most: two of them are two people. Who signs for somebody is another.
    return !PersonName.actsForAnother(approvedBy) && parts.count < 3 && parts.contains(wanted)
  }

  /// The full names of the rules of a pack that the waiver names.
  fileprivate func names(in pack: RulePack) -> [String] {
    pack.rules.map { (name: "\(pack.id)/\($0.id)", rule: $0) }
      .filter { [$0.name, $0.rule.id, $0.rule.code].contains(rule) }
      .map(\.name)
  }

  /// Whether the reason says no more than the finding.
  fileprivate func repeats(_ result: CheckResult, _ packs: [RulePack]) -> Bool {
    let rule = packs.first { $0.id == result.pack }?.rules.first { $0.id == result.rule }
    return GateWords.repeats([rule?.title ?? "", result.message], in: reason)
  }

  /// Whether the waiver names the rule, the system and the subject of a result.
  fileprivate func accepts(_ result: CheckResult) -> Bool {
    let names = ["\(result.pack)/\(result.rule)", result.rule, result.code ?? ""]
    guard names.contains(rule) else { return false }
    if let system, system != result.system { return false }
    return subject == "*" || subject == result.subject
  }
}
