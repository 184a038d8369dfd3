// SPDX-License-Identifier: Apache-2.0

/// Cuts the text of an expression into tokens (language definition, "Syntax").
struct Lexer {
  private let source: String
  private let bytes: [UInt8]
  private var position = 0

  private init(_ source: String, _ bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// The tokens of a text whose bytes these are.
  static func tokens(
    of source: String,
    bytes: [UInt8]
  ) throws(RuleDiagnostic) -> [Token] {
    var lexer = Lexer(source, bytes)
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 3 + 1)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(RuleDiagnostic) -> Token {
    skipSpace()
    let start = position
    guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
    let byte = bytes[start]
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return try number() }
    if byte.isIdentifierStart {
      if let prefix = stringPrefix() { return try string(prefixed: prefix) }
      return word()
    }
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try string(prefixed: 0)
    case UInt8(ascii: "`"): return try quotedIdentifier()
    default: return try sign()
    }
  }

  /// The byte that lies `distance` ahead, or 0 past the end.
  private func peek(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), 0x0C:
        position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      default: return
      }
    }
  }

  private func problem(
    _ message: String,
    help: String? = nil,
    from start: Int,
    to end: Int
  ) -> RuleDiagnostic {
    RuleDiagnostic(
      message,
      help: help,
      range: start..<min(max(end, start), bytes.count),
      in: source
    )
  }
}

extension Lexer {
  private mutating func word() -> Token {
    let start = position
    while position < bytes.count, bytes[position].isIdentifierPart { position += 1 }
    let length = position - start
    let kind: Token.Kind =
      switch length {
      case 2 where matches("in", at: start): .inWord
      case 4 where matches("true", at: start): .trueWord
      case 4 where matches("null", at: start): .nullWord
      case 5 where matches("false", at: start): .falseWord
      case Self.reserved.indices where Self.reserved[length].contains { matches($0, at: start) }:
        .reservedWord
      default: .identifier
      }
    return Token(kind: kind, start: start, end: position)
  }

  /// The words that are no names of their own, by their length.
  private static let reserved: [[StaticString]] = [
    [], [], ["as", "if"], ["for", "let", "var"], ["else", "loop", "void"],
    ["break", "const", "while"], ["import", "return"], ["package"], ["continue", "function"],
    ["namespace"],
  ]

  private func matches(_ word: StaticString, at start: Int) -> Bool {
    word.withUTF8Buffer { word in
      // Most words differ in the first letter.
      word.first == bytes[start] && word.elementsEqual(bytes[start..<start + word.count])
    }
  }

  private mutating func quotedIdentifier() throws(RuleDiagnostic) -> Token {
    let start = position
    position += 1
    while position < bytes.count, bytes[position].isQuotedIdentifierPart { position += 1 }
    guard peek(0) == UInt8(ascii: "`"), position > start + 1 else {
      throw problem(
        "malformed name in backquotes",
        help: "letters, digits, `_`, `.`, `-`, `/` and spaces may stand between backquotes",
        from: start,
        to: position
      )
    }
    position += 1
    return Token(kind: .quotedIdentifier, start: start, end: position)
  }

  private mutating func number() throws(RuleDiagnostic) -> Token {
    let start = position
    if bytes[start] == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x") {
      position += 2
      guard peek(0).isHexDigit else {
        throw problem("digits are missing after `0x`", from: start, to: position)
      }
      while peek(0).isHexDigit { position += 1 }
      return try finishNumber(isDouble: false, from: start)
    }
    while peek(0).isDigit { position += 1 }
    var isDouble = false
    if peek(0) == UInt8(ascii: "."), peek(1).isDigit {
      isDouble = true
      position += 1
      while peek(0).isDigit { position += 1 }
    }
    let signLength = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
    if peek(0) | 0x20 == UInt8(ascii: "e"), peek(1 + signLength).isDigit {
      isDouble = true
      position += 1 + signLength
      while peek(0).isDigit { position += 1 }
    }
    return try finishNumber(isDouble: isDouble, from: start)
  }

  private mutating func finishNumber(
    isDouble: Bool,
    from start: Int
  ) throws(RuleDiagnostic) -> Token {
    var kind: Token.Kind = isDouble ? .double : .int
    if !isDouble, peek(0) | 0x20 == UInt8(ascii: "u") {
      position += 1
      kind = .uint
    }
    guard !peek(0).isIdentifierPart else {
      let end = position + 1
      throw problem("a number runs into a name", from: start, to: end)
    }
    return Token(kind: kind, start: start, end: position)
  }
}

extension Lexer {
  /// The length of `r`, `b`, `rb` or `br` before a quote, or nil when no string starts here.
  private func stringPrefix() -> Int? {
    var length = 0
    var (raw, binary) = (false, false)
    while length < 2 {
      switch peek(length) | 0x20 {
      case UInt8(ascii: "r") where !raw: raw = true
      case UInt8(ascii: "b") where !binary: binary = true
      default: return nil
      }
      length += 1
      if peek(length) == UInt8(ascii: "'") || peek(length) == UInt8(ascii: "\"") { return length }
    }
    return nil
  }

  private mutating func string(prefixed length: Int) throws(RuleDiagnostic) -> Token {
    let start = position
    let prefix = bytes[start..<start + length]
    let isRaw = prefix.contains { $0 | 0x20 == UInt8(ascii: "r") }
    let isBytes = prefix.contains { $0 | 0x20 == UInt8(ascii: "b") }
    position += length
    let quote = peek(0)
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    while true {
      guard position < bytes.count, isTriple || peek(0) != UInt8(ascii: "\n") else {
        throw problem(
          "a string is not closed",
          help: "end it with \(Character(Unicode.Scalar(quote)))",
          from: start,
          to: position
        )
      }
      if peek(0) == UInt8(ascii: "\\"), !isRaw {
        position += 2
      } else if peek(0) == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        return Token(kind: isBytes ? .bytes : .string, start: start, end: position)
      } else {
        position += 1
      }
    }
  }
}

extension Lexer {
  private mutating func sign() throws(RuleDiagnostic) -> Token {
    let start = position
    let isFollowedByEqual = peek(1) == UInt8(ascii: "=")
    let kind: Token.Kind
    var length = 1
    switch bytes[start] {
    case UInt8(ascii: "("): kind = .leftParenthesis
    case UInt8(ascii: ")"): kind = .rightParenthesis
    case UInt8(ascii: "["): kind = .leftBracket
    case UInt8(ascii: "]"): kind = .rightBracket
    case UInt8(ascii: "{"): kind = .leftBrace
    case UInt8(ascii: "}"): kind = .rightBrace
    case UInt8(ascii: "."): kind = .dot
    case UInt8(ascii: ","): kind = .comma
    case UInt8(ascii: ":"): kind = .colon
    case UInt8(ascii: "?"): kind = .question
    case UInt8(ascii: "+"): kind = .plus
    case UInt8(ascii: "-"): kind = .minus
    case UInt8(ascii: "*"): kind = .star
    case UInt8(ascii: "/"): kind = .slash
    case UInt8(ascii: "%"): kind = .percent
    case UInt8(ascii: "<"): (kind, length) = isFollowedByEqual ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"):
      (kind, length) = isFollowedByEqual ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "!"): (kind, length) = isFollowedByEqual ? (.notEqual, 2) : (.not, 1)
    case UInt8(ascii: "=") where isFollowedByEqual: (kind, length) = (.equal, 2)
    case UInt8(ascii: "&") where peek(1) == UInt8(ascii: "&"): (kind, length) = (.and, 2)
    case UInt8(ascii: "|") where peek(1) == UInt8(ascii: "|"): (kind, length) = (.or, 2)
    default: throw unknownSign()
    }
    position += length
    return Token(kind: kind, start: start, end: position)
  }

  private func unknownSign() -> RuleDiagnostic {
    let scalar = String(decoding: bytes[position...].prefix(4), as: UTF8.self).unicodeScalars.first
    let sign = scalar.map(String.init) ?? ""
    let doubled = ["=": "==", "&": "&&", "|": "||"][sign]
    return problem(
      "unexpected `\(sign)`",
      help: doubled.map { "did you mean `\($0)`?" },
      from: position,
      to: position + sign.utf8.count
    )
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
  var isIdentifierStart: Bool { (0x61...0x7A).contains(self | 0x20) || self == 0x5F }
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  fileprivate var isQuotedIdentifierPart: Bool {
    isIdentifierPart || [0x2E, 0x2D, 0x2F, 0x20].contains(self)
  }
}
