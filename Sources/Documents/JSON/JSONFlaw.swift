// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// What is wrong with a JSON text, in words.
enum JSONFlaw {
  enum Container: String {
    case list
    case map = "object"

    var closing: UInt8 { self == .list ? UInt8(ascii: "]") : UInt8(ascii: "}") }
  }

  case empty
  case trailing
  case extraComma
  case truncated(Container, SourcePosition)
  case unquotedKey(UInt8)
  case missingColon
  case missingValue(String)
  case missingComma(Container)
  case noValue(String)
  case leadingZero
  case badNumber
  case openString(SourcePosition)
  case controlCharacter(UInt8, SourcePosition)
  case badEscape
  case loneSurrogate

  func error(at position: SourcePosition) -> Problem {
    Problem(message: message, position: position, help: help)
  }

  private var message: String {
    switch self {
    case .empty: "the JSON text is empty"
    case .trailing: "the JSON text goes on after its value"
    case .extraComma: "a comma is followed by no value"
    case .truncated(let container, let start):
      "the text ends before the \(container.rawValue) from \(start.words) is closed"
    case .unquotedKey: "a key in double quotes is expected here"
    case .missingColon: "a key is not followed by a colon"
    case .missingValue(let key): "the text ends before the value of '\(key.excerpt)'"
    case .missingComma(let container):
      "a comma or '\(Unicode.Scalar(container.closing))' is expected here"
    case .noValue(let word): "'\(word)' is no JSON value"
    case .leadingZero: "a number starts with a superfluous 0"
    case .badNumber: "the number is malformed"
    case .openString(let start): "the text ends inside the string from \(start.words)"
    case .controlCharacter(let byte, let start):
      "the string from \(start.words) has the control character U+\(Self.hexadecimal(byte))"
    case .badEscape: "the escape sequence is malformed"
    case .loneSurrogate: "the escape sequence is one half of a surrogate pair"
    }
  }

  private var help: String {
    switch self {
    case .empty: "write an object such as {}"
    case .trailing: "keep one value per file; use a list for several"
    case .extraComma: "remove the comma before the closing bracket"
    case .truncated: "close the bracket; the file may have been cut off"
    case .unquotedKey(let byte): Self.helpWithKey(startingWith: byte)
    case .missingColon: "write \"key\": value"
    case .missingValue: "add the value and close the object; the file may have been cut off"
    case .missingComma: "separate values with commas and close what was opened"
    case .noValue(let word): Self.help(with: word)
    case .leadingZero: "write 7 or \"007\", not 007"
    case .badNumber: "write numbers as 12, -0.5 or 1e-3"
    case .openString: "close the string with a double quote; the file may have been cut off"
    case .controlCharacter(let byte, _): Self.helpWithControlCharacter(byte)
    case .badEscape: "use \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits"
    case .loneSurrogate: "write both halves, as in \\ud83d\\ude00, or the character itself"
    }
  }

  private static func helpWithKey(startingWith byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ","): "remove the superfluous comma"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "remove the comment; JSON has none"
    default: "write \"key\": value, with double quotes around the key"
    }
  }

  private static func helpWithControlCharacter(_ byte: UInt8) -> String {
    switch byte {
    case ASCII.lineFeed, ASCII.carriageReturn: "close the string on its line, or write \\n"
    case ASCII.tab: "write \\t"
    default: "write \\u00\(hexadecimal(byte).suffix(2)), or remove the character"
    }
  }

  private static func help(with word: String) -> String {
    switch word {
    case "True", "False": "write \(word.lowercased())"
    case "None", "nil", "undefined", "NULL": "write null"
    case "nan", "NAN": "write NaN, or null"
    case "inf", "Inf", "infinity": "write Infinity, or null"
    case "'": "use double quotes for strings"
    case "/", "#": "remove the comment; JSON has none"
    case ",": "remove the superfluous comma"
    case "+", ".": "write numbers as 12, -0.5 or 1e-3"
    default: "write an object, list, number, true, false, null or a string in double quotes"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "000" : "00") + String(byte, radix: 16, uppercase: true)
  }
}
