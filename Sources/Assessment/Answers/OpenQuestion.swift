// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Survey

extension OpenQuestion {
  /// The questions about open facts in the order of the law, groups as one; what the answer to another
  /// question settles is not asked.
  ///
  /// - Parameters:
  ///   - open: The open facts.
  ///   - others: What is open besides, and asked elsewhere.
  ///   - facts: The answers that count.
  ///   - doubts: Why words for groups do not count.
  /// - Returns: Each question once.
  package static func all(
    about open: [Fact],
    besides others: [Fact] = [],
    in facts: SystemFacts,
    doubts: [Doubt] = []
  ) -> [OpenQuestion] {
    var asked: Set<String> = []
    return open.filter { $0.isAsked(besides: open + others, facts) }
      .map { about($0, besides: open, in: facts, doubts: doubts) }
      .filter { asked.insert($0.key).inserted }
  }

  /// The question that asks for a fact: one about all of a group or map while nothing of it is said.
  private static func about(
    _ fact: Fact,
    besides open: [Fact],
    in facts: SystemFacts,
    doubts: [Doubt]
  ) -> OpenQuestion {
    if let group = FactGroup(rawValue: fact.group ?? fact.rawValue) {
      if let doubt = doubts.first(where: { $0.group == group }) { return OpenQuestion(doubt) }
      if group.members.allSatisfy({ facts.answer($0) == nil }) { return OpenQuestion(group) }
    }
    if Fact.screening.contains(fact) {
      return OpenQuestion(criteria: open.filter { Fact.screening.contains($0) })
    }
    let maps: [(facts: [Fact], question: OpenQuestion)] = [
      (Fact.decisions, decisions), (Fact.deployment, deployment), (Fact.lawfulBases, lawfulBasis),
    ]
    let whole = maps.first { map in
      map.facts.contains(fact) && map.facts.allSatisfy(open.contains)
        && (map.facts != Fact.deployment || facts.answer(.deployerGovernment) == nil)
    }
    return whole?.question ?? OpenQuestion(fact)
  }

  /// The key of the declaration that says who answers.
  private static let signatureKey = "answered"

  /// Who stands for what is said, and on which day the law was looked at.
  static func signature(of groups: [FactGroup], on day: CalendarDate) -> OpenQuestion {
    let names = groups.map(\.rawValue).joined(separator: ", ")
    return OpenQuestion(
      key: signatureKey,
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
      Choice(
        "{automation: none|partial, legal_or_similar_effect: true|false}",
        "a person decides; with such effects oversight is asked for"
      ),
      Choice(
        "{automation: solely, legal_or_similar_effect: true|false}",
        "with such effects GDPR Art. 22 and criterion w2 apply"
      ),
      Choice("nothing of it", "once 'natural_persons_affected' is false"),
    ]
  )

  /// Three facts about whoever uses a high-risk system.
  private static let deployment = OpenQuestion(
    key: "deployer",
    article: "AI Act Art. 26(7), 27(1)",
    question: "what is the deployer: under public law, a provider of public services, an employer",
    choices: [
      Choice(
        "{public_body: false, public_service: false, workplace_use: false}",
        "the duties of any deployer; one that is true adds the impact assessment of Art. 27 or the "
          + "notice to workers of Art. 26(7)"
      ),
      Choice("nothing of it", "once 'role' is provider alone"),
    ]
  )

  /// The point of Article 6(1) for each stage, which one map answers.
  private static let lawfulBasis = OpenQuestion(
    key: "lawful_basis",
    article: "GDPR Art. 6(1)",
    question: "which point of Art. 6(1) covers each stage",
    choices: [
      Choice(
        "{collection: b, training: b, evaluation: b, inference: b}",
        "with f add balancing_test"
      ),
      Choice("none", "nothing allows it"),
    ]
  )

  private init(_ doubt: Doubt) {
    self.init(
      key: doubt.group.rawValue,
      article: doubt.group.article,
      question: doubt.text,
      choices: [Choice("none, with a new day in 'answered'", "nothing of it"), doubt.group.some]
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
}

extension OpenQuestion {
  /// Questions from several sources in the order of the law: who answers first, models last.
  package static func inOrder(_ questions: [OpenQuestion]) -> [OpenQuestion] {
    questions.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  private var rank: Int {
    if key == Self.signatureKey { return -1 }
    return Fact.allCases.firstIndex { $0.rawValue == key || $0.group == key } ?? Int.max
  }
}

extension Fact {
  /// The facts about decisions that follow where no person is affected.
  static let decisions: [Fact] = [.admAutomation, .admLegalOrSimilarEffect]

  /// The facts about whoever uses a high-risk system.
  static let deployment: [Fact] = [
    .deployerPublicBody, .deployerPublicService, .deployerWorkplaceUse,
  ]

  /// The facts about what allows the processing of personal data, stage by stage.
  static let lawfulBases: [Fact] = [
    .lawfulBasisCollection, .lawfulBasisTraining, .lawfulBasisEvaluation, .lawfulBasisInference,
  ]

  /// Whether a fact has a question of its own beside those about other facts that are open: a wider
  /// question says what to add, and often settles it.
  fileprivate func isAsked(besides open: [Fact], _ facts: SystemFacts) -> Bool {
    if self == .emotionRecognition {
      return !FactGroup.biometric.members.allSatisfy { facts.answer($0) == nil }
    }
    // Point (f) alone takes a test, and its answer says so.
    if self == .lawfulBasisBalancingTest {
      return Self.lawfulBases.contains { facts.choice($0) == "f" }
    }
    return !settling.contains(where: open.contains)
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
      choices: fact.choices
    )
  }
}
