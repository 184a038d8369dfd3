// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Committed output that a test compares with.
enum GoldenFile {
  /// Records an issue unless the bytes equal the file of that name.
  ///
  /// A mismatch leaves what was seen beside the file as `.actual`. With `RECORD_GOLDEN=1` the file is
  /// rewritten and the test fails all the same, so that no recording run is ever green.
  static func expect(
    _ bytes: [UInt8],
    equals name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = TestFiles.folder.appending(path: "Golden/\(name)")
    let actual = file.appendingPathExtension("actual")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = (try? Data(contentsOf: file)).map(Array.init)
    guard expected != bytes else {
      try? FileManager.default.removeItem(at: actual)
      return
    }
    try Data(bytes).write(to: actual)
    Issue.record("\(name) differs; see \(actual.lastPathComponent)", sourceLocation: sourceLocation)
  }
}

/// Where the test's own files stand.
enum TestFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static func path(of name: String) -> String { folder.appending(path: name).path() }
}
