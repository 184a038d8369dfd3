// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// The JSON Schema (draft 2020-12) of what `InspectReport` writes.
package enum InspectSchema {
  private typealias Parts = SchemaParts

  /// The schema; its objects are closed, so that a new field is a decision.
  package static var document: JSONValue {
    Parts.document(
      title: "modelgate inspect, version 1",
      Parts.object([
        ("schema", ["const": .string(InspectReport.identifier)]),
        ("documents", Parts.list(of: artifact)),
        ("notRecognized", Parts.list(of: unrecognized)),
        ("faults", Parts.list(of: ReportSchema.fault)),
      ]),
      definitions: [("source", source), ("date", statedDate), ("slice", slice)]
    )
  }

  static let source = Parts.object(
    [
      ("path", Parts.text), ("line", Parts.place), ("column", Parts.place),
      ("endLine", Parts.place),
    ],
    optional: [
      ("blob", Parts.objectID), ("pointer", Parts.text), ("headingPath", Parts.texts),
    ]
  )

  /// A closed object that says where it was read.
  static func record(
    _ required: [(String, JSONValue)],
    optional: [(String, JSONValue)] = []
  ) -> JSONValue {
    Parts.object(required + [("source", Parts.reference("source"))], optional: optional)
  }

  private static var unrecognized: JSONValue {
    Parts.object([("path", Parts.text), ("reason", Parts.text)])
  }

  private static var statedDate: JSONValue {
    record([("raw", Parts.text)], optional: [("date", Parts.date)])
  }

  private static var slice: JSONValue {
    Parts.list(of: Parts.object([("attribute", Parts.text), ("group", Parts.text)]))
  }

  private static var artifact: JSONValue {
    record(
      [
        ("kind", Parts.oneOf(ArtifactKind.self)),
        ("format", Parts.text),
        ("models", Parts.list(of: model)),
        ("datasets", Parts.list(of: dataset)),
        ("parties", Parts.list(of: party)),
        ("statements", Parts.list(of: statement)),
        ("measurements", Parts.list(of: measurement)),
        ("groups", Parts.list(of: group)),
        ("paired", Parts.list(of: paired)),
        ("risks", Parts.list(of: risk)),
        ("controls", Parts.list(of: control)),
        ("approvals", Parts.list(of: approval)),
        ("issues", Parts.list(of: issue)),
      ],
      optional: texts("formatVersion", "title", "status", "language", "positiveMeans")
        + dates("created", "modified")
    )
  }

  static func texts(_ names: String...) -> [(String, JSONValue)] {
    names.map { ($0, Parts.text) }
  }

  static func dates(_ names: String...) -> [(String, JSONValue)] {
    names.map { ($0, Parts.reference("date")) }
  }
}
