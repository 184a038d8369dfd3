// SPDX-License-Identifier: Apache-2.0

import Glibc

/// `format`: fills the clauses of a text with values (strings extension of the language).
enum TextFormat {
  static let functions: [StandardFunction] = [
    StandardFunction(
      "format",
      "the text with %s, %d, %f, %e, %b, %o, %x and %X filled in",
      "'%s: %.2f'.format(['recall', 0.5]) == 'recall: 0.50'",
      [.member([.string, .list(.dyn)], .string, format)]
    )
  ]

  private static func format(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    var rest = call.memory.text(arguments[0])
    var values = (call.elements(of: arguments[1]) ?? [])[...]
    var output: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        output.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "%") {
        rest = rest.dropFirst()
        output.append(byte)
        continue
      }
      let clause = try Clause(&rest)
      guard let value = values.popFirst() else {
        throw FunctionCall.invalid("format has more clauses than values")
      }
      let text = try clause.text(value, &call)
      try call.charge(1 + text.utf8.count / 8)
      output += text.utf8
    }
    return try call.charged(output)
  }
}

/// One clause, such as `%.2f`.
private struct Clause {
  private static let maximumPrecision = 100

  let precision: Int
  let letter: UInt8

  init(_ rest: inout ArraySlice<UInt8>) throws(EvaluationError) {
    var precision = 6
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: \.isDigit)
      guard digits.count <= 3, let given = Int(String(decoding: digits, as: UTF8.self)),
        given <= Self.maximumPrecision
      else {
        throw FunctionCall.invalid("the precision of a format clause is 0 to 100 digits")
      }
      precision = given
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let letter = rest.popFirst(), "sdfeboxX".utf8.contains(letter) else {
      throw FunctionCall.invalid("unrecognized format clause")
    }
    self.precision = precision
    self.letter = letter
  }

  func text(_ value: Value, _ call: inout FunctionCall) throws(EvaluationError) -> String {
    switch letter {
    case UInt8(ascii: "s"): return try call.plainText(value, depth: 0)
    case UInt8(ascii: "d"):
      switch value.kind {
      case .int: return String(value.rawInt)
      case .uint: return String(value.bits)
      case .double where !value.rawDouble.isFinite: return NumberText.text(value.rawDouble)
      default: throw refusal("integers", value, call)
      }
    case UInt8(ascii: "f"), UInt8(ascii: "e"): return try real(value, call)
    case UInt8(ascii: "b"):
      if value.has(.bool) { return value.bits == 0 ? "0" : "1" }
      return try integer(value, radix: 2, call)
    case UInt8(ascii: "o"): return try integer(value, radix: 8, call)
    default: return try hexadecimal(value, call)
    }
  }

  private func refusal(_ kinds: String, _ value: Value, _ call: FunctionCall) -> EvaluationError {
    let name = String(Unicode.Scalar(letter))
    return FunctionCall.invalid(
      "%\(name) formats only \(kinds), not \(value.kind.typeName)"
    )
  }

  private func integer(
    _ value: Value,
    radix: Int,
    _ call: FunctionCall
  ) throws(EvaluationError) -> String {
    if value.has(.int) { return String(value.rawInt, radix: radix) }
    guard value.has(.uint) else { throw refusal("integers", value, call) }
    return String(value.bits, radix: radix)
  }

  private func hexadecimal(
    _ value: Value,
    _ call: FunctionCall
  ) throws(EvaluationError) -> String {
    let text: String
    if value.has(.string) || value.has(.bytes) {
      text = call.memory.text(value).map { Printer.hex(UInt32($0), width: 2) }.joined()
    } else {
      text = try integer(value, radix: 16, call)
    }
    return letter == UInt8(ascii: "X") ? text.uppercased() : text
  }

  private func real(_ value: Value, _ call: FunctionCall) throws(EvaluationError) -> String {
    let number: Double
    switch value.kind {
    case .double: number = value.rawDouble
    case .int: number = Double(value.rawInt)
    case .uint: number = Double(value.bits)
    default: throw refusal("numbers", value, call)
    }
    guard number.isFinite else { return NumberText.text(number) }
    // The largest number has 309 digits before the point.
    var buffer: [CChar] = Array(repeating: 0, count: 320 + Self.maximumPrecision)
    let pattern = letter == UInt8(ascii: "f") ? "%.*f" : "%.*e"
    _ = withVaList([Int32(precision), number]) { vsnprintf(&buffer, buffer.count, pattern, $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension FunctionCall {
  /// A value as `%s` and message templates show it.
  mutating func plainText(_ value: Value, depth: Int) throws(EvaluationError) -> String {
    try charge(1 + (value.has(.string) ? Int(value.range.count) / 8 : 0))
    guard depth < 32 else {
      throw EvaluationError(.tooDeep, "the value is nested too deeply to be written")
    }
    switch value.kind {
    case .string, .bytes: return String(decoding: memory.text(value), as: UTF8.self)
    case .list:
      var texts: [String] = []
      for element in elements(of: value) ?? [] {
        texts.append(try plainText(element, depth: depth + 1))
      }
      return "[\(texts.joined(separator: ", "))]"
    case .map: return try mapText(value, depth: depth + 1)
    case .optional:
      return try memory.wrapped(value).map { inner throws(EvaluationError) in
        try plainText(inner, depth: depth + 1)
      } ?? "nothing"
    default: return memory.briefText(value)
    }
  }

  /// The entries of a map, sorted by the text of their keys.
  private mutating func mapText(_ value: Value, depth: Int) throws(EvaluationError) -> String {
    var texts: [(key: String, text: String)] = []
    for entry in entries(of: value) ?? [] {
      let key = try plainText(entry.key, depth: depth)
      texts.append((key, "\(key): \(try plainText(entry.value, depth: depth))"))
    }
    texts.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return "{\(texts.map(\.text).joined(separator: ", "))}"
  }
}
