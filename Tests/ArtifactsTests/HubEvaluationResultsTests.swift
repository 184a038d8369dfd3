// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Evaluation results of the Hugging Face hub")
struct HubEvaluationResultsTests {
  @Test func `a result has a task but no metric, and its note may name a slice`() throws {
    let evaluation = try CardFixture.artifact("hf-eval-results/fairness.yaml")
    #expect(evaluation.kind == .evaluation)
    #expect(evaluation.format == "hf-eval-results")
    #expect(evaluation.numbers == ["score[sex=F] 0.871 unknown"])
    let measurement = evaluation.measurements[0]
    #expect(measurement.task == "default_prediction")
    #expect(measurement.dataset == "example-org/loans-2025")
    #expect(measurement.run?.id == "https://ci.example.org/runs/42")
    #expect(measurement.run?.startedAt?.date == CalendarDate(year: 2026, month: 10, day: 1))
    #expect(measurement.source.place == "/0@1:3")
    #expect(evaluation.datasets[0].version == "5503434ddd753f426f4b38109466949a1217c2bb")
  }

  @Test
  func `the wrapper of the programming interface is looked through, and gaps become issues`() throws
  {
    let text = """
      - data:
          dataset: {id: a/b, task_id: t}
          value: 64.59
      - dataset: {id: a/b}
        value: high
      """
    let evaluation = try CardFixture.artifact(of: text, at: ".eval_results/x.yaml")
    #expect(evaluation.numbers == ["score[] 64.59 unknown", "score[] nil unknown"])
    #expect(evaluation.issueLines == ["missing-field:4", "unreadable-number:5"])
  }
}
