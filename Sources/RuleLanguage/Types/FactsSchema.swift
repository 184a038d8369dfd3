// SPDX-License-Identifier: Apache-2.0

/// What facts there are: the object types, their fields, and the names that rules start from.
package struct FactsSchema: Sendable {
  /// One field of an object, or one name that expressions may start from.
  package struct Field: Hashable, Sendable {
    /// The name, as written in rules.
    package var name: String
    /// The type of the value.
    package var type: ValueType
    /// Whether the value may be absent.
    package var isOptional: Bool
    /// The only strings the value may be, for an enumeration; empty when any is allowed.
    package var members: [String]
    /// What it means, in one line.
    package var summary: String
    /// How a sentence speaks of it, with `{}` for its owner; nil for the words of its name.
    ///
    /// A clause for booleans, such as `{} affects people`, else a noun, such as `{}'s birthday`.
    package var phrase: String?

    /// Creates a field.
    package init(
      name: String,
      type: ValueType,
      isOptional: Bool = false,
      members: [String] = [],
      summary: String = "",
      phrase: String? = nil
    ) {
      self.name = name
      self.type = type
      self.isOptional = isOptional
      self.members = members
      self.summary = summary
      self.phrase = phrase
    }
  }

  /// A kind of object with named fields.
  package struct ObjectType: Hashable, Sendable {
    /// The name of the type, as written in documentation.
    package var name: String
    /// What such objects are, in one line.
    package var summary: String
    /// The fields, in the order of the documentation.
    package var fields: [Field]

    /// Creates an object type.
    package init(name: String, summary: String = "", fields: [Field]) {
      self.name = name
      self.summary = summary
      self.fields = fields
    }
  }

  /// The object types, in the order of the documentation.
  package let objects: [ObjectType]
  /// The names that every expression may use.
  package let roots: [Field]

  /// Creates a schema.
  package init(objects: [ObjectType], roots: [Field]) {
    self.objects = objects
    self.roots = roots
  }

  /// A schema without object types and roots.
  package static let empty = FactsSchema(objects: [], roots: [])

  /// The parameters that none of the programs mention, as `parameters.<name>`.
  package static func unused(
    parameters: [String],
    of root: String,
    in programs: [Program]
  ) -> [String] {
    let used = programs.reduce(into: Set<String>()) { $0.formUnion($1.referencedFields) }
    return parameters.filter { !used.contains("\(root).\($0)") }
  }
}

/// The schema's fields by name, for the checker and for errors.
struct SchemaIndex: Sendable {
  private typealias Fields = [String: [String: Typed]]

  private let fields: Fields
  /// The types that were added, which every rule has of its own: the others are shared, not copied.
  private var added: Fields = [:]

  init(_ schema: FactsSchema) {
    fields = Self.fields(of: schema.objects)
  }

  func adding(_ objects: [FactsSchema.ObjectType]) -> SchemaIndex {
    var copy = self
    copy.added.merge(Self.fields(of: objects)) { $1 }
    return copy
  }

  private static func fields(of objects: [FactsSchema.ObjectType]) -> Fields {
    objects.reduce(into: [:]) { fields, object in
      fields[object.name] = Dictionary(
        object.fields.map {
          ($0.name, Typed(type: $0.type, members: $0.members, phrase: $0.phrase))
        },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  func field(_ name: String, of type: String) -> Typed? { (added[type] ?? fields[type])?[name] }

  func fieldNames(of type: String) -> [String] {
    (added[type] ?? fields[type] ?? [:]).keys.sorted()
  }
}

/// A schema with what finds its names.
final class DeclaredFacts: Sendable {
  let schema: FactsSchema
  let index: SchemaIndex
  let roots: [String: FactsSchema.Field]
  /// Whether names of roots have several parts.
  let hasQualifiedNames: Bool

  init(_ schema: FactsSchema) {
    self.schema = schema
    index = SchemaIndex(schema)
    roots = Dictionary(schema.roots.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    hasQualifiedNames = Self.areQualified(schema.roots)
  }

  /// A schema with more object types and roots.
  init(_ base: DeclaredFacts, _ objects: [FactsSchema.ObjectType], _ more: [FactsSchema.Field]) {
    schema = FactsSchema(
      objects: base.schema.objects + objects,
      roots: base.schema.roots + more
    )
    index = base.index.adding(objects)
    roots = more.isEmpty ? base.roots : base.roots.merging(more.map { ($0.name, $0) }) { $1 }
    hasQualifiedNames = base.hasQualifiedNames || Self.areQualified(more)
  }

  private static func areQualified(_ roots: [FactsSchema.Field]) -> Bool {
    roots.contains { $0.name.utf8.contains(UInt8(ascii: ".")) }
  }
}
