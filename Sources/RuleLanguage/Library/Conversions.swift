// SPDX-License-Identifier: Apache-2.0

/// Sizes and conversions between kinds (language definition, "Standard Definitions").
enum Conversions {
  static let functions: [StandardFunction] = [
    StandardFunction(
      "size",
      "the number of code points, bytes, elements or entries",
      "size([1, 2]) == 2",
      [.string, .bytes, .list(.dyn), .map(.dyn, .dyn)].flatMap {
        [.free([$0], .int, size), .member([$0], .int, size)]
      }
    ),
    StandardFunction(
      "int",
      "the value as a signed integer; fractions are cut off",
      "int('42') == 42",
      [.int, .uint, .double, .string, .timestamp].map { .free([$0], .int, int) }
    ),
    StandardFunction(
      "uint",
      "the value as an unsigned integer; fractions are cut off",
      "uint('42') == 42u",
      [.uint, .int, .double, .string].map { .free([$0], .uint, uint) }
    ),
    StandardFunction(
      "double",
      "the value as a floating-point number",
      "double('0.5') == 0.5",
      [.double, .int, .uint, .string].map { .free([$0], .double, double) }
    ),
    StandardFunction(
      "string",
      "the value as text",
      "string(0.5) == '0.5'",
      [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration].map {
        .free([$0], .string, string)
      }
    ),
    StandardFunction(
      "bytes",
      "the UTF-8 bytes of a text",
      "bytes('a') == b'a'",
      [.bytes, .string].map { .free([$0], .bytes, bytes) }
    ),
    StandardFunction(
      "bool",
      "the truth value that a text names",
      "bool('true') && !bool('false')",
      [.bool, .string].map { .free([$0], .bool, bool) }
    ),
    StandardFunction(
      "type",
      "the type of the value",
      "type(1) == int",
      [.free([.parameter("T")], .type, type)]
    ),
    StandardFunction(
      "dyn",
      "the value, with its type left open",
      "dyn(7) == 7.0",
      [.free([.parameter("T")], .dyn, { arguments, _ throws(EvaluationError) in arguments[0] })]
    ),
  ]

  private static func size(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let count = Int64(arguments[0].range.count)
    guard arguments[0].has(.string) else { return .int(count) }
    try call.charge(Int(count) / 16)
    let continuations = call.memory.withText(arguments[0]) { bytes in
      bytes.reduce(into: Int64(0)) { $0 += $1 & 0xC0 == 0x80 ? 1 : 0 }
    }
    return .int(count - continuations)
  }

  private static func int(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    let result: Int64? =
      switch value.kind {
      case .int: value.rawInt
      case .uint: Int64(exactly: value.bits)
      // The lowest integer is refused as well, as other implementations do.
      case .double:
        value.rawDouble > -0x1p63 ? Int64(exactly: value.rawDouble.rounded(.towardZero)) : nil
      case .timestamp: value.rawMoment.unixSeconds
      default: Int64(call.string(value) ?? "")
      }
    return .int(try orOutOfRange(result, value, "int", call))
  }

  private static func uint(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    let result: UInt64? =
      switch value.kind {
      case .uint: value.bits
      case .int: UInt64(exactly: value.rawInt)
      case .double:
        value.rawDouble < 0 ? nil : UInt64(exactly: value.rawDouble.rounded(.towardZero))
      default: UInt64(call.string(value) ?? "")
      }
    return .uint(try orOutOfRange(result, value, "uint", call))
  }

  private static func double(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    let result: Double? =
      switch value.kind {
      case .double: value.rawDouble
      case .int: Double(value.rawInt)
      case .uint: Double(value.bits)
      default: Double(call.string(value) ?? "")
      }
    return .double(try orOutOfRange(result, value, "double", call))
  }

  private static func orOutOfRange<Number>(
    _ result: Number?,
    _ value: Value,
    _ name: String,
    _ call: FunctionCall
  ) throws(EvaluationError) -> Number {
    if let result { return result }
    throw EvaluationError(
      value.has(.string) ? .invalidArgument : .overflow,
      "\(call.memory.briefText(value)) is not in the range of \(name)"
    )
  }

  private static func string(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    switch value.kind {
    case .string: return value
    case .bytes:
      let bytes = call.memory.text(value)
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw FunctionCall.invalid("the bytes are not valid UTF-8")
      }
      return try call.charged(bytes)
    default: return call.memory.makeString(call.memory.briefText(value).utf8)
    }
  }

  private static func bytes(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    return Value(.bytes, bits: value.bits, space: value.space).located(at: value.node)
  }

  private static let truths: Set<String> = ["1", "t", "T", "true", "TRUE", "True"]
  private static let untruths: Set<String> = ["0", "f", "F", "false", "FALSE", "False"]

  private static func bool(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    guard let text = call.string(arguments[0]) else { return arguments[0] }
    if truths.contains(text) { return .bool(true) }
    if untruths.contains(text) { return .bool(false) }
    throw FunctionCall.invalid("\(call.memory.briefText(arguments[0])) is neither true nor false")
  }

  private static func type(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    return call.memory.makeType(call.typeName(of: value) ?? value.kind.typeName)
  }
}
