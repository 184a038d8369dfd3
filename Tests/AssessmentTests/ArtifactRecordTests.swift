// SPDX-License-Identifier: Apache-2.0

import Assessment
import Foundation
import GateModel
import RuleLanguage
import Survey
import Testing

@Suite("Artifacts as rules see them")
struct ArtifactRecordTests {
  private func fields(_ artifact: Artifact) throws -> [String: Any] {
    let json = Data(ArtifactRecords.json(of: artifact, depth: 2))
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  @Test func `what a document does not state is left out, and lists are always there`() throws {
    let artifact = Artifact(kind: .dpia, format: "f", source: SourceReference(path: "a"))
    let fields = try fields(artifact)
    #expect(fields["title"] == nil)
    #expect(fields["created"] == nil)
    #expect((fields["risks"] as? [Any])?.isEmpty == true)
    #expect(fields["kind"] as? String == "dpia")
  }

  @Test func `a value that is no number is left out, and its raw text stays`() throws {
    var artifact = Artifact(kind: .evaluation, format: "f", source: SourceReference(path: "a"))
    artifact.measurements = [
      Measurement(metric: "auc", value: .nan, raw: "NaN", source: SourceReference(path: "a"))
    ]
    let measurements = try #require(try fields(artifact)["measurements"] as? [[String: Any]])
    let measurement = try #require(measurements.first)
    #expect(measurement["value"] == nil)
    #expect(measurement["raw"] as? String == "NaN")
  }

  @Test func `a document stands on its level with its members by name`() throws {
    var artifact = Artifact(kind: .dpia, format: "f", source: SourceReference(path: "a\"b"))
    artifact.title = "line\nbreak ä"
    let lines = String(decoding: ArtifactRecords.json(of: artifact, depth: 2), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "{")
    #expect(lines.last == "    }")
    #expect(lines.contains { $0.hasPrefix(#"      "title": "line\nbreak ä","#) })
    #expect(lines.contains { $0.contains(#""path": "a\"b""#) })
    let names = lines.filter { $0.hasPrefix("      \"") }.map { $0.split(separator: "\"")[1] }
    #expect(names == names.sorted())
  }

  @Test func `every declared field of an artifact is printed where it is stated`() throws {
    let type = try #require(
      Facts.schema.objects.first { $0.name == ArtifactRecords.typeName }
    )
    let artifact = try #require(SampleDossier.complete().artifacts.first)
    let names = try fields(artifact).keys
    // The time of the last change comes from git, not from the document.
    for field in type.fields where field.name != "last_changed" {
      #expect(names.contains(field.name), "\(field.name)")
    }
  }
}
