// SPDX-License-Identifier: Apache-2.0

/// Writes an expression so that reading it again gives the same tree.
enum Printer {
  static func text(_ expression: Expression) -> String {
    switch expression.form {
    case .literal(let literal): return text(literal)
    case .name(let name, let isAbsolute): return (isAbsolute ? "." : "") + name
    case .select(let operand, let field, let isOptional):
      return member(operand) + (isOptional ? ".?" : ".") + fieldText(field.text)
    case .has(let operand, let field, let isOptional):
      return "has(\(member(operand))\(isOptional ? ".?" : ".")\(fieldText(field.text)))"
    case .index(let operand, let position, let isOptional):
      return "\(member(operand))[\(isOptional ? "?" : "")\(text(position))]"
    case .call(let name, let target, let arguments):
      let owner = target.map { member($0) + "." } ?? (name.isAbsolute ? "." : "")
      return "\(owner)\(name.text)(\(list(arguments)))"
    case .unary(let sign, let operand): return sign.rawValue + unaryOperand(operand, of: sign)
    case .binary(let sign, let left, let right):
      let leftText = parenthesized(left, below: sign.precedence)
      let rightText = parenthesized(right, below: sign.precedence + 1)
      return "\(leftText) \(sign.rawValue) \(rightText)"
    case .logic(let sign, let operands):
      return operands.map { parenthesized($0, below: sign.precedence + 1) }
        .joined(separator: " \(sign.rawValue) ")
    case .conditional(let condition, let yes, let no):
      return
        "\(parenthesized(condition, below: 1)) ? \(parenthesized(yes, below: 1)) : \(text(no))"
    case .list(let elements):
      let texts = elements.map { ($0.isOptional ? "?" : "") + text($0.value) }
      return "[\(texts.joined(separator: ", "))]"
    case .map(let entries):
      let texts = entries.map { "\($0.isOptional ? "?" : "")\(text($0.key)): \(text($0.value))" }
      return "{\(texts.joined(separator: ", "))}"
    case .comprehension(let macro): return text(macro)
    case .bind(let variable, let value, let body):
      return "cel.bind(\(variable.name), \(text(value)), \(text(body)))"
    case .optionalMap(let target, let variable, let body, let isFlat):
      let name = isFlat ? "optFlatMap" : "optMap"
      return "\(member(target)).\(name)(\(variable.name), \(text(body)))"
    }
  }

  private static func text(_ macro: Comprehension) -> String {
    let names = macro.variables.map(\.name).joined(separator: ", ")
    let condition = macro.condition.map { text($0) + ", " } ?? ""
    return "\(member(macro.range)).\(macro.name)(\(names), \(condition)\(text(macro.body)))"
  }

  private static func list(_ expressions: [Expression]) -> String {
    expressions.map { text($0) }.joined(separator: ", ")
  }

  /// How tightly the outermost sign of an expression binds.
  private static func precedence(of expression: Expression) -> Int {
    switch expression.form {
    case .conditional: 0
    case .logic(let sign, _): sign.precedence
    case .binary(let sign, _, _): sign.precedence
    case .unary: 6
    case .literal(let literal): literal.isNegative ? 6 : 7
    default: 7
    }
  }

  private static func parenthesized(_ expression: Expression, below limit: Int) -> String {
    precedence(of: expression) < limit ? "(\(text(expression)))" : text(expression)
  }

  private static func member(_ operand: Expression) -> String {
    parenthesized(operand, below: 7)
  }

  private static func unaryOperand(_ operand: Expression, of sign: UnaryOperator) -> String {
    guard sign == .negate, case .literal(.int) = operand.form else {
      guard sign == .negate, case .literal(.double) = operand.form else {
        return parenthesized(operand, below: 6)
      }
      return "(\(text(operand)))"
    }
    return "(\(text(operand)))"
  }

  private static func fieldText(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let isPlain = bytes.first?.isIdentifierStart == true && bytes.allSatisfy(\.isIdentifierPart)
    return isPlain ? name : "`\(name)`"
  }
}

extension Printer {
  static func text(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .uint(let value): "\(value)u"
    case .double(let value): value.description
    case .string(let bytes): quoted(bytes, isBytes: false)
    case .bytes(let bytes): "b" + quoted(bytes, isBytes: true)
    }
  }

  private static func quoted(_ bytes: [UInt8], isBytes: Bool) -> String {
    var output = "'"
    if isBytes {
      for byte in bytes {
        let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x27 && byte != 0x5C
        output += isPlain ? String(Unicode.Scalar(byte)) : "\\x" + hex(UInt32(byte), width: 2)
      }
      return output + "'"
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "'": output += "\\'"
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case _ where scalar.value < 0x20: output += "\\u" + hex(scalar.value, width: 4)
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "'"
  }

  static func hex(_ number: UInt32, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Literal {
  fileprivate var isNegative: Bool {
    switch self {
    case .int(let value): value < 0
    case .double(let value): value.sign == .minus
    case .null, .bool, .uint, .string, .bytes: false
    }
  }
}
