// SPDX-License-Identifier: Apache-2.0

/// Functions on optional values (optionals extension of the language).
enum Optionals {
  private static let wrapped: ValueType = .optional(.parameter("T"))
  private static let element: ValueType = .parameter("T")

  static let functions: [StandardFunction] = [
    StandardFunction(
      "optional.of",
      "an optional that holds the value",
      "optional.of(1).hasValue()",
      [
        .free([element], wrapped) { arguments, call throws(EvaluationError) in
          call.makeOptional(arguments[0])
        }
      ]
    ),
    StandardFunction(
      "optional.ofNonZeroValue",
      "an optional that holds the value unless it is zero or empty",
      "!optional.ofNonZeroValue('').hasValue()",
      [
        .free([element], wrapped) { arguments, call throws(EvaluationError) in
          call.makeOptional(isZero(arguments[0]) ? nil : arguments[0])
        }
      ]
    ),
    StandardFunction(
      "optional.none",
      "an optional without a value",
      "!optional.none().hasValue()",
      [.free([], wrapped) { _, _ throws(EvaluationError) in .emptyOptional }]
    ),
    StandardFunction(
      "hasValue",
      "whether the optional holds a value",
      "optional.of(1).hasValue()",
      [
        .member([wrapped], .bool) { arguments, call throws(EvaluationError) in
          .bool(call.memory.wrapped(arguments[0]) != nil)
        }
      ]
    ),
    StandardFunction(
      "value",
      "the value of the optional; an error when it has none",
      "optional.of(1).value() == 1",
      [
        .member([wrapped], element) { arguments, call throws(EvaluationError) in
          guard let inner = call.memory.wrapped(arguments[0]) else {
            throw FunctionCall.invalid("the optional has no value")
          }
          return inner
        }
      ]
    ),
    StandardFunction(
      "or",
      "the optional, or another one when it has no value",
      "optional.none().or(optional.of(2)).value() == 2",
      [
        .member([wrapped, wrapped], wrapped) { arguments, call throws(EvaluationError) in
          call.memory.wrapped(arguments[0]) == nil ? arguments[1] : arguments[0]
        }
      ]
    ),
    StandardFunction(
      "orValue",
      "the value of the optional, or another one when it has none",
      "optional.none().orValue(2) == 2",
      [
        .member([wrapped, element], element) { arguments, call throws(EvaluationError) in
          call.memory.wrapped(arguments[0]) ?? arguments[1]
        }
      ]
    ),
    StandardFunction(
      "first",
      "the first element of the list, if there is one",
      "[1, 2].first().value() == 1",
      [
        .member([.list(element)], wrapped) { arguments, call throws(EvaluationError) in
          call.makeOptional(call.elements(of: arguments[0])?.first)
        }
      ]
    ),
    StandardFunction(
      "last",
      "the last element of the list, if there is one",
      "[1, 2].last().value() == 2",
      [
        .member([.list(element)], wrapped) { arguments, call throws(EvaluationError) in
          call.makeOptional(call.elements(of: arguments[0])?.last)
        }
      ]
    ),
    StandardFunction(
      "optional.unwrap",
      "the values of the optionals that hold one",
      "optional.unwrap([optional.of(4), optional.none()]) == [4]",
      [.free([.list(wrapped)], .list(element), unwrap)]
    ),
    StandardFunction(
      "unwrapOpt",
      "the values of the optionals that hold one",
      "[optional.of(4), optional.none()].unwrapOpt() == [4]",
      [.member([.list(wrapped)], .list(element), unwrap)]
    ),
  ]

  private static func isZero(_ value: Value) -> Bool {
    switch value.kind {
    case .null: true
    case .bool, .int, .uint, .duration: value.bits == 0
    case .double: value.rawDouble == 0
    case .string, .bytes, .list, .map, .optional: value.range.count == 0
    case .timestamp, .type, .object: false
    }
  }

  private static func unwrap(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    var values: [Value] = []
    for element in call.elements(of: arguments[0]) ?? [] {
      guard element.has(.optional) else {
        throw EvaluationError(
          .typeMismatch,
          "no such overload: a list of optional values is needed"
        )
      }
      if let inner = call.memory.wrapped(element) { values.append(inner) }
    }
    try call.charge(values.count)
    return call.makeList(values)
  }
}
