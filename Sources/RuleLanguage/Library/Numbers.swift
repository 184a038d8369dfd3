// SPDX-License-Identifier: Apache-2.0

/// Functions on numbers (math extension of the language).
enum Numbers {
  static let functions: [StandardFunction] = extremes + roundings + tests + bits

  private static let extremes: [StandardFunction] = [
    StandardFunction(
      "math.greatest",
      "the greatest of the numbers",
      "math.greatest(1, 3, 2) == 3",
      overloads { arguments, call throws(EvaluationError) in
        try extreme(arguments, wanted: .after, &call)
      }
    ),
    StandardFunction(
      "math.least",
      "the least of the numbers",
      "math.least(1, 3, 2) == 1",
      overloads { arguments, call throws(EvaluationError) in
        try extreme(arguments, wanted: .before, &call)
      }
    ),
  ]

  private static func overloads(_ body: @escaping FunctionDeclaration.Body) -> [Overload] {
    let numbers: [ValueType] = [.int, .uint, .double, .dyn]
    return numbers.map { .free([.list($0)], $0, body) }
      + numbers.map { .free([$0], $0, variadic: true, body) }
  }

  private static func extreme(
    _ arguments: [Value],
    wanted: NumberOrder,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let values = arguments.count == 1 ? call.elements(of: arguments[0]) ?? arguments : arguments
    try call.charge(values.count)
    guard var result = values.first else {
      throw FunctionCall.invalid("the list of numbers is empty")
    }
    for value in values {
      guard value.isNumber else {
        throw EvaluationError(
          .typeMismatch,
          "no such overload: a number is needed, found \(value.kind.typeName)"
        )
      }
      if NumberOrder.compare(value, result) == wanted { result = value }
    }
    return result
  }

  private static func real(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ body: @escaping @Sendable (Double) -> Value,
    _ result: ValueType = .double
  ) -> StandardFunction {
    StandardFunction(
      name,
      summary,
      example,
      [
        .free([.double], result) { arguments, _ throws(EvaluationError) in
          body(arguments[0].rawDouble)
        }
      ]
    )
  }

  private static let roundings: [StandardFunction] = [
    real("math.ceil", "the next whole number above", "math.ceil(1.2) == 2.0") {
      .double($0.rounded(.up))
    },
    real("math.floor", "the next whole number below", "math.floor(1.8) == 1.0") {
      .double($0.rounded(.down))
    },
    real("math.round", "the nearest whole number, halves away from zero", "math.round(2.5) == 3.0")
    { .double($0.rounded(.toNearestOrAwayFromZero)) },
    real("math.trunc", "the number without its fraction", "math.trunc(-1.8) == -1.0") {
      .double($0.rounded(.towardZero))
    },
    StandardFunction(
      "math.sqrt",
      "the square root",
      "math.sqrt(9.0) == 3.0",
      [.double, .int, .uint].map {
        .free([$0], .double) { arguments, _ throws(EvaluationError) in
          .double(number(arguments[0]).squareRoot())
        }
      }
    ),
    StandardFunction(
      "math.abs",
      "the number without its sign",
      "math.abs(-1) == 1",
      [.int, .uint, .double].map { .free([$0], $0, absolute) }
    ),
    StandardFunction(
      "math.sign",
      "-1, 0 or 1, as the number is below, at or above zero",
      "math.sign(-5) == -1",
      [.int, .uint, .double].map { .free([$0], $0, sign) }
    ),
  ]

  private static func number(_ value: Value) -> Double {
    switch value.kind {
    case .int: Double(value.rawInt)
    case .uint: Double(value.bits)
    default: value.rawDouble
    }
  }

  private static func absolute(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    switch value.kind {
    case .uint: return value
    case .double: return .double(value.rawDouble.magnitude)
    default:
      guard let magnitude = Int64(exactly: value.rawInt.magnitude) else {
        throw EvaluationError(.overflow, "integer overflow in math.abs")
      }
      return .int(magnitude)
    }
  }

  private static func sign(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    switch value.kind {
    case .int: return .int(value.rawInt.signum())
    case .uint: return .uint(value.bits == 0 ? 0 : 1)
    default:
      let number = value.rawDouble
      if number.isNaN { return value }
      return .double(number > 0 ? 1 : number < 0 ? -1 : 0)
    }
  }

  private static let tests: [StandardFunction] = [
    real(
      "math.isNaN",
      "whether the number is not a number",
      "!math.isNaN(0.5)",
      { .bool($0.isNaN) },
      .bool
    ),
    real(
      "math.isInf",
      "whether the number is infinite",
      "!math.isInf(0.5)",
      { .bool($0.isInfinite) },
      .bool
    ),
    real(
      "math.isFinite",
      "whether the number is neither",
      "math.isFinite(1.0)",
      { .bool($0.isFinite) },
      .bool
    ),
  ]
}

extension Numbers {
  private static func bitwise(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> StandardFunction {
    StandardFunction(
      name,
      summary,
      example,
      [.int, .uint].map {
        .free([$0, $0], $0) { arguments, _ throws(EvaluationError) in
          var result = arguments[0]
          result.bits = body(arguments[0].bits, arguments[1].bits)
          return result
        }
      }
    )
  }

  fileprivate static let bits: [StandardFunction] = [
    bitwise("math.bitAnd", "the bits set in both", "math.bitAnd(6, 3) == 2") { $0 & $1 },
    bitwise("math.bitOr", "the bits set in either", "math.bitOr(6, 3) == 7") { $0 | $1 },
    bitwise("math.bitXor", "the bits set in one only", "math.bitXor(6, 3) == 5") { $0 ^ $1 },
    StandardFunction(
      "math.bitNot",
      "the bits that are not set",
      "math.bitNot(1) == -2",
      [.int, .uint].map {
        .free([$0], $0) { arguments, _ throws(EvaluationError) in
          var result = arguments[0]
          result.bits = ~result.bits
          return result
        }
      }
    ),
    shift("math.bitShiftLeft", "the bits moved up", "math.bitShiftLeft(1, 4) == 16") { $0 << $1 },
    shift("math.bitShiftRight", "the bits moved down", "math.bitShiftRight(16, 4) == 1") {
      $0 >> $1
    },
  ]

  /// Shifts bits as an unsigned number, so that shifting out leaves zeros.
  private static func shift(
    _ name: String,
    _ summary: String,
    _ example: String,
    _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> StandardFunction {
    StandardFunction(
      name,
      summary,
      example,
      [.int, .uint].map {
        .free([$0, .int], $0) { arguments, _ throws(EvaluationError) in
          let distance = arguments[1].rawInt
          guard distance >= 0 else {
            throw FunctionCall.invalid("negative offset \(distance) of \(name)")
          }
          var result = arguments[0]
          result.bits = distance < 64 ? body(result.bits, UInt64(distance)) : 0
          return result
        }
      }
    )
  }
}
