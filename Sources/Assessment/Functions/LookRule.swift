// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

/// Whether repeated evaluations of one model on the same data count, and how many there were.
struct LookRule {
  /// The words for it.
  private enum Word: String, CaseIterable {
    case count
    case ignore
  }

  private let counts: [(path: Value, count: Int)]?
  /// The release since which looks are counted, in words.
  let since: String

  /// Reads the word and the repository.
  ///
  /// - Throws: For another word, and where nobody can tell how many looks there were.
  init(_ word: Value, _ repository: Value, _ call: inout FunctionCall) throws(EvaluationError) {
    let text = call.string(word) ?? ""
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw EvaluationError(.invalidArgument, "looks is \(known), not '\(text)'")
    }
    since = RuleFunctions.text("looks_since", of: repository, call) ?? ""
    guard word == .count else {
      counts = nil
      return
    }
    guard let looks = call.field("looks", of: repository).flatMap({ call.elements(of: $0) }) else {
      throw Self.untold
    }
    try call.charge(looks.count)
    counts = looks.compactMap { look in
      guard let path = call.field("path", of: look), let count = call.field("count", of: look)?.int
      else { return nil }
      return (path, Int(clamping: count))
    }
  }

  /// The number of the look at an evaluation; nil where looks do not count.
  func look(at evaluation: Value, _ call: FunctionCall) throws(EvaluationError) -> Int? {
    guard let counts else { return nil }
    let path =
      call.field("source", of: evaluation)
      .flatMap { RuleFunctions.text("path", of: $0, call) } ?? ""
    guard let look = counts.first(where: { call.isString($0.path, path) }) else {
      throw Self.untold
    }
    return look.count
  }

  private static let untold = EvaluationError(
    .invalidArgument,
    "nobody can tell how often this model was evaluated on the same data since the last release: the "
      + "history is cut off (fetch it with its tags), it is not committed, or it holds too much to be looked "
      + "through; the parameter looks: ignore leaves that out"
  )
}
