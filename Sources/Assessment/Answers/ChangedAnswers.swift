// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

extension SystemDeclaration {
  /// What may change the risk for the people concerned: answers to these facts that were others
  /// before, and models of other names.
  ///
  /// An answer that was open before is no change of what is processed, and neither is a new version
  /// of a model: GDPR Art. 35(11) asks for a review "at least when there is a change of the risk".
  ///
  /// - Parameters:
  ///   - older: The same declaration as it once was.
  ///   - day: The day of the change.
  /// - Returns: The dotted names, in the order of the questionnaire; `models` comes last.
  package func changedFacts(since older: SystemDeclaration, on day: CalendarDate) -> [String] {
    let (now, then) = (answers(on: day), older.answers(on: day))
    let changed = Fact.allCases.filter { fact in
      guard fact.bearsOnRiskForPeople, let new = now.value(of: fact), let old = then.value(of: fact)
      else { return false }
      return new != old
    }
    let names = Set(models.map(\.name))
    let before = Set(older.models.map(\.name))
    let hasOtherModels = !names.isEmpty && !before.isEmpty && names != before
    return changed.map(\.rawValue) + (hasOtherModels ? ["models"] : [])
  }

  /// The answers with what follows from them; who signed them, and when, changes no risk.
  private func answers(on day: CalendarDate) -> SystemFacts {
    AnswerSet(stated: facts.signed(on: day), words: words, asOf: day).facts
  }
}

extension SystemFacts {
  /// An answer; the order of words says nothing.
  fileprivate func value(of fact: Fact) -> FactAnswer.Value? {
    guard let value = answer(fact)?.value else { return nil }
    if case .texts(let texts) = value { return .texts(texts.sorted()) }
    return value
  }
}

extension Fact {
  /// Whether another answer is another purpose, other people, other data, or another kind of decision
  /// or model (WP 248 rev.01, section III.D.d).
  fileprivate var bearsOnRiskForPeople: Bool {
    switch self {
    case .domain, .annexIII, .dataSubjectsIn, .naturalPersonsAffected, .profiling,
      .emotionRecognition, .biometricFace, .biometricIdentification, .biometricRemoteIdentification,
      .biometricVerificationOnly, .biometricCategorisation, .generativeModalities, .gpaiBase,
      .admAutomation, .admLegalOrSimilarEffect, .admHumanCanOverride, .continualLearning,
      .personalData, .specialCategories, .monitoringSystematic, .wp248W1, .wp248W2, .wp248W3,
      .wp248W4, .wp248W5, .wp248W6, .wp248W7, .wp248W8, .wp248W9, .processorsUsed, .processedIn:
      true
    default: false
    }
  }
}
