// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// The JSON Schema (draft 2020-12) of the predicate that signers of a bundle state.
package enum GateResultSchema {
  private typealias Parts = SchemaParts

  /// The schema; its objects are closed, so that a new field is a decision.
  package static var document: JSONValue {
    Parts.document(
      title: "modelgate gate result, version 1: an in-toto predicate",
      root,
      definitions: []
    )
  }

  private static var root: JSONValue {
    Parts.object(
      [
        ("verdict", Parts.oneOf(Verdict.self)), ("asOf", Parts.date), ("commit", Parts.objectID),
        ("path", Parts.text), ("policyDigest", Parts.digest),
        ("failOn", Parts.oneOf(FailureThreshold.self)), ("tool", Parts.text),
        ("systems", Parts.list(of: Parts.object([("id", Parts.text), ("tier", Parts.text)]))),
        (
          "packs",
          Parts.list(
            of: Parts.object([
              ("id", Parts.text), ("version", Parts.text), ("digest", Parts.digest),
            ])
          )
        ),
        (
          "models",
          Parts.list(
            of: Parts.object([
              ("system", Parts.text), ("name", Parts.text), ("sha256", Parts.digest),
            ])
          )
        ),
        ("signedAt", Parts.text),
      ],
      optional: [("runUrl", Parts.text)]
    )
  }
}
