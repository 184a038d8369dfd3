// SPDX-License-Identifier: Apache-2.0

/// The ending of a file's name in lower case, such as `json`.
///
/// It needs no copy of the name, so that the files of a large tree are told apart in passing.
package enum FileEnding: Equatable, Sendable {
  /// The name has no dot, or nothing behind it or before it.
  case none
  /// At most eight bytes of ASCII, each behind the one before.
  case short(UInt64)
  /// Anything else.
  case other

  /// The ending of the last name of a path.
  package init(of path: String) {
    self = TreePath.withBytes(of: path) { bytes in
      let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start else { return .none }
      return Self(bytes[(dot + 1)...])
    }
  }

  private init(_ bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else {
      self = .none
      return
    }
    guard bytes.count <= 8, bytes.allSatisfy({ $0 < 0x80 }) else {
      self = .other
      return
    }
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    self = .short(
      bytes.reduce(0) { $0 << 8 | UInt64(capitals.contains($1) ? $1 | 0x20 : $1) }
    )
  }
}

extension FileEnding: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text.utf8) }
}
