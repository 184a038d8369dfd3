// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Facts")
struct FactTests {
  @Test func `the questionnaire has every fact that tiering and the rule packs name`() {
    let expected = """
      role domain deployed_to output_used_in data_subjects_in established_in eu_scope.excluded
      eu_scope.rationale eu_scope.owner eu_scope.real_world_testing placed_on_market
      put_into_service substantially_modified change.class role_change.rebranded
      role_change.purpose_changed natural_persons_affected practices.manipulation
      practices.exploits_vulnerability practices.ncii practices.csam practices.social_scoring
      practices.predictive_policing_profiling_only practices.untargeted_face_scraping
      practices.emotion_work_edu practices.emotion_exception
      practices.sensitive_biometric_categorisation practices.biometric_carveout
      practices.realtime_rbi_le practices.rbi_authorised practices.rbi_objective
      practices.rbi_authorisation annex_i.section annex_i.is_product annex_i.safety_function
      annex_i.failure_endangers_health_safety annex_i.third_party_assessment_required
      annex_i.third_party_only_other_risks annex_i.only_non_safety_benefit annex_iii
      carveouts.1a_verification_only carveouts.5b_fraud_detection carveouts.7d_travel_documents
      carveouts.8b_logistics_only profiling art6_3.claimed art6_3.condition
      art6_3.materially_influences_decision art6_3.separable_from_highrisk_system
      art6_3.assessment art6_3.registered art6_3.reason art6_3.owner conformity.route
      conformity.notified_body conformity.assessed_version conformity.ce_mark
      registration.database registration.reference registration.date interacts_with_humans obvious_ai
      emotion_recognition biometric.face biometric.identification biometric.remote_identification
      biometric.verification_only biometric.categorisation oversight.two_person_verification
      generative.modalities generative.assistive_editing_only generative.no_substantial_alteration
      generative.machine_to_machine_only generative.deepfake generative.public_interest_text
      generative.editorial_control gpai.is_model gpai.base gpai.training_flops gpai.flops_method
      gpai.modification_flops gpai.designated_systemic gpai.threshold_met_on gpai.notified_on
      gpai.rebuttal gpai.placed_on_market gpai.licence_free_open gpai.weights_public
      gpai.architecture_public gpai.usage_info_public gpai.eu_representative gpai.compliance_means
      adm.automation adm.legal_or_similar_effect adm.human_can_override adm.reviewer_trained
      adm.gateway adm.special_category_ground continual_learning controls_input_data
      bias_detection_uses_special_categories personal_data lawful_basis.collection
      lawful_basis.training lawful_basis.evaluation lawful_basis.inference
      lawful_basis.balancing_test special_categories art9_exceptions art9_national_note
      monitoring.systematic wp248.w1 wp248.w2 wp248.w3 wp248.w4 wp248.w5 wp248.w6 wp248.w7
      wp248.w8 wp248.w9 wp248.note dpia_authority_list_hit dpo_designated processors_used
      processed_in model_claimed_anonymous retention.technical_documentation_years
      retention.logs_days retention.decision_records_days retention.personal_data
      deployer.public_body deployer.public_service deployer.workplace_use deployer.government
      fria.notified_on us.aedt us.ccpa_business us.hipaa_entity us.us_bank protected_attributes
      intersections
      """
    #expect(
      Fact.allCases.map(\.rawValue)
        == expected.split(whereSeparator: \.isWhitespace).map(String.init)
    )
  }

  @Test(arguments: Fact.allCases)
  func `every fact says what it is, why it matters, and what may be answered`(fact: Fact) {
    let definition = fact.definition
    #expect(!definition.summary.isEmpty && !definition.summary.hasSuffix("."))
    #expect(!definition.article.isEmpty)
    let isChoice = definition.type == .choice || definition.type == .choices
    #expect(definition.members.isEmpty == !isChoice)
    #expect(Set(definition.members).count == definition.members.count)
  }

  @Test(arguments: Fact.allCases)
  func `every fact can be answered in a declaration, and the answer comes back`(fact: Fact) throws {
    let answer =
      switch fact.definition.type {
      case .flag: "true"
      case .choice: fact.definition.members.last ?? ""
      case .choices: "[\(fact.definition.members.joined(separator: ", "))]"
      case .text, .path: "a text"
      case .texts, .attributes: "[one, two]"
      case .places: "[EU-DE, US-TX]"
      case .number: "3"
      case .date: "2026-10-01"
      case .listOfLists: "[[one, two]]"
      }
    let keys = fact.rawValue.split(separator: ".")
    let line = keys.count == 1 ? "\(keys[0]): \(answer)" : "\(keys[0]): {\(keys[1]): \(answer)}"
    let node = try YAMLReader.read(Array("version: 1\nid: a\nname: A\n\(line)\n".utf8))
    let (value, problems) = SystemDeclaration.read(node, path: "ai-system.yml")
    #expect(problems == [])
    let facts = try #require(value?.facts)
    #expect(facts.unanswered.count == Fact.allCases.count - 1)
    let read = try #require(facts.answer(fact))
    let plain = answer.filter { !"[]".contains($0) }
    let expected = fact.definition.type == .listOfLists ? "one × two" : plain
    #expect(read.text == (fact.definition.type == .number ? "3.0" : expected))
    #expect(read.source.position.line == 4)
  }
}
