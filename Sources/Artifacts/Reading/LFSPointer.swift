// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A Git LFS pointer: the small text that stands in a tree for a large file.
///
/// After the Git LFS specification, `docs/spec.md`: `version`, then sorted keys, `oid sha256:…` and
/// `size …`, less than 1024 bytes.
struct LFSPointer: Hashable, Sendable {
  /// A file of this many bytes or more is no pointer.
  static let maximumByteCount = 1024

  /// The SHA-256 of the file that the pointer stands for.
  let digest: ContentDigest
  /// The size of that file in bytes.
  let byteCount: Int

  /// The pointer that bytes hold, or nil when they hold none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count < Self.maximumByteCount, bytes.starts(with: Self.opening),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    var lines = text.split(whereSeparator: \.isNewline)
    guard Self.versions.contains(lines.removeFirst()) else { return nil }
    let fields = Dictionary(
      lines.compactMap(Self.field),
      uniquingKeysWith: { first, _ in first }
    )
    guard let oid = fields["oid"], oid.hasPrefix("sha256:"),
      let digest = ContentDigest(hex: String(oid.dropFirst("sha256:".count))),
      let size = fields["size"].flatMap({ Int($0) }), size >= 0
    else { return nil }
    self.digest = digest
    byteCount = size
  }

  private static func field(_ line: Substring) -> (Substring, Substring)? {
    let parts = line.split(separator: " ", maxSplits: 1)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  private static let opening = Array("version https://".utf8)
  /// The second address is that of the first releases, which Git LFS still accepts.
  private static let versions: Set<Substring> = [
    "version https://git-lfs.github.com/spec/v1", "version https://hawser.github.com/spec/v1",
  ]
}
