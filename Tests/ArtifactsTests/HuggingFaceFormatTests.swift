// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite struct HuggingFaceFormatTests {
  @Test func `saved results of evaluate give numbers, model, date and commit`() throws {
    let artifact = try EvaluationFixture.read("evaluate/result-2026_10_01-09_00_00.json")
    #expect(artifact.format == "hf-evaluate")
    #expect(artifact.formatVersion == "0.4.6")
    #expect(artifact.readings == [Reading("accuracy", 0.871), Reading("f1", 0.62)])
    #expect(artifact.models.map(\.name) == ["loan-default-clf"])
    #expect(artifact.created?.date == CalendarDate("2026-10-01"))
    #expect(artifact.measurements.allSatisfy { $0.run?.commit == "1f84a09f" })
    #expect(artifact.measurements.allSatisfy { $0.unit == .unknown })
    #expect(artifact.issues.isEmpty)
  }

  @Test func `nested results are named by their keys, and bare lists are remarked on`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"LOC":{"f1":0.5,"number":7},"f1":[0.1,0.2],"dataset":"d","split":"test","#
        + #""_timestamp":"2026-10-01T09:00:00","_evaluate_version":"0.4.6"}"#
    )
    #expect(artifact.readings == [Reading("loc_f1", 0.5), Reading("loc_number", 7)])
    #expect(artifact.measurements.map(\.dataset) == ["d", "d"])
    #expect(artifact.measurements.map(\.split) == ["test", "test"])
    #expect(artifact.issueCodes == ["unnamed-values"])
  }

  @Test func `results of the Trainer give metric, split and cases, but not what the run cost`()
    throws
  {
    let artifact = try EvaluationFixture.read("trainer/all_results.json")
    #expect(artifact.format == "hf-trainer")
    #expect(
      artifact.readings == [
        Reading("loss", 0.21, n: 8000), Reading("accuracy", 0.871, n: 1000),
        Reading("loss", 0.3125, n: 1000),
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["train", "eval", "eval"])
    #expect(artifact.measurement(at: "/eval_accuracy")?.source.position.line == 3)
  }

  @Test func `results of the Trainer that are no numbers are issues`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"eval_accuracy":[1],"eval_f1":null,"eval_runtime":1,"eval_samples":"many"}"#
    )
    #expect(artifact.readings.isEmpty)
    #expect(artifact.issueCodes == ["bad-count", "malformed-results"])
  }

  @Test func `numbers under keys are an evaluation only where that is declared`() throws {
    let bytes = try EvaluationFixture.bytes("dvc/metrics/eval.json")
    let file = SourceFile(path: "metrics/eval.json", bytes: bytes)
    #expect(
      ArtifactReader().read(file)
        == .notRecognized(
          reason: "it holds numbers under keys, which alone does not make it an evaluation; "
            + "declare it if it is one"
        )
    )
    let artifact = try EvaluationFixture.read("dvc/metrics/eval.json", as: .evaluation)
    #expect(artifact.format == "flat-metrics")
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.871, "sex=F"), Reading("accuracy", 0.893, "sex=M"),
        Reading("accuracy", 0.884),
      ]
    )
    #expect(artifact.measurements.map(\.split) == ["test", "test", "test"])
    #expect(artifact.measurements[1].source.pointer == "/test/by_sex/M/accuracy")
  }
}
