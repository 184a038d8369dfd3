// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting

/// One document of every kind of record, with every optional fact stated.
enum InspectSample {
  static let json = InspectReport.json(
    documents: [evaluation, assessment],
    notRecognized: [("notes.json", "no known format"), ("a.json", "no known format")],
    faults: [Sample.fault]
  )

  private static let source = SourceReference(
    path: "models/credit/DPIA.md",
    blob: Sample.tree,
    headingPath: ["Impact assessment", "Risks"],
    position: SourcePosition(line: 41, column: 3),
    endLine: 44
  )

  private static let date = StatedDate(raw: "2026-10-01", date: Sample.today, source: source)

  private static var evaluation: Artifact {
    var artifact = Artifact(
      kind: .evaluation,
      format: "modelgate-evaluation",
      formatVersion: "v1",
      source: SourceReference(path: "models/credit/eval.json", pointer: "")
    )
    artifact.positiveMeans = "burden"
    artifact.measurements = [measurement, undefined]
    let slice = [SlicePair(attribute: "sex", group: "F")]
    artifact.groups = [
      GroupCounts(slice: slice, counts: .confusion(tp: 1, fp: 2, tn: 3, fn: 4), source: source),
      GroupCounts(slice: slice, counts: .selection(selected: 5, n: 9), source: source),
    ]
    artifact.paired = [
      PairedCounts(
        metric: "accuracy",
        against: .baseline,
        name: "2.2.0",
        slice: slice,
        both: 80,
        thisOnly: 6,
        otherOnly: 4,
        neither: 10,
        source: source
      )
    ]
    return artifact
  }

  private static var measurement: Measurement {
    var measurement = Measurement(
      metric: "selection_rate",
      value: 0.74,
      raw: "74 %",
      unit: .percent,
      kind: .ratio,
      dataset: "holdout",
      split: "test",
      slice: [SlicePair(attribute: "sex", group: "F")],
      reference: [SlicePair(attribute: "sex", group: "M")],
      n: 100,
      uncertainty: Uncertainty(standardError: 0.01, lower: 0.7, upper: 0.8, level: 0.95),
      source: source
    )
    measurement.aggregation = .betweenGroups
    measurement.numerator = 74
    measurement.denominator = 100
    measurement.higherIsBetter = false
    measurement.decisionThreshold = 0.5
    measurement.task = "classification"
    measurement.isVerified = true
    measurement.run = RunFacts(
      id: "7",
      commit: "abc",
      startedAt: date,
      status: "success",
      isPartial: false
    )
    return measurement
  }

  private static let undefined = Measurement(
    metric: "auc",
    value: .nan,
    raw: "NaN",
    source: source
  )

  private static var assessment: Artifact {
    var artifact = Artifact(kind: .dpia, format: "markdown-dpia", title: "DPIA", source: source)
    artifact.status = "draft"
    artifact.language = "en"
    artifact.created = date
    artifact.modified = StatedDate(raw: "12/10/2025", date: nil, source: source)
    artifact.models = [ModelRecord(name: "credit", version: "1.4", source: source)]
    artifact.datasets = [DatasetRecord(name: "loans", personalData: .yes, count: 9, source: source)]
    artifact.parties = [Party(role: .dpo, name: "A. Person", source: source)]
    artifact.statements = [
      Statement(
        topic: .dpiaResidualRisk,
        question: "Residual risk",
        text: "TBD",
        state: .placeholder,
        items: ["TBD"],
        source: source
      )
    ]
    artifact.risks = [Risk(name: "illegitimate access", source: source)]
    artifact.controls = [ControlRecord(title: "encryption", source: source)]
    artifact.approvals = [
      Approval(decision: .conditional, party: "DPO", date: date, source: source)
    ]
    artifact.issues = [
      Issue(code: "ambiguous-date", severity: .warning, message: "12/10/2025", source: source)
    ]
    return artifact
  }
}
