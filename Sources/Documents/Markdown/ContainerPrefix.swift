// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The white space, quotation marks and list markers that start a Markdown line.
struct ContainerPrefix {
  /// The number of `>` and list markers.
  private(set) var markers = 0
  /// Whether the first marker is a bullet that starts an element below any other block.
  private(set) var startsBullet = false
  /// The offset of the first byte behind the prefix.
  private(set) var end: Int
  /// The columns that can continue lists of earlier lines: not those behind a new list marker.
  private var columns = 0
  private var startsList = false

  init(of line: ArraySlice<UInt8>) {
    end = line.startIndex
    while true {
      skipBlanks(in: line)
      guard end < line.endIndex, let length = Self.markerLength(at: end, in: line) else { return }
      if markers == 0 {
        startsBullet = columns < 4 && length == 1 && line[end] != UInt8(ascii: ">")
      }
      markers += 1
      startsList = startsList || line[end] != UInt8(ascii: ">")
      end += length
    }
  }

  /// More levels than the lists and quotations that this line can continue or open.
  ///
  /// An element of a list takes at least two columns (CommonMark 0.29, section 5.2).
  var depth: Int { markers == 0 ? 0 : markers + columns / 2 }

  private mutating func skipBlanks(in line: ArraySlice<UInt8>) {
    while end < line.endIndex, ASCII.isBlank(line[end]) {
      if !startsList { columns += line[end] == ASCII.tab ? 4 : 1 }
      end += 1
    }
  }

  /// The length of a `>`, a bullet or a number, or nil.
  private static func markerLength(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    switch line[index] {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isBlankOrEnd(at: index + 1, in: line) ? 1 : nil
    default: break
    }
    let digits = line[index...].prefix(10).prefix(while: ASCII.isDigit).count
    let delimiter = index + digits
    guard 1...9 ~= digits, delimiter < line.endIndex,
      line[delimiter] == UInt8(ascii: ".") || line[delimiter] == UInt8(ascii: ")"),
      isBlankOrEnd(at: delimiter + 1, in: line)
    else { return nil }
    return digits + 1
  }

  private static func isBlankOrEnd(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
    index >= line.endIndex || ASCII.isBlank(line[index])
  }

  /// Whether a line is a rule such as `* * *`, which nests nothing.
  static func isThematicBreak(_ line: ArraySlice<UInt8>) -> Bool {
    var mark: UInt8?
    var count = 0
    for byte in line where !ASCII.isBlank(byte) {
      guard byte == mark ?? byte else { return false }
      mark = byte
      count += 1
    }
    guard let mark, count >= 3 else { return false }
    return mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
  }
}

/// An open code fence (CommonMark 0.29, section 4.5).
struct CodeFence {
  private let mark: UInt8
  private let length: Int

  /// The fence that a line opens behind a prefix, or nil.
  init?(openedBy line: ArraySlice<UInt8>, behind prefix: ContainerPrefix) {
    let rest = line[prefix.end...]
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let info = rest.dropFirst(length)
    guard mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
    self.mark = mark
    self.length = length
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { ASCII.isBlank($0) || $0 == UInt8(ascii: ">") }
    let marks = rest.prefix { $0 == mark }.count
    return marks >= length && rest.dropFirst(marks).allSatisfy(ASCII.isBlank)
  }
}
