// SPDX-License-Identifier: Apache-2.0

/// The small text that Git LFS commits in place of a large file.
///
/// The format is that of the Git LFS specification, docs/spec.md: lines of `key value`, `version`
/// first, the other keys in alphabetical order, fewer than 1024 bytes. An empty file, which Git LFS
/// takes for a pointer to nothing, is an empty file here.
package struct LFSPointer: Hashable, Sendable {
  /// The SHA-256 of the large file.
  package let oid: ContentDigest
  /// The size of the large file in bytes.
  package let byteCount: Int
  /// Whether the text is exactly what Git LFS itself would write.
  ///
  /// Git LFS also reads older versions, CR LF and missing ends of line, and so does this type.
  package let isCanonical: Bool
  /// Whether extensions changed the file before it was stored, so that the digest is not that of the file.
  package let hasExtensions: Bool

  /// Whether the pointer proves what the file is: one that Git LFS wrote, of a file that has bytes.
  package var isProof: Bool { isCanonical && !hasExtensions && byteCount > 0 }

  /// The size from which on a file is no pointer, in bytes (docs/spec.md).
  package static let sizeLimit = 1024

  private static let currentVersion = "https://git-lfs.github.com/spec/v1"
  private static let versions = [currentVersion, "https://hawser.github.com/spec/v1"]

  /// Reads a pointer, or returns nil when the bytes are anything else.
  package init?(bytes: [UInt8]) {
    guard bytes.count < Self.sizeLimit, bytes.starts(with: "version ".utf8),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    var pairs: [(key: Substring, value: Substring)] = []
    for line in text.unicodeScalars.split(separator: "\n") {
      let line = Substring(line.last == "\r" ? line.dropLast() : line)
      guard let blank = line.firstIndex(of: " ") else { return nil }
      pairs.append((line[..<blank], line[line.index(after: blank)...]))
    }
    let extensions = pairs.filter { $0.key.hasPrefix("ext-") }
    let plain = pairs.filter { !$0.key.hasPrefix("ext-") }
    guard plain.map(\.key) == ["version", "oid", "size"],
      Self.versions.contains(String(plain[0].value)),
      extensions.allSatisfy(Self.isExtension),
      let oid = Self.digest(plain[1].value), let size = Self.number(plain[2].value)
    else { return nil }
    self.oid = oid
    hasExtensions = !extensions.isEmpty
    byteCount = size
    let keys = pairs.dropFirst().map(\.key)
    let written = pairs.map { "\($0.key) \($0.value)\n" }.joined()
    isCanonical =
      plain[0].value == Self.currentVersion && plain[2].value == "\(size)"
      && keys == keys.sorted()
      && written.utf8.elementsEqual(bytes)
  }

  private static func digest(_ value: Substring) -> ContentDigest? {
    guard value.hasPrefix("sha256:") else { return nil }
    return ContentDigest(hex: String(value.dropFirst(7)))
  }

  private static func number(_ value: Substring) -> Int? {
    guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(value)
  }

  /// Whether a line names an extension: `ext-`, its position as one digit, `-` and a name.
  private static func isExtension(_ pair: (key: Substring, value: Substring)) -> Bool {
    let parts = pair.key.split(separator: "-", maxSplits: 2)
    return parts.count == 3 && parts[1].utf8.count == 1 && number(parts[1]) != nil
      && digest(pair.value) != nil
  }
}
