// SPDX-License-Identifier: Apache-2.0

/// The functions and macros that every expression may use.
package enum StandardLibrary {
  /// The documentation of one function or macro.
  package struct Entry: Hashable, Sendable {
    /// The name, with its namespace.
    package var name: String
    /// The ways to call it, such as `string.size() -> int`.
    package var signatures: [String]
    /// What it gives, in one line.
    package var summary: String
    /// An expression that uses it.
    package var example: String
  }

  /// Every function and macro, sorted by name.
  package static let functions: [Entry] = (macros + definitions.map(\.entry))
    .sorted { $0.name < $1.name }

  static let definitions: [StandardFunction] =
    Conversions.functions + Texts.functions + TextFormat.functions + Numbers.functions
    + Times.functions + Optionals.functions + Encoders.functions
}

extension StandardFunction {
  fileprivate var entry: StandardLibrary.Entry {
    StandardLibrary.Entry(
      name: name,
      signatures: overloads.map { $0.signature(of: name) },
      summary: summary,
      example: example
    )
  }
}

extension StandardLibrary {
  private static func macro(
    _ name: String,
    _ signatures: [String],
    _ summary: String,
    _ example: String
  ) -> Entry {
    Entry(name: name, signatures: signatures, summary: summary, example: example)
  }

  private static let macros = [
    macro(
      "has",
      ["has(object.field) -> bool"],
      "whether a field or a string key is there",
      "has(system.domain)"
    ),
    macro(
      "all",
      ["list.all(x, condition) -> bool", "map.all(key, value, condition) -> bool"],
      "whether the condition holds for every element",
      "[1, 2].all(x, x > 0)"
    ),
    macro(
      "exists",
      ["list.exists(x, condition) -> bool", "map.exists(key, value, condition) -> bool"],
      "whether the condition holds for at least one element",
      "[1, 2].exists(x, x > 1)"
    ),
    macro(
      "exists_one",
      ["list.exists_one(x, condition) -> bool"],
      "whether the condition holds for exactly one element",
      "[1, 2].exists_one(x, x > 1)"
    ),
    macro(
      "filter",
      ["list.filter(x, condition) -> list"],
      "the elements that meet the condition",
      "[1, 2].filter(x, x > 1)"
    ),
    macro(
      "map",
      ["list.map(x, result) -> list", "list.map(x, condition, result) -> list"],
      "the result for every element, or for those that meet the condition",
      "[1, 2].map(x, x * 2)"
    ),
    macro(
      "transformList",
      ["list.transformList(index, x, result) -> list"],
      "the result for every position and element",
      "[5].transformList(i, x, i + x)"
    ),
    macro(
      "transformMap",
      ["map.transformMap(key, value, result) -> map"],
      "the map with every value replaced by the result",
      "{'a': 1}.transformMap(k, v, v + 1)"
    ),
    macro(
      "transformMapEntry",
      ["map.transformMapEntry(key, value, {key: value}) -> map"],
      "the map with every entry replaced by the result",
      "{'a': 1}.transformMapEntry(k, v, {v: k})"
    ),
    macro(
      "cel.bind",
      ["cel.bind(name, value, result) -> dyn"],
      "the result, in which the name stands for the value",
      "cel.bind(x, 2, x * x)"
    ),
    macro(
      "optMap",
      ["optional.optMap(x, result) -> optional"],
      "the result for the value, if there is one",
      "optional.of(1).optMap(x, x + 1)"
    ),
    macro(
      "optFlatMap",
      ["optional.optFlatMap(x, result) -> optional"],
      "the optional result for the value, if there is one",
      "optional.of({'a': 1}).optFlatMap(x, x.?a)"
    ),
  ]
}

extension FunctionCall {
  static func invalid(_ message: String) -> EvaluationError {
    EvaluationError(.invalidArgument, message)
  }

  /// Makes text, and counts the work by its size.
  mutating func charged(_ bytes: some Collection<UInt8>) throws(EvaluationError) -> Value {
    try charge(bytes.count / 8)
    return memory.makeString(bytes)
  }

  /// The code points of a string.
  mutating func scalars(_ value: Value) throws(EvaluationError) -> [Unicode.Scalar] {
    try charge(Int(value.range.count) / 4)
    return Array(String(decoding: memory.text(value), as: UTF8.self).unicodeScalars)
  }

  mutating func makeString(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return memory.makeString(String(text).utf8)
  }
}
