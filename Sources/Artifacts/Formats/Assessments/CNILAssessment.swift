// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The JSON export of the PIA software of CNIL, the French data protection authority.
  static let cnilPIA = ArtifactFormat(
    name: "cnil-pia",
    summary: "impact assessment of the CNIL PIA software (JSON, export of its front or back end)",
    fileNames: ["**/{dpia,pia,data[-_]protection[-_]impact}*.json", "**/*{-pia,_pia,-dpia}.json"],
    detect: CNILAssessment.detect,
    read: { file, kind in
      (file.root?.oneOrMore ?? []).filter { CNILAssessment(export: $0) != nil }.map { export in
        var artifact = file.artifact(kind, format: "cnil-pia")
        CNILAssessment(export: export)?.fill(&artifact)
        return artifact
      }
    }
  )
}

/// Reads one assessment of an export: `{pia, answers, …}` of the front end, or the flat form of the
/// back end, which may be a list of assessments.
///
/// The status `2` or `3` counts as approved by the validator on the day of the last change, since
/// the format has no day of the validation itself.
struct CNILAssessment {
  /// The fields of the assessment itself.
  let pia: NodeCursor
  /// The map that holds `answers`, `measures` and `evaluations`.
  let export: NodeCursor

  init?(export: NodeCursor) {
    let pia = export["pia"] ?? export
    let isAnswer = { (answer: NodeCursor) in answer["reference_to"] != nil }
    guard
      pia.node["dpo_status"] != nil
        || (export["answers"]?.elements.contains(where: isAnswer) ?? false)
    else { return nil }
    self.pia = pia
    self.export = export
  }

  static func detect(_ file: ParsedFile) -> Detection {
    let exports = file.root?.oneOrMore ?? []
    guard exports.contains(where: { CNILAssessment(export: $0) != nil }) else {
      return .no(reason: "it has neither 'dpo_status' nor answers with 'reference_to'")
    }
    return .yes(
      kind: .dpia,
      reason: "it has the answers of the CNIL PIA software",
      confidence: .certain
    )
  }

  func fill(_ artifact: inout Artifact) {
    artifact.title = artifact.text(pia["name"])
    artifact.status = status.map { Self.statusWords[$0] ?? String($0) }
    artifact.created = pia["created_at"].flatMap { artifact.statedDate($0) }
    artifact.modified = pia["updated_at"].flatMap { artifact.statedDate($0) }
    addStanding(to: &artifact)
    addParties(to: &artifact)
    addDecision(to: &artifact)
    addDPOAdvice(to: &artifact)
    addConsultation(to: &artifact)
    let answers = artifact.sections(export["answers"])
    let evaluations = artifact.sections(export["evaluations"])
    addAnswers(answers, to: &artifact)
    CNILRisks(answers: answers, evaluations: evaluations).add(to: &artifact)
    let controls = CNILControls(
      measures: artifact.sections(export["measures"]),
      evaluations: evaluations
    )
    controls.add(to: &artifact)
  }
}

extension CNILAssessment {
  /// What `status` means (PIA software, `pia.model.ts`).
  private static let statusWords = [
    0: "draft", 1: "refused", 2: "approved", 3: "approved", 4: "archived",
  ]

  private var status: Int? { pia["status"]?.wholeNumber }

  /// Neither the example that comes with the software nor an archived assessment is evidence.
  private func addStanding(to artifact: inout Artifact) {
    if let flag = pia["is_example"], flag.isSet {
      artifact.addIssue(
        "example-assessment",
        .error,
        "this is an example assessment; export the assessment of the system itself",
        at: flag.source
      )
    }
    let archived = pia["is_archive"].flatMap { $0.isSet ? $0 : nil }
    if let flag = archived ?? (status == 4 ? pia["status"] : nil) {
      artifact.addIssue(
        "archived-assessment",
        .error,
        "this assessment is archived; export the one that is in force",
        at: flag.source
      )
    }
    if let field = pia["status"], status.map({ Self.statusWords[$0] == nil }) ?? true {
      artifact.addIssue(
        "unknown-value",
        .warning,
        "'\(Excerpt.line(field.text ?? field.shapePhrase))' is no status of the PIA software; "
          + "export the assessment again",
        at: field.source
      )
    }
  }

  private func addParties(to artifact: inout Artifact) {
    let roles: [(key: String, role: Party.Role)] = [
      ("author_name", .author), ("evaluator_name", .evaluator), ("validator_name", .approver),
      ("dpos_names", .dpo), ("people_names", .dataSubjectRep),
    ]
    for (key, role) in roles {
      guard let cursor = pia[key], let name = artifact.text(cursor) else { continue }
      artifact.parties.append(Party(role: role, name: name, source: cursor.source))
    }
  }

  private func addDecision(to artifact: inout Artifact) {
    guard let field = pia["status"], let status, (1...3).contains(status) else { return }
    let reason = artifact.html(pia["rejection_reason"])
    artifact.approvals.append(
      Approval(
        decision: status == 1 ? .refused : .approved,
        party: artifact.text(pia["validator_name"]),
        role: "validator",
        date: artifact.modified,
        conditions: status == 1 ? reason : nil,
        evidence: status == 3 ? "signed validation" : nil,
        source: field.source
      )
    )
  }

  /// The advice of the data protection officer; a status of 0 without a word is no advice.
  private func addDPOAdvice(to artifact: inout Artifact) {
    let opinion = artifact.html(pia["dpo_opinion"])
    if let field = pia["dpo_opinion"] {
      artifact.addStatement(
        .dpiaDPOAdvice,
        opinion ?? "",
        question: "opinion of the DPO",
        at: field.source
      )
    }
    guard let field = pia["dpo_status"], let status = field.wholeNumber else { return }
    let party = artifact.text(pia["dpos_names"])
    guard status == 1 || (status == 0 && (opinion != nil || party != nil)) else { return }
    artifact.approvals.append(
      Approval(
        decision: status == 1 ? .approved : .refused,
        party: party,
        role: "dpo",
        date: artifact.modified,
        source: field.source
      )
    )
  }

  /// The views of the data subjects, or why they were not asked: GDPR, article 35(9).
  private func addConsultation(to artifact: inout Artifact) {
    let wasAsked = pia["concerned_people_searched_opinion"].map(\.isSet)
    let (key, question) =
      wasAsked == false
      ? ("concerned_people_searched_content", "why the views of data subjects were not sought")
      : ("concerned_people_opinion", "views of the data subjects")
    guard let field = pia[key] ?? pia["concerned_people_searched_opinion"] else { return }
    let text = pia[key].flatMap { artifact.html($0) } ?? ""
    artifact.addStatement(.dpiaConsultation, text, question: question, at: field.source)
  }

  private func addAnswers(_ answers: [NodeCursor], to artifact: inout Artifact) {
    for answer in answers {
      guard let id = answer["reference_to"]?.wholeNumber, let data = answer["data"] else {
        continue
      }
      guard let question = CNILQuestion.all[id] else { continue }
      let source = data["text"]?.source ?? data.source
      let text = artifact.html(data["text"]) ?? ""
      for topic in question.topics {
        artifact.addStatement(topic, text, question: question.name, at: source)
      }
    }
  }
}

extension NodeCursor {
  /// A whole number, also when it is written as a text.
  var wholeNumber: Int? { node.int ?? text.flatMap { Int($0) } }

  /// Whether a flag is raised: `true`, `1`, or one of them as a text.
  var isSet: Bool { node.bool ?? text.map { $0 == "true" || $0 == "1" } ?? false }
}

extension Artifact {
  /// The readable text of a field that holds HTML; nil where none is left.
  mutating func html(_ field: NodeCursor?) -> String? {
    text(field).map { HTMLText.plainText($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
