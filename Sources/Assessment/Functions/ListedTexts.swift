// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

extension RuleFunctions {
  static let listed = FunctionDeclaration(
    name: "listed",
    parameters: [.init(name: "texts", type: .list(.string)), .init(name: "most", type: .int)],
    result: .string,
    summary: "the first texts of a list with commas between them, and how many more there are",
    example: "listed(['a', 'b', 'c'], 2) == 'a, b and 1 more'",
    phrase: "{0} in words"
  ) { arguments, call throws(EvaluationError) in
    let texts = (call.elements(of: arguments[0]) ?? []).map { call.string($0) ?? "" }
    let most = max(1, arguments[1].int.flatMap { Int(exactly: $0) } ?? texts.count)
    let shown = texts.prefix(most).joined(separator: ", ")
    try call.charge(shown.utf8.count / 8)
    let more = texts.count - most
    return call.makeString(more > 0 ? "\(shown) and \(more) more" : shown)
  }
}
