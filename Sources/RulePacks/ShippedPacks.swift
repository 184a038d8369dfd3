// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import Texts

/// The packs that are part of the program.
package enum ShippedPacks {
  /// The names of the shipped packs, sorted.
  package static var names: [String] {
    EmbeddedFiles.folders.map(\.name).filter { !$0.isEmpty && $0 != shared }
  }

  /// The folder of the little trees that the examples of several packs start from.
  private static let shared = "fixtures"

  /// The files of one shipped pack, or nil when there is no such pack.
  package static func files(of name: String) -> [PackFile]? {
    guard name != shared, !name.isEmpty else { return nil }
    return EmbeddedFiles.folders.first { $0.name == name }?.files.map { PackFile($0) }
  }

  /// The trees that any pack's examples may start from, below `fixtures/`.
  package static var sharedFixtures: [PackFile] {
    let folder = EmbeddedFiles.folders.first { $0.name == shared }
    return (folder?.files ?? []).map { PackFile($0).placed(at: "\(shared)/\($0.path)") }
  }
}

/// The text of a rule file in block style, whose keys stand at the start of their lines.
package enum RuleText {
  /// The keys that only tests and documentation read; they are three fifths of the shipped rules.
  private static let keys = ["examples:", "accepted_mutants:"].map { Array($0.utf8) }

  /// The text without the lines of these keys and of their values.
  ///
  /// The value of a key of the outermost map ends at the next line that starts with anything but
  /// white space, a comment or a list mark: YAML wants the rest of every value indented.
  package static func withoutExamples(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var kept: [UInt8] = []
      var isKept = true
      var start = 0
      while start < bytes.count {
        let end = bytes.offset(of: ASCII.lineFeed, from: start).map { $0 + 1 } ?? bytes.count
        let line = bytes[start..<end]
        if !isContinuation(line) { isKept = !keys.contains { line.starts(with: $0) } }
        if isKept { kept.append(contentsOf: line) }
        start = end
      }
      return kept
    }
  }

  private static func isContinuation(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch line.first {
    case nil, UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "#"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
