// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The packs that are part of the program.
package enum ShippedPacks {
  /// The names of the shipped packs, sorted.
  package static var names: [String] {
    Set(EmbeddedFiles.all.compactMap { pack(of: $0.path) }).subtracting([shared]).sorted()
  }

  /// The folder of the little trees that the examples of several packs start from.
  private static let shared = "fixtures"

  /// The files of one shipped pack, or nil when there is no such pack.
  package static func files(of name: String) -> [PackFile]? {
    guard !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    let prefix = Array("\(name)/".utf8)
    let files = EmbeddedFiles.all.compactMap { file -> PackFile? in
      guard file.path.utf8.starts(with: prefix) else { return nil }
      let path = String(Substring(file.path.utf8.dropFirst(prefix.count)))
      let digest = ContentDigest(hex: file.sha256)
      return PackFile(path: path, bytes: Array(file.text.utf8), sha256: digest)
    }
    return files.isEmpty ? nil : files
  }

  /// The trees that any pack's examples may start from, below `fixtures/`.
  package static var sharedFixtures: [PackFile] {
    EmbeddedFiles.all.filter { $0.path.hasPrefix(shared + "/") }.map {
      PackFile(path: $0.path, bytes: Array($0.text.utf8))
    }
  }

  /// The first folder of a path.
  private static func pack(of path: String) -> String? {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
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
