// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite("How many records of a file are judged")
struct RecordLimitTests {
  private static let limit = RecordExcess.limit

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// A file with more records of a kind than are judged.
  private static let files: [(path: String, kind: ArtifactKind, name: String, text: String)] = [
    (
      "evaluation/big.json", .evaluation, "metrics",
      #"{"schema": "modelgate/evaluation/v1", "metrics": [{"name": "mae", "value": 1}"#
        + repeated(#", {"name": "mae", "value": 1}"#, limit) + "]}"
    ),
    (
      "evaluation/big.json", .evaluation, "groups",
      #"{"schema": "modelgate/evaluation/v1", "groups": [{"n": 2, "selected": 1}"#
        + repeated(#", {"n": 2, "selected": 1}"#, limit) + "]}"
    ),
    (
      "dpia.yaml", .dpia, "risks",
      "schema: modelgate/dpia/v1\nrisks:\n" + repeated("  - {name: x}\n", limit + 1)
    ),
    (
      "fria.yaml", .fria, "decisions",
      "schema: modelgate/fria/v1\napprovals:\n"
        + repeated("  - {decision: approved, by: A. Brandt}\n", limit + 1)
    ),
    (
      "metrics.json", .evaluation, "metrics",
      "{\"a\": 0.5" + (0..<limit).map { ", \"accuracy_\($0)\": 0.5" }.joined() + "}"
    ),
  ]

  @Test(arguments: files.indices)
  func `more records than can be judged are a fault with their number and place`(
    index: Int
  ) throws {
    let (path, kind, name, text) = Self.files[index]
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    let fault = try Reader.fault(of: ArtifactReader().read(file, as: kind))
    #expect(fault.message == "\(path) has 20001 \(name), and at most 20000 are judged")
    #expect(fault.location?.path == path)
    #expect(fault.location?.position != nil)
    #expect(fault.help.hasPrefix("commit a summary instead of raw data"))
  }

  @Test func `as many records as the limit are read`() {
    let text =
      "schema: modelgate/dpia/v1\nrisks:\n" + Self.repeated("  - {name: x}\n", Self.limit)
    let file = SourceFile(path: "dpia.yaml", bytes: Array(text.utf8))
    guard case .recognized(let artifacts, _) = ArtifactReader().read(file, as: .dpia) else {
      Issue.record("not read")
      return
    }
    #expect(artifacts.map(\.risks.count) == [Self.limit])
    #expect(artifacts.allSatisfy { $0.excess == nil })
  }

  @Test func `a document keeps no more doubts than the limit, and counts them`() {
    var artifact = Artifact(
      kind: .evaluation,
      format: "f",
      source: SourceReference(path: "a.json")
    )
    let doubt = Artifact.doubt
    for _ in 0..<Self.limit + 5 { artifact.issues.append(doubt) }
    #expect(artifact.issues.count == Self.limit)
    #expect(artifact.excess?.count == Self.limit + 5)
    #expect(artifact.excess?.name == "doubts")
  }

  @Test func `raw data that a format passes over does not count`() {
    let samples = Self.repeated("[1, 2, 3, 4, 5, 6, 7, 8, 9, 0], ", 91_000) + "[]"
    let head = #"{"version": 2, "status": "success", "eval": {"task": "t", "model": "m"}, "#
    for (key, isRead) in [("samples", true), ("rows", false)] {
      let text = head + "\"\(key)\": [\(samples)]}"
      let file = SourceFile(path: "logs/a.json", bytes: Array(text.utf8))
      guard case .fault(let fault) = ArtifactReader().read(file, as: .evaluation) else {
        #expect(isRead)
        continue
      }
      #expect(!isRead)
      #expect(fault.message.contains("and at most 1000000 are read of an artifact"))
    }
  }

  @Test func `a text of too many headings is a fault`() throws {
    let text = "# Model card\n\n" + Self.repeated("## Limitations\n\n", 50_001)
    let file = SourceFile(path: "MODEL_CARD.md", bytes: Array(text.utf8))
    let fault = try Reader.fault(of: ArtifactReader().read(file, as: .modelCard))
    #expect(fault.message.contains("headings, paragraphs and lists, and may have 50000"))
  }
}

extension Artifact {
  fileprivate static let doubt = GateModel.Issue(
    code: "c",
    severity: .warning,
    message: "m",
    source: SourceReference(path: "a.json")
  )
}
