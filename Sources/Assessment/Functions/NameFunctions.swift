// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage
internal import Texts

extension RuleFunctions {
  static let sameName = FunctionDeclaration(
    name: "same_name",
    parameters: [.init(name: "one", type: .string), .init(name: "other", type: .string)],
    result: .bool,
    summary:
      "whether two names may be of one thing: capitals, signs, endings and further words make no difference",
    example: "same_name(card.models[0].name, 'loan-scorer')",
    phrase: "{0} and {1} name the same"
  ) { arguments, call throws(EvaluationError) in
    let names = arguments.map { ThingName(call.string($0) ?? "") }
    return .bool(names[0].isSame(as: names[1]))
  }
}

/// The name of a model or system, as people write it: `loan-scorer`, `Loan scoring`, `LoanScorer v2`.
struct ThingName {
  private let text: String
  /// The beginnings of its words, without those that stand in many names.
  private let stems: Set<String>

  init(_ name: String) {
    let words = BareWords.of(name).filter { $0.script != .digits }.map(\.text)
    text = words.joined()
    stems = Set(words.filter { !Self.general.contains($0) }.map { String($0.prefix(Self.stem)) })
  }

  /// Whether all words of the shorter name begin like words of the longer one.
  func isSame(as other: ThingName) -> Bool {
    if text == other.text { return !text.isEmpty }
    let (short, long) =
      stems.count <= other.stems.count ? (stems, other.stems) : (other.stems, stems)
    return !short.isEmpty && short.isSubset(of: long)
  }

  /// How many letters tell a word from others whatever its ending: `scorer` and `scoring`.
  private static let stem = 4
  private static let general: Set<String> = [
    "model", "models", "card", "system", "ai", "ml", "the", "a", "an", "for", "of", "v", "version",
    "modell", "karte", "modele",
  ]
}
