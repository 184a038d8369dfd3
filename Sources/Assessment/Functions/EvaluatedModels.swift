// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import Texts

/// Which evaluations are about which of the declared models, so that none speaks for another.
struct EvaluatedModels {
  /// A model with its version, as a declaration or an evaluation names it.
  private struct Name {
    let name: String
    let version: String?
    let thing: ThingName

    init?(_ model: Value, _ call: FunctionCall) {
      guard let name = RuleFunctions.text("name", of: model, call) else { return nil }
      self.name = BareWords.joined(name)
      version = RuleFunctions.text("version", of: model, call).map(VersionText.normalized)
      thing = ThingName(name)
    }

    static func all(of subject: Value, _ call: FunctionCall) -> [Name] {
      (call.field("models", of: subject).flatMap { call.elements(of: $0) } ?? [])
        .compactMap { Name($0, call) }
    }
  }

  private let declared: [Name]

  /// The models that a system declares.
  init(_ system: Value, _ call: FunctionCall) { declared = Name.all(of: system, call) }

  /// The places of the evaluations that are about one model, for each that has some.
  ///
  /// Where some are about the declared version, the others say nothing about it. What names no model is
  /// about the only one. Evaluations of models that nobody declares are left out, unless there are no others:
  /// then each model that is named stands for itself.
  func groups(of evaluations: [Value?], _ call: FunctionCall) -> [[Int]] {
    let named = evaluations.map { evaluation in evaluation.map { Name.all(of: $0, call) } ?? [] }
    let groups = declared.map { model in places(of: model, in: named) }.filter { !$0.isEmpty }
    return groups.isEmpty ? Self.byName(named) : groups
  }

  private func places(of model: Name, in named: [[Name]]) -> [Int] {
    let own = named.indices.filter { place in
      named[place].isEmpty
        ? declared.count == 1 : named[place].contains { declaredModel(of: $0)?.name == model.name }
    }
    guard let version = model.version else { return own }
    let current = own.filter { place in
      named[place].contains { declaredModel(of: $0)?.name == model.name && $0.version == version }
    }
    let undated = own.filter { place in named[place].allSatisfy { $0.version == nil } }
    return current.isEmpty ? own : (current + undated).sorted()
  }

  /// The declared model of that very name, else the first whose name may be of the same thing.
  private func declaredModel(of evaluated: Name) -> Name? {
    declared.first { $0.name == evaluated.name }
      ?? declared.first { $0.thing.isSame(as: evaluated.thing) }
  }

  private static func byName(_ named: [[Name]]) -> [[Int]] {
    let names = Set(named.map { Set($0.map(\.name)) })
    let stated = names.filter { !$0.isEmpty }
    guard stated.count > 1 else { return named.isEmpty ? [] : [Array(named.indices)] }
    return names.map { name in named.indices.filter { Set(named[$0].map(\.name)) == name } }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
