// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

/// What stands beside the results of a run without being one.
@Suite struct SettingTests {
  @Test(arguments: [
    "threshold", "threshold_used", "decision_threshold", "n_samples", "num_features", "n",
    "number_of_rows", "seed", "random_state", "epoch", "best_epoch", "batch_size", "tp",
    "eval_samples", "bootstrap_resamples",
  ])
  func `settings and numbers of cases are no measurements`(key: String) throws {
    let artifact = try EvaluationFixture.parse(#"{"auc": 0.8, "\#(key)": 7}"#, as: .evaluation)
    #expect(artifact.measurements.map(\.metric) == ["auc"])
  }

  @Test(arguments: ["thresholds", "params", "group_counts", "confusion_matrix", "config"])
  func `what stands in a section of settings is no measurement`(key: String) throws {
    let text = #"{"auc": 0.8, "\#(key)": {"accuracy": 7, "a": {"b": 1}}}"#
    let artifact = try EvaluationFixture.parse(text, as: .evaluation)
    #expect(artifact.measurements.map(\.metric) == ["auc"])
  }

  @Test(arguments: ["total_loss", "latency_seconds", "top_n_accuracy", "runtime", "support_recall"])
  func `a metric whose name holds such a word is one`(key: String) throws {
    let artifact = try EvaluationFixture.parse(#"{"\#(key)": 0.5}"#, as: .evaluation)
    #expect(artifact.measurements.map(\.metric) == [key])
  }

  @Test func `a number of cases belongs to the metrics beside it`() throws {
    let text = #"{"f1": 0.7, "age": {"young": {"n": 41, "recall": 0.6}, "old": {"recall": 0.7}}}"#
    let artifact = try EvaluationFixture.parse(text, as: .evaluation)
    #expect(
      artifact.readings == [
        Reading("recall", 0.6, "age=young", n: 41), Reading("recall", 0.7, "age=old"),
        Reading("f1", 0.7),
      ]
    )
  }

  @Test func `a file of settings alone is an evaluation without measurements`() throws {
    let artifact = try EvaluationFixture.parse(#"{"seed": 1}"#, as: .evaluation)
    #expect(artifact.measurements.isEmpty)
  }
}
