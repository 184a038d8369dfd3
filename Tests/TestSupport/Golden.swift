// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text that is compared with a file in the folder `Golden` beside its test.
package struct GoldenText {
  private let text: String
  private let name: String
  private let folder: URL

  /// Creates the text that a test made, for the golden file of that name.
  package init(_ text: String, named name: String, filePath: String = #filePath) {
    (self.text, self.name) = (text, name)
    folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden")
  }

  /// Compares the text with its file; a text that differs is left beside it as `.actual`.
  ///
  /// - Parameter isRecording: Write the file instead; that is a problem nevertheless, so that
  ///   recording cannot pass for checking.
  /// - Returns: Why the text does not equal its file, or nil when it does.
  /// - Throws: When a file cannot be read or written.
  package func problem(isRecording: Bool) throws -> String? {
    let file = folder.appending(path: name)
    let actual = folder.appending(path: name + ".actual")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if isRecording {
      try Data(text.utf8).write(to: file)
      return "recorded \(name): run again without RECORD_GOLDEN"
    }
    guard FileManager.default.fileExists(atPath: file.path) else {
      try Data(text.utf8).write(to: actual)
      return "there is no golden file \(name): record it with RECORD_GOLDEN=1"
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard !expected.utf8.elementsEqual(text.utf8) else { return nil }
    try Data(text.utf8).write(to: actual)
    return "\(name) differs; the text is in \(name).actual\n\(lineDifference(expected, text))"
  }
}

/// The lines that two texts do not share: `-` for the first, `+` for the second, with line numbers.
package func lineDifference(_ old: String, _ new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  let lines = newLines.difference(from: oldLines).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, "-\(offset + 1): \(line)")
    case .insert(let offset, let line, _): (offset, "+\(offset + 1): \(line)")
    }
  }
  return lines.sorted { $0 < $1 }.map(\.1).joined(separator: "\n")
}

// Benchmarks use the fixtures in a static build, for which there is no Testing.
#if canImport(Testing)
package import Testing

/// Fails the test unless a text equals the file of that name in the folder `Golden` beside the test.
///
/// With the environment variable `RECORD_GOLDEN=1` the file is written, and the test fails.
package func expectGolden(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let golden = GoldenText(text, named: name, filePath: filePath)
  let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
  guard let problem = try golden.problem(isRecording: isRecording) else { return }
  Issue.record("\(problem)", sourceLocation: sourceLocation)
}

/// The same for the bytes of a text.
package func expectGolden(
  _ bytes: [UInt8],
  named name: String,
  filePath: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  try expectGolden(
    String(utf8: bytes),
    named: name,
    filePath: filePath,
    sourceLocation: sourceLocation
  )
}
#endif
