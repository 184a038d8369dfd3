// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

extension RuleFunctions {
  static let totalsFor = FunctionDeclaration(
    name: "totals_for",
    receiver: .object("Dossier"),
    parameters: [.init(name: "evaluation", type: .object("Artifact"))],
    result: .list(.object("Artifact")),
    summary:
      "the evaluations that state how many cases an evaluation has in all: itself, else those that may be "
      + "of the same model and data, for counts and figures may stand in two files",
    example: "dossier.totals_for(e).size() > 0",
    phrase: "the evaluations with the number of all cases of {1}",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let evaluation = arguments[1]
    if try hasTotal(evaluation, &call) { return call.makeList([evaluation]) }
    let subject = EvaluationSubject(evaluation, call)
    let all = call.field("evaluations", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    var totals: [Value] = []
    for other in all where EvaluationSubject(other, call).mayBe(subject) {
      if try hasTotal(other, &call) { totals.append(other) }
    }
    return call.makeList(totals)
  }

  static let countsFor = FunctionDeclaration(
    name: "counts_for",
    receiver: .object("Dossier"),
    parameters: [.init(name: "evaluation", type: .object("Artifact"))],
    result: .list(.object("Artifact")),
    summary:
      "the evaluations whose group counts the numbers of an evaluation have to follow from: itself, or, "
      + "where it counts none, those that name the same model, version and data",
    example: "e.contradictions(dossier.counts_for(e)).size() == 0",
    phrase: "the evaluations that count what {1} states",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let evaluation = arguments[1]
    if countsGroups(evaluation, call) { return call.makeList([evaluation]) }
    let subject = EvaluationSubject(evaluation, call)
    let all = call.field("evaluations", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(all.count)
    return call.makeList(
      all.filter { countsGroups($0, call) && EvaluationSubject($0, call).isSame(as: subject) }
    )
  }

  private static func countsGroups(_ evaluation: Value, _ call: FunctionCall) -> Bool {
    call.field("groups", of: evaluation).flatMap { call.elements(of: $0) }?.isEmpty == false
  }

  private static func hasTotal(
    _ evaluation: Value,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Bool {
    let stated = call.field("measurements", of: evaluation).flatMap { call.elements(of: $0) } ?? []
    try call.charge(stated.count)
    return stated.contains {
      text("slice_label", of: $0, call) == "" && call.field("n", of: $0) != nil
    }
  }
}
