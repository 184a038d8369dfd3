// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import RulePacks

/// The facts of one system in the form that conditions are evaluated over.
struct DossierArena: Sendable {
  let arena: FactsArena
  /// The names that every rule may use.
  private let roots: Bindings
  /// The parameters of each rule, by the rule's full name.
  private let parameters: [String: Value]

  init(
    system: SystemSubject,
    dossier: DossierFacts,
    revision: RevisionFacts,
    policy: PolicyFacts,
    asOf: CalendarDate,
    packs: [RulePack]
  ) {
    var builder = FactsArena.Builder()
    let placed = PlacedDossier(dossier, in: &builder)
    roots = [
      "system": SystemFactsTable.system.value(of: system, in: &builder),
      "dossier": ArtifactFacts.dossier.value(of: placed, in: &builder),
      "repository": RunFactsTable.repository.value(of: revision, in: &builder),
      "policy": RunFactsTable.policy.value(of: policy, in: &builder),
      "as_of": builder.timestamp(unixSeconds: asOf.unixSeconds),
    ]
    var parameters: [String: Value] = [:]
    for pack in packs {
      for rule in pack.rules where !rule.parameters.isEmpty {
        parameters["\(pack.id)/\(rule.id)"] = Self.value(of: rule.parameters, in: &builder)
      }
    }
    self.parameters = parameters
    arena = builder.finish()
  }

  /// The names that the conditions of a rule may use.
  func bindings(pack: RulePack, rule: Rule) -> Bindings {
    guard !rule.parameters.isEmpty else { return roots }
    var bindings = roots
    if let values = parameters["\(pack.id)/\(rule.id)"] { bindings.bind("parameters", to: values) }
    return bindings
  }

  private static func value(
    of parameters: [RuleParameter],
    in builder: inout FactsArena.Builder
  ) -> Value {
    var fields: [(String, Value)] = []
    for parameter in parameters {
      fields.append((parameter.name, value(of: parameter.value, in: &builder)))
    }
    return builder.object("Parameters", fields)
  }

  private static func value(
    of parameter: ParameterValue,
    in builder: inout FactsArena.Builder
  ) -> Value {
    switch parameter {
    case .bool(let value): builder.bool(value)
    case .int(let value): builder.int(Int64(value))
    case .double(let value): builder.double(value)
    case .string(let value): builder.string(value)
    case .strings(let values): builder.list(values.map { builder.string($0) })
    }
  }
}
