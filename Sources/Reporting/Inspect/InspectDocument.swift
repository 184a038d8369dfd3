// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// What `modelgate inspect` prints around the records, and its JSON Schema (draft 2020-12).
package enum InspectDocument {
  private typealias Parts = SchemaParts

  /// The value of `schema` in every such document.
  package static let identifier = "modelgate/inspect/v1"

  /// The schema, given that of one document and of what documents consist of.
  package static func schema(
    of document: JSONValue,
    definitions: [(String, JSONValue)]
  ) -> JSONValue {
    Parts.document(
      title: "modelgate inspect, version 1",
      Parts.object([
        ("schema", ["const": .string(identifier)]),
        ("documents", Parts.list(of: document)),
        (
          "notRecognized",
          Parts.list(of: Parts.object([("path", Parts.text), ("reason", Parts.text)]))
        ),
        ("faults", Parts.list(of: Fault.fields.schema)),
      ]),
      definitions: definitions
    )
  }
}
