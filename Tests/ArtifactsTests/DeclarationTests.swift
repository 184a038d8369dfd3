// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("System declarations")
struct DeclarationTests {
  private func read(
    _ text: String,
    at path: String = "ml/credit/ai-system.yml"
  ) throws -> (value: SystemDeclaration?, problems: [Problem]) {
    SystemDeclaration.read(try YAMLReader.read(Array(text.utf8)), path: path)
  }

  @Test func `a complete declaration is read without problems`() throws {
    let node = try YAMLReader.read(try Fixture.bytes("system/ai-system.yml"))
    let (value, problems) = SystemDeclaration.read(node, path: "ai-system.yml")
    #expect(problems == [])
    let declaration = try #require(value)
    #expect(declaration.id == "loan-scoring")
    #expect(declaration.name == "Consumer loan scoring")
    #expect(declaration.facts.texts(.role) == ["provider", "deployer"])
    #expect(declaration.facts.flag(.profiling) == .yes)
    #expect(declaration.facts.flag(.practicesManipulation) == .no)
    #expect(declaration.facts.choice(.annexISection) == "none")
    #expect(declaration.facts.date(.placedOnMarket) == CalendarDate("2026-10-01"))
    #expect(declaration.facts.lists(.intersections) == [])
    #expect(declaration.facts.answer(.substantiallyModified)?.text == "none")
    #expect(declaration.models.map(\.weights) == ["models/loan-scorer.bin"])
    #expect(declaration.contacts.map(\.contact) == ["credit-models@bank.example"])
    #expect(declaration.approvals.map(\.date?.date) == [CalendarDate("2026-09-30")])
    let patterns = try #require(declaration.artifactPatterns)
    #expect(patterns.map(\.kind) == [.modelCard, .datasheet, .evaluation, .dpia])
    #expect(
      declaration.facts.unanswered == [
        .establishedIn, .exclusionRationale, .exclusionOwner, .realWorldTesting, .putIntoService,
        .changeClass, .roleChangeRebranded, .roleChangePurposeChanged, .practicesRBIObjective,
        .practicesRBIAuthorisation, .annexIIsProduct, .annexIThirdPartyOnlyOtherRisks,
        .art63Condition, .art63MateriallyInfluencesDecision, .art63SeparableFromHighRiskSystem,
        .art63Assessment, .art63Registered, .art63Reason, .art63Owner, .conformityRoute,
        .conformityNotifiedBody, .conformityAssessedVersion, .conformityCEMark,
        .registrationDatabase, .registrationReference, .registrationDate, .twoPersonVerification,
        .generativeNoSubstantialAlteration, .generativeMachineToMachineOnly, .gpaiBase,
        .gpaiTrainingFLOPs, .gpaiFLOPsMethod, .gpaiModificationFLOPs, .gpaiThresholdMetOn,
        .gpaiNotifiedOn, .gpaiRebuttal, .gpaiPlacedOnMarket, .gpaiLicenceFreeOpen,
        .gpaiWeightsPublic, .gpaiArchitecturePublic, .gpaiUsageInfoPublic, .gpaiEURepresentative,
        .gpaiComplianceMeans, .admGateway, .admSpecialCategoryGround, .continualLearning,
        .controlsInputData, .biasDetectionUsesSpecialCategories, .lawfulBasisCollection,
        .lawfulBasisTraining, .lawfulBasisEvaluation, .lawfulBasisInference,
        .lawfulBasisBalancingTest, .art9Exceptions, .art9NationalNote, .wp248Note, .dpoDesignated,
        .processorsUsed, .processedIn, .modelClaimedAnonymous,
        .retentionTechnicalDocumentationYears, .retentionLogsDays, .retentionDecisionRecordsDays,
        .retentionPersonalData, .friaNotifiedOn,
      ]
    )
  }

  @Test func `the long form keeps reason, owner, evidence and place`() throws {
    let (value, problems) = try read(
      """
      version: 1
      id: a
      name: A
      carveouts:
        5b_fraud_detection:
          value: true
          reason: It only flags card theft.
          owner: Risk
          evidence: docs/x.md
      domain: {value: credit, reason: r, owner: o}
      """
    )
    #expect(problems == [])
    let answer = try #require(value?.facts.answer(.carveouts5bFraudDetection))
    #expect(answer.value == .flag(true))
    #expect(answer.reason == "It only flags card theft.")
    #expect(answer.owner == "Risk")
    #expect(answer.evidence == "docs/x.md")
    #expect(answer.source.position == SourcePosition(line: 6, column: 5))
    #expect(answer.source.pointer == "/carveouts/5b_fraud_detection")
    #expect(value?.facts.texts(.domain) == ["credit"])
  }

  @Test
  func `an exclusion and a derogation are justified by the keys beside them, and only so`() throws {
    let (value, problems) = try read(
      """
      version: 1
      id: a
      name: A
      eu_scope: {excluded: military, rationale: Only for defence., owner: Legal}
      art6_3: {claimed: {value: true, reason: r, owner: o}}
      """
    )
    let exclusion = try #require(value?.facts.answer(.exclusion))
    #expect([exclusion.reason, exclusion.owner] == ["Only for defence.", "Legal"])
    #expect(problems.map(\.location?.description) == ["ml/credit/ai-system.yml:5:19"])
    #expect(value?.facts.answer(.art63Claimed) == nil)
  }

  @Test func `what is unknown, missing or null has no answer, and an empty list is one`() throws {
    let (value, problems) = try read(
      """
      version: 1
      id: a
      name: A
      profiling: unknown
      personal_data: null
      special_categories: []
      placed_on_market: null
      gpai: {flops_method: "", training_flops: 1e25}
      """
    )
    #expect(problems == [])
    let facts = try #require(value?.facts)
    #expect(facts.flag(.profiling) == .unknown)
    #expect(facts.answer(.profiling) == nil)
    #expect(facts.answer(.personalData) == nil)
    #expect(facts.texts(.specialCategories) == [])
    #expect(facts.texts(.protectedAttributes) == nil)
    #expect(facts.answer(.placedOnMarket)?.value == .date(nil))
    #expect(facts.answer(.gpaiFLOPsMethod) == nil)
    #expect(facts.number(.gpaiTrainingFLOPs) == 1e25)
    #expect(facts.unanswered.contains(.profiling))
    #expect(!facts.unanswered.contains(.placedOnMarket))
  }

  @Test func `all problems are reported at once, each with place and help`() throws {
    let (value, problems) = try read(
      """
      version: 2
      id: Credit Scoring
      rolle: provider
      domain: [credits]
      profiling: maybe
      practices: {manipulation: no, social_skoring: false}
      placed_on_market: 01.10.2026
      annex_iii: 5b
      intersections: [sex]
      artifacts: {model_cards: ../../../x.md, cards: y.md}
      models:
        - {name: a, sha256: abc}
        - {name: a}
      contacts: [{role: boss, name: B. Roy}]
      approvals: [{decision: approved}]
      """
    )
    #expect(value?.id == "Credit Scoring")
    let lines = problems.map {
      "\($0.location?.position?.line ?? 0):\($0.location?.position?.column ?? 0) \($0.message)"
    }
    #expect(
      lines == [
        "1:1 the file has no 'name'",
        "1:10 'version' must be the number 1, not '2'",
        "2:5 'id' must be lower-case letters, digits, '.', '_' and '-', not 'Credit Scoring'",
        "3:1 unknown key 'rolle'",
        "4:10 'credits' is no value of 'domain[0]'",
        "5:12 'profiling' must be true, false or unknown, not 'maybe'",
        "6:27 'manipulation' must be true, false or unknown, not 'no'",
        "6:31 unknown key 'social_skoring'",
        "7:19 'placed_on_market' must be a day as YYYY-MM-DD, not '01.10.2026'",
        "9:17 'intersections[0]' must be a list, each element a text, not 'sex'",
        "10:26 '../../../x.md' is no usable path or pattern",
        "10:41 unknown key 'cards'",
        "12:23 'sha256' must be 64 hexadecimal digits, not 'abc'",
        "13:5 'a' is already there in line 12",
        "14:19 'boss' is no value of 'role'",
        "15:13 approvals[0] has no 'by'",
      ]
    )
    #expect(problems.allSatisfy { !$0.help.isEmpty })
    #expect(problems.first { $0.message.contains("rolle") }?.help == "did you mean 'role'?")
    #expect(problems.first { $0.message.contains("credits") }?.help == "did you mean 'credit'?")
    #expect(
      problems.first { $0.message.contains("skoring") }?.help == "did you mean 'social_scoring'?"
    )
  }

  @Test(arguments: ["version: 1\nname: A", "- a", "text", "version: 1\nid: {a: b}\nname: A"])
  func `without a usable id there is no declaration`(text: String) throws {
    let (value, problems) = try read(text)
    #expect(value == nil)
    #expect(!problems.isEmpty)
  }

  @Test(arguments: [
    "name: TBD", "name: A\ndescription: wird nachgereicht", "name: '-'",
    "name: A\nmodels: [{name: TBD, version: 1}]", "name: A\ncontacts: [{role: dpo, name: TODO}]",
  ])
  func `a text that is still to be written is a problem at its place`(text: String) throws {
    let (_, problems) = try read("version: 1\nid: a\n\(text)")
    #expect(problems.map(\.code) == ["placeholder"])
    #expect(problems.first?.location?.position?.line == 2 + text.split(separator: "\n").count)
  }

  @Test func `the id of undeclared artifacts is reserved`() throws {
    let (_, problems) = try read("version: 1\nid: undeclared\nname: A")
    #expect(problems.map(\.code) == ["reserved-id"])
  }

  @Test func `paths are relative to the declaration`() throws {
    let (value, problems) = try read(
      """
      version: 1
      id: a
      name: A
      artifacts:
        model_cards: MODEL_CARD.md
        datasheets: [../../data/*.md, /docs/DATASHEET.md]
      models: [{name: m, weights: ../weights/m.bin}]
      """
    )
    #expect(problems == [])
    let patterns = try #require(value?.artifactPatterns)
    #expect(
      patterns.map(\.pattern.text) == ["ml/credit/MODEL_CARD.md", "data/*.md", "docs/DATASHEET.md"]
    )
    #expect(patterns[1].pattern.matches("data/loans.md"))
    #expect(value?.models.first?.weights == "ml/weights/m.bin")
  }

  @Test func `two systems with one id are a problem that names both places`() throws {
    let text = "version: 1\nid: a\nname: A"
    let declarations = [
      try #require(try read(text, at: "x/ai-system.yml").value),
      try #require(try read(text, at: "y/ai-system.yml").value),
    ]
    let problems = SystemDeclaration.duplicates(among: declarations)
    #expect(problems.map(\.location?.path) == ["y/ai-system.yml"])
    #expect(problems.first?.message == "the system id 'a' is already declared in x/ai-system.yml")
  }

  @Test func `attributes that nobody is asked for are read with their proxy`() throws {
    let text = """
      version: 1
      id: a
      name: A
      uncollected_attributes:
        - {attribute: ethnicity, reason: the law forbids to ask, owner: Data Office}
        - {attribute: age, reason: not asked, owner: O, proxy: first names, proxy_error: 0.125}

      """
    let (value, problems) = try read(text)
    #expect(problems == [])
    #expect(
      value?.uncollectedAttributes.map(\.stated) == [
        "is not collected, because: the law forbids to ask",
        "is guessed from a proxy (first names), wrong for 12.5 % of people, because: not asked",
      ]
    )
  }

  @Test(arguments: ["proxy_error: 0.1", "proxy: names, proxy_error: 12"])
  func `an error of no proxy, or one that is no share, is a mistake`(fields: String) throws {
    let entry = "{attribute: age, reason: not asked, owner: O, \(fields)}"
    let text = "version: 1\nid: a\nname: A\nuncollected_attributes: [\(entry)]\n"
    #expect(try read(text).problems.map(\.message).contains { $0.contains("'proxy_error'") })
  }
}
