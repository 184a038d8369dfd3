// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel
internal import Texts

extension ParsedFile {
  /// Detects a format that names itself under `schema`, as all of the project's own do.
  func detectSchema(_ schema: String, as kind: ArtifactKind) -> Detection {
    guard let stated = root?["schema"]?.text else { return .no(reason: "it has no 'schema'") }
    return stated == schema
      ? .yes(kind: kind, reason: "'schema' is \(schema)", confidence: .certain)
      : .no(reason: "'schema' is '\(Excerpt.line(stated))'")
  }
}
