// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RulePacks
internal import Survey

/// Duties that follow from tier and flags of a system, compared with what the selected rules ask for.
///
/// A system whose duties nobody asks for must not pass as if it had none.
package enum UnaskedDuties {
  /// A clause that binds the system, and from when.
  private struct Duty {
    let scheme: String
    /// The article; a rule that cites a paragraph of it asks for it.
    let article: String
    let from: CalendarDate?
  }

  /// What stands in place of a rule in the record of such duties.
  package static let rule = "duty-unasked"

  /// The record of the duties that no rule asks for; nil where each is asked for.
  static func result(
    of system: SystemSubject,
    rules: [AppliedRule],
    on day: CalendarDate,
    answer: PolicyFile.UnaskedAnswer
  ) -> CheckResult? {
    guard system.declaration != nil else { return nil }
    let cited = rules.flatMap { $0.rule.controls.map(\.control) }
    let unasked = duties(of: system).filter { duty in
      (duty.from.map { $0 <= day } ?? true) && !cited.contains { asks($0, for: duty) }
    }
    guard !unasked.isEmpty else { return nil }
    let controls = unasked.map { Control(scheme: $0.scheme, id: $0.article, from: $0.from) }
    return CheckResult(
      system: system.id,
      pack: ProgramPack.duties.rawValue,
      rule: rule,
      subject: "system",
      outcome: answer == .warn ? .failed : .undecided,
      severity: answer == .warn ? .warn : .error,
      message: "no selected rule asks for \(Control.text(of: controls))",
      controls: controls,
      locations: system.declaration.map { [$0.source.location] } ?? []
    )
  }

  /// A rule that cites a whole article, as those on open answers do, asks for none of its paragraphs.
  private static func asks(_ control: Control, for duty: Duty) -> Bool {
    guard control.scheme == duty.scheme else { return false }
    return control.id == duty.article || control.id.hasPrefix(duty.article + "(")
  }

  private static func duties(of system: SystemSubject) -> [Duty] {
    // What follows from open answers is owed once they are given; that they are open is owed now.
    if system.derivation.tier == .unresolved { return dutiesOfTier(of: system) }
    let flags = system.derivation.flags
    var duties = system.derivation.transparencyDuties.sorted().map {
      Duty(scheme: "ai_act", article: $0, from: ApplicationDay.transparency)
    }
    if flags.gpai {
      duties.append(Duty(scheme: "ai_act", article: "Art. 53", from: ApplicationDay.models))
    }
    if flags.gpaiSystemic {
      duties.append(Duty(scheme: "ai_act", article: "Art. 55", from: ApplicationDay.models))
    }
    if flags.dpiaRequired == .yes {
      duties.append(Duty(scheme: "gdpr", article: "Art. 35", from: nil))
    }
    return duties + dutiesOfTier(of: system)
  }

  private static func dutiesOfTier(of system: SystemSubject) -> [Duty] {
    let derivation = system.derivation
    switch derivation.tier {
    case .prohibited:
      return [Duty(scheme: "ai_act", article: "Art. 5", from: derivation.dutiesFrom)]
    // A tier that is open is a classification that nobody made.
    case .unresolved: return [Duty(scheme: "ai_act", article: "Art. 6", from: nil)]
    case .derogated:
      return [Duty(scheme: "ai_act", article: "Art. 6(4)", from: derivation.dutiesFrom)]
    case .high where system.derived.exemption == nil:
      return dutiesOfHighRisk(for: system.facts?.roles ?? []).map {
        Duty(scheme: "ai_act", article: $0, from: system.derived.routeDay)
      }
    case .high, .highSectoral, .limited, .minimal, .excluded, .notInScope: return []
    }
  }

  private static func dutiesOfHighRisk(for roles: [String]) -> [String] {
    let provider = ["Art. 9", "Art. 10", "Art. 11", "Art. 12", "Art. 13", "Art. 14", "Art. 15"]
    return (roles.contains("provider") ? provider : [])
      + (roles.contains("deployer") ? ["Art. 26"] : [])
  }
}
