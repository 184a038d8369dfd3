// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension Tiering {
  /// Article 50: unanswered facts count as a trigger.
  mutating func deriveTransparency() {
    if facts.flag(.interactsWithHumans) != .no, !isExempt(.obviousAI) {
      trigger("Art. 50(1)", .interactsWithHumans, "people interact with the system")
    }
    deriveMarking()
    if facts.flag(.generativeDeepfake) != .no {
      trigger("Art. 50(4)", .generativeDeepfake, "deep fakes are not ruled out")
    }
    if facts.flag(.generativePublicInterestText) != .no, !isExempt(.generativeEditorialControl) {
      trigger("Art. 50(4)", .generativePublicInterestText, "texts of public interest")
    }
    if facts.flag(.emotionRecognition) != .no {
      trigger("Art. 50(3)", .emotionRecognition, "emotion recognition is not ruled out")
    }
    if facts.flag(.biometricCategorisation) != .no {
      trigger("Art. 50(3)", .biometricCategorisation, "categorisation is not ruled out")
    }
  }

  /// Article 50(2); source code is outside by the guidelines of 2026, C(2026) 5054.
  private mutating func deriveMarking() {
    let modalities = facts.texts(.generativeModalities)
    guard modalities?.allSatisfy({ $0 == "code" }) != true else { return }
    let exceptions: [Fact] = [
      .generativeAssistiveEditingOnly, .generativeNoSubstantialAlteration,
      .generativeMachineToMachineOnly,
    ]
    // Each is asked, so that every one that does not count is named.
    let claimed = exceptions.filter { isExempt($0) }
    guard claimed.isEmpty else { return }
    trigger("Art. 50(2)", .generativeModalities, "the system generates content")
  }

  /// Whether an exception is claimed with reason and owner; without them it is refused with a question.
  private mutating func isExempt(_ fact: Fact) -> Bool {
    guard facts.flag(fact) == .yes else { return false }
    if facts.isJustified(fact) { return true }
    ask("'\(fact.rawValue)' has no reason and owner that say something, so it does not count")
    return false
  }

  private mutating func trigger(_ paragraph: String, _ fact: Fact, _ text: String) {
    derivation.flags.transparency = true
    if !derivation.transparencyDuties.contains(paragraph) {
      derivation.transparencyDuties.append(paragraph)
    }
    let article = "AI Act \(paragraph)"
    if facts.answer(fact) == nil {
      leaveOpen(fact, article, text)
    } else {
      conclude(article, fact, text)
    }
  }
}
