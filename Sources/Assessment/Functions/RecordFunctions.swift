// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
internal import Texts

extension RuleFunctions {
  /// What `EvaluationError.field` holds where a whole document is missing.
  static let recordField = "records"

  static let record = FunctionDeclaration(
    name: "record",
    receiver: .object("Dossier"),
    parameters: [.init(name: "type", type: .string)],
    result: .object("Artifact"),
    summary: "the record of a type, such as 'notices'; absent evidence when there is none",
    example: "dossier.record('risk_management').speaks_of('risk.misuse')",
    phrase: "{0}'s record of {1}"
  ) { arguments, call throws(EvaluationError) in
    let type = call.string(arguments[1]) ?? ""
    guard RecordKind(rawValue: type) != nil else {
      let known = RecordKind.allCases.map(\.rawValue)
      let advice =
        Suggestion.closest(to: type, among: known).map { "; did you mean '\($0)'?" } ?? ""
      throw EvaluationError(.invalidArgument, "there is no type of record '\(type)'\(advice)")
    }
    let records = call.field("records", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(records.count)
    for record in records {
      if let own = call.field("record_type", of: record), call.isString(own, type) { return record }
    }
    let words = type.replacing("_", with: " ")
    throw missing(
      "there is no record of \(words); add it under artifacts.records",
      arguments[0],
      call
    )
  }
}
