// SPDX-License-Identifier: Apache-2.0

import GateModel

/// An artifact as lines of text, one per record, with its place.
struct ArtifactText {
  private var lines: [String] = []

  static func render(_ artifact: Artifact) -> String {
    var text = ArtifactText()
    text.add(artifact)
    return text.lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ artifact: Artifact) {
    lines.append("\(artifact.kind.rawValue) \(artifact.format) \(artifact.formatVersion ?? "-")")
    add("title", artifact.title)
    add("status", artifact.status)
    add("language", artifact.language)
    add("created", artifact.created.map(Self.date))
    add("modified", artifact.modified.map(Self.date))
    add("positive means", artifact.positiveMeans)
    for record in artifact.models { add(record) }
    for record in artifact.datasets { add(record) }
    for record in artifact.parties { add(record) }
    for record in artifact.statements { add(record) }
    for record in artifact.measurements { add(record) }
    for record in artifact.groups { add(record) }
    for record in artifact.risks { add(record) }
    for record in artifact.controls { add(record) }
    for record in artifact.approvals { add(record) }
    for issue in artifact.issues {
      add("issue", issue.source, [issue.code, issue.severity.rawValue, issue.message])
    }
  }

  private mutating func add(_ model: ModelRecord) {
    add(
      "model",
      model.source,
      [
        model.name, model.version.map { "version \($0)" }, model.versionDate.map(Self.date),
        model.type.map { "type \($0)" }, model.task.map { "task \($0)" },
        Self.list("licenses", model.licenses), Self.list("base", model.baseModels),
        model.repository, model.sha256,
      ]
    )
  }

  private mutating func add(_ dataset: DatasetRecord) {
    add(
      "dataset",
      dataset.source,
      [
        dataset.name, dataset.id.map { "id \($0)" }, dataset.version.map { "version \($0)" },
        dataset.role.rawValue, dataset.split.map { "split \($0)" },
        dataset.config.map { "config \($0)" }, Self.list("licenses", dataset.licenses),
        "personal data \(dataset.personalData)", dataset.count.map { "count \($0)" },
      ]
    )
  }

  private mutating func add(_ party: Party) {
    add("party", party.source, [party.role.rawValue, party.name, party.contact])
  }

  private mutating func add(_ statement: Statement) {
    add(
      "statement",
      statement.source,
      [
        statement.topic.rawValue, statement.state.rawValue, statement.question.map { "(\($0))" },
        Self.quoted(statement.text), Self.list("items", statement.items),
      ]
    )
  }

  private mutating func add(_ measurement: Measurement) {
    let uncertainty = measurement.uncertainty.map { bounds in
      "[\(Self.text(bounds.lower)), \(Self.text(bounds.upper))] level \(Self.text(bounds.level))"
    }
    add(
      "measurement",
      measurement.source,
      [
        measurement.metric, Self.text(measurement.value), Self.quoted(measurement.raw),
        measurement.unit.rawValue, measurement.kind.rawValue, Self.slice(measurement.slice),
        measurement.n.map { "n \($0)" }, uncertainty, measurement.dataset.map { "on \($0)" },
        measurement.split.map { "split \($0)" }, measurement.task.map { "task \($0)" },
      ]
    )
  }

  private mutating func add(_ group: GroupCounts) {
    add("group", group.source, [Self.slice(group.slice), "\(group.counts)"])
  }

  private mutating func add(_ risk: Risk) {
    add(
      "risk",
      risk.source,
      [
        risk.name, risk.category, risk.affectedGroup, risk.description,
        "severity \(risk.severity ?? "-")", "likelihood \(risk.likelihood ?? "-")",
        "level \(risk.level ?? "-")", "residual \(risk.residualLevel ?? "-")",
        risk.mitigation.map { "mitigation \($0)" }, risk.status,
      ]
    )
  }

  private mutating func add(_ control: ControlRecord) {
    add(
      "control",
      control.source,
      [
        control.id, control.title, control.description, control.status, control.responsible,
        control.due.map(Self.date),
      ]
    )
  }

  private mutating func add(_ approval: Approval) {
    add(
      "approval",
      approval.source,
      [
        approval.decision.rawValue, approval.party, approval.role, approval.date.map(Self.date),
        approval.conditions, approval.evidence,
      ]
    )
  }

  private mutating func add(_ name: String, _ value: String?) {
    if let value { lines.append("\(name): \(value)") }
  }

  private mutating func add(_ name: String, _ source: SourceReference, _ parts: [String?]) {
    let position = "\(source.position.line):\(source.position.column)-\(source.endLine)"
    let place = source.pointer ?? source.headingPath.joined(separator: " > ")
    lines.append(
      "\(name) @\(position) \(place)\n    "
        + parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
    )
  }

  private static func date(_ date: StatedDate) -> String {
    "'\(date.raw)' \(date.date?.description ?? "no day")"
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎"))'"
  }

  private static func list(_ name: String, _ texts: [String]) -> String? {
    texts.isEmpty ? nil : "\(name) \(texts.map(quoted).joined(separator: ", "))"
  }

  private static func slice(_ slice: [SlicePair]) -> String {
    "{\(slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ", "))}"
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "-" }
}
