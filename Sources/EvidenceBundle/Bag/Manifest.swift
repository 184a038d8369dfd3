// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A manifest (RFC 8493 §2.1.3): the SHA-256 of each file, one `<digest>  <path>` a line.
///
/// The two blanks are what `sha256sum --check` wants.
struct Manifest {
  /// One line that could be read.
  struct Line: Hashable {
    let digest: ContentDigest
    let path: String
  }

  /// The lines that could be read, in their order.
  private(set) var lines: [Line] = []
  /// The numbers, from 1, of the lines that could not.
  private(set) var unreadable: [Int] = []

  /// Lists files, sorted by the bytes of their paths.
  init(of digests: [String: ContentDigest]) {
    lines = digests.map { Line(digest: $0.value, path: $0.key) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Reads a manifest; what is no line of the form is remembered by its number.
  init(reading bytes: [UInt8]) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !(line.isEmpty && line.endIndex == bytes.endIndex) {
      if let readable = Self.line(line) {
        lines.append(readable)
      } else {
        unreadable.append(index + 1)
      }
    }
  }

  /// The bytes of the file.
  var bytes: [UInt8] { lines.flatMap { Array("\($0.digest)  \($0.path)\n".utf8) } }

  private static func line(_ bytes: ArraySlice<UInt8>) -> Line? {
    guard let text = String(validating: bytes, as: UTF8.self), text.utf8.count > 66,
      let digest = ContentDigest(hex: String(text.prefix(64))),
      text.dropFirst(64).hasPrefix("  "), SafeName.isPath(String(text.dropFirst(66)))
    else { return nil }
    return Line(digest: digest, path: String(text.dropFirst(66)))
  }
}
