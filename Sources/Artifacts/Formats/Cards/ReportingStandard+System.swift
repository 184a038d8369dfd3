// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ReportingStandard {
  /// Adds what a system card says, and the model cards that stand in it.
  static func addSystemCard(_ root: NodeCursor, to artifact: inout Artifact) {
    artifact.title = artifact.text(root["name"])
    artifact.formatVersion = artifact.text(root["schema_version"])
    artifact.status = artifact.text(root["status"])
    artifact.modified = root.at("provenance", "timestamp").flatMap { artifact.statedDate($0) }
    artifact.addIssue(
      "read-as-model-card",
      .note,
      "a system card is read for its models; declare the system itself in ai-system.yml",
      at: root.source
    )
    addOwners(root, to: &artifact)
    artifact.addStatements(
      [
        ("description", .modelDescription), ("goal_and_impact", .intendedUse),
        ("considerations", .limitations), ("risk_management", .ethics),
        ("human_intervention", .oversight), ("used_data", .trainingData),
        ("technical_design", .modelType),
      ],
      of: root
    )
    addRiskGroup(artifact.section(root["ai_act_profile"]), to: &artifact)
    for measure in artifact.sections(root["measures"]) { addMeasure(measure, to: &artifact) }
    for model in artifact.sections(root["models"]) { addModelCard(model, to: &artifact) }
    if let assessments = root["assessments"], !assessments.elements.isEmpty {
      artifact.addIssue(
        "nested-assessment",
        .note,
        "the assessments within a system card are not read; keep each in a file of its own",
        at: assessments.source
      )
    }
  }

  private static func addRiskGroup(_ profile: NodeCursor?, to artifact: inout Artifact) {
    guard let group = profile?["risk_group"], let level = artifact.text(group) else { return }
    var risk = Risk(name: "risk group of the AI Act profile", source: group.source)
    risk.level = level
    risk.scale = "AI Act profile"
    artifact.risks.append(risk)
  }

  private static func addMeasure(_ measure: NodeCursor, to artifact: inout Artifact) {
    let urn = artifact.text(measure["urn"])
    let value = artifact.text(measure["value"])
    guard let title = value ?? urn else { return }
    var control = ControlRecord(title: title, source: measure.source)
    control.id = urn
    control.status = artifact.text(measure["state"])
    let people = artifact.sections(measure["responsible_persons"])
      .compactMap { artifact.text($0["name"]) }
    control.responsible = people.isEmpty ? nil : people.joined(separator: ", ")
    artifact.controls.append(control)
    for reviewer in artifact.sections(measure["reviewer_persons"]) {
      guard let name = artifact.text(reviewer["name"]) else { continue }
      artifact.parties.append(Party(role: .evaluator, name: name, source: reviewer.source))
    }
  }
}
