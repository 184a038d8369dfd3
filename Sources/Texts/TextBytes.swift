// SPDX-License-Identifier: Apache-2.0

/// Searching texts by their bytes.
///
/// The general functions of the standard library compare characters, which takes some hundred
/// instructions for each. What is looked for here is ASCII, or stands for itself as it is written, so
/// that its bytes tell. Other modules inline them, so that no call has to find out at run time what
/// kind of text it is about.
extension StringProtocol {
  /// Where a text stands first, byte by byte.
  @inlinable
  package func firstRange(of text: String) -> Range<String.Index>? {
    guard let offset = offset(of: text) else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }

  /// Whether a text stands in this one, byte by byte.
  @inlinable
  package func contains(_ text: String) -> Bool { offset(of: text) != nil }

  /// The text with another in place of each occurrence of a third, byte by byte.
  @inlinable
  package func replacing(_ text: String, with replacement: String) -> String {
    guard !text.isEmpty, let first = firstRange(of: text) else { return String(self) }
    var result = ""
    var (rest, next) = (self[startIndex...], Optional(first))
    while let range = next {
      result += rest[..<range.lowerBound]
      result += replacement
      rest = rest[range.upperBound...]
      next = rest.firstRange(of: text)
    }
    return result + rest
  }

  /// Where an ASCII character stands first.
  @inlinable
  package func firstIndex(ofByte byte: UInt8) -> String.Index? {
    let offset = withBytes { $0.offset(of: byte) }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// Where any of some ASCII characters stands first.
  @inlinable
  package func firstIndex(ofAny marks: ASCIISet) -> String.Index? {
    let offset = withBytes { bytes in bytes.firstIndex { marks.contains($0) } }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// Where an ASCII character stands last.
  @inlinable
  package func lastIndex(ofByte byte: UInt8) -> String.Index? {
    let offset = withBytes { $0.lastIndex(of: byte) }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0) }
  }

  /// Whether any byte is one of those wanted.
  @inlinable
  package func has(where isWanted: (UInt8) -> Bool) -> Bool {
    withBytes { $0.contains(where: isWanted) }
  }

  /// Whether any of some ASCII characters stands in the text.
  @inlinable
  package func has(any marks: ASCIISet) -> Bool { has { marks.contains($0) } }

  /// Whether a byte stands in the text.
  @inlinable
  package func has(_ byte: UInt8) -> Bool { withBytes { $0.offset(of: byte) != nil } }

  /// Whether any character is a letter.
  @inlinable
  package var hasLetter: Bool { hasCharacter(ASCII.isLetter) { $0.isLetter } }

  /// Whether any character is a letter or a number.
  @inlinable
  package var hasLetterOrNumber: Bool {
    hasCharacter(ASCII.isWord) { $0.isLetter || $0.isNumber }
  }

  /// Up to the first byte beyond ASCII each letter and digit is a character, or begins one.
  @inlinable
  func hasCharacter(_ isWanted: (UInt8) -> Bool, _ isSuch: (Character) -> Bool) -> Bool {
    let first = withBytes { bytes in bytes.first { $0 >= 0x80 || isWanted($0) } }
    return first.map { $0 < 0x80 || contains(where: isSuch) } ?? false
  }

  /// Whether all characters are of ASCII.
  @inlinable
  package var isASCII: Bool { withBytes { $0.allSatisfy { $0 < 0x80 } } }

  /// The parts between spaces; empty ones are left out.
  @inlinable
  package var spacedWords: [Substring] { parts { $0 == UInt8(ascii: " ") } }

  /// The parts between white space and some characters; empty ones are left out.
  @inlinable
  package func parts(atSpaceOr marks: ASCIISet) -> [Substring] {
    guard isASCII else {
      return split { $0.isWhitespace || marks.contains($0) }.map { Substring($0) }
    }
    return parts { ASCII.isSpace($0) || marks.contains($0) }
  }

  /// The parts between some characters, each of one scalar; empty ones are left out.
  @inlinable
  package func parts(atAny marks: String) -> [Substring] {
    // Of ASCII each byte is a character, but for line breaks of two.
    if withBytes({ $0.allSatisfy { $0 < 0x80 && $0 != ASCII.carriageReturn } }) {
      let marks = ASCIISet(stringLiteral: marks)
      return parts { marks.contains($0) }
    }
    let marks = Array(marks)
    return split { marks.contains($0) }.map { Substring($0) }
  }

  /// The parts between bytes that separate; empty ones are left out.
  @inlinable
  package func parts(where separates: (UInt8) -> Bool) -> [Substring] {
    var parts: [Substring] = []
    parts.reserveCapacity(8)
    withBytes { bytes in
      var index = startIndex
      var start = 0
      while let first = bytes[start...].firstIndex(where: { !separates($0) }) {
        let end = bytes[first...].firstIndex(where: separates) ?? bytes.count
        let lower = utf8.index(index, offsetBy: first - start)
        index = utf8.index(lower, offsetBy: end - first)
        parts.append(Substring(self[lower..<index]))
        start = end
      }
    }
    return parts
  }

  /// The offset where a text stands first, byte by byte.
  @inlinable
  package func offset(of text: String) -> Int? {
    withBytes { bytes in text.withBytes { bytes.offset(of: $0) } }
  }

  /// Whether the bytes of another text come first, which for ASCII is what `hasPrefix` says without
  /// asking where characters end.
  @inlinable
  package func startsWithBytes(of prefix: some StringProtocol) -> Bool {
    withBytes { bytes in prefix.withBytes { bytes.starts(with: $0) } }
  }

  /// Calls a function with the bytes, in place where the text has them in one piece.
  @inlinable
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a byte stands among these.
  package func has(_ byte: UInt8) -> Bool { withUnsafeBufferPointer { $0.offset(of: byte) != nil } }

  /// Where a run of bytes stands first.
  package func firstIndex(of run: [UInt8]) -> Int? {
    let offset = withUnsafeBufferPointer { bytes in
      run.withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
    return offset.map { startIndex + $0 }
  }

  /// Whether no byte is anything but a space or a tab.
  package var isBlank: Bool { withUnsafeBufferPointer { $0.allSatisfy(ASCII.isBlank) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that starts at an offset and how many bytes it has in UTF-8 (RFC 3629, section 3); U+FFFD
  /// for a byte that starts none.
  package func character(at offset: Int) -> (Unicode.Scalar, count: Int) {
    let first = self[offset]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first < 0x80 || first >= 0xC2, offset + count <= self.count else {
      return ("\u{FFFD}", 1)
    }
    // The first byte of several has a bit for each of them, and one that is not set.
    var value = count == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(count))
    for next in (offset + 1)..<(offset + count) {
      guard self[next] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, count) } ?? ("\u{FFFD}", 1)
  }
}
