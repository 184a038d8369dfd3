// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import Foundation
import GateModel
import Testing

/// A file of the fixtures, and what the reader makes of it.
enum CardFixture {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// The artifacts of a fixture, under its own path in a tree.
  static func artifacts(_ path: String, as kind: ArtifactKind? = nil) throws -> [Artifact] {
    try artifacts(of: bytes(path), at: path, as: kind)
  }

  /// The only artifact of a fixture.
  static func artifact(_ path: String, as kind: ArtifactKind? = nil) throws -> Artifact {
    let artifacts = try artifacts(path, as: kind)
    try #require(artifacts.count == 1)
    return artifacts[0]
  }

  /// The only artifact of a text.
  static func artifact(
    of text: String,
    at path: String = "card.json",
    as kind: ArtifactKind? = nil
  ) throws -> Artifact {
    let artifacts = try artifacts(of: Array(text.utf8), at: path, as: kind)
    try #require(artifacts.count == 1)
    return artifacts[0]
  }

  static func outcome(
    of text: String,
    at path: String = "card.json",
    as kind: ArtifactKind? = nil
  ) -> ReadOutcome {
    ArtifactReader().read(SourceFile(path: path, bytes: Array(text.utf8)), as: kind)
  }

  private static func artifacts(
    of bytes: [UInt8],
    at path: String,
    as kind: ArtifactKind?
  ) throws -> [Artifact] {
    let outcome = ArtifactReader().read(SourceFile(path: path, bytes: bytes), as: kind)
    guard case .recognized(let artifacts, _) = outcome else {
      Issue.record("\(path) was not recognized: \(outcome)")
      return []
    }
    return artifacts
  }
}

extension Artifact {
  /// Each statement on a topic as `state text`.
  func said(_ topic: Topic) -> [String] {
    statements.filter { $0.topic == topic }.map { "\($0.state) \($0.text)" }
  }

  /// The codes of the issues with their lines.
  var issueLines: [String] {
    issues.map { "\($0.code):\($0.source.position.line)" }
  }

  /// Each measurement as `metric[slice] value unit`.
  var numbers: [String] {
    measurements.map { measurement in
      let slice = measurement.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ",")
      let value = measurement.value.map { "\($0)" } ?? "nil"
      return "\(measurement.metric)[\(slice)] \(value) \(measurement.unit)"
    }
  }

  /// Each party as `role name <contact>`.
  var people: [String] {
    parties.map { "\($0.role) \($0.name ?? "-") <\($0.contact ?? "-")>" }
  }
}

extension SourceReference {
  /// The place as `pointer@line:column`.
  var place: String { "\(pointer ?? "-")@\(position.line):\(position.column)" }
}
