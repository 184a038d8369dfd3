// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage

/// How one kind of record looks to rules: the declared fields, and how each is filled in.
///
/// The facts schema that rules are checked against and the values they see come from the same
/// table, so they cannot drift apart.
struct RecordType<Record>: Sendable {
  /// One field: its declaration, and its value for a record (nil where the record has none).
  struct Field: Sendable {
    var declaration: FactsSchema.Field
    let value: @Sendable (Record, SourceLocation?, inout FactsArena.Builder) -> Value?
  }

  let name: String
  let summary: String
  let fields: [Field]
  private let fieldNames: [String]
  /// Where a record was read.
  let place: @Sendable (Record) -> SourceLocation?

  init(
    _ name: String,
    _ summary: String,
    place: @escaping @Sendable (Record) -> SourceLocation?,
    fields: [Field]
  ) {
    self.name = name
    self.summary = summary
    self.place = place
    self.fields = fields
    fieldNames = fields.map(\.declaration.name)
  }

  /// The declaration of the type, for the schema.
  var declaration: FactsSchema.ObjectType {
    FactsSchema.ObjectType(name: name, summary: summary, fields: fields.map(\.declaration))
  }

  /// Adds a record to an arena.
  func value(of record: Record, in builder: inout FactsArena.Builder) -> Value {
    let place = place(record)
    var values: [Value?] = []
    values.reserveCapacity(fields.count)
    for field in fields { values.append(field.value(record, place, &builder)) }
    return builder.object(name, fields: fieldNames, values, at: place)
  }
}

extension RecordType.Field {
  /// The same field with a place of its own for each record, where that is known.
  func placed(
    _ locate: @escaping @Sendable (Record) -> SourceLocation?
  ) -> Self {
    Self(declaration: declaration) { record, place, builder in
      value(record, locate(record) ?? place, &builder)
    }
  }

  /// The same field with a phrase for sentences, where its name alone reads badly.
  func phrased(_ phrase: String?) -> Self {
    var copy = self
    copy.declaration.phrase = phrase
    return copy
  }

  private init(
    _ name: String,
    _ type: ValueType,
    isOptional: Bool,
    members: [String] = [],
    _ summary: String,
    value: @escaping @Sendable (Record, SourceLocation?, inout FactsArena.Builder) -> Value?
  ) {
    declaration = FactsSchema.Field(
      name: name,
      type: type,
      isOptional: isOptional,
      members: members,
      summary: summary
    )
    self.value = value
  }

  static func text(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> String
  ) -> Self {
    Self(name, .string, isOptional: false, summary) { $2.string(read($0), at: $1) }
  }

  static func optionalText(
    _ name: String,
    _ summary: String,
    members: [String] = [],
    _ read: @escaping @Sendable (Record) -> String?
  ) -> Self {
    Self(name, .string, isOptional: true, members: members, summary) { record, place, builder in
      read(record).map { builder.string($0, at: place) }
    }
  }

  /// A text that is one of the raw values of an enumeration.
  static func choice<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Choice
  ) -> Self where Choice.RawValue == String {
    Self(
      name,
      .string,
      isOptional: false,
      members: Choice.allCases.map(\.rawValue),
      summary
    ) { $2.string(read($0).rawValue, at: $1) }
  }

  static func texts(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> [String]
  ) -> Self {
    Self(name, .list(.string), isOptional: false, summary) { record, place, builder in
      let elements = read(record).map { builder.string($0, at: place) }
      return builder.list(elements, at: place)
    }
  }

  static func optionalTexts(
    _ name: String,
    _ summary: String,
    members: [String] = [],
    _ read: @escaping @Sendable (Record) -> [String]?
  ) -> Self {
    Self(name, .list(.string), isOptional: true, members: members, summary) {
      record,
      place,
      builder in
      guard let texts = read(record) else { return nil }
      let elements = texts.map { builder.string($0, at: place) }
      return builder.list(elements, at: place)
    }
  }

  static func flag(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Bool
  ) -> Self {
    Self(name, .bool, isOptional: false, summary) { $2.bool(read($0), at: $1) }
  }

  static func optionalFlag(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Bool?
  ) -> Self {
    Self(name, .bool, isOptional: true, summary) { record, place, builder in
      read(record).map { builder.bool($0, at: place) }
    }
  }

  static func int(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Int
  ) -> Self {
    Self(name, .int, isOptional: false, summary) { $2.int(Int64(read($0)), at: $1) }
  }

  static func optionalInt(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Int?
  ) -> Self {
    Self(name, .int, isOptional: true, summary) { record, place, builder in
      read(record).map { builder.int(Int64($0), at: place) }
    }
  }

  static func double(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Double
  ) -> Self {
    Self(name, .double, isOptional: false, summary) { $2.double(read($0), at: $1) }
  }

  /// A number; an undefined one (`NaN`) is absent, so that no comparison can pass on it.
  static func optionalDouble(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Double?
  ) -> Self {
    Self(name, .double, isOptional: true, summary) { record, place, builder in
      guard let number = read(record), number.isFinite else { return nil }
      return builder.double(number, at: place)
    }
  }

  /// A day, as the first moment of it in UTC.
  static func optionalDay(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> CalendarDate?
  ) -> Self {
    optionalMoment(name, summary) { read($0)?.unixSeconds }
  }

  /// A moment in seconds since 1970-01-01T00:00:00Z.
  static func optionalMoment(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Int64?
  ) -> Self {
    Self(name, .timestamp, isOptional: true, summary) { record, place, builder in
      read(record).map { builder.timestamp(unixSeconds: $0, nanos: 0, at: place) }
    }
  }

  static func object<Other>(
    _ name: String,
    _ type: RecordType<Other>,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> Other
  ) -> Self {
    Self(name, .object(type.name), isOptional: false, summary) { record, _, builder in
      type.value(of: read(record), in: &builder)
    }
  }

  static func list<Other>(
    _ name: String,
    _ type: RecordType<Other>,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> [Other]
  ) -> Self {
    Self(name, .list(.object(type.name)), isOptional: false, summary) { record, place, builder in
      var elements: [Value] = []
      for other in read(record) { elements.append(type.value(of: other, in: &builder)) }
      return builder.list(elements, at: place)
    }
  }

  /// A list of records that may not be known, which is something else than an empty one.
  static func optionalList<Other>(
    _ name: String,
    _ type: RecordType<Other>,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> [Other]?
  ) -> Self {
    Self(name, .list(.object(type.name)), isOptional: true, summary) { record, place, builder in
      guard let records = read(record) else { return nil }
      var elements: [Value] = []
      for other in records { elements.append(type.value(of: other, in: &builder)) }
      return builder.list(elements, at: place)
    }
  }

  /// A list of records that are in the arena already, so that several lists may share them.
  static func sharedList<Other>(
    _ name: String,
    _ type: RecordType<Other>,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> [Value]
  ) -> Self {
    Self(name, .list(.object(type.name)), isOptional: false, summary) { record, place, builder in
      builder.list(read(record), at: place)
    }
  }

  static func listOfTexts(
    _ name: String,
    _ summary: String,
    _ read: @escaping @Sendable (Record) -> [[String]]?
  ) -> Self {
    Self(name, .list(.list(.string)), isOptional: true, summary) { record, place, builder in
      guard let lists = read(record) else { return nil }
      var elements: [Value] = []
      for texts in lists {
        let inner = texts.map { builder.string($0, at: place) }
        elements.append(builder.list(inner, at: place))
      }
      return builder.list(elements, at: place)
    }
  }
}
