// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Evaluations in our own form")
struct EvaluationTests {
  private func read(_ members: String) throws -> Artifact {
    try Reader.artifact(
      """
      {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
       "dataset": {"name": "d"}, "positive_means": "burden", \(members)}
      """,
      at: "evaluation.json",
      as: .evaluation
    )
  }

  @Test func `a number is kept with its text, and what is undefined has no value`() throws {
    let artifact = try read(
      """
      "metrics": [{"name": "Accuracy", "value": 0.910}, {"name": "auc", "value": NaN},
        {"name": "ece", "value": null}, {"name": "tpr", "value": 87.5, "unit": "percent",
        "slice": {"sex": "F", "age": "<40"}}, {"name": "statistical parity difference", "value": -1e-2},
        {"name": "disparate_impact", "value": 0.8}]
      """
    )
    #expect(artifact.measurements.map(\.value) == [0.91, nil, nil, 87.5, -0.01, 0.8])
    #expect(artifact.measurements.map(\.raw) == ["0.910", "NaN", "null", "87.5", "-1e-2", "0.8"])
    #expect(artifact.measurements.map(\.metric).prefix(2) == ["accuracy", "auc"])
    #expect(artifact.measurements[3].unit == .percent)
    #expect(artifact.measurements[0].unit == .unknown)
    #expect(artifact.measurements[4].kind == .difference)
    #expect(artifact.measurements[5].kind == .ratio)
    let slice = [
      SlicePair(attribute: "age", group: "<40"), SlicePair(attribute: "sex", group: "F"),
    ]
    #expect(artifact.measurements[3].slice == slice)
    #expect(artifact.issues.isEmpty, "a value that is undefined was read")
  }

  @Test func `paired counts are read with what they compare, and nothing half`() throws {
    let artifact = try read(
      """
      "paired": [
        {"metric": "Accuracy", "against": "baseline", "name": "2.2.0", "slice": {"sex": "F"},
         "both": 80, "this_only": 6, "other_only": 4, "neither": 10},
        {"metric": "recall", "against": "perturbed", "both": 1, "this_only": 2, "other_only": 3},
        {"metric": "recall", "against": "rival", "both": 1, "this_only": 2, "other_only": 3, "neither": 4},
        {"metric": "recall", "against": "perturbed", "both": -1, "this_only": 2, "other_only": 3,
         "neither": 4}]
      """
    )
    let only = try #require(artifact.paired.first)
    #expect(artifact.paired.count == 1)
    #expect(only.metric == "accuracy" && only.against == .baseline && only.name == "2.2.0")
    #expect(only.slice == [SlicePair(attribute: "sex", group: "F")])
    #expect([only.both, only.thisOnly, only.otherOnly, only.neither] == [80, 6, 4, 10])
    #expect(artifact.issues.count == 3)
    #expect(artifact.issues.allSatisfy { $0.source.pointer?.hasPrefix("/paired/") == true })
  }

  @Test func `groups are confusion matrices or selections, and nothing half`() throws {
    let artifact = try read(
      """
      "groups": [{"slice": {"sex": "F"}, "tp": 1, "fp": 2, "tn": 3, "fn": 4},
        {"slice": {"sex": "M"}, "n": 10, "selected": 4},
        {"slice": {"sex": "X"}, "n": 10},
        {"slice": {"sex": "Y"}, "n": 3, "selected": 4},
        {"slice": {"sex": "Z"}, "tp": 1.5, "fp": 2, "tn": 3, "fn": 4},
        {"slice": {"sex": "F"}, "n": 10, "selected": 4}]
      """
    )
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 1, fp: 2, tn: 3, fn: 4), .selection(selected: 4, n: 10),
        .selection(selected: 4, n: 10),
      ]
    )
    let issues = artifact.issues.map { "\($0.code) \($0.severity) \($0.source.pointer ?? "")" }
    #expect(
      issues == [
        "missing-key warning /groups/2", "wrong-value error /groups/4/tp",
        "more-selected-than-cases error /groups/3", "duplicate error /groups/5",
      ]
    )
  }

  @Test func `a required key that is missing is a warning, a misspelt one an error`() throws {
    let artifact = try Reader.artifact(
      #"{"schema": "modelgate/evaluation/v1", "modell": {"name": "m"}, "dataset": {"name": "d"}}"#,
      at: "e.json"
    )
    let issues = artifact.issues.map { "\($0.severity) \($0.message)" }
    #expect(
      issues == [
        "error unknown key 'modell'; did you mean 'model'?",
        "warning the file has no 'model'; add 'model': the model that was evaluated",
        "warning the file has no 'positive_means'; add 'positive_means': whether the positive class"
          + " is a benefit or a burden for the person",
      ]
    )
    #expect(artifact.models.isEmpty)
    #expect(artifact.positiveMeans == nil)
  }
}

@Suite("Impact assessments in our own form")
struct AssessmentTests {
  @Test func `a section may be a text or a list, and filler is told from evidence`() throws {
    let artifact = try Reader.artifact(
      """
      schema: modelgate/dpia/v1
      title: T
      sections:
        description: [Collects income., Scores it.]
        necessity: TBD
        purposes: ""
        residual_risk: |
          <!-- say it -->
        review: See above.
        consultation: Four customers read the notice.
      """,
      at: "dpia.yaml"
    )
    let states = artifact.statements.map { "\($0.topic.rawValue) \($0.state.rawValue)" }
    #expect(
      states == [
        "dpia.description substantive", "dpia.purposes empty", "dpia.necessity placeholder",
        "dpia.consultation substantive", "dpia.residualRisk empty", "dpia.review placeholder",
      ]
    )
    #expect(artifact.statement(.dpiaDescription)?.items == ["Collects income.", "Scores it."])
    #expect(artifact.statement(.dpiaTransfers) == nil)
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a fundamental-rights assessment has the six sections of Art. 27(1)`() throws {
    let artifact = try Reader.artifact(
      """
      {"schema": "modelgate/fria/v1", "title": "T", "deployer": "City", "sections": {
        "processes": "a", "period": "b", "groups": "c", "harms": "d", "oversight": "e",
        "remedies": "f", "purposes": "g"}}
      """,
      at: "docs/fria.json"
    )
    #expect(artifact.kind == .fria)
    #expect(
      artifact.statements.map(\.topic) == [
        .friaProcesses, .friaPeriod, .friaGroups, .friaHarms, .friaOversight, .friaRemedies,
      ]
    )
    #expect(artifact.parties.map(\.role) == [.deployer])
    #expect(
      artifact.issues.map(\.message) == [
        "unknown key 'purposes'; known keys are processes, period, groups, harms, oversight, remedies"
      ]
    )
  }

  @Test func `ill-typed parts are issues, and the rest is still read`() throws {
    let artifact = try Reader.artifact(
      """
      schema: modelgate/dpia/v1
      title: T
      status: finished
      date: 12/10/2025
      risks: [{severity: high}, {name: R, residual_level: low}]
      measures: none
      approvals: [{decision: yes, by: X}, {decision: approved, by: Y. Young, date: soon}]
      """,
      at: "dpia.yaml"
    )
    #expect(artifact.risks.map(\.name) == ["R"])
    #expect(artifact.risks.first?.residualLevel == "low")
    #expect(artifact.controls.isEmpty)
    #expect(artifact.approvals.map(\.party) == ["Y. Young"])
    #expect(artifact.approvals.first?.date?.date == nil)
    #expect(artifact.created?.date == nil)
    let lines = artifact.issues.map { "\($0.source.position.line) \($0.code)" }
    #expect(
      lines.sorted() == [
        "3 wrong-value", "4 ambiguous-date", "5 missing-key", "6 wrong-value",
        "7 placeholder-left", "7 wrong-value", "7 wrong-value",
      ]
    )
  }
}
