// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing
import Texts

@Suite("Inspected documents")
struct InspectTests {
  @Test("documents are sorted by path, whatever the order of reading")
  func order() {
    let documents = ["b", "a", "c"].map { path in
      Artifact(kind: .modelCard, format: "f", source: SourceReference(path: path))
    }
    let forward = InspectReport.json(documents: documents)
    let backward = InspectReport.json(documents: documents.reversed())
    #expect(CanonicalJSON.bytes(of: forward) == CanonicalJSON.bytes(of: backward))
    #expect(String(utf8: CanonicalJSON.bytes(of: forward)).contains(#""path":"a""#))
  }

  @Test("what a document does not state is left out, and lists are always there")
  func absent() throws {
    let artifact = Artifact(kind: .dpia, format: "f", source: SourceReference(path: "a"))
    let json = InspectReport.json(documents: [artifact])
    guard case .array(let documents)? = json["documents"] else { return }
    let document = try #require(documents.first)
    #expect(document["title"] == nil)
    #expect(document["created"] == nil)
    #expect(document["risks"] == [])
    #expect(document["source"]?["blob"] == nil)
  }

  @Test("a value that is no number is left out, and its raw text stays")
  func undefined() {
    let text = String(utf8: CanonicalJSON.bytes(of: InspectSample.json))
    #expect(text.contains(#""metric":"auc","raw":"NaN","slice":[]"#))
  }
}
