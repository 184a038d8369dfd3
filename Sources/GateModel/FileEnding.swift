// SPDX-License-Identifier: Apache-2.0

/// The ending of a file's name in lower case, such as `json`.
///
/// It needs no copy of the name, so that the files of a large tree are told apart in passing.
package struct FileEnding: Hashable, Sendable {
  /// Up to eight bytes of ASCII, each above the one before.
  private let code: UInt64

  /// The name has no dot, or nothing behind it or before it.
  package static let none = FileEnding(code: 0)
  /// More than eight bytes, or some beyond ASCII.
  package static let other = FileEnding(code: .max)

  private init(code: UInt64) { self.code = code }

  /// The ending of the last name of a path.
  package init(of path: String) {
    self = TreePath.withBytes(of: path) { bytes in
      let dot = UInt8(ascii: ".")
      let slash = UInt8(ascii: "/")
      var index = bytes.count
      while index > 0, bytes[index - 1] != dot, bytes[index - 1] != slash { index -= 1 }
      let hasStem = index > 1 && bytes[index - 1] == dot && bytes[index - 2] != slash
      return hasStem ? Self(bytes[index...]) : .none
    }
  }

  private init(_ bytes: some Collection<UInt8>) {
    var (code, place): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      guard place < 64, byte < 0x80 else {
        self = .other
        return
      }
      let isCapital = byte &- UInt8(ascii: "A") < 26
      code |= UInt64(isCapital ? byte | 0x20 : byte) << place
      place += 8
    }
    self.init(code: code)
  }

  /// Some endings, asked file by file.
  package struct Choice: ExpressibleByArrayLiteral, Sendable {
    private let codes: [UInt64]

    package init(arrayLiteral endings: FileEnding...) { codes = endings.map(\.code) }

    package func contains(_ ending: FileEnding) -> Bool {
      for code in codes where code == ending.code { return true }
      return false
    }
  }
}

extension FileEnding: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text.utf8) }
}
