// SPDX-License-Identifier: Apache-2.0

internal import Compression
package import GateModel

/// One file of a pack, with its path from the pack's folder.
package struct PackFile: Hashable, Sendable {
  private enum Content: Sendable {
    case held([UInt8])
    case packed(PackedFile)
  }

  /// The path.
  package let path: String
  private let content: Content

  /// Creates a file.
  package init(path: String, bytes: [UInt8]) { self.init(path: path, .held(bytes)) }

  /// A file that is part of the program.
  init(_ file: PackedFile) { self.init(path: file.path, .packed(file)) }

  private init(path: String, _ content: Content) {
    (self.path, self.content) = (path, content)
  }

  /// The exact bytes; those of a file that is part of the program are unpacked for it.
  package var bytes: [UInt8] {
    switch content {
    case .held(let bytes): bytes
    case .packed(let file): file.bytes
    }
  }

  /// The number of bytes.
  package var size: Int {
    switch content {
    case .held(let bytes): bytes.count
    case .packed(let file): file.size
    }
  }

  /// The SHA-256 of the bytes, where it was known before they were read: for files that are part of the
  /// program.
  package var sha256: ContentDigest? { knownDigest.flatMap { ContentDigest(hex: $0) } }

  /// The same in hexadecimal digits.
  var knownDigest: String? {
    guard case .packed(let file) = content else { return nil }
    return file.sha256
  }

  /// The text of a rule without its examples.
  var withoutExamples: [UInt8] {
    if case .packed(let file) = content, file.isCut { return file.head }
    return RuleText.withoutExamples(bytes)
  }

  /// The file under another path.
  package func placed(at path: String) -> PackFile { PackFile(path: path, content) }

  package static func == (left: PackFile, right: PackFile) -> Bool {
    left.path == right.path && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(bytes)
  }
}
