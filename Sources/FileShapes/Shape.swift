// SPDX-License-Identifier: Apache-2.0

/// What a node of one of our own file formats may be.
///
/// The shape of a file is stated once: the check of the file, the messages about it and its JSON
/// Schema all come from the same value.
package enum Shape: Sendable {
  /// A text; a number stands for its source text, so that `version: 1.10` stays `1.10`.
  case text
  /// A text that names a system: `[a-z0-9][a-z0-9._-]*`.
  case identifier
  /// The 64 hexadecimal digits of a SHA-256.
  case digest
  /// `true` or `false`.
  case flag
  /// `true`, `false` or `unknown`.
  case ternary
  case number
  /// A whole number that is at least `minimum`.
  case integer(minimum: Int)
  /// A day, `YYYY-MM-DD` (RFC 3339).
  case date
  /// One of a few words, however their letters are written.
  case choice([String])
  /// One of a few words as they stand here, on which the direction of a judgement hangs.
  case word([String])
  /// The version of the file format, as the only number it may be.
  case version(Int)
  indirect case list(Shape)
  /// One value, or a list of them.
  indirect case oneOrMore(Shape)
  /// One value or a list of them, or a map with such for each key that the author chooses.
  indirect case grouped(Shape)
  /// A map with known keys.
  case record(RecordShape)
  /// A map whose keys the author chooses.
  indirect case dictionary(Shape)
  /// A text that stands for a map with more to say.
  indirect case textOr(Shape)
  /// A value, or the long form with `value`, `reason`, `owner` and `evidence`.
  indirect case justified(Shape)
  /// A single value, whose text a later reader understands.
  case scalar
  /// A value of one of several shapes, of which at most one is a list and one a map.
  indirect case anyOf([Shape])
  /// The key must be there, but may be null.
  indirect case nullable(Shape)
  /// An answer that says that it is open: `unknown` or `?`.
  case open
  /// `none`, or an empty list: nothing of what the key stands for.
  case nothing
  /// A value of the first shape, else one of the second.
  indirect case either(Shape, Shape)
  /// Whatever a later reader makes of it.
  case anything
}

/// A map with known keys.
package final class RecordShape: Sendable {
  package let fields: [Field]
  /// Key sets of which exactly one is there.
  package let alternatives: [[String]]
  /// The fields that must be there.
  package let required: FieldSet
  /// The alternatives, as sets.
  package let choices: [FieldSet]

  package init(_ fields: [Field], alternatives: [[String]]) {
    self.fields = fields
    self.alternatives = alternatives
    required = FieldSet(fields.indices.filter { fields[$0].isRequired })
    choices = alternatives.map { keys in
      FieldSet(fields.indices.filter { keys.contains(fields[$0].key) })
    }
  }

  /// Which field has a key; the expected one is looked at first.
  package func field(_ key: String, expectedAt next: Int) -> Int? {
    if next < fields.count, fields[next].key == key { return next }
    return fields.indices.first { fields[$0].key == key }
  }
}

/// Fields of one shape, by their places in it.
package struct FieldSet: Sendable {
  private var bits: UInt128 = 0

  package init(_ places: [Int] = []) {
    for place in places { insert(place) }
  }

  /// Adds a field.
  ///
  /// - Precondition: No shape has more fields than there are bits.
  package mutating func insert(_ place: Int) {
    precondition(place < UInt128.bitWidth, "a shape has too many fields")
    bits |= 1 &<< UInt128(truncatingIfNeeded: place)
  }

  package func contains(_ place: Int) -> Bool {
    bits &>> UInt128(truncatingIfNeeded: place) & 1 == 1
  }

  package func isSubset(of other: FieldSet) -> Bool { bits & other.bits == bits }
}

/// One key of a map; a class, since a check looks at it for every value of a document.
package final class Field: Sendable {
  package let key: String
  package let shape: Shape
  package let isRequired: Bool
  /// One line for the schema.
  package let summary: String

  package init(_ key: String, _ shape: Shape, _ summary: String, isRequired: Bool = false) {
    self.key = key
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
  }

  /// A key that must be there.
  package static func required(_ key: String, _ shape: Shape, _ summary: String) -> Field {
    Field(key, shape, summary, isRequired: true)
  }
}

extension Shape {
  /// A map with known keys; where there are `alternatives`, exactly one of these key sets is there.
  package static func map(_ fields: [Field], alternatives: [[String]] = []) -> Shape {
    .record(RecordShape(fields, alternatives: alternatives))
  }

  /// The long form of an answer: the value with who says so and why.
  package static func longForm(of shape: Shape) -> Shape {
    .map([
      .required("value", shape, "the answer"),
      Field("reason", .text, "why it is so"),
      Field("owner", .text, "who answers for it"),
      Field("evidence", .text, "what it rests on, such as a path or link"),
    ])
  }

  /// The words of a choice, also of one among others; nil for a shape without a choice.
  package var words: [String]? {
    switch self {
    case .choice(let words), .word(let words): words
    case .anyOf(let shapes): shapes.lazy.compactMap(\.words).first
    default: nil
    }
  }

  /// What is expected, for messages and help texts.
  package var expectation: String {
    switch self {
    case .text, .textOr: "a text"
    case .identifier: "lower-case letters, digits, '.', '_' and '-'"
    case .digest: "64 hexadecimal digits"
    case .flag: "true or false"
    case .ternary: "true, false or unknown"
    case .number: "a number"
    case .integer(let minimum): "a whole number of at least \(minimum)"
    case .date: "a day as YYYY-MM-DD"
    case .choice(let members), .word(let members): "one of: \(members.joined(separator: ", "))"
    case .version(let number): "the number \(number)"
    case .list(let element): "a list, each element \(element.expectation)"
    case .oneOrMore(let element): "\(element.expectation), or a list of such"
    case .grouped(let element): "\(element.expectation), a list of such, or a map of such lists"
    case .record, .dictionary: "a map"
    case .justified(let shape): "\(shape.expectation), or a map with 'value', 'reason' and 'owner'"
    case .nullable(let shape): "\(shape.expectation), or null"
    case .scalar: "a single value"
    case .anyOf(let shapes): shapes.map(\.expectation).joined(separator: ", or ")
    case .open: "unknown"
    case .nothing: "none"
    case .either(.open, let shape): shape.expectation
    case .either(let first, let second): "\(first.expectation), or \(second.expectation)"
    case .anything: "anything"
    }
  }
}
