// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension InspectSchema {
  private typealias Parts = SchemaParts

  static var measurement: JSONValue {
    record(
      [
        ("metric", Parts.text),
        ("raw", Parts.text),
        ("unit", Parts.oneOf(Measurement.Unit.self)),
        ("kind", Parts.oneOf(Measurement.Kind.self)),
        ("slice", Parts.reference("slice")),
      ],
      optional: texts("dataset", "split", "task") + [
        ("value", Parts.number),
        ("reference", Parts.reference("slice")),
        ("aggregation", Parts.oneOf(Measurement.Aggregation.self)),
        ("n", Parts.integer),
        ("numerator", Parts.integer),
        ("denominator", Parts.integer),
        ("uncertainty", uncertainty),
        ("higherIsBetter", Parts.flag),
        ("decisionThreshold", Parts.number),
        ("run", run),
        ("verified", Parts.flag),
      ]
    )
  }

  static var group: JSONValue {
    let slice = [("slice", Parts.reference("slice"))]
    return [
      "oneOf": [
        record(slice + integers("tp", "fp", "tn", "fn")),
        record(slice + integers("selected", "n")),
      ]
    ]
  }

  static var paired: JSONValue {
    record(
      [
        ("metric", Parts.text), ("against", Parts.oneOf(PairedCounts.Against.self)),
        ("slice", Parts.reference("slice")),
      ] + integers("both", "thisOnly", "otherOnly", "neither"),
      optional: texts("name")
    )
  }

  private static var uncertainty: JSONValue {
    Parts.object(
      [("method", Parts.oneOf(Uncertainty.Method.self))],
      optional: ["standardError", "lower", "upper", "level"].map { ($0, Parts.number) }
    )
  }

  private static var run: JSONValue {
    Parts.object(
      [],
      optional: texts("id", "commit", "status") + dates("startedAt") + [("partial", Parts.flag)]
    )
  }

  private static func integers(_ names: String...) -> [(String, JSONValue)] {
    names.map { ($0, Parts.integer) }
  }
}
