// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension AnswerSet {
  /// Compares answers that cannot both be right.
  ///
  /// Each pair is a finding, the stricter answer counts, and the tier is derived from it.
  ///
  /// - Parameter words: Name and description of the system.
  mutating func settleContradictions(words: String) {
    settleGroups()
    settleBiometrics()
    settleModels()
    settleUses(words)
    settlePersons()
    settlePersonalData()
    settleBases()
    settleCriteria()
    settleDerogation()
  }

  /// A group of which nothing holds, and what needs it.
  private mutating func settleGroups() {
    if emptyGroups.contains(.biometric) {
      let needing: [Fact] = [
        .emotionRecognition, .practicesSensitiveBiometricCategorisation, .practicesRealtimeRBILE,
      ]
      for fact in needing where facts.flag(fact) == .yes {
        contradict(.biometricFace, fact, "AI Act Art. 3(34)", "this takes biometric data")
      }
      if facts.texts(.annexIII)?.contains(where: { $0.hasPrefix("1") }) == true {
        contradict(.biometricFace, .annexIII, "AI Act Annex III 1", "this takes biometric data")
      }
    }
    guard emptyGroups.contains(.generative) else { return }
    for fact in [Fact.practicesNCII, .practicesCSAM] where facts.flag(fact) == .yes {
      contradict(.generativeModalities, fact, fact.definition.article, "this is generated content")
    }
  }

  private mutating func settleBiometrics() {
    let remote = facts.choice(.biometricRemoteIdentification)
    if remote == "post" || remote == "realtime" {
      list("1a", over: .biometricRemoteIdentification, "remote identification is Annex III 1a")
      if facts.flag(.biometricVerificationOnly) == .yes {
        govern(
          .biometricVerificationOnly,
          as: .flag(false),
          over: .biometricRemoteIdentification,
          "AI Act Art. 3(36), 3(41)",
          "remote identification is more than verification"
        )
      }
      if facts.flag(.carveouts1aVerificationOnly) == .yes {
        govern(
          .carveouts1aVerificationOnly,
          as: .flag(false),
          over: .biometricRemoteIdentification,
          "AI Act Annex III 1(a)",
          "remote identification is more than verification"
        )
      }
    }
    if remote == "realtime", facts.names("law_enforcement", in: .domain),
      facts.flag(.practicesRealtimeRBILE) == .no
    {
      govern(
        .practicesRealtimeRBILE,
        as: .flag(true),
        over: .biometricRemoteIdentification,
        "AI Act Art. 5(1)(h)",
        "real-time identification in law enforcement is the practice itself"
      )
    }
    if facts.flag(.practicesSensitiveBiometricCategorisation) == .yes {
      list("1b", over: .practicesSensitiveBiometricCategorisation, "this is Annex III 1b")
    }
  }

  private mutating func settleModels() {
    if facts.texts(.generativeModalities)?.isEmpty == true {
      for fact in [Fact.generativeDeepfake, .generativePublicInterestText]
      where facts.flag(fact) == .yes {
        contradict(.generativeModalities, fact, "AI Act Art. 50(4)", "this is generated content")
      }
    }
    guard facts.flag(.gpaiIsModel) == .no else { return }
    if facts.flag(.gpaiDesignatedSystemic) == .yes {
      governModel(over: .gpaiDesignatedSystemic, "only a general-purpose model is designated")
    } else if facts.texts(.role)?.contains("gpai_provider") == true {
      governModel(over: .role, "who provides a general-purpose model has one")
    } else if let flops = facts.number(.gpaiTrainingFLOPs), flops > Tiering.systemicFLOP {
      governModel(over: .gpaiTrainingFLOPs, "no other models are trained with that much compute")
    }
  }

  private mutating func governModel(over other: Fact, _ text: String) {
    govern(.gpaiIsModel, as: .flag(true), over: other, "AI Act Art. 3(63)", text)
  }

  /// A use of Annex III that another answer or the name or description tells, unless somebody says why it
  /// is none.
  private mutating func settleUses(_ words: String) {
    let sentences = ToldSentence.all(in: words)
    settleScores(sentences)
    guard let areas = facts.texts(.annexIII), !facts.isJustified(.annexIII), facts.mayConcernUnion
    else { return }
    let mayAffect =
      facts.flag(.naturalPersonsAffected) != .no || facts.flag(.profiling) == .yes
      || facts.flag(.admLegalOrSimilarEffect) == .yes
    for use in ToldUse.all where !areas.contains(where: use.areas.contains) {
      // Emotion recognition is listed by itself, as 1c.
      let isDomain =
        (use.domain.map { facts.names($0, in: .domain) } ?? false)
        && facts.flag(.emotionRecognition) != .yes
      if mayAffect, isDomain {
        govern(
          .annexIII,
          as: .texts((facts.texts(.annexIII) ?? []) + [use.area]),
          over: .domain,
          "AI Act Art. 6(2), Annex III \(use.area)",
          "\(use.text) counts as Annex III \(use.area), unless 'annex_iii' says with reason and "
            + "owner why it does not"
        )
      } else if !isOtherUse(use), let sentence = sentences.first(where: { $0.tells(use.signs) }) {
        govern(
          .annexIII,
          as: .texts((facts.texts(.annexIII) ?? []) + [use.area]),
          overSentence: sentence.text,
          "AI Act Art. 6(2), Annex III \(use.area)",
          "\(use.text) counts as Annex III \(use.area), unless 'annex_iii' says with reason and "
            + "owner why it does not"
        )
      }
    }
  }

  /// Whether other answers say what the words mean: recognizing a face may be verification, and emotion
  /// recognition is asked for by itself.
  private func isOtherUse(_ use: ToldUse) -> Bool {
    switch use.area {
    case "1a": facts.flag(.biometricVerificationOnly) == .yes
    case "1c": facts.flag(.emotionRecognition) == .yes
    default: false
    }
  }

  private mutating func settleScores(_ sentences: [ToldSentence]) {
    guard facts.flag(.practicesSocialScoring) == .no,
      let sentence = sentences.first(where: { $0.tells(ToldUse.socialScoring) })
    else { return }
    contradict(
      .practicesSocialScoring,
      sentence: sentence.text,
      Fact.practicesSocialScoring.definition.article,
      "people are scored by what they do in society"
    )
  }

  private mutating func list(_ area: String, over other: Fact, _ text: String) {
    guard let areas = facts.texts(.annexIII), !areas.contains(area) else { return }
    govern(
      .annexIII,
      as: .texts(areas + [area]),
      over: other,
      "AI Act Art. 6(2), Annex III \(area)",
      text
    )
  }

  private mutating func settlePersons() {
    guard facts.flag(.naturalPersonsAffected) == .no else { return }
    if facts.flag(.admLegalOrSimilarEffect) == .yes {
      govern(
        .naturalPersonsAffected,
        as: .flag(true),
        over: .admLegalOrSimilarEffect,
        "GDPR Art. 22(1)",
        "legal or similar effects are effects on persons"
      )
    } else if facts.remainingAreas.contains(where: { $0 != "2" }) {
      govern(
        .naturalPersonsAffected,
        as: .flag(true),
        over: .annexIII,
        "AI Act Annex III 1, 3 to 8",
        "these uses concern persons"
      )
    }
  }

  private mutating func settlePersonalData() {
    if facts.flag(.personalData) == .yes, facts.texts(.processedIn)?.isEmpty == true {
      contradict(.processedIn, .personalData, "GDPR Art. 44 to 46", "data are processed somewhere")
    }
    guard facts.flag(.personalData) == .no else { return }
    let uses: [Fact] = [
      .profiling, .specialCategories, .monitoringSystematic, .dpiaAuthorityListHit,
      .practicesUntargetedFaceScraping, .biometricIdentification,
    ]
    let needing = uses + Fact.allCases.filter { $0.section == "wp248" }
    let other = needing.first { fact in
      facts.flag(fact) == .yes || facts.texts(fact)?.isEmpty == false
    }
    guard let other else { return }
    govern(
      .personalData,
      as: .flag(true),
      over: other,
      "GDPR Art. 4(1), 4(4)",
      "there is none of this without personal data"
    )
  }

  /// What allows processing, and who processes: article 6 of the GDPR, 1 and 3.
  private mutating func settleBases() {
    let stages = Fact.lawfulBases.filter { facts.choice($0) != nil && !facts.isJustified($0) }
    if facts.flag(.deployerPublicBody) == .no, facts.flag(.deployerPublicService) == .no,
      let stage = stages.first(where: { facts.choice($0) == "e" })
    {
      contradict(
        stage,
        .deployerPublicBody,
        "GDPR Art. 6(3)",
        "a public task is one that the law gives"
      )
    }
    if facts.flag(.deployerPublicBody) == .yes, stages.contains(.lawfulBasisInference),
      facts.choice(.lawfulBasisInference) == "f"
    {
      contradict(
        .lawfulBasisInference,
        .deployerPublicBody,
        "GDPR Art. 6(1)",
        "point (f) is not for the tasks of authorities"
      )
    }
    if facts.answer(.lawfulBasisBalancingTest) != nil, facts.choice(.lawfulBasisInference) != nil,
      !Fact.lawfulBases.contains(where: { [nil, "f"].contains(facts.choice($0)) })
    {
      contradict(
        .lawfulBasisBalancingTest,
        .lawfulBasisInference,
        "GDPR Art. 6(1)(f)",
        "no stage rests on interests that would be weighed"
      )
    }
    settleExceptions()
  }

  private mutating func settleExceptions() {
    let categories = facts.texts(.specialCategories) ?? []
    if facts.texts(.specialCategories) != nil,
      (facts.lists(.art9Exceptions) ?? []).contains(where: {
        !$0.isEmpty && !categories.contains($0[0])
      })
    {
      contradict(
        .specialCategories,
        .art9Exceptions,
        "GDPR Art. 9(2)",
        "nothing is excepted for data that are not processed"
      )
    }
  }

  private mutating func settleCriteria() {
    guard facts.flag(.personalData) != .no else { return }
    for rule in CriterionRule.all
    where facts.flag(rule.criterion) == .no && !rule.allowsNo(facts, rule.criterion) {
      guard let source = rule.source(facts) else { continue }
      govern(
        rule.criterion,
        as: .flag(true),
        over: source,
        rule.criterion.definition.article,
        "the criterion follows from it"
      )
    }
    let isScored = facts.remainingAreas.contains { ["4a", "5b", "5c"].contains($0) }
    if facts.flag(.wp248W1) == .yes, facts.flag(.profiling) == .no, !isScored {
      contradict(
        .profiling,
        .wp248W1,
        "WP 248 rev.01, criterion 1",
        "people are evaluated without evaluating them"
      )
    }
  }

  private mutating func settleDerogation() {
    guard facts.flag(.art63Claimed) == .yes, facts.choice(.admAutomation) == "solely",
      facts.flag(.admLegalOrSimilarEffect) == .yes
    else { return }
    contradict(
      .art63Claimed,
      .admAutomation,
      "AI Act Art. 6(3)",
      "a decision that nobody takes but the system is materially influenced by it"
    )
  }
}
