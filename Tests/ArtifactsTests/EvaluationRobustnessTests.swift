// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Testing

@Suite struct EvaluationRobustnessTests {
  /// Every fixture with the path under which its format is found.
  static let corpus = [
    ("sklearn/classification_report.json", "classification_report.json"),
    ("fairlearn/fairness.json", "fairness.json"),
    ("fairlearn/metricframe_by_group.json", "metric_frame.json"),
    ("fairlearn/metricframe_multi.json", "metric_frame.json"),
    ("lm_eval/legacy_v0.3.json", "results.json"),
    ("lm_eval/results_2026-10-01T09-00-00.000000.json", "results_x.json"),
    ("evaluate/result-2026_10_01-09_00_00.json", "result-x.json"),
    ("trainer/all_results.json", "all_results.json"),
    ("inspect/2026-10-01T09-00-00+00-00_bias-qa_abc.json", "logs/x.json"),
    ("aequitas/report.csv", "aequitas.csv"), ("aequitas/full.csv", "aequitas.csv"),
    ("aif360/disparate_impact.json", "aif360.json"),
    ("dvc/dvc.yaml", "dvc.yaml"), ("dvc/metrics/eval.json", "eval.json"),
    ("helm/run/stats.json", "a:b=c,model=m/stats.json"),
  ]

  static let mapping = """
    - name: own
      files: ["**"]
      measurements:
        - {pointer: "/{attribute}/{group}/{metric}", metric: "{metric}", n: "/{group}/{metric}"}
        - {pointer: "/*/{attribute}_{group}", metric: m}
        - {pointer: "/{metric}", metric: "{metric}"}
      groups: [{pointer: "/{attribute}/{group}", n: a/b, selected: "/{group}"}]
    """

  @Test(arguments: corpus)
  func `changed bytes never bring a reader down`(fixture: String, path: String) throws {
    let bytes = try EvaluationFixture.bytes(fixture)
    let mappings = try YAMLReader.read(Array(Self.mapping.utf8))
    let mapped = ArtifactReader(
      mappings: MappingFormat.formats(from: mappings, path: "modelgate.yml").formats
    )
    for seed in 0..<UInt64(150) {
      var random = SeededBytes(seed: seed)
      let file = SourceFile(path: path, bytes: random.mutated(bytes))
      for reader in [ArtifactReader(), mapped] {
        let outcomes = [reader.read(file), reader.read(file, as: .evaluation)]
        for case .recognized(let artifacts, _) in outcomes {
          let isPlaced = artifacts.allSatisfy { artifact in
            artifact.measurements.allSatisfy {
              $0.source.path == path && $0.value?.isFinite != false
            }
              && artifact.issues.allSatisfy { $0.source.path == path }
          }
          #expect(isPlaced, "\(fixture), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: corpus)
  func `a fixture with a byte order mark and Windows line ends gives the same numbers`(
    fixture: String,
    path: String
  ) throws {
    let bytes = try EvaluationFixture.bytes(fixture)
    let lineEnds = bytes.flatMap { (byte: UInt8) -> [UInt8] in
      byte == UInt8(ascii: "\n") ? [0x0D, 0x0A] : [byte]
    }
    let windows: [UInt8] = [0xEF, 0xBB, 0xBF] + lineEnds
    let readings = [bytes, windows].map { bytes -> [Reading]? in
      let file = SourceFile(path: path, bytes: bytes)
      guard case .recognized(let artifacts, _) = ArtifactReader().read(file, as: .evaluation) else {
        return nil
      }
      return artifacts.flatMap(\.readings)
    }
    #expect(readings[0] != nil)
    #expect(readings[0] == readings[1])
  }

  @Test(arguments: corpus.filter { $0.0.hasSuffix(".json") })
  func `a fixture that ends early is a fault, or is not recognized`(
    fixture: String,
    path: String
  ) throws {
    let bytes = try EvaluationFixture.bytes(fixture)
    let file = SourceFile(path: path, bytes: Array(bytes[..<(bytes.count / 2)]))
    if case .recognized = ArtifactReader().read(file) {
      Testing.Issue.record("half of \(fixture) was recognized")
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", "1", "\"x\"", "[[]]", "[null]", "{\"a\":null}", "{\"results\":[[]]}",
    "{\"macro avg\":[]}", "{\"by_group\":null}", "{\"by_group\":[]}", "{\"by_group\":{}}",
    "{\"by_group\":[[1]]}", "{\"eval\":{},\"status\":\"success\"}", "[{\"name\":{\"name\":1}}]",
    "{\"metric\":1,\"message\":2,\"ideal\":3}", "{\"columns\":[],\"data\":[]}",
    "{\"columns\":[[]],\"data\":{}}", "{\"attribute_name\":{},\"attribute_value\":{},\"fpr\":{}}",
    "{\"schema_version\":1,\"evaluation_results\":{},\"model_info\":[]}",
    "{\"_timestamp\":[],\"_evaluate_version\":{}}", "{\"eval_runtime\":null,\"eval_loss\":[]}",
  ])
  func `odd documents are answered without a fault`(text: String) {
    if case .fault(let fault) = EvaluationFixture.outcome(text) {
      Testing.Issue.record("\(text): \(fault.message)")
    }
  }

  @Test func `a long line of base64 beside the numbers is passed over`() throws {
    let image = String(repeating: "QUJD", count: 25_000)
    let artifact = try EvaluationFixture.parse(
      #"{"plot":"\#(image)","accuracy":0.5}"#,
      as: .evaluation
    )
    #expect(artifact.readings == [Reading("accuracy", 0.5)])
    #expect(artifact.issues.isEmpty)
  }

  @Test func `many groups are read in time that grows with their number`() throws {
    let names = (0..<20_000).map { "\"g\($0)\":\($0)" }.joined(separator: ",")
    let artifact = try MappingFormatTests.read(
      "{\"rates\":{\(names)},\"counts\":{\(names)}}",
      mapping: "measurements: [{pointer: '/rates/{group}', metric: m, n: '/counts/{group}'}]"
    )
    #expect(artifact.measurements.count == 20_000)
    #expect(artifact.measurements.last?.n == 19_999)
  }
}
