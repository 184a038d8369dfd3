// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Texts

/// What `modelgate inspect` prints around the records, and its JSON Schema (draft 2020-12).
package enum InspectDocument {
  private typealias Parts = SchemaParts

  /// The value of `schema` in every such document.
  package static let identifier = "modelgate/inspect/v1"

  /// The document.
  ///
  /// - Parameters:
  ///   - documents: The artifacts as rules see them, in their order.
  ///   - notRecognized: The files that look governed but have no known format, and why.
  ///   - faults: The files that could not be read.
  /// - Returns: A value that the schema describes.
  package static func json(
    documents: [JSONValue],
    notRecognized: [(path: String, reason: String)],
    faults: [Fault]
  ) -> JSONValue {
    [
      "schema": .string(identifier),
      "documents": .array(documents),
      "notRecognized": .array(FixedOrder.sorted(notRecognized.map(Unrecognized.init)).map(\.json)),
      "faults": .array(FixedOrder.sorted(faults).map(\.json)),
    ]
  }

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

private struct Unrecognized: Keyed {
  var path: String
  var reason: String

  var sortKey: [String] { [path, reason] }
  var json: JSONValue { ["path": .string(path), "reason": .string(reason)] }
  var canonical: [UInt8] { CanonicalJSON.bytes(of: json) }
}

extension Fault {
  fileprivate var json: JSONValue {
    .object(present: [
      ("message", .string(message)),
      ("path", location.map { .string($0.path) }),
      ("line", location?.position.map { .int($0.line) }),
      ("column", location?.position.map { .int($0.column) }),
      ("help", .string(help)),
      ("system", system.map(JSONValue.string)),
    ])
  }
}
