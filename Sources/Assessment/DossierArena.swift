// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import RulePacks

/// The facts of one system in the form that conditions are evaluated over.
struct DossierArena: Sendable {
  let arena: FactsArena
  /// The names that every rule may use.
  let roots: Bindings
  /// The parameters of each rule, in the order of rules; nil for a rule without any.
  let parameters: [Value?]

  init(
    system: SystemSubject,
    dossier: DossierFacts,
    revision: RevisionFacts,
    policy: PolicyFacts,
    asOf: CalendarDate,
    rules: [AppliedRule]
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
    var parameters: [Value?] = []
    parameters.reserveCapacity(rules.count)
    for rule in rules {
      let declared = rule.rule.parameters
      parameters.append(declared.isEmpty ? nil : Self.value(of: declared, in: &builder))
    }
    self.parameters = parameters
    arena = builder.finish()
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
