// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Texts

/// What the readers of artifacts found, as JSON for people and for other policy engines.
package enum InspectReport {
  /// The value of `schema` in every such document.
  package static let identifier = "modelgate/inspect/v1"

  /// The documents with all their records, sorted by path.
  ///
  /// Facts that a document does not state are left out; lists are there even when they are empty.
  ///
  /// - Parameters:
  ///   - documents: What was read.
  ///   - notRecognized: The files that look governed but have no known format, and why.
  ///   - faults: The files that could not be read.
  /// - Returns: A value that `InspectSchema` describes.
  package static func json(
    documents: [Artifact],
    notRecognized: [(path: String, reason: String)] = [],
    faults: [Fault] = []
  ) -> JSONValue {
    [
      "schema": .string(identifier),
      "documents": .array(FixedOrder.sorted(documents).map(\.json)),
      "notRecognized": .array(FixedOrder.sorted(notRecognized.map(Unrecognized.init)).map(\.json)),
      "faults": .array(FixedOrder.sorted(faults).map(\.json)),
    ]
  }
}

private struct Unrecognized: Keyed {
  var path: String
  var reason: String

  var sortKey: [String] { [path, reason] }
  var json: JSONValue { ["path": .string(path), "reason": .string(reason)] }
}

extension Artifact: Keyed {
  var sortKey: [String] { [source.path, kind.rawValue] }

  var json: JSONValue {
    .object(present: [
      ("kind", .string(kind.rawValue)),
      ("format", .string(format)),
      ("formatVersion", .text(formatVersion)),
      ("title", .text(title)),
      ("status", .text(status)),
      ("language", .text(language)),
      ("created", created?.json),
      ("modified", modified?.json),
      ("positiveMeans", .text(positiveMeans)),
      ("models", .array(models.map(\.json))),
      ("datasets", .array(datasets.map(\.json))),
      ("parties", .array(parties.map(\.json))),
      ("statements", .array(statements.map(\.json))),
      ("measurements", .array(measurements.map(\.json))),
      ("groups", .array(groups.map(\.json))),
      ("paired", .array(paired.map(\.json))),
      ("risks", .array(risks.map(\.json))),
      ("controls", .array(controls.map(\.json))),
      ("approvals", .array(approvals.map(\.json))),
      ("issues", .array(issues.map(\.json))),
      ("source", source.json),
    ])
  }
}
