// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage
package import RulePacks

/// Which findings other findings explain: what a document does not say under the document that is
/// missing, and what two packs ask for under the law that asks.
package struct FindingCauses: Sendable {
  /// By the name of a rule, the names of the rules whose findings explain its own, in their order.
  private let causes: [String: [RuleCause]]
  /// The rules that name every answer that tiering lacks.
  private let naming: Set<String>

  /// Reads what rules say about each other.
  ///
  /// - Parameter packs: The packs of a run; rules of packs that do not take part explain nothing.
  package init(_ packs: [RulePack]) {
    let names = RuleNames(packs)
    var causes: [String: [RuleCause]] = [:]
    for pack in packs {
      for rule in pack.rules where !rule.under.isEmpty {
        causes["\(pack.id)/\(rule.id)"] = rule.under.compactMap { cause in
          names.full(cause.rule, in: pack.id).map {
            RuleCause(rule: $0, isOfSystem: cause.isOfSystem)
          }
        }
      }
    }
    self.causes = causes
    naming = Set(
      packs.flatMap { pack in
        pack.rules.filter { $0.require.mentions(field: "system.unanswered") }
          .map { "\(pack.id)/\($0.id)" }
      }
    )
  }

  /// The results of a run, each with the finding that explains it.
  ///
  /// A finding explains another one of the same system, and never one that matters more. What
  /// explains is itself not explained. What waits for an answer goes with the finding that names the
  /// answer, where that finding counts for the verdict or matters as much; or else with the first of
  /// the gravest that wait for it.
  ///
  /// - Parameters:
  ///   - results: The results of all systems.
  ///   - unanswered: By system, the keys of the answers that tiering lacks.
  ///   - rule: What counts for the verdict.
  /// - Returns: The results in their order, each with what explains it.
  package func explained(
    _ results: [CheckResult],
    unanswered: [String: Set<String>] = [:],
    by rule: VerdictRule = VerdictRule(failOn: .error)
  ) -> [CheckResult] {
    var failures: [Place: Severity] = [:]
    // What is known of old must not take in what is new.
    for result in results where result.outcome == .failed && result.knownSince == nil {
      let place = Place(result.system, result.ruleName, result.subject)
      failures[place] = max(failures[place] ?? .info, result.severity)
    }
    var explained = results.map { result in
      guard let root = root(of: result, among: failures) else { return result }
      var caused = result
      caused.cause = root
      return caused
    }
    gatherWaiting(&explained, unanswered, rule)
    return explained
  }

  private func gatherWaiting(
    _ results: inout [CheckResult],
    _ unanswered: [String: Set<String>],
    _ rule: VerdictRule
  ) {
    var names: [String: (rule: String, severity: Severity)] = [:]
    for result in results
    where naming.contains(result.ruleName) && result.outcome == .failed && result.knownSince == nil
      && (result.cause != nil || result.severity >= .error)
    {
      names[result.system] = (result.cause ?? result.ruleName, result.severity)
    }
    let waiting = results.indices.filter { index in
      results[index].outcome == .undecided && results[index].knownSince == nil
    }
    var heads: [[String]: (rule: String, severity: Severity)] = [:]
    for index in waiting {
      let result = results[index]
      guard let key = result.waitsFor else { continue }
      if let name = names[result.system], unanswered[result.system]?.contains(key) == true,
        name.severity >= result.severity || rule.counts(name.severity)
      {
        results[index].cause = name.rule
      } else if result.severity > heads[[result.system, key]]?.severity ?? .info
        || heads[[result.system, key]] == nil
      {
        heads[[result.system, key]] = (result.ruleName, result.severity)
      }
    }
    for index in waiting where results[index].cause == nil {
      guard let key = results[index].waitsFor, let head = heads[[results[index].system, key]],
        head.rule != results[index].ruleName
      else { continue }
      results[index].cause = head.rule
    }
  }

  private func root(of result: CheckResult, among failures: [Place: Severity]) -> String? {
    guard result.outcome == .failed else { return nil }
    var (name, subject, severity) = (result.ruleName, result.subject, result.severity)
    var seen: Set<String> = [name]
    // Rules may name each other in a circle; each is followed once.
    while let (next, place, grade) = cause(of: name, result.system, subject, severity, failures),
      seen.insert(next).inserted
    {
      (name, subject, severity) = (next, place, grade)
    }
    return name == result.ruleName ? nil : name
  }

  private func cause(
    of name: String,
    _ system: String,
    _ subject: String,
    _ severity: Severity,
    _ failures: [Place: Severity]
  ) -> (name: String, subject: String, severity: Severity)? {
    for cause in causes[name] ?? [] {
      let subject = cause.isOfSystem ? SubjectList.Subject.wholeSystem.name : subject
      let grade = failures[Place(system, cause.rule, subject)]
      if let grade, grade >= severity { return (cause.rule, subject, grade) }
    }
    return nil
  }
}

/// What failed, by system, rule and subject.
private struct Place: Hashable {
  let system: String
  let rule: String
  let subject: String

  init(_ system: String, _ rule: String, _ subject: String) {
    (self.system, self.rule, self.subject) = (system, rule, subject)
  }
}
