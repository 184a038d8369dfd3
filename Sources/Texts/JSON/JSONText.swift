// SPDX-License-Identifier: Apache-2.0

/// A JSON document that is written by hand: members stay in their order.
package indirect enum JSONText {
  case string(String)
  case number(Int)
  case bool(Bool)
  case null
  case list([JSONText])
  case object([(String, JSONText)])

  /// The document with two spaces per level and a line break at its end.
  package var document: String { text(indentation: "") + "\n" }

  private func text(indentation: String) -> String {
    let inner = indentation + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .null: return "null"
    case .list(let elements) where elements.allSatisfy(\.isScalar):
      return "[\(elements.map { $0.text(indentation: inner) }.joined(separator: ", "))]"
    case .list(let elements):
      let lines = elements.map { inner + $0.text(indentation: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indentation)]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { key, value in
        "\(inner)\(Self.quoted(key)): \(value.text(indentation: inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .number, .bool, .null: true
    case .list, .object: false
    }
  }

  /// RFC 8259 §7: quotation marks, backslashes and control characters are escaped.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case let scalar where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }
}
