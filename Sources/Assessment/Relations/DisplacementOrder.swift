// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import RulePacks

/// Which rules of a system give way to which, worked out so that no duty gets lost.
///
/// A rule gives way only to one that was judged itself: that passed, or, unless the effect is
/// `satisfies`, failed and is not waived. What does not apply, applies later, is undecided, waived or
/// itself displaced displaces nothing, and nothing displaces what matters more, nor a `block`. Of
/// rules that displace each other in a circle all stay, and none of them displaces another rule.
/// (This is the grounded extension of P. M. Dung, *On the acceptability of arguments*, Artificial
/// Intelligence 77, 1995, §2.2.)
struct DisplacementOrder {
  /// What is there to be displaced with, in its order.
  private var effective: [Displacement] = []
  private let records: [String: Records]
  /// The rules that displace for certain.
  private var standing: Set<String> = []
  private var displaced: Set<String> = []

  /// Works out the order of one system.
  ///
  /// - Parameters:
  ///   - displacements: Those whose conditions hold for the system.
  ///   - results: The records of the system, after waivers.
  init(_ displacements: [Displacement], among results: [CheckResult]) {
    var records: [String: Records] = [:]
    let named = Set(displacements.flatMap { [$0.displacing, $0.displaced] })
    for result in results where named.contains(result.ruleName) {
      records[result.ruleName, default: Records()].add(result)
    }
    self.records = records
    effective = displacements.filter { displacement in
      records[displacement.displaced]?.all.contains { covers(displacement, $0) } ?? false
    }
    settle()
  }

  /// By what a record is displaced, or nil for one that stays.
  func displacement(of result: CheckResult) -> Displacement? {
    effective.first {
      $0.displaced == result.ruleName && standing.contains($0.displacing) && covers($0, result)
    }
  }

  /// Accepts rules that nothing attacks but the displaced, until nothing changes any more.
  private mutating func settle() {
    var isSettled = false
    while !isSettled {
      isSettled = true
      for displacing in effective.map(\.displacing)
      where !standing.contains(displacing) && !displaced.contains(displacing) {
        let against = effective.filter { $0.displaced == displacing }.map(\.displacing)
        if against.contains(where: standing.contains) {
          displaced.insert(displacing)
          isSettled = false
        } else if against.allSatisfy(displaced.contains) {
          standing.insert(displacing)
          isSettled = false
        }
      }
    }
  }

  /// Whether the displacing rule was judged as its effect asks, and weighs enough.
  private func covers(_ displacement: Displacement, _ result: CheckResult) -> Bool {
    guard result.outcome != .notApplicable, result.severity != .block,
      let special = records[displacement.displacing], let severity = special.severity,
      severity >= result.severity
    else { return false }
    switch displacement.effect {
    case .replaces: return special.areJudged { $0 == .passed || $0 == .failed }
    case .satisfies: return special.areJudged { $0 == .passed }
    case .narrows:
      return special.areJudged(on: result.subject) { $0 == .passed || $0 == .failed }
    }
  }
}

/// The records of one rule that ask something.
private struct Records {
  private(set) var all: [CheckResult] = []

  /// The least that one of them matters; nil without any.
  var severity: Severity? { all.map(\.severity).min() }

  mutating func add(_ result: CheckResult) {
    if result.outcome != .notApplicable { all.append(result) }
  }

  /// Whether there are records, on one subject or on all of them, and each came out as asked.
  func areJudged(on subject: String? = nil, as accepts: (Outcome) -> Bool) -> Bool {
    let records = all.filter { subject == nil || $0.subject == subject }
    return !records.isEmpty && records.allSatisfy { accepts($0.outcome) }
  }
}

/// A general rule that gives way to a more special one in one system, if that one applies.
package struct Displacement: Hashable, Sendable {
  /// The special rule, as `pack/rule`.
  package var displacing: String
  /// The general rule, as `pack/rule`.
  package var displaced: String
  /// The clause that says so.
  package var cite: String
  /// What happens to the general rule.
  package var effect: RuleDisplacement.Effect

  /// What the record of the general rule says.
  var message: String {
    switch effect {
    case .replaces: "\(displacing) is asked instead (\(cite))"
    case .satisfies: "met by what \(displacing) asks for (\(cite))"
    case .narrows: "here \(displacing) is asked instead (\(cite))"
    }
  }
}
