// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

extension AnswerSet {
  /// Answers what follows from other answers by the law itself; nothing is guessed.
  mutating func entailAnswers() {
    entailFromGroups()
    entailPlaces()
    entailPersons()
    entailFromPersonalData()
    entailCriteria()
    entailFromSpecialCategories()
    entailNoChange()
    entailSilence()
  }

  /// A system without biometric data, or one that generates nothing, does none of what needs them.
  private mutating func entailFromGroups() {
    if emptyGroups.contains(.biometric) {
      entail(.emotionRecognition, fromGroup: .biometric, "AI Act Art. 3(39)")
      entail(.practicesSensitiveBiometricCategorisation, fromGroup: .biometric, "AI Act Art. 3(40)")
      entail(.practicesRealtimeRBILE, fromGroup: .biometric, "AI Act Art. 3(41)")
    }
    if emptyGroups.contains(.generative) {
      entail(.practicesNCII, fromGroup: .generative, "AI Act Art. 5(1)(ba)")
      entail(.practicesCSAM, fromGroup: .generative, "AI Act Art. 5(1)(bb)")
    }
    if facts.texts(.annexIII)?.isEmpty == true {
      for (_, fact) in SystemFacts.carveOuts {
        entail(fact, .flag(false), from: .annexIII, "AI Act Annex III")
      }
      entail(.art63Claimed, .flag(false), from: .annexIII, "AI Act Annex III")
    }
    if let reference = facts.choice(.art63Registered) {
      entail(.registrationReference, .text(reference), from: .art63Registered, "AI Act Art. 49(2)")
    }
  }

  private mutating func entail(_ fact: Fact, fromGroup group: FactGroup, _ article: String) {
    guard let place = facts.groupWords[group] else { return }
    let word = facts.emptyLists.contains(group) ? "[]" : "none"
    entail(fact, .flag(false), from: group.rawValue, word, article, at: place)
  }

  /// Output and people are where the system is, unless something else is said.
  private mutating func entailPlaces() {
    guard let places = facts.texts(.deployedTo), !places.isEmpty else { return }
    entail(.outputUsedIn, .texts(places), from: .deployedTo, "AI Act Art. 2(1)(c)")
    entail(.dataSubjectsIn, .texts(places), from: .deployedTo, "GDPR Art. 3")
    let all = facts.union(.deployedTo, .outputUsedIn, .dataSubjectsIn)
    if facts.texts(.outputUsedIn) != nil, facts.texts(.dataSubjectsIn) != nil,
      !all.contains(where: { Place($0)?.mayBeInUnitedStates ?? true })
    {
      for fact in FactGroup.us.members {
        entail(fact, .flag(false), from: .deployedTo, "no place in the United States")
      }
    }
    guard facts.texts(.role)?.isEmpty == false, !facts.hasRole("deployer") else { return }
    for fact in [Fact.deployerPublicBody, .deployerPublicService, .deployerGovernment] {
      entail(fact, .flag(false), from: .role, "AI Act Art. 3(4)")
    }
  }

  /// Uses of Annex III other than infrastructure are about people, and so are decisions with effects.
  private mutating func entailPersons() {
    if facts.remainingAreas.contains(where: { $0 != "2" }) {
      entail(.naturalPersonsAffected, .flag(true), from: .annexIII, "AI Act Annex III 1, 3 to 8")
    }
    if facts.flag(.admLegalOrSimilarEffect) == .yes {
      entail(
        .naturalPersonsAffected,
        .flag(true),
        from: .admLegalOrSimilarEffect,
        "GDPR Art. 22(1)"
      )
    }
    guard facts.flag(.naturalPersonsAffected) == .no else { return }
    entail(.admAutomation, .text("none"), from: .naturalPersonsAffected, "GDPR Art. 22(1)")
    entail(.admLegalOrSimilarEffect, .flag(false), from: .naturalPersonsAffected, "GDPR Art. 22(1)")
  }

  /// Without personal data there is nothing for the GDPR to look at.
  private mutating func entailFromPersonalData() {
    guard facts.flag(.personalData) == .no else { return }
    entail(.specialCategories, .texts([]), from: .personalData, "GDPR Art. 9(1)")
    for fact in Fact.screening + [.monitoringSystematic, .dpiaAuthorityListHit] {
      entail(fact, .flag(false), from: .personalData, "GDPR Art. 35(1)")
    }
    if facts.texts(.annexIII)?.isEmpty == true {
      entail(.profiling, .flag(false), from: .personalData, "GDPR Art. 4(4)")
    }
  }

  /// The criteria of WP 248 that are the same as another fact, and those that a list leaves out.
  private mutating func entailCriteria() {
    guard facts.flag(.personalData) != .no else { return }
    for rule in CriterionRule.all { apply(rule) }
    guard facts.listsCriteria, let list = facts.answer(.personalData)?.source else { return }
    for fact in Fact.screening {
      entail(fact, .flag(false), from: "wp248", "a list without it", "WP 248 rev.01", at: list)
    }
    if facts.flag(.wp248W4) == .no {
      entail(.specialCategories, .texts([]), from: .wp248W4, "WP 248 rev.01, criterion 4")
    }
  }

  /// Bias can only be sought in special categories where there are any.
  private mutating func entailFromSpecialCategories() {
    guard facts.texts(.specialCategories)?.isEmpty == true else { return }
    entail(
      .biasDetectionUsesSpecialCategories,
      .flag(false),
      from: .specialCategories,
      "AI Act Art. 4a(1)"
    )
  }

  /// A substantial modification is one after the placing on the market; a date that is null on purpose
  /// says that there was none.
  private mutating func entailNoChange() {
    guard PackCondition.mayBeHighRisk(facts) else { return }
    let modified = facts.answer(.substantiallyModified)?.value
    let placed = facts.answer(.placedOnMarket)?.value
    if case .date(nil)? = modified {
      entail(.changeClass, .text("none"), from: .substantiallyModified, "AI Act Art. 3(23)")
    } else if modified == nil, facts.start == nil, case .date(nil)? = placed {
      entail(.changeClass, .text("none"), from: .placedOnMarket, "AI Act Art. 3(23)")
    }
  }

  private mutating func apply(_ rule: CriterionRule) {
    let article = rule.criterion.definition.article
    if let source = rule.source(facts) {
      entail(rule.criterion, .flag(true), from: source, article)
    } else if let source = rule.exclusion(facts) {
      entail(rule.criterion, .flag(false), from: source, article)
    }
  }

  /// What nobody needs to say: a system that generates nothing, of somebody who provides no model, is
  /// no general-purpose model.
  private mutating func entailSilence() {
    guard facts.texts(.generativeModalities)?.isEmpty == true, !facts.hasRole("gpai_provider")
    else { return }
    entail(.gpaiIsModel, .flag(false), from: .generativeModalities, "AI Act Art. 3(63)")
  }
}

/// How a criterion of WP 248 follows from other facts.
struct CriterionRule: Sendable {
  let criterion: Fact
  /// The fact that makes the criterion met, if one does.
  let source: @Sendable (SystemFacts) -> Fact?
  /// The fact that rules the criterion out, if one does.
  let exclusion: @Sendable (SystemFacts) -> Fact?
  /// Whether somebody may say no all the same: for a reason, or where the law leaves it open.
  var allowsNo: @Sendable (SystemFacts, Fact) -> Bool = { _, _ in false }

  static let all = [
    CriterionRule(criterion: .wp248W1) { facts in
      if facts.flag(.profiling) == .yes { return .profiling }
      let isScored = facts.remainingAreas.contains { ["4a", "5b", "5c"].contains($0) }
      return isScored ? .annexIII : nil
    } exclusion: { facts in
      facts.flag(.profiling) == .no ? .profiling : nil
    },
    CriterionRule(criterion: .wp248W2) { facts in
      ["partial", "solely"].contains(facts.choice(.admAutomation))
        && facts.flag(.admLegalOrSimilarEffect) == .yes ? .admAutomation : nil
    } exclusion: { facts in
      if facts.flag(.admLegalOrSimilarEffect) == .no { return .admLegalOrSimilarEffect }
      return facts.choice(.admAutomation) == "none" ? .admAutomation : nil
    } allowsNo: { facts, _ in
      facts.choice(.admAutomation) == "partial"
    },
    CriterionRule(criterion: .wp248W3) { facts in
      facts.flag(.monitoringSystematic) == .yes ? .monitoringSystematic : nil
    } exclusion: { _ in
      nil
    },
    CriterionRule(criterion: .wp248W4) { facts in
      facts.texts(.specialCategories)?.isEmpty == false ? .specialCategories : nil
    } exclusion: { facts in
      facts.texts(.specialCategories)?.isEmpty == true ? .specialCategories : nil
    },
    CriterionRule(criterion: .wp248W7) { facts in
      if ["employment", "education"].contains(where: { facts.names($0, in: .domain) }) {
        return .domain
      }
      let isVulnerable = facts.remainingAreas.contains { "34".contains($0.prefix(1)) }
      return isVulnerable ? .annexIII : nil
    } exclusion: { facts in
      facts.texts(.domain) != nil && facts.texts(.annexIII) != nil ? .domain : nil
    } allowsNo: { facts, criterion in
      facts.isJustified(criterion)
    },
    CriterionRule(criterion: .wp248W9) { facts in
      facts.flag(.admLegalOrSimilarEffect) == .yes ? .admLegalOrSimilarEffect : nil
    } exclusion: { facts in
      facts.flag(.admLegalOrSimilarEffect) == .no ? .admLegalOrSimilarEffect : nil
    } allowsNo: { facts, criterion in
      facts.isJustified(criterion)
    },
  ]
}
