// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// How values of one type stand in JSON: written, described and read back by one statement.
struct JSONForm<Value>: Sendable {
  /// The JSON Schema of such a value.
  let schema: JSONValue
  let write: @Sendable (Value, inout JSONBytes) -> Void
  let read: @Sendable (Node) throws(ReportFlaw) -> Value
}

extension JSONForm {
  /// A value that is a text with rules of its own, such as a date.
  static func text(
    _ schema: JSONValue,
    _ meaning: String,
    text: @escaping @Sendable (Value) -> String,
    value: @escaping @Sendable (String) -> Value?
  ) -> JSONForm {
    JSONForm(
      schema: schema,
      write: { $1.string(text($0)) },
      read: { (node) throws(ReportFlaw) in
        guard case .string(let written) = node.value, let value = value(written) else {
          throw ReportFlaw("must be \(meaning)")
        }
        return value
      }
    )
  }

  /// The record of a table, as an object of its own.
  static func record(_ table: FieldTable<Value>) -> JSONForm where Value: Sendable {
    JSONForm(
      schema: table.schema,
      write: { table.write($0, to: &$1) },
      read: { (node) throws(ReportFlaw) in try table.read(node) }
    )
  }

  /// The record of a table that the schema describes under a name, because several places use it.
  ///
  /// The table is asked for late: it may hold itself.
  static func definition(
    _ name: String,
    _ table: @escaping @Sendable () -> FieldTable<Value>
  ) -> JSONForm where Value: Sendable {
    JSONForm(
      schema: SchemaParts.reference(name),
      write: { table().write($0, to: &$1) },
      read: { (node) throws(ReportFlaw) in try table().read(node) }
    )
  }

  /// A value, or null.
  static func nullable<Wrapped>(_ form: JSONForm<Wrapped>) -> JSONForm where Value == Wrapped? {
    JSONForm(
      schema: SchemaParts.orNull(form.schema),
      write: { value, json in
        if let value { form.write(value, &json) } else { json.null() }
      },
      read: { (node) throws(ReportFlaw) in node.isNull ? nil : try form.read(node) }
    )
  }

  /// Any number of values.
  static func list<Element>(of form: JSONForm<Element>) -> JSONForm where Value == [Element] {
    JSONForm(
      schema: SchemaParts.list(of: form.schema),
      write: { elements, json in
        json.openArray()
        for element in elements { form.write(element, &json) }
        json.closeArray()
      },
      read: { (node) throws(ReportFlaw) in
        guard let list = node.list else { throw ReportFlaw("must be a list") }
        var elements: [Element] = []
        for element in list {
          do throws(ReportFlaw) {
            elements.append(try form.read(element))
          } catch {
            throw error.below("\(elements.count)")
          }
        }
        return elements
      }
    )
  }
}

extension JSONForm
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// One of the cases of an enumeration.
  static var choice: JSONForm {
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return text(
      SchemaParts.oneOf(Value.self),
      "one of \(names)",
      text: { $0.rawValue },
      value: { Value(rawValue: $0) }
    )
  }
}

extension JSONForm<String> {
  static var text: JSONForm {
    text(SchemaParts.text, "a text", text: { $0 }, value: { $0 })
  }
}

extension JSONForm<[String]> {
  static var texts: JSONForm { list(of: .text) }
}

extension JSONForm<CalendarDate> {
  static var date: JSONForm {
    text(SchemaParts.date, "a day", text: { $0.description }, value: { CalendarDate($0) })
  }
}

extension JSONForm<ObjectID> {
  static var objectID: JSONForm {
    text(SchemaParts.objectID, "a git id", text: { $0.hex }, value: { ObjectID(hex: $0) })
  }
}

extension JSONForm<ContentDigest> {
  static var digest: JSONForm {
    text(SchemaParts.digest, "a SHA-256", text: { $0.hex }, value: { ContentDigest(hex: $0) })
  }
}

extension JSONForm<Bool> {
  static var flag: JSONForm {
    JSONForm(
      schema: SchemaParts.flag,
      write: { $1.flag($0) },
      read: { (node) throws(ReportFlaw) in
        guard let flag = node.bool else { throw ReportFlaw("must be true or false") }
        return flag
      }
    )
  }
}

extension JSONForm<Int> {
  /// A whole number.
  static var integer: JSONForm { whole(SchemaParts.integer, from: .min) }

  /// A number of things.
  static var count: JSONForm { whole(SchemaParts.count, from: 0) }

  /// A line or a column.
  static var place: JSONForm { whole(SchemaParts.place, from: 1) }

  private static func whole(_ schema: JSONValue, from minimum: Int) -> JSONForm {
    JSONForm(
      schema: schema,
      write: { $1.integer($0) },
      read: { (node) throws(ReportFlaw) in
        guard case .number = node.value, let number = node.int, number >= minimum else {
          throw ReportFlaw("must be a whole number")
        }
        return number
      }
    )
  }
}
