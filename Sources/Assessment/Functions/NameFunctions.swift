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
    let (one, other) = (call.string(arguments[0]) ?? "", call.string(arguments[1]) ?? "")
    let name = call.work(on: one, ThingName.init)
    return .bool(name.isSame(as: call.work(on: other, ThingName.init)))
  }
}

/// The name of a model or system, as people write it: `loan-scorer`, `Loan scoring`, `LoanScorer v2`.
struct ThingName {
  private let text: String
  /// The beginnings of its words, each once, without those that stand in many names; they are few.
  private let stems: [String]

  init(_ name: String) {
    let words = BareWords.of(name).filter { $0.script != .digits }.map(\.text)
    text = words.joined()
    stems = words.reduce(into: []) { stems, word in
      let stem = String(word.prefix(Self.stem))
      if !Self.general.contains(word), !stems.contains(stem) { stems.append(stem) }
    }
  }

  /// Whether all words of the shorter name begin like words of the longer one.
  func isSame(as other: ThingName) -> Bool {
    if text == other.text { return !text.isEmpty }
    let (short, long) =
      stems.count <= other.stems.count ? (stems, other.stems) : (other.stems, stems)
    return !short.isEmpty && short.allSatisfy(long.contains)
  }

  /// How many letters tell a word from others whatever its ending: `scorer` and `scoring`.
  private static let stem = 4
  private static let general: Set<String> = [
    "model", "models", "card", "system", "ai", "ml", "the", "a", "an", "for", "of", "v", "version",
    "modell", "karte", "modele",
  ]
}
