// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

// The groups that an evaluation counts and no verdict compares: what is shown, so that nobody
// disappears.

extension RuleFunctions {
  static let setAsideGroup = FactsSchema.ObjectType(
    name: "SetAsideGroup",
    summary: "A group that is counted and not compared with the others.",
    fields: [
      .init(
        name: "attribute",
        type: .string,
        summary: "the attribute, or the crossing joined with ×"
      ),
      .init(name: "group", type: .string, summary: "the group"),
      .init(name: "n", type: .int, summary: "the number of its cases"),
      .init(name: "share", type: .double, summary: "its share of the cases of all groups"),
      .init(
        name: "reason",
        type: .string,
        members: [UndefinedReason.unknownValue, .belowMinimumShare].map(\.rawValue),
        summary: "why it is not compared"
      ),
      .init(name: "source", type: .object("Source"), summary: "its counts"),
    ]
  )

  static let groupsSetAside = FunctionDeclaration(
    name: "groups_set_aside",
    parameters: [
      .init(name: "dossier", type: .object("Dossier")),
      .init(name: "system", type: .object("System")),
    ],
    result: .list(.object(setAsideGroup.name)),
    summary: "the groups of the declared attributes and crossings that an evaluation counts and no "
      + "verdict compares: of unknown value, or below its minimum share",
    example: "groups_set_aside(dossier, system).all(g, g.share <= 0.01)",
    phrase: "the groups that are counted and not compared",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    var found: [Value] = []
    for counts in DeclaredSlices(arguments[1], arguments[0], call).counts {
      try call.charge(counts.groups.count)
      let cases = counts.groups.reduce(0.0) { $0 + Double($1.n) }
      for (outcome, reason) in counts.attribute.notCompared {
        guard let group = counts.groups.first(where: { $0.outcome.group == outcome.group }) else {
          continue
        }
        let fields: [(String, Value)] = [
          ("attribute", call.makeString(counts.slice)),
          ("group", call.makeString(outcome.group)), ("n", .int(Int64(group.n))),
          ("share", .double(cases > 0 ? Double(group.n) / cases : 0)),
          ("reason", call.makeString(reason.rawValue)),
        ]
        let placed = fields.map { ($0.0, call.placing($0.1, at: group.value)) }
        let source = call.field("source", of: group.value).map { [("source", $0)] } ?? []
        found.append(
          call.placing(call.makeObject(setAsideGroup.name, placed + source), at: group.value)
        )
      }
    }
    return call.makeList(found)
  }
}
