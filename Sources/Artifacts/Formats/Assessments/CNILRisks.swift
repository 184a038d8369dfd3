// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads the three risks of the CNIL PIA software and what is left of them.
///
/// Of each, the questions 1 to 4 are impacts, threats, sources and measures, and 5 and 6 the
/// gauges of severity and likelihood. A gauge of 0 is undefined, 1 negligible, 2 limited,
/// 3 important, 4 maximum.
struct CNILRisks {
  private let answers: [Int: NodeCursor]
  private let evaluations: [String: NodeCursor]

  /// Creates the reader; of several answers to a question, the last one counts.
  init(answers: [NodeCursor], evaluations: [NodeCursor]) {
    self.answers = Dictionary(
      answers.compactMap { answer in
        answer["reference_to"]?.wholeNumber.map { ($0, answer) }
      },
      uniquingKeysWith: { $1 }
    )
    self.evaluations = Dictionary(
      evaluations.compactMap { evaluation in
        evaluation["reference_to"]?.text.map { ($0, evaluation) }
      },
      uniquingKeysWith: { $1 }
    )
  }

  func add(to artifact: inout Artifact) {
    for (name, first, reference) in CNILQuestion.risks {
      let parts = (1...6).map { answers[first + $0] }
      guard let source = parts.compactMap({ $0 }).first?.source else { continue }
      var risk = Risk(name: name, source: source)
      risk.scale = "CNIL 0-4"
      risk.severity = gauge(parts[4]?.at("data", "gauge"), &artifact)
      risk.likelihood = gauge(parts[5]?.at("data", "gauge"), &artifact)
      risk.description = list(parts[0], &artifact)
      risk.mitigation = list(parts[3], &artifact)
      addStatement(name, parts: parts, at: source, to: &artifact)
      if let evaluation = evaluations[reference] {
        addResidual(evaluation, to: &risk, &artifact)
      }
      artifact.risks.append(risk)
    }
  }

  /// What is left after the measures, as the evaluator re-estimates it.
  private func addResidual(
    _ evaluation: NodeCursor,
    to risk: inout Risk,
    _ artifact: inout Artifact
  ) {
    let gauges = artifact.section(evaluation["gauges"])
    risk.residualSeverity = gauge(gauges?["x"], &artifact)
    risk.residualLikelihood = gauge(gauges?["y"], &artifact)
    risk.status = evaluation["status"]?.wholeNumber.flatMap { CNILControls.statusWords[$0] }
    let estimates = [("severity", risk.residualSeverity), ("likelihood", risk.residualLikelihood)]
      .compactMap { name, level in level.map { "\(name) \($0) of 4" } }
    let comment = artifact.html(evaluation["evaluation_comment"])
    let text = ([comment] + estimates).compactMap { $0 }.joined(separator: "\n")
    artifact.addStatement(
      .dpiaResidualRisk,
      text,
      question: risk.name,
      at: evaluation.source
    )
  }

  private func addStatement(
    _ name: String,
    parts: [NodeCursor?],
    at source: SourceReference,
    to artifact: inout Artifact
  ) {
    let texts = parts.compactMap { part in
      [list(part, &artifact), artifact.html(part?.at("data", "text"))].compactMap { $0 }
        .joined(separator: "\n")
    }
    artifact.addStatement(
      .dpiaRisks,
      texts.filter { !$0.isEmpty }.joined(separator: "\n"),
      question: name,
      at: source
    )
  }

  private func list(_ answer: NodeCursor?, _ artifact: inout Artifact) -> String? {
    let texts = artifact.texts(answer?.at("data", "list"))
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private func gauge(_ field: NodeCursor?, _ artifact: inout Artifact) -> String? {
    guard let field else { return nil }
    guard let level = field.wholeNumber, (0...4).contains(level) else {
      artifact.addIssue(
        "unknown-value",
        .warning,
        "'\(Excerpt.line(field.text ?? field.shapePhrase))' is no gauge from 0 to 4; set it again",
        at: field.source
      )
      return nil
    }
    return level == 0 ? nil : String(level)
  }
}
