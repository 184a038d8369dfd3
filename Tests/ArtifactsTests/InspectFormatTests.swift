// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite struct InspectFormatTests {
  static let json = "inspect/2026-10-01T09-00-00+00-00_bias-qa_abc.json"

  @Test func `a log gives its metrics with cases, error, dataset and run`() throws {
    let artifact = try EvaluationFixture.read(Self.json)
    #expect(artifact.format == "inspect-log")
    #expect(artifact.formatVersion == "2")
    #expect(artifact.title == "bias_qa")
    #expect(artifact.status == "success")
    #expect(artifact.readings == [Reading("accuracy", 0.81, n: 198), Reading("age", 0.74, n: 198)])
    #expect(artifact.measurements[0].uncertainty == Uncertainty(standardError: 0.028))
    #expect(artifact.measurements[1].uncertainty == nil)
    #expect(artifact.measurements[0].dataset == "bbq")
    #expect(artifact.measurements[0].run?.id == "r1")
    #expect(artifact.measurements[0].run?.commit == "1f84a09f")
    #expect(artifact.measurements[0].run?.startedAt?.date == CalendarDate("2026-10-01"))
    #expect(artifact.datasets.map(\.id) == ["example-org/bbq"])
    #expect(artifact.datasets.map(\.count) == [200])
    #expect(artifact.models.map(\.name) == ["hf/example-org/assistant-1b"])
    #expect(artifact.measurements[0].source.pointer == "/results/scores/0/metrics/accuracy/value")
    #expect(artifact.issues.isEmpty)
  }

  @Test(arguments: ["stored", "fast", "deflated", "fixed", "tricks"])
  func `an archive gives the same as its header, however it is compressed`(name: String) throws {
    let artifact = try EvaluationFixture.read("inspect/\(name).eval")
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.81, n: 198), Reading("age", 0.74, n: 198),
        Reading("accuracy", 0.74, "category=age"), Reading("accuracy", nil, "category=gender"),
        Reading("accuracy", 0.81, n: 198), Reading("frequency_a", 0.25),
      ]
    )
    #expect(artifact.issues.isEmpty)
  }

  @Test(arguments: [
    ("bomb-honest", "it is larger than 16777216 bytes"),
    ("bomb-lying", "the entry is larger than the directory says"),
    ("checksum", "the size or checksum of header.json is wrong"),
  ])
  func `a header that cannot be trusted is an issue`(name: String, reason: String) throws {
    let artifact = try EvaluationFixture.read("inspect/\(name).eval")
    #expect(artifact.issueCodes == ["unreadable-archive"])
    #expect(artifact.issues[0].message.contains(reason))
    #expect(artifact.measurements.isEmpty)
  }

  @Test func `only the name of a log makes an archive that cannot be read one`() throws {
    let bytes = try EvaluationFixture.bytes("inspect/checksum.eval")
    guard case .notRecognized = ArtifactReader().read(SourceFile(path: "m.pt", bytes: bytes)) else {
      Testing.Issue.record("weights were taken for a log")
      return
    }
  }

  @Test(arguments: ["started", "cancelled", "error"])
  func `only a successful run counts`(status: String) throws {
    let artifact = try EvaluationFixture.parse(
      #"{"version":2,"status":"\#(status)","invalidated":true,"eval":{"task":"t","model":"m","#
        + #""config":{"limit":5},"revision":{"commit":"abc","dirty":true}},"#
        + #""results":{"completed_samples":5,"scores":[{"metrics":{"mean":{"value":1}}},{}]}}"#
    )
    #expect(
      artifact.issueCodes == [
        "partial-run", "run-not-successful", "run-invalidated", "uncommitted-code",
        "malformed-results",
      ]
    )
    #expect(artifact.readings == [Reading("mean", 1, n: 5)])
    #expect(artifact.measurements[0].run?.status == status)
    #expect(artifact.measurements[0].run?.isPartial == true)
  }

  @Test(arguments: [
    ("3", 3, true), ("20000", 79, false), ("[0, 10]", 10, true), ("5", 10, true),
    ("null", 3, false),
  ])
  func `a run is partial where its limit was reached`(
    limit: String,
    total: Int,
    isPartial: Bool
  ) throws {
    let artifact = try EvaluationFixture.parse(
      #"{"status":"success","eval":{"task":"t","model":"m","config":{"limit":\#(limit),"epochs":1}},"#
        + #""results":{"total_samples":\#(total),"scores":[{"metrics":{"mean":{"value":1}}}]}}"#
    )
    #expect(artifact.measurements.map(\.run?.isPartial) == [isPartial])
    #expect(artifact.issueCodes == (isPartial ? ["partial-run"] : []))
  }

  @Test func `archives with damaged bytes are read, refused or passed over, never more`() throws {
    for name in ["stored", "fast", "deflated", "fixed", "tricks", "bomb-lying"] {
      let bytes = try EvaluationFixture.bytes("inspect/\(name).eval")
      for seed in 0..<UInt64(60) {
        var random = SeededBytes(seed: seed)
        let file = SourceFile(path: "logs/a.eval", bytes: random.mutated(bytes))
        if case .fault = ArtifactReader().read(file) {
          Testing.Issue.record("\(name), seed \(seed): an archive is never a fault")
        }
      }
    }
  }

  @Test func `archives that end early are never read as whole`() throws {
    let bytes = try EvaluationFixture.bytes("inspect/fixed.eval")
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let file = SourceFile(path: "logs/a.eval", bytes: Array(bytes[..<length]))
      if case .recognized = ArtifactReader().read(file) {
        Testing.Issue.record("\(length) of \(bytes.count) bytes were read as an archive")
      }
    }
  }
}
