// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// Ratings that stand in running text.
enum RiskRating {
  /// Reads `HIGH inherent, LOW residual` or `High`; false where the text is no rating.
  static func read(_ text: String, into risk: inout Risk) -> Bool {
    let phrases = text.parts(atAny: ",;.")
      .map { $0.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init) }
    guard let first = phrases.first, isRating(first) else { return false }
    for phrase in phrases where isRating(phrase) {
      let words = Set(phrase.map { $0.lowercased() })
      let value = phrase.filter { !qualifiers.contains($0.lowercased()) }.joined(separator: " ")
      if words.isDisjoint(with: remaining) {
        risk.level = risk.level ?? value
      } else {
        risk.residualLevel = risk.residualLevel ?? value
      }
    }
    return true
  }

  /// Reads `Low (Likelihood: low, Impact: high)` behind a level: the text before the bracket.
  static func level(
    in text: String,
    isResidual: Bool,
    into risk: inout Risk
  ) -> String {
    guard text.last == ")", let open = text.firstIndex(of: "(") else { return text }
    let parts = text[text.index(after: open)...].dropLast().parts(atAny: ",;")
    var isRated = false
    for part in parts {
      guard let colon = part.firstIndex(where: { ":=".contains($0) }) else { continue }
      let value = part[part.index(after: colon)...].trimmed
      let path = RiskField.path(named: FoldedText.words(part[..<colon]))
      if path == \Risk.likelihood {
        risk[keyPath: isResidual ? \Risk.residualLikelihood : \Risk.likelihood] = value
      } else if path == \Risk.severity {
        risk[keyPath: isResidual ? \Risk.residualSeverity : \Risk.severity] = value
      } else {
        continue
      }
      isRated = true
    }
    return isRated ? text[..<open].trimmed : text
  }

  private static func isRating(_ words: [String]) -> Bool {
    let words = words.map { $0.lowercased() }
    return words.count <= longestRating && words.contains(where: scale.contains)
      && words.allSatisfy { scale.contains($0) || qualifiers.contains($0) || $0 == "to" }
  }

  /// The most words of a rating: `very high residual risk`.
  private static let longestRating = 5

  private static let scale: Set<String> = [
    "very", "low", "medium", "moderate", "high", "critical", "severe", "negligible", "limited",
    "significant", "maximum", "minimal", "important", "remote", "possible", "probable", "minor",
    "major", "medium-high", "low-medium", "extreme",
  ]
  private static let remaining: Set<String> = ["residual", "remaining", "after"]
  private static let qualifiers: Set<String> = remaining.union(["inherent", "initial", "risk"])
}

extension Rating {
  /// The rating of a level; one that is the product of two rated numbers says no more than they do, and
  /// is absent.
  fileprivate init(
    product level: String?,
    of likelihood: String?,
    _ severity: String?,
    scale: String?
  ) {
    self.init(level, scale: scale)
    guard let level = level.flatMap({ Int($0.trimmed) }),
      let likelihood = likelihood.flatMap({ Int($0.trimmed) }),
      let severity = severity.flatMap({ Int($0.trimmed) })
    else { return }
    let (product, isTooLarge) = likelihood.multipliedReportingOverflow(by: severity)
    if !isTooLarge, product == level { self = .absent }
  }
}

extension Risk {
  /// How high the risk is before measures.
  package var rating: Rating {
    Rating(
      level: Rating(product: level, of: likelihood, severity, scale: scale),
      severity: Rating(severity, scale: scale),
      likelihood: Rating(likelihood, scale: scale)
    )
  }

  /// How high the risk stays after measures; undecided where one of its factors is rated by words that are
  /// no rating, whatever the level beside it says.
  package var residualRating: Rating {
    let factors = [residualSeverity, residualLikelihood].compactMap(\.self)
    let isDoubtful = factors.contains { factor in
      Rating(factor, scale: scale) == .undecided && factor.contains(where: \.isLetter)
        && !StatementState.isAbsence(factor)
    }
    let stated = statedResidualRating
    return isDoubtful && stated != .high && stated != .absent ? .undecided : stated
  }

  private var statedResidualRating: Rating {
    Rating(
      level: Rating(
        product: residualLevel,
        of: residualLikelihood,
        residualSeverity,
        scale: scale
      ),
      severity: Rating(residualSeverity, scale: scale),
      likelihood: Rating(residualLikelihood, scale: scale)
    )
  }

  /// Whether no rating of this risk is another than that of the other one.
  func isRatedAlike(_ other: Risk) -> Bool {
    let paths: [KeyPath<Risk, String?>] = [\.likelihood, \.severity, \.level]
    return paths.allSatisfy { path in
      let ratings = [self, other].map { Rating($0[keyPath: path], scale: $0.scale) }
      return ratings[0] == ratings[1] || ratings.contains { $0 == .absent || $0 == .undecided }
    }
  }

  /// Whether what is done about the risk says something.
  package var mitigationState: Statement.State {
    guard let mitigation else { return .absent }
    if status.map(MeasureProgress.isUndone) == true { return .undecided }
    // A form may say of a low risk that it needs no measure.
    if rating == .low, LowRiskRule.isWaiver(mitigation) { return .substantive }
    if MeasureProgress.isAnnounced(mitigation) || CreedWords.fill(mitigation)
      || isRepeated(by: mitigation)
    {
      return .undecided
    }
    return StatementState.state(of: mitigation, for: .statement)
  }

  /// Whether a text only tells the risk again, or that it is dealt with: `Wrong refusal is mitigated`.
  private func isRepeated(by text: String) -> Bool {
    let said = BareWords.of(text).map(\.text)
    let told = description.map { [$0[...]] + StatementCount.sentences(of: $0) } ?? []
    let own: [Substring] = [name[...]] + told
    if own.contains(where: { BareWords.of($0).map(\.text) == said }) { return true }
    let named = BareWords.of(name)
    let rest = BareWords.of(text).dropFirst(named.count)
    guard !named.isEmpty, said.starts(with: named.map(\.text)),
      rest.first.map({ WordSieve.joins($0.text) }) ?? true
    else { return false }
    var sieve = WordSieve()
    sieve.take(Array(rest))
    return sieve.count < 2
  }
}
