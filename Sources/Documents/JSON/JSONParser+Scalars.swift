// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension JSONParser {
  /// Reads `true`, `false`, `null` or one of Python's words for a number that is none.
  mutating func word(_ link: NodeLink, at start: SourcePosition) throws(Problem) {
    let begin = index
    switch current {
    case UInt8(ascii: "t") where take("true"): tree.append(.true, link, at: start)
    case UInt8(ascii: "f") where take("false"): tree.append(.false, link, at: start)
    case UInt8(ascii: "n") where take("null"): tree.append(.null, link, at: start)
    case UInt8(ascii: "N") where take("NaN"), UInt8(ascii: "I") where take("Infinity"):
      tree.append(.number, link, at: start, text: begin..<index)
    default: throw JSONFlaw.noValue(wordAhead).error(at: position)
    }
  }

  /// Steps over a word unless more letters or digits follow it.
  private mutating func take(_ word: StaticString) -> Bool {
    let end = index + word.utf8CodeUnitCount
    guard end <= bytes.count, word.withUTF8Buffer({ bytes[index..<end].elementsEqual($0) }) else {
      return false
    }
    if end < bytes.count, ASCII.isLetter(bytes[end]) || ASCII.isDigit(bytes[end]) { return false }
    index = end
    return true
  }

  /// What stands here, short enough to be named in a message.
  private var wordAhead: String {
    let word = bytes[index...].prefix { ASCII.isLetter($0) || $0 == UInt8(ascii: "_") }.prefix(20)
    guard word.isEmpty else { return String(decoding: word, as: UTF8.self) }
    return String(decoding: bytes[index...].prefix(16), as: UTF8.self).prefix(1).description
  }

  /// Reads a number and returns where it stands.
  mutating func number() throws(Problem) -> Range<Int> {
    let start = index
    if current == UInt8(ascii: "-") {
      index += 1
      if take("Infinity") { return start..<index }
    }
    if current == UInt8(ascii: "0") {
      index += 1
      guard !ASCII.isDigit(current) else { throw JSONFlaw.leadingZero.error(at: position) }
    } else {
      try digits()
    }
    if current == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    guard !ASCII.isLetter(current) else { throw JSONFlaw.badNumber.error(at: position) }
    return start..<index
  }

  private mutating func digits() throws(Problem) {
    guard ASCII.isDigit(current) else { throw JSONFlaw.badNumber.error(at: position) }
    repeat { index += 1 } while ASCII.isDigit(current)
  }

  /// Reads a string, from its opening to behind its closing quote, and returns where its text is.
  mutating func string() throws(Problem) -> Range<Int> {
    let opening = position
    index += 1
    let start = index
    skipLiteralText()
    if current == ASCII.quote {
      index += 1
      return start..<index - 1
    }
    return try stringWithEscapes(from: start, openedAt: opening)
  }

  private mutating func stringWithEscapes(
    from start: Int,
    openedAt opening: SourcePosition
  ) throws(Problem) -> Range<Int> {
    var text = Array(bytes[start..<index])
    while current != ASCII.quote {
      guard index < bytes.count else { throw JSONFlaw.openString(opening).error(at: position) }
      guard current == ASCII.backslash else {
        throw JSONFlaw.controlCharacter(current, opening).error(at: position)
      }
      text.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
      let literal = index
      skipLiteralText()
      text.append(contentsOf: bytes[literal..<index])
    }
    index += 1
    return tree.keep(text)
  }

  /// Moves to the next quote, backslash, control character or the end.
  private mutating func skipLiteralText() {
    let start = index
    let end = bytes.withUnsafeBytes { LiteralText.end(in: $0, from: start) }
    index = end.offset
    lineStart += end.continuations
  }

  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    let start = position
    index += 1
    let letter = current
    index += 1
    switch letter {
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(at: start)
    default:
      index -= 1
      throw JSONFlaw.badEscape.error(at: start)
    }
  }

  private mutating func unicodeEscape(
    at start: SourcePosition
  ) throws(Problem)
    -> Unicode.Scalar
  {
    let unit = try hexadecimalUnit(at: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), current == ASCII.backslash, index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw JSONFlaw.loneSurrogate.error(at: start) }
    index += 2
    let trail = try hexadecimalUnit(at: start)
    guard UTF16.isTrailSurrogate(trail) else { throw JSONFlaw.loneSurrogate.error(at: start) }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func hexadecimalUnit(at start: SourcePosition) throws(Problem) -> UInt16 {
    let end = min(index + 4, bytes.count)
    let digits = bytes[index..<end]
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw JSONFlaw.badEscape.error(at: start) }
    index = end
    return unit
  }
}
