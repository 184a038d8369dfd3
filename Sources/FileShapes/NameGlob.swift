// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// A glob for one part of a path, in UTF-8: `*`, `?`, `[a-z]`, `[!a-z]`.
struct NameGlob: Hashable, Sendable {
  private let bytes: [UInt8]
  /// From the first wildcard to the end of the last one; nil for a name that stands for itself.
  private let wild: Range<Int>?
  /// Where the last `]` stands; what opens behind it never closes, and stands for itself.
  private let lastClosing: Int

  /// A name that stands for itself.
  init(literal bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
    wild = nil
    lastClosing = -1
  }

  /// The glob of a pattern without slashes and braces.
  init(_ pattern: some Collection<UInt8>) {
    bytes = Array(pattern)
    lastClosing = bytes.lastIndex(of: UInt8(ascii: "]")) ?? -1
    var wild: Range<Int>?
    var index = 0
    while index < bytes.count {
      let end = Self.wildcardEnd(at: index, of: bytes, lastClosing: lastClosing)
      if let end { wild = (wild?.lowerBound ?? index)..<end }
      index = end ?? index + 1
    }
    self.wild = wild
  }

  /// The name, where it has no wildcards.
  var literal: [UInt8]? { wild == nil ? bytes : nil }

  /// What stands before the first wildcard.
  var leading: ArraySlice<UInt8> { bytes[..<(wild?.lowerBound ?? bytes.count)] }

  /// What stands behind the last wildcard.
  var trailing: ArraySlice<UInt8> { bytes[(wild?.upperBound ?? 0)...] }

  /// Whether a whole name matches: two places, and that of the last star.
  func matches(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard wild != nil else { return name.elementsEqual(bytes) }
    var (token, place) = (0, name.startIndex)
    var resume: (token: Int, place: Int)?
    while place < name.endIndex {
      if token < bytes.count, bytes[token] == Self.star {
        token += 1
        resume = (token, place)
      } else if let next = step(from: token, at: place, of: name) {
        (token, place) = next
      } else if let last = resume {
        (token, place) = (last.token, Self.character(at: last.place, of: name).end)
        resume = (token, place)
      } else {
        return false
      }
    }
    return bytes[token...].allSatisfy { $0 == Self.star }
  }

  private static let star = UInt8(ascii: "*")

  /// What follows a token and the part of a name that it matches; nil where it matches none.
  private func step(
    from token: Int,
    at place: Int,
    of name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (token: Int, place: Int)? {
    guard token < bytes.count else { return nil }
    guard
      let end = Self.wildcardEnd(at: token, of: bytes, lastClosing: lastClosing)
    else { return bytes[token] == name[place] ? (token + 1, place + 1) : nil }
    let (character, next) = Self.character(at: place, of: name)
    let isMatch = bytes[token] == UInt8(ascii: "?") || has(character, in: token..<end)
    return isMatch ? (end, next) : nil
  }

  // MARK: Brackets

  /// Where the wildcard that starts at an index ends; nil where a byte stands for itself.
  private static func wildcardEnd(at index: Int, of bytes: [UInt8], lastClosing: Int) -> Int? {
    switch bytes[index] {
    case star, UInt8(ascii: "?"): return index + 1
    case UInt8(ascii: "["):
      // A `]` right behind the opening is a member.
      let first = firstMember(of: index, of: bytes)
      guard lastClosing > first else { return nil }
      return bytes[(first + 1)...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    default: return nil
    }
  }

  private static func firstMember(of bracket: Int, of bytes: [UInt8]) -> Int {
    isNegated(bracket, of: bytes) ? bracket + 2 : bracket + 1
  }

  private static func isNegated(_ bracket: Int, of bytes: [UInt8]) -> Bool {
    guard bracket + 1 < bytes.count else { return false }
    return bytes[bracket + 1] == UInt8(ascii: "!") || bytes[bracket + 1] == UInt8(ascii: "^")
  }

  /// Whether a bracket expression lets a character through.
  private func has(_ character: UInt32, in bracket: Range<Int>) -> Bool {
    let members = bytes[..<(bracket.upperBound - 1)]
    var index = Self.firstMember(of: bracket.lowerBound, of: bytes)
    var isMember = false
    while index < members.endIndex {
      let (lower, next) = Self.character(at: index, of: members)
      if next + 1 < members.endIndex, members[next] == UInt8(ascii: "-") {
        let (upper, end) = Self.character(at: next + 1, of: members)
        isMember = isMember || lower <= character && character <= upper
        index = end
      } else {
        isMember = isMember || lower == character
        index = next
      }
    }
    return isMember != Self.isNegated(bracket.lowerBound, of: bytes)
  }

  /// The character at an index of valid UTF-8, and where it ends.
  private static func character<Text: RandomAccessCollection<UInt8>>(
    at index: Int,
    of text: Text
  ) -> (value: UInt32, end: Int) where Text.Index == Int {
    let first = text[index]
    guard first >= 0x80 else { return (UInt32(first), index + 1) }
    // The first byte has a leading one for each byte of the character (RFC 3629 §3).
    let count = min((~first).leadingZeroBitCount, text.endIndex - index)
    let value = text[(index + 1)..<(index + count)].reduce(UInt32(first) & (0x7F >> UInt32(count)))
    {
      $0 << 6 | UInt32($1 & 0x3F)
    }
    return (value, index + count)
  }
}
