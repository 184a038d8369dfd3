// SPDX-License-Identifier: Apache-2.0

internal import Texts

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
