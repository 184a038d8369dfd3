// SPDX-License-Identifier: Apache-2.0

/// Names of files as text, and back.
///
/// git's names are bytes. A byte that is not part of UTF-8 is written as `\xNN`; so is a backslash
/// that stands before `xNN` in a name, so that every text leads back to one name.
package enum PathText {
  /// The text for the bytes of a name.
  package static func text(of name: UnsafeBufferPointer<UInt8>) -> String {
    // Most names are plain, and need no second look.
    if name.allSatisfy({ $0 < 0x80 && $0 != backslash }) {
      return String(decoding: name, as: UTF8.self)
    }
    guard let plain = String(validating: name, as: UTF8.self) else { return escaped(Array(name)) }
    return name.contains(backslash) ? escaped(Array(name)) : plain
  }

  /// The text for the bytes of a name.
  package static func text(of name: [UInt8]) -> String {
    name.withUnsafeBufferPointer { text(of: $0) }
  }

  /// The bytes that a text stands for.
  package static func bytes(of text: String) -> [UInt8] {
    let source = Array(text.utf8)
    guard source.contains(backslash) else { return source }
    var bytes: [UInt8] = []
    var position = 0
    while position < source.count {
      if let byte = escapedByte(in: source, at: position) {
        bytes.append(byte)
        position += 4
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    return bytes
  }

  /// The same path with every byte outside ASCII written as `\xNN`.
  package static func withoutNonASCII(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in result += byte < 0x80 ? ascii(byte) : hex(byte) }
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func escaped(_ name: [UInt8]) -> String {
    var text = ""
    var position = 0
    var iterator = name.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput:
        return text
      case .error(let length):
        text += name[position..<position + length].map(hex).joined()
        position += length
      case .valid(let scalar):
        let isEscape = escapedByte(in: name, at: position) != nil
        text += isEscape ? hex(backslash) : String(Unicode.UTF8.decode(scalar))
        position += scalar.count
      }
    }
  }

  /// The byte that `\xNN` at a position stands for, or nil when there is no such sequence.
  private static func escapedByte(in source: [UInt8], at position: Int) -> UInt8? {
    guard source[position] == backslash, position + 3 < source.count,
      source[position + 1] == UInt8(ascii: "x"), let high = digit(source[position + 2]),
      let low = digit(source[position + 3])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func ascii(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? #"\x0"# : #"\x"#) + String(byte, radix: 16, uppercase: true)
  }
}

extension [TreeEntry] {
  /// The entries sorted by the bytes of their paths, no two of which fall together.
  ///
  /// Swift takes `é` and `e` with a combining accent for the same text, git does not. Of such
  /// twins the first keeps its name, the others are written with `\xNN`.
  package var inTreeOrder: [TreeEntry] {
    var entries = Self.sorted(self)
    var seen: Set<String> = []
    var hasTwins = false
    for index in entries.indices where !TreePath.isASCII(entries[index].path) {
      guard !seen.insert(entries[index].path).inserted else { continue }
      entries[index].path = PathText.withoutNonASCII(entries[index].path)
      hasTwins = true
    }
    return hasTwins ? Self.sorted(entries) : entries
  }

  /// Trees and the index come sorted, unless somebody made them by hand.
  private static func sorted(_ entries: [TreeEntry]) -> [TreeEntry] {
    let isSorted = entries.indices.dropFirst().allSatisfy { index in
      TreePath.precedes(entries[index - 1].path, entries[index].path)
    }
    return isSorted ? entries : entries.sorted { TreePath.precedes($0.path, $1.path) }
  }
}
