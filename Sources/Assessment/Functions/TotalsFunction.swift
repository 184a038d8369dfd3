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

/// What was evaluated on what, as far as an evaluation says.
private struct EvaluationSubject {
  private let models: Set<String>
  private let datasets: Set<String>
  private let splits: Set<String>

  init(_ evaluation: Value, _ call: FunctionCall) {
    func names(_ list: String, _ fields: [String]) -> Set<String> {
      let records = call.field(list, of: evaluation).flatMap { call.elements(of: $0) } ?? []
      return Set(
        records.compactMap { record in
          fields.lazy.compactMap { RuleFunctions.text($0, of: record, call) }.first?.lowercased()
        }
      )
    }
    models = names("models", ["name"])
    datasets = names("datasets", ["name", "id"])
    splits = names("datasets", ["split"])
  }

  /// Whether nothing that both say tells them apart.
  func mayBe(_ other: EvaluationSubject) -> Bool {
    [(models, other.models), (datasets, other.datasets), (splits, other.splits)]
      .allSatisfy { $0.isEmpty || $1.isEmpty || !$0.isDisjoint(with: $1) }
  }
}
