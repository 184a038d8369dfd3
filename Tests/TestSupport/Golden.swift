// SPDX-License-Identifier: Apache-2.0

import Foundation

// Benchmarks use the fixtures in a static build, for which there is no Testing.
#if canImport(Testing)
public import Testing

/// Compares a text with a file in the folder `Golden` beside the test.
///
/// A difference is printed, and the text is left beside the file as `.actual`. With the environment
/// variable `RECORD_GOLDEN=1` the file is written; the test fails nevertheless, so that recording
/// cannot pass for checking.
public func expectGolden(
  _ text: String,
  named name: String,
  filePath: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  let actual = folder.appending(path: name + ".actual")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record(
      "recorded \(name): run again without RECORD_GOLDEN",
      sourceLocation: sourceLocation
    )
    return
  }
  guard FileManager.default.fileExists(atPath: file.path) else {
    try Data(text.utf8).write(to: actual)
    Issue.record(
      "there is no golden file \(name): record it with RECORD_GOLDEN=1",
      sourceLocation: sourceLocation
    )
    return
  }
  let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  guard expected.utf8.elementsEqual(text.utf8) else {
    try Data(text.utf8).write(to: actual)
    Issue.record(
      "\(name) differs; the text is in \(name).actual\n\(lineDifference(expected, text))",
      sourceLocation: sourceLocation
    )
    return
  }
}

/// The lines that two texts do not share: `-` for the first, `+` for the second, with line numbers.
public func lineDifference(_ old: String, _ new: String) -> String {
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
#endif
