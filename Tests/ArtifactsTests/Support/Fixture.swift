// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import Foundation
import GateModel
import Testing

/// A file below `Fixtures`.
enum Fixture {
  /// The bytes of a fixture.
  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(Bundle.module.resourceURL)
    return [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/\(path)")))
  }

  /// The paths of all fixtures, sorted.
  static let names: [String] = {
    let folder = Bundle.module.resourceURL?.appending(path: "Fixtures").path ?? ""
    let paths = FileManager.default.subpaths(atPath: folder) ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: "\(folder)/\(path)",
        isDirectory: &isFolder
      )
      return exists && !isFolder.boolValue
    }.sorted()
  }()

  /// The text of a golden file, or nil when it has not been recorded.
  static func golden(_ name: String) throws -> String? {
    let folder = try #require(Bundle.module.resourceURL)
    let url = folder.appending(path: "Golden/\(name)")
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// A fixture as a file of a tree; `path` is where the tree has it.
  static func file(_ name: String, at path: String? = nil) throws -> SourceFile {
    SourceFile(path: path ?? name, blob: blob, bytes: try bytes(name))
  }

  /// The blob that all fixtures claim to be.
  static let blob = ObjectID(hex: String(repeating: "a", count: 40))
}

/// Reads texts, as the tests mostly do.
enum Reader {
  /// What comes of a text at a path.
  static func outcome(
    _ text: String,
    at path: String,
    as kind: ArtifactKind? = nil
  ) -> ReadOutcome {
    ArtifactReader().read(SourceFile(path: path, bytes: Array(text.utf8)), as: kind)
  }

  /// The only artifact of a text.
  static func artifact(
    _ text: String,
    at path: String,
    as kind: ArtifactKind? = nil
  ) throws -> Artifact {
    try artifact(of: outcome(text, at: path, as: kind))
  }

  /// The only artifact of an outcome.
  static func artifact(of outcome: ReadOutcome) throws -> Artifact {
    guard case .recognized(let artifacts, _) = outcome else {
      Testing.Issue.record("not recognized: \(outcome)")
      throw Unrecognized()
    }
    return try #require(artifacts.first)
  }

  struct Unrecognized: Error {}

  /// The fault of an outcome.
  static func fault(of outcome: ReadOutcome) throws -> Fault {
    guard case .fault(let fault) = outcome else {
      Testing.Issue.record("no fault: \(outcome)")
      throw Unrecognized()
    }
    return fault
  }
}
