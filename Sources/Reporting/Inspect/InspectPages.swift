// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Texts

/// The document of `modelgate inspect` in pieces, so that no more of it is held than is being shown.
///
/// Its members stand in the order of RFC 8785 §3.2.3, in which the documents come first.
package struct InspectPages: Sendable {
  /// The level that each document stands on, of two spaces.
  package static let depth = 2

  private var isOpen = false
  private var hasDocuments = false

  /// Creates a document of which nothing was shown.
  package init() {}

  /// The next documents, each as JSON on its level.
  package mutating func page(of documents: [[UInt8]]) -> Page {
    var json = opening()
    for document in documents {
      if hasDocuments { json.append(UInt8(ascii: ",")) }
      json.append(lineBreakAt: Self.depth)
      json += document
      hasDocuments = true
    }
    return Page(bytes: LogText.defusedJSON(json))
  }

  /// What stands behind the documents.
  ///
  /// - Parameters:
  ///   - notRecognized: The files that look governed but have no known format, and why.
  ///   - faults: The files that could not be read.
  /// - Returns: The last page.
  package consuming func end(
    notRecognized: [(path: String, reason: String)],
    faults: [Fault]
  ) -> Page {
    var json = opening()
    if hasDocuments { json.append(lineBreakAt: Self.depth - 1) }
    json += "],".utf8
    let rest = InspectDocument.rest(notRecognized: notRecognized, faults: faults)
    json += CanonicalJSON.prettyBytes(of: rest).dropFirst()
    return Page(bytes: LogText.defusedJSON(json))
  }

  private mutating func opening() -> [UInt8] {
    guard !isOpen else { return [] }
    isOpen = true
    return Array("{\n  \"documents\": [".utf8)
  }
}

extension InspectDocument {
  /// The members of the document that come after its documents.
  fileprivate static func rest(
    notRecognized: [(path: String, reason: String)],
    faults: [Fault]
  ) -> JSONValue {
    [
      "schema": .string(identifier),
      "notRecognized": .array(FixedOrder.sorted(notRecognized.map(Unrecognized.init)).map(\.json)),
      "faults": .array(FixedOrder.sorted(faults).map(\.json)),
    ]
  }
}

private struct Unrecognized: Keyed {
  var path: String
  var reason: String

  static let sortKeys: [@Sendable (Self) -> String] = [{ $0.path }, { $0.reason }]
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
