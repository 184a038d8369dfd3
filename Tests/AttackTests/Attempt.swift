// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A way to get a pass that is not deserved: some edits of a repository that passes.
struct Attempt: Decodable, Sendable, CustomTestStringConvertible {
  /// One edit of one file.
  struct Edit: Decodable, Sendable {
    let path: String
    /// The whole new text; the file is removed where there is neither this nor a part to find.
    let text: String?
    /// The part of the text whose first occurrence is replaced.
    let find: String?
    let put: String?
  }

  /// What is attacked, such as `waiver`; `honest` for edits after which the pass is deserved.
  let kind: String
  let name: String
  let edits: [Edit]
  /// What follows `check`.
  let arguments: [String]?
  /// Whether the pass is deserved.
  let passes: Bool?

  var testDescription: String { "\(kind): \(name)" }

  /// Whether the attempt is about the run as a whole, and not about one of its systems.
  var needsOwnRun: Bool {
    arguments != nil || ["control", "hide", "policy", "waiver", "time"].contains(kind)
  }

  /// The table of attempts, one JSON object a line.
  static let all: [Attempt] = {
    let file = folder.appending(path: "attempts.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Attempt.self, from: Data($0.utf8))
    }
  }()

  /// How many lines the table has, read or not.
  static func lineCount() throws -> Int {
    try String(contentsOf: folder.appending(path: "attempts.jsonl"), encoding: .utf8)
      .split(separator: "\n").count
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The files of the repository that passes.
  static func fixture() throws -> [String: String] {
    let root = folder.appending(path: "Fixture").path
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let file = "\(root)/\(path)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try String(contentsOfFile: file, encoding: .utf8)
    }
    return files
  }

  /// The files after the edits.
  ///
  /// - Throws: When an edit finds nothing to replace or remove, since it would attempt nothing then.
  func files() throws -> [String: String] {
    var files = try Self.fixture()
    for edit in edits {
      if let text = edit.text {
        files[edit.path] = text
      } else if let find = edit.find, let put = edit.put {
        guard let text = files[edit.path], let range = text.range(of: find) else {
          throw EditError(edit: "\(edit.path) does not hold the text that is to be replaced")
        }
        files[edit.path] = text.replacingCharacters(in: range, with: put)
      } else if files.removeValue(forKey: edit.path) == nil {
        throw EditError(edit: "\(edit.path) cannot be removed, for it is not there")
      }
    }
    return files
  }
}

/// An edit of the table that changes nothing.
private struct EditError: Error {
  let edit: String
}
