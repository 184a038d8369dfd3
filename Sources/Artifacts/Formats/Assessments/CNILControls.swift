// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Reads the measures of the CNIL PIA software and the action plans of its evaluations.
struct CNILControls {
  private let measures: [NodeCursor]
  private let evaluations: [NodeCursor]
  /// The evaluations by what they refer to; of several, the last one counts.
  private let evaluationsByReference: [String: NodeCursor]
  /// The titles of the measures by their reference, `3.1.<id>`.
  private let titlesByReference: [String: String]

  /// What the `status` of an evaluation means.
  static let statusWords = [0: "pending", 1: "to be fixed", 2: "improvable", 3: "acceptable"]

  init(measures: [NodeCursor], evaluations: [NodeCursor]) {
    self.measures = measures
    self.evaluations = evaluations
    evaluationsByReference = Dictionary(
      evaluations.compactMap { evaluation in
        evaluation["reference_to"]?.text.map { ($0, evaluation) }
      },
      uniquingKeysWith: { $1 }
    )
    titlesByReference = Dictionary(
      measures.compactMap { measure in
        measure["id"]?.text.flatMap { id in measure["title"]?.text.map { ("3.1.\(id)", $0) } }
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func add(to artifact: inout Artifact) {
    var titles: [String] = []
    for measure in measures {
      guard let title = artifact.html(measure["title"]) else { continue }
      titles.append(title)
      artifact.controls.append(control(measure, title, &artifact))
    }
    if let first = measures.first {
      artifact.addStatement(
        .dpiaMeasures,
        titles.joined(separator: "\n"),
        question: "existing or planned measures",
        items: titles,
        at: first.source
      )
    }
    for evaluation in evaluations {
      if let plan = artifact.html(evaluation["action_plan_comment"]) {
        artifact.controls.append(actionPlan(evaluation, plan, &artifact))
      }
    }
  }

  private func control(
    _ measure: NodeCursor,
    _ title: String,
    _ artifact: inout Artifact
  ) -> ControlRecord {
    var control = ControlRecord(title: title, source: measure.source)
    control.id = artifact.text(measure["id"])
    control.description = artifact.html(measure["content"])
    control.status = control.id.flatMap { evaluationsByReference["3.1.\($0)"] }.flatMap(status)
    return control
  }

  private func actionPlan(
    _ evaluation: NodeCursor,
    _ plan: String,
    _ artifact: inout Artifact
  ) -> ControlRecord {
    let reference = evaluation["reference_to"]?.text
    var control = ControlRecord(
      title: "action plan for \(reference.map(subject) ?? "the assessment")",
      source: evaluation.source
    )
    control.id = reference
    control.description = plan
    control.status = status(of: evaluation)
    control.responsible = artifact.text(evaluation["person_in_charge"])
    control.due = evaluation["estimated_implementation_date"].flatMap { artifact.statedDate($0) }
    return control
  }

  private func status(of evaluation: NodeCursor) -> String? {
    evaluation["status"]?.wholeNumber.map { Self.statusWords[$0] ?? String($0) }
  }

  /// What an evaluation is about: an item `1.1`, a question `2.1.211`, a measure or a risk `3.2`.
  private func subject(_ reference: String) -> String {
    if let title = titlesByReference[reference] { return title }
    if let risk = CNILQuestion.risks.first(where: { $0.evaluation == reference }) {
      return risk.name
    }
    let id =
      reference.hasPrefix("2.") ? reference.split(separator: ".").last.flatMap { Int($0) } : nil
    return id.flatMap { CNILQuestion.all[$0] }?.name ?? "item \(reference)"
  }
}
