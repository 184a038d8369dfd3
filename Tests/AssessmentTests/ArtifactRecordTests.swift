// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RuleLanguage
import Survey
import Testing

@Suite("Artifacts as rules see them")
struct ArtifactRecordTests {
  private func fields(_ artifact: Artifact) throws -> [String: TaggedValue] {
    let value = try #require(ArtifactRecords.values(of: [artifact]).first)
    guard case .object(_, let fields) = value else { return [:] }
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.value) })
  }

  @Test func `what a document does not state is left out, and lists are always there`() throws {
    let artifact = Artifact(kind: .dpia, format: "f", source: SourceReference(path: "a"))
    let fields = try fields(artifact)
    #expect(fields["title"] == nil)
    #expect(fields["created"] == nil)
    #expect(fields["risks"] == .list([]))
    #expect(fields["kind"] == .string("dpia"))
  }

  @Test func `a value that is no number is left out, and its raw text stays`() throws {
    var artifact = Artifact(kind: .evaluation, format: "f", source: SourceReference(path: "a"))
    artifact.measurements = [
      Measurement(metric: "auc", value: .nan, raw: "NaN", source: SourceReference(path: "a"))
    ]
    guard case .list(let list) = try fields(artifact)["measurements"],
      case .object(_, let measurement) = list.first
    else { throw Missing() }
    #expect(!measurement.contains { $0.name == "value" })
    #expect(measurement.contains { $0.name == "raw" && $0.value == .string("NaN") })
  }

  private struct Missing: Error {}

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
