// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Survey

/// One question that is still open: a fact, or a whole group that one word can answer.
package struct OpenQuestion: Hashable, Sendable {
  /// The key to write in the declaration.
  package var key: String
  /// The clause that asks.
  package var article: String
  /// What is asked, without its question mark.
  package var question: String
  /// What may be answered, and what each answer changes.
  package var choices: [Choice]

  /// An answer and what it changes.
  package struct Choice: Hashable, Sendable {
    /// The answer as the file has it.
    package var answer: String
    /// What follows from it, as a phrase; empty where nothing needs to be said.
    package var effect: String

    /// Creates a choice.
    package init(_ answer: String, _ effect: String = "") {
      self.answer = answer
      self.effect = effect
    }
  }

  /// The question on one line.
  package var text: String {
    let choices = choices.map { $0.effect.isEmpty ? $0.answer : "\($0.answer): \($0.effect)" }
    return "\(key) (\(article)): \(question)?"
      + (choices.isEmpty ? "" : " " + choices.joined(separator: "; "))
  }

  /// The questions about open facts in the order of the law, groups as one; what the answer to another
  /// question settles is not asked.
  package static func all(
    about open: [Fact],
    in facts: SystemFacts,
    doubts: [Doubt] = []
  ) -> [OpenQuestion] {
    var questions: [OpenQuestion] = []
    var asked: Set<String> = []
    for fact in open where fact.isAsked(besides: open, facts) {
      if let group = FactGroup(rawValue: fact.group ?? fact.rawValue) {
        let ofGroup = doubts.filter { $0.group == group }
        let members = open.filter { group.members.contains($0) }
        if let doubt = ofGroup.first {
          if asked.insert(group.rawValue).inserted { questions.append(OpenQuestion(doubt)) }
          continue
        }
        if members.count > 1 || group.members.allSatisfy({ facts.answer($0) == nil }) {
          if asked.insert(group.rawValue).inserted { questions.append(OpenQuestion(group)) }
          continue
        }
      }
      if Fact.screening.contains(fact) {
        let criteria = open.filter { Fact.screening.contains($0) }
        if asked.insert("wp248").inserted { questions.append(OpenQuestion(criteria: criteria)) }
        continue
      }
      if Fact.decisions.contains(fact), Fact.decisions.allSatisfy(open.contains) {
        if asked.insert("adm").inserted { questions.append(.decisions) }
        continue
      }
      if Fact.deployment.contains(fact), Fact.deployment.allSatisfy(open.contains),
        facts.answer(.deployerGovernment) == nil
      {
        if asked.insert("deployer").inserted { questions.append(.deployment) }
        continue
      }
      questions.append(OpenQuestion(fact))
    }
    return questions
  }

  /// Who stands for what is said, and on which day the law was looked at.
  static func signature(of groups: [FactGroup], on day: CalendarDate) -> OpenQuestion {
    let names = groups.map(\.rawValue).joined(separator: ", ")
    return OpenQuestion(
      key: "answered",
      article: "who answers",
      question: groups.isEmpty
        ? "who says all this, having looked at the law"
        : "who says that \(names) \(groups.count == 1 ? "is" : "are") none, having looked at the law",
      choices: [
        Choice("{on: \(day), owner: A Team, email: team@firm.example}", "from then on none counts")
      ]
    )
  }

  /// Two facts about decisions that one map answers.
  private static let decisions = OpenQuestion(
    key: "adm",
    article: "GDPR Art. 22(1)",
    question:
      "how far are decisions about people automated, and do they have legal or similar effects",
    choices: [
      Choice("{automation: none|partial|solely, legal_or_similar_effect: true|false}"),
      Choice("nothing", "where 'natural_persons_affected' is false"),
    ]
  )

  /// Three facts about whoever uses a high-risk system.
  private static let deployment = OpenQuestion(
    key: "deployer",
    article: "AI Act Art. 26(7), 27(1)",
    question: "what is the deployer: under public law, a provider of public services, an employer",
    choices: [
      Choice("{public_body: false, public_service: false, workplace_use: false}"),
      Choice("nothing", "where 'role' is provider alone"),
    ]
  )

  private init(_ doubt: Doubt) {
    self.init(
      key: doubt.group.rawValue,
      article: doubt.group.article,
      question: doubt.text,
      choices: []
    )
  }

  private init(criteria: [Fact]) {
    let criteria = criteria.map { "\($0.key) \($0.definition.summary)" }
    self.init(
      key: "wp248",
      article: "WP 248 rev.01",
      question: "which hold: " + criteria.joined(separator: ", "),
      choices: [
        Choice("[]", "none of them"),
        Choice(
          "a list such as [w3, w5]",
          "with two of the nine an impact assessment is due"
            + (criteria.contains { $0.hasPrefix("w4") } ? "; with w4 add special_categories" : "")
        ),
      ]
    )
  }

  private init(key: String, article: String, question: String, choices: [Choice]) {
    self.key = key
    self.article = article
    self.question = question
    self.choices = choices
  }
}

extension OpenQuestion {
  /// The key of the declaration that lists models.
  static let modelsKey = "models"

  /// Which models a system has, where nobody says so; nil where it is said.
  package static func models(of declaration: SystemDeclaration) -> OpenQuestion? {
    guard declaration.models.isEmpty, !declaration.takesModelsFromCards, !declaration.hasNoModel
    else { return nil }
    let word =
      declaration.noModels == nil
      ? "which models does it use"
      : "'models' says none; which models does it use, or why none and who says so"
    return OpenQuestion(
      key: modelsKey,
      article: "Model Cards, Model Details",
      question: word,
      choices: [
        Choice("a list as [{name: a-model, version: 1.0.0}]", "each has a model card"),
        Choice("from_cards", "those of its model cards"),
        Choice("{value: none, reason: …, owner: …}", "no card is asked for"),
      ]
    )
  }
}

extension Fact {
  /// The facts about decisions that follow where no person is affected.
  static let decisions: [Fact] = [.admAutomation, .admLegalOrSimilarEffect]

  /// The facts about whoever uses a high-risk system.
  static let deployment: [Fact] = [
    .deployerPublicBody, .deployerPublicService, .deployerWorkplaceUse,
  ]

  /// Whether a fact has a question of its own beside those about other facts that are open: a wider
  /// question says what to add, and often settles it.
  fileprivate func isAsked(besides open: [Fact], _ facts: SystemFacts) -> Bool {
    if self == .emotionRecognition {
      return !FactGroup.biometric.members.allSatisfy { facts.answer($0) == nil }
    }
    if Self.decisions.contains(self) { return !open.contains(.naturalPersonsAffected) }
    return true
  }
}

extension SystemDeclaration {
  /// Whether somebody stands for it that the system has no model, and says why.
  var hasNoModel: Bool {
    noModels.map { Substance.isReason($0.reason) && Substance.isName($0.owner) } ?? false
  }
}

extension FactGroup {
  /// The clause that asks for the group.
  package var article: String {
    switch self {
    case .practices: "AI Act Art. 5(1)"
    case .annexI: "AI Act Art. 6(1), Annex I"
    case .annexIII: "AI Act Art. 6(2), Annex III"
    case .biometric: "AI Act Art. 3(34) to 3(43), 50(3)"
    case .generative: "AI Act Art. 50(2), 50(4)"
    case .gpai: "AI Act Art. 3(63), 51 to 55"
    case .us: "law of the United States"
    }
  }
}

extension FactGroup {
  /// What the group asks as a whole.
  fileprivate var question: String {
    switch self {
    case .practices: "does the system do any of what Art. 5(1)(a) to (h) prohibits"
    case .annexI: "is it a product of Annex I, or part of one"
    case .annexIII: "is it used for something that Annex III lists, such as 4a hiring or 5b credit"
    case .biometric: "does it process faces, voices or other biometric data"
    case .generative: "does it generate text, images, audio, video or code"
    case .gpai: "do you provide a general-purpose model"
    case .us: "is it an employment decision tool, or run by a CCPA business, HIPAA entity or bank"
    }
  }

  /// The answer that something of the group holds, and what follows.
  fileprivate var some: OpenQuestion.Choice {
    switch self {
    case .practices: .init("a map with every practice", "one that holds prohibits the system")
    case .annexI:
      .init("a map with section, is_product, safety_function, …", "a safety component is high-risk")
    case .annexIII:
      .init(
        "the points, as in [4a]",
        "high-risk, unless a carve-out or Art. 6(3) holds; add role, profiling, adm, protected_attributes, "
          + "for adm also human_can_override and reviewer_trained, and deployer where that is your role"
      )
    case .biometric:
      .init(
        "a map with face, identification, …",
        "Annex III 1 and Art. 50(3) may apply; add emotion_recognition then"
      )
    case .generative:
      .init("a map with modalities, deepfake, …", "its output is marked or disclosed")
    case .gpai:
      .init("a map with is_model, training_flops, …", "the duties of Art. 53 and 55 apply")
    case .us: .init("a map with aedt, ccpa_business, …", "the law of the place applies")
    }
  }
}

extension OpenQuestion {
  fileprivate init(_ group: FactGroup) {
    self.init(
      key: group.rawValue,
      article: group.article,
      question: group.question,
      choices: [Choice("none", "nothing of it"), group.some]
    )
  }

  fileprivate init(_ fact: Fact) {
    self.init(
      key: fact.rawValue,
      article: fact.definition.article,
      question: fact.definition.summary,
      choices: Self.choices(of: fact)
    )
  }

  private static func choices(of fact: Fact) -> [Choice] {
    switch fact {
    case .deployedTo:
      [Choice("codes such as [EU-DE]", "they decide which law applies")]
    case .outputUsedIn: [Choice("codes", "output used in the Union brings the AI Act with it")]
    case .establishedIn: [Choice("codes", "a deployer in the Union is under the AI Act")]
    case .naturalPersonsAffected:
      flags(
        "add adm: {automation: none|partial|solely, legal_or_similar_effect: true|false}",
        "nothing is asked about decisions"
      )
    case .profiling: flags("high-risk whatever Art. 6(3) says", "Art. 6(3) may be claimed")
    case .interactsWithHumans: flags("people are told, tier limited", "no notice is due")
    case .emotionRecognition: flags("Annex III 1c, Art. 50(3)", "neither")
    case .personalData:
      [
        Choice("false", "the GDPR asks nothing"),
        Choice(
          "{value: true, wp248: […]}",
          "with those that hold of \(criteria); [] for none; with two an impact assessment is due; add "
            + "special_categories with w4, and lawful_basis, processors_used and processed_in"
        ),
      ]
    case .admAutomation, .admLegalOrSimilarEffect: choices(ofDecision: fact)
    case .gpaiIsModel: flags("the duties of Art. 53 apply", "they do not")
    case .gpaiTrainingFLOPs: [Choice("a number", "above 1e25 systemic risk is presumed")]
    case .protectedAttributes: [Choice("attributes such as [sex]", "groups are compared by them")]
    case .specialCategories: [Choice("[]", "none"), Choice("categories", "GDPR Art. 9 applies")]
    case .annexISection:
      [Choice("none", "Annex I asks nothing"), Choice("A or B", "Art. 6(1) may apply")]
    default:
      switch fact.definition.type {
      case .flag: [Choice("true"), Choice("false")]
      case .choice, .choices: [Choice(fact.definition.members.joined(separator: ", "))]
      default: []
      }
    }
  }

  /// The choices of what is declared of decisions about people.
  private static func choices(ofDecision fact: Fact) -> [Choice] {
    guard fact == .admAutomation else {
      return flags(
        "oversight and an impact assessment are asked for",
        "they are not, for this reason"
      )
    }
    return [
      Choice("none or partial", "a person decides"),
      Choice("solely", "GDPR Art. 22 applies where effects are legal or similar"),
    ]
  }

  /// The criteria of WP 248, each in a word or two.
  private static let criteria =
    "w1 scoring, w2 automated decision with legal effect, w3 monitoring, w4 special categories, w5 large "
    + "scale, w6 matched datasets, w7 vulnerable people, w8 new technology, w9 barred from a right or service"

  private static func flags(_ yes: String, _ no: String) -> [Choice] {
    [Choice("true", yes), Choice("false", no)]
  }
}
