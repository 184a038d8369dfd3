// SPDX-License-Identifier: Apache-2.0

/// One word or sign of an expression.
struct Token: Sendable, BitwiseCopyable {
  enum Kind: UInt8, Sendable {
    case identifier
    /// A word that is a field name, but no name of its own.
    case reservedWord
    /// A field name in backquotes.
    case quotedIdentifier
    case int
    case uint
    case double
    case string
    case bytes
    case trueWord
    case falseWord
    case nullWord
    case inWord
    case leftParenthesis
    case rightParenthesis
    case leftBracket
    case rightBracket
    case leftBrace
    case rightBrace
    case dot
    case comma
    case colon
    case question
    case plus
    case minus
    case star
    case slash
    case percent
    case not
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case equal
    case notEqual
    case and
    case or
    case end
  }

  var kind: Kind
  var start: Int
  var end: Int

  var range: Range<Int> { start..<end }
}
