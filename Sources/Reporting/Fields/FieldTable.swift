// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import Texts

/// The fields of a record of the report, stated once: the writer, the JSON Schema and the reader of
/// the record all follow from this table.
struct FieldTable<Record: Sendable>: Sendable {
  /// A record that says nothing, which the reader fills.
  private let blank: Record
  /// The fields in the order of RFC 8785 §3.2.3, so that writing need not sort.
  private let fields: [Field<Record>]

  init(_ blank: Record, @FieldList<Record> _ fields: () -> [Field<Record>]) {
    self.blank = blank
    self.fields = fields().sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
  }

  /// Writes a record as an object.
  func write(_ record: Record, to json: inout JSONBytes) {
    json.openObject()
    for field in fields { field.write(record, &json) }
    json.closeObject()
  }

  /// The canonical bytes of a record.
  func bytes(of record: Record) -> [UInt8] {
    var json = JSONBytes()
    write(record, to: &json)
    return json.bytes
  }

  /// Hands on the canonical bytes of a record piece by piece.
  func write(_ record: Record, handingOn handOn: @escaping ([UInt8]) -> Void) {
    var json = JSONBytes(handingOn: handOn)
    write(record, to: &json)
    handOn(json.bytes)
  }

  /// A closed object: a new field is a decision.
  var schema: JSONValue {
    SchemaParts.object(
      fields.filter(\.isRequired).map { ($0.name, $0.schema) },
      optional: fields.filter { !$0.isRequired }.map { ($0.name, $0.schema) }
    )
  }

  /// Reads what `write` wrote.
  ///
  /// - Throws: The first field that is unknown, missing or not of its form.
  func read(_ node: Node) throws(ReportFlaw) -> Record {
    guard let members = node.map else { throw ReportFlaw("must be an object") }
    var record = blank
    var missing = Set(fields.filter(\.isRequired).map(\.name))
    for member in members {
      let name = member.key
      guard let field = fields.first(where: { $0.name == name }) else {
        throw ReportFlaw("is no field of a report").below(name)
      }
      do throws(ReportFlaw) {
        try field.read(member.value, &record)
      } catch {
        throw error.below(name)
      }
      missing.remove(name)
    }
    if let name = missing.min() { throw ReportFlaw("is missing").below(name) }
    return record
  }
}

/// The fields of a table, one below the other; each is checked by the compiler on its own.
@resultBuilder
enum FieldList<Record: Sendable> {
  static func buildExpression(_ field: Field<Record>) -> Field<Record> { field }

  static func buildBlock(_ fields: Field<Record>...) -> [Field<Record>] { fields }
}

/// One field of a record.
///
/// Its value is taken and set by functions: the runtime would have to make a key path, and its types, for
/// each field in every run.
struct Field<Record: Sendable>: Sendable {
  /// The name of the member.
  let name: String
  /// Whether every record has it.
  let isRequired: Bool
  /// The JSON Schema of its value.
  let schema: JSONValue
  /// Writes name and value, or nothing where the record has none.
  let write: @Sendable (Record, inout JSONBytes) -> Void
  let read: @Sendable (Node, inout Record) throws(ReportFlaw) -> Void
}

extension Field {
  /// A field that every record has.
  static func required<Value>(
    _ name: String,
    _ value: @escaping @Sendable (Record) -> Value,
    _ set: @escaping @Sendable (inout Record, Value) -> Void,
    _ form: JSONForm<Value>
  ) -> Field {
    Field(
      name: name,
      isRequired: true,
      schema: form.schema,
      write: { record, json in
        json.name(name)
        form.write(value(record), &json)
      },
      read: { (node, record) throws(ReportFlaw) in set(&record, try form.read(node)) }
    )
  }

  /// A field that is left out where there is nothing to say.
  static func optional<Value>(
    _ name: String,
    _ value: @escaping @Sendable (Record) -> Value?,
    _ set: @escaping @Sendable (inout Record, Value?) -> Void,
    _ form: JSONForm<Value>
  ) -> Field {
    Field(
      name: name,
      isRequired: false,
      schema: form.schema,
      write: { record, json in
        guard let value = value(record) else { return }
        json.name(name)
        form.write(value, &json)
      },
      read: { (node, record) throws(ReportFlaw) in set(&record, try form.read(node)) }
    )
  }

  /// A field that follows from the others: it is written, and only looked at when it is read.
  static func derived<Value>(
    _ name: String,
    _ value: @escaping @Sendable (Record) -> Value,
    _ form: JSONForm<Value>
  ) -> Field {
    Field(
      name: name,
      isRequired: true,
      schema: form.schema,
      write: { record, json in
        json.name(name)
        form.write(value(record), &json)
      },
      read: { (node, _) throws(ReportFlaw) in _ = try form.read(node) }
    )
  }

  /// A field with one value in all records.
  static func constant(_ name: String, _ text: String) -> Field {
    Field(
      name: name,
      isRequired: true,
      schema: ["const": .string(text)],
      write: { _, json in
        json.name(name)
        json.string(text)
      },
      read: { (node, _) throws(ReportFlaw) in
        guard node.text == text else { throw ReportFlaw("must be '\(text)'") }
      }
    )
  }
}
