// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

/// Which values of its type a parameter may have: `min`, `max` and `one_of` of its declaration, and
/// its type where that is `pattern`.
package struct ParameterDomain: Hashable, Sendable {
  /// The smallest number, itself included.
  package var minimum: Double?
  /// The largest number, itself included.
  package var maximum: Double?
  /// The words that a text, or each element of a list, may be; empty for any.
  package var words: [String]
  /// Whether a text has to be a regular expression that the rule language can use.
  package var isPattern: Bool

  /// Creates a domain; without bounds and words it holds every value.
  package init(
    minimum: Double? = nil,
    maximum: Double? = nil,
    words: [String] = [],
    isPattern: Bool = false
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.words = words
    self.isPattern = isPattern
  }

  /// Whether a value lies in the domain.
  package func contains(_ value: ParameterValue) -> Bool {
    switch value {
    case .bool: true
    case .int(let number): holds(Double(number))
    case .double(let number): holds(number)
    case .string(let word): holds(word)
    case .strings(let list): list.allSatisfy(holds)
    }
  }

  /// The domain as documentation prints it, or nil when it holds every value.
  package var text: String? {
    switch (minimum, maximum) {
    case (let least?, let most?): "\(Self.text(least)) to \(Self.text(most))"
    case (let least?, nil): "at least \(Self.text(least))"
    case (nil, let most?): "at most \(Self.text(most))"
    case (nil, nil):
      if isPattern { "a pattern in RE2 syntax" } else { wordText }
    }
  }

  private var wordText: String? { words.isEmpty ? nil : words.joined(separator: " or ") }

  private func holds(_ number: Double) -> Bool {
    (minimum.map { $0 <= number } ?? true) && (maximum.map { number <= $0 } ?? true)
  }

  private func holds(_ word: String) -> Bool {
    (words.isEmpty || words.contains(word)) && (!isPattern || Self.isUsablePattern(word))
  }

  /// Whether the rule language compiles a pattern.
  private static func isUsablePattern(_ pattern: String) -> Bool {
    let language = RuleEnvironment(schema: .empty)
    switch language.compile("''.matches(\(ShortForm.quoted(pattern)))") {
    case .success: return true
    case .failure: return false
    }
  }

  /// A whole number without a fraction, as authors write it.
  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
