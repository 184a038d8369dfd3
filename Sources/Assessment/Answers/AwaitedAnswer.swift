// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
package import Survey

/// Which answer of a declaration a condition waits for that could not be told.
struct AwaitedAnswer {
  private let facts: SystemFacts?
  private let asked: [Fact]

  /// Creates a search among the answers of a system.
  init(_ system: SystemSubject) {
    facts = system.facts
    asked = system.derivation.unresolved
  }

  /// The key of the answer; nil where the error is about anything else.
  func key(for error: EvaluationError, in program: Program) -> String? {
    guard error.kind == .missingEvidence, let field = error.field, let facts else { return nil }
    let paths = program.referencedFields.filter {
      $0.hasPrefix("system.") && $0.split(separator: ".").last.map(String.init) == field
    }
    if paths.contains("system.has_models") { return OpenQuestion.modelsKey }
    if paths.contains("system.under_gdpr") {
      return facts.answer(.personalData) == nil
        ? Fact.personalData.rawValue : Fact.deployedTo.rawValue
    }
    if paths.contains("system.flags.dpia_required") {
      let deciding = [Fact.personalData, .deployedTo] + Fact.screening
      return deciding.first { asked.contains($0) }.map { $0.key(among: facts) }
    }
    let fact = Fact.allCases.first { facts.answer($0) == nil && paths.contains($0.rulePath) }
    return fact.map { source(of: $0, facts).key(among: facts) }
  }

  /// The open fact whose answer settles another one.
  private func source(of fact: Fact, _ facts: SystemFacts) -> Fact {
    switch fact {
    case .specialCategories, .biasDetectionUsesSpecialCategories:
      if facts.answer(.personalData) == nil { return .personalData }
      if asked.contains(.wp248W4) { return .wp248W4 }
      return facts.answer(.specialCategories) == nil ? .specialCategories : fact
    default: return fact
    }
  }
}

extension Fact {
  /// What answers the fact: its group while nothing of that is answered, else the fact alone.
  package func key(among facts: SystemFacts) -> String {
    let group = FactGroup(rawValue: group ?? rawValue)
    guard let group, group.members.allSatisfy({ facts.answer($0) == nil }) else { return rawValue }
    return group.rawValue
  }

  /// Where rules find the fact, such as `system.adm.automation`.
  var rulePath: String {
    "system." + (section.map { "\($0)." } ?? "") + ruleName
  }
}
