// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// Reads the risks, measures, advice and signatures of a Dutch DPIA.
struct DutchDPIARecords {
  private let answers: DutchAnswers
  /// The groups of the measures.
  private let measures: [[DutchAnswers.Answer]]
  /// The measures by the description of the risk that they answer; the first one of each.
  private let measuresByRisk: [String: [DutchAnswers.Answer]]

  init(answers: DutchAnswers) {
    self.answers = answers
    measures = answers.groups("17.1")
    let pairs = measures.flatMap { measure in
      (measure.first { $0.id == "17.1.1" }?.texts ?? []).map { ($0, measure) }
    }
    measuresByRisk = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  func add(to artifact: inout Artifact) {
    for group in answers.groups("16.1") { addRisk(group, to: &artifact) }
    for group in measures { addControl(group, to: &artifact) }
    addDPO(to: &artifact)
    let status = answers.below("19.2").first?.text
    for group in answers.groups("20.1") {
      addSignature(group, isFinal: status == "definitief", to: &artifact)
    }
    artifact.status = Self.status(
      status,
      isSigned: artifact.approvals.contains { $0.role != "dpo" && $0.decision == .approved }
    )
  }

  private static func status(_ stated: String?, isSigned: Bool) -> String? {
    switch stated {
    case "concept": "draft"
    case "definitief": isSigned ? "approved" : "final"
    case let other: other
    }
  }

  private func addRisk(_ group: [DutchAnswers.Answer], to artifact: inout Artifact) {
    guard let first = group.first, let name = group.text("16.1.1") else { return }
    var risk = Risk(name: name, source: first.cursor.source)
    risk.category = group.text("16.1.2")
    risk.likelihood = group.text("16.1.3")
    risk.severity = group.text("16.1.5")
    risk.level = group.text("16.1.7")
    risk.description = group.text("16.1.8")
    risk.scale = "laag, midden, hoog"
    let measure = measuresByRisk[name]
    risk.mitigation = measure?.text("17.1.3")
    risk.residualLevel = measure?.text("17.1.4")
    artifact.risks.append(risk)
  }

  private func addControl(_ group: [DutchAnswers.Answer], to artifact: inout Artifact) {
    guard let first = group.first, let title = group.text("17.1.3") else { return }
    var control = ControlRecord(title: title, source: first.cursor.source)
    control.responsible = group.text("17.1.7")
    artifact.controls.append(control)
  }

  private func addDPO(to artifact: inout Artifact) {
    let group = answers.below("19.5")
    guard let first = group.first, let name = group.text("19.5.4") else { return }
    artifact.parties.append(
      Party(
        role: .dpo,
        name: name,
        organization: group.text("19.5.1"),
        source: first.cursor.source
      )
    )
  }

  /// A signature of the controller; a draft cannot be signed.
  private func addSignature(
    _ group: [DutchAnswers.Answer],
    isFinal: Bool,
    to artifact: inout Artifact
  ) {
    guard let first = group.first, let name = group.text("20.1.4") ?? group.text("20.1.1") else {
      return
    }
    let date = group.first { $0.id == "20.1.6" }?.cursor["value"].flatMap {
      artifact.statedDate($0)
    }
    artifact.parties.append(
      Party(
        role: .approver,
        name: name,
        organization: group.text("20.1.1"),
        source: first.cursor.source
      )
    )
    artifact.approvals.append(
      Approval(
        decision: isFinal && date?.date != nil ? .approved : .pending,
        party: name,
        role: group.text("20.1.5"),
        date: date,
        source: first.cursor.source
      )
    )
  }
}

extension [DutchAnswers.Answer] {
  /// The answer to a question, as one text.
  fileprivate func text(_ id: String) -> String? { first { $0.id == id }?.text }
}
