// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct BenchmarkFormatTests {
  @Test func `statistics of HELM give the mean with its perturbation`() throws {
    let artifact = try EvaluationFixture.read("helm/run/stats.json")
    #expect(artifact.format == "helm-stats")
    #expect(
      artifact.readings == [
        Reading("exact_match", 0.57),
        Reading("exact_match", 0.54, "perturbation=dialect:worst"),
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["test", "test"])
    #expect(artifact.measurements.allSatisfy { $0.uncertainty == nil })
    #expect(artifact.models.isEmpty)
  }

  @Test func `the specification of a run gives model, scenario and arguments`() throws {
    let artifact = try EvaluationFixture.read("helm/run/run_spec.json")
    #expect(artifact.format == "helm-run-spec")
    #expect(artifact.title == "civil_comments:demographic=female,model=example_assistant-1b")
    #expect(artifact.models.map(\.name) == ["example/assistant-1b"])
    #expect(artifact.models[0].source.pointer == "/adapter_spec/model")
    #expect(artifact.datasets.map(\.name) == ["civil_comments"])
    #expect(artifact.datasets.map(\.config) == ["demographic=female"])
    #expect(artifact.issues.isEmpty)
  }

  @Test func `a specification without a name is known by its scenario`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"scenario_spec":{"class_name":"a.b.MMLUScenario","args":[]},"adapter_spec":{"model":[]}}"#,
      path: "run_spec.json"
    )
    #expect(artifact.datasets.map(\.name) == ["MMLU"])
    #expect(artifact.datasets.map(\.config) == [nil])
    #expect(artifact.models.isEmpty)
    #expect(artifact.issueCodes == ["unexpected-type", "unexpected-type"])
  }

  @Test(arguments: [":", "-"])
  func `the name of a run directory gives model, scenario and slice`(sign: String) throws {
    let text = #"""
      [{"name":{"name":"num_instances","split":"test"},"count":1,"sum":9,"sum_squared":81,"mean":9.0},
       {"name":{"name":"exact_match","split":"test","sub_split":"toxic"},"count":1,"sum":1,
        "sum_squared":1,"mean":0.5},
       {"name":{"name":"exact_match","split":"test"},"count":1,"sum":1,"sum_squared":1,"mean":0.6},
       {"name":{"name":"energy","split":"test"},"count":0,"sum":0,"sum_squared":0}, {"name":3}]
      """#
    let artifact = try EvaluationFixture.parse(
      text,
      path: "runs/v1/civil_comments\(sign)demographic=female,method=x,model=org_m/stats.json"
    )
    #expect(
      artifact.readings == [
        Reading("exact_match", 0.5, "demographic=female,sub_split=toxic"),
        Reading("exact_match", 0.6, "demographic=female", n: 9),
      ]
    )
    #expect(artifact.models.map(\.name) == ["org_m"])
    #expect(artifact.datasets.map(\.name) == ["civil_comments"])
    #expect(artifact.issueCodes == ["malformed-results"])
  }

  static let everyEval = #"""
    {"schema_version":"0.2.2","evaluation_id":"x/1","evaluation_timestamp":"1791000000",
     "source_metadata":{"source_organization_name":"Lab","evaluator_relationship":"third_party"},
     "model_info":{"name":"m","id":"org/m","developer":"org"},
     "evaluation_results":[
      {"evaluation_name":"BBQ","source_data":{"dataset_name":"bbq","hf_repo":"o/bbq","hf_split":"test"},
       "metric_config":{"metric_id":"accuracy","metric_unit":"proportion","lower_is_better":false,
        "min_score":0,"max_score":1},
       "score_details":{"score":0.75,"uncertainty":{"standard_error":{"value":0.01},"num_samples":100,
        "confidence_interval":{"lower":0.7,"upper":0.8,"confidence_level":0.95,"method":"bootstrap"}}}},
      {"evaluation_name":"L","metric_config":{"lower_is_better":true,"has_unknown_level":true},
       "score_details":{"score":-1}},
      {"evaluation_name":"O","metric_config":{"max_score":1},"score_details":{"score":2,
       "uncertainty":{"confidence_interval":{"lower":3,"upper":1}}}},
      {"evaluation_name":"E","score_details":{}}]}
    """#

  @Test func `results of Every Eval Ever give all that the schema says`() throws {
    let artifact = try EvaluationFixture.parse(Self.everyEval)
    #expect(artifact.format == "every-eval-ever")
    #expect(artifact.formatVersion == "0.2.2")
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.75, n: 100), Reading("l", nil), Reading("o", 2),
      ]
    )
    let first = artifact.measurements[0]
    #expect(first.unit == .fraction)
    #expect(first.higherIsBetter == true)
    #expect(first.split == "test")
    #expect(
      first.uncertainty
        == Uncertainty(standardError: 0.01, lower: 0.7, upper: 0.8, level: 0.95, method: .bootstrap)
    )
    #expect(first.run?.startedAt?.date == CalendarDate("2026-10-03"))
    #expect(artifact.datasets.map(\.id) == ["o/bbq"])
    #expect(artifact.parties.map(\.role) == [.developer, .evaluator])
    // The relationship of the evaluator to the developer is no name.
    #expect(artifact.parties.map(\.name) == ["org", nil])
    #expect(artifact.parties.map(\.organization) == [nil, "Lab"])
    #expect(artifact.issueCodes == ["bad-interval", "out-of-range", "malformed-results"])
  }

  @Test func `a pipeline of DVC says where metrics are, and which git does not have`() throws {
    let artifact = try EvaluationFixture.parse(
      "stages:\n  train:\n    cmd: x\n    metrics:\n      - scores.json\n"
        + "  each:\n    foreach: [a]\n    do:\n      metrics:\n        - ${item}.json:\n"
        + "            cache: false\n",
      path: "sub/dvc.yaml"
    )
    #expect(artifact.issueCodes == ["metrics-not-versioned", "templated-path"])
    #expect(artifact.issues[0].source.pointer == "/stages/train/metrics/0")
    #expect(artifact.issues[0].source.position == SourcePosition(line: 5, column: 9))
  }

  @Test func `a pipeline of DVC names its models`() throws {
    let artifact = try EvaluationFixture.read("dvc/dvc.yaml")
    #expect(artifact.format == "dvc-pipeline")
    #expect(artifact.issueCodes == ["declared-metrics", "declared-metrics"])
    #expect(artifact.models.map(\.name) == ["loan-default-clf"])
    #expect(artifact.measurements.isEmpty)
  }

  @Test func `the last line of an MLflow metric counts`() throws {
    let artifact = try EvaluationFixture.parse(
      "1791000000000 0.884 0\n1791000600000 0.886 1 loans-2025 8f0c1d2e\n",
      path: "mlruns/0/abc/metrics/val/accuracy"
    )
    #expect(artifact.format == "mlflow-metric")
    #expect(artifact.readings == [Reading("val_accuracy", 0.886)])
    #expect(artifact.measurements[0].run?.id == "abc")
    #expect(artifact.measurements[0].source.position.line == 2)
    #expect(artifact.datasets.map(\.hash) == ["8f0c1d2e"])
    #expect(artifact.created?.date == CalendarDate("2026-10-03"))
  }
}
