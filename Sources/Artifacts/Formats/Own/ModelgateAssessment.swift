// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// `modelgate/dpia/v1`: a data protection impact assessment in the project's own form.
  static let modelgateDPIA = assessment(.dpia, title: "data protection")

  /// `modelgate/fria/v1`: a fundamental-rights impact assessment in the project's own form.
  static let modelgateFRIA = assessment(.fria, title: "fundamental-rights")

  private static func assessment(_ form: AssessmentForm, title: String) -> ArtifactFormat {
    ArtifactFormat(
      name: form.formatName,
      summary:
        "\(title) impact assessment in the project's own form (YAML or JSON, \(form.schema))",
      fileNames: form.fileNames,
      detect: { $0.detectSchema(form.schema, as: form.kind) },
      read: { file, _ in
        file.root.map { [AssessmentReading(form: form, root: $0, file: file).artifact()] } ?? []
      }
    )
  }
}

/// Reads `modelgate/dpia/v1` and `modelgate/fria/v1`.
struct AssessmentReading {
  let form: AssessmentForm
  let root: NodeCursor
  let file: ParsedFile

  func artifact() -> Artifact {
    var artifact = file.artifact(form.kind, format: form.formatName, title: root["title"]?.text)
    artifact.formatVersion = "v1"
    artifact.issues = ShapeCheck.problems(of: root, against: form.shape).map {
      Issue($0, in: root.file)
    }
    artifact.status = root["status"]?.text
    artifact.created = root["date"].flatMap { artifact.statedDate($0) }
    artifact.coveredSystem = root["covers"]?["system"]?.text
    artifact.reviewDue = root["review_date"]?.text.flatMap { CalendarDate(dayOf: $0) }
    artifact.models = root["covers"].flatMap(model).map { [$0] } ?? []
    artifact.parties = parties(&artifact)
    addStatements(to: &artifact)
    for element in root["risks"]?.elements ?? [] {
      if let found = risk(element) { artifact.risks.append(found) }
    }
    artifact.controls = (root["measures"]?.elements ?? []).compactMap { control($0, &artifact) }
    artifact.approvals = (root["approvals"]?.elements ?? []).compactMap(RecordReading.approval)
    checkNames(&artifact)
    return artifact
  }

  private func model(_ covers: NodeCursor) -> ModelRecord? {
    guard covers["model"] != nil || covers["model_version"] != nil else { return nil }
    return ModelRecord(
      name: covers["model"]?.text,
      version: covers["model_version"]?.text,
      source: covers.source
    )
  }

  /// Who is named; filler in the place of a name is no fact.
  private func parties(_ artifact: inout Artifact) -> [Party] {
    let roles: [(key: String, role: Party.Role)] = [
      ("controller", .owner), ("deployer", .deployer), ("dpo", .dpo), ("author", .author),
    ]
    return roles.compactMap { key, role -> Party? in
      guard let cursor = root[key] else { return nil }
      if let text = cursor.text, PartyName.namesNobody(text) {
        artifact.addIssue(
          "names-nobody",
          .error,
          "'\(Excerpt.line(text))' under '\(key)' names nobody",
          at: cursor.source
        )
        return nil
      }
      return Party(role: role, name: cursor.text, source: cursor.source)
    }
  }

  /// Titles and names that name nothing, and measures that nobody answers for.
  private func checkNames(_ artifact: inout Artifact) {
    let risks = (root["risks"]?.elements ?? []).map { $0["name"] }
    let measures = root["measures"]?.elements ?? []
    for case .some(let cursor) in [root["title"]] + risks + measures.map({ $0["title"] }) {
      guard let text = cursor.text, UnansweredWords.fillName(text) else { continue }
      artifact.addIssue(
        "placeholder",
        .error,
        "'\(Excerpt.line(text))' names nothing; say what it is",
        at: cursor.source
      )
    }
    for cursor in measures.compactMap({ $0["responsible"] }) {
      guard let text = cursor.text, UnansweredWords.fillName(text) else { continue }
      artifact.addIssue(
        "names-nobody",
        .error,
        "'\(Excerpt.line(text))' under 'responsible' names nobody",
        at: cursor.source
      )
    }
  }

  private func addStatements(to artifact: inout Artifact) {
    let sections = root["sections"]
    for (key, topic) in form.sections {
      guard let section = sections?[key] else { continue }
      let texts = section.texts
      let text = texts.joined(separator: "\n")
      artifact.addStatement(
        topic,
        text,
        question: key,
        items: section.node.isList ? texts : [],
        state: MarkupText.state(of: text, for: Demand(topic), on: topic),
        at: section.source
      )
    }
    if let review = root["review_date"], let topic = form.reviewTopic, let text = review.text {
      artifact.addStatement(topic, text, question: "review_date", at: review.source)
    }
  }

  private func risk(_ cursor: NodeCursor) -> Risk? {
    guard let name = cursor["name"]?.text else { return nil }
    var risk = Risk(name: name, source: cursor.source)
    for (key, field) in AssessmentForm.riskFields { risk[keyPath: field] = cursor[key]?.text }
    // A status that stays empty is none that says that something was done.
    risk.status = cursor["status"].map { $0.text ?? "" }
    return risk
  }

  private func control(_ cursor: NodeCursor, _ artifact: inout Artifact) -> ControlRecord? {
    guard let title = cursor["title"]?.text else { return nil }
    var control = ControlRecord(title: title, source: cursor.source)
    control.id = cursor["id"]?.text
    control.description = cursor["description"]?.text
    control.status = cursor["status"]?.text
    if let status = cursor["status"], let text = status.text, MeasureProgress.isUnknown(text) {
      artifact.addIssue(
        "unknown-status",
        .error,
        "'\(Excerpt.line(text))' says nothing of how far the measure is; write done, open or planned",
        at: status.source
      )
    }
    control.responsible = cursor["responsible"]?.text
    control.due = cursor["due"].flatMap { artifact.statedDate($0) }
    return control
  }
}
