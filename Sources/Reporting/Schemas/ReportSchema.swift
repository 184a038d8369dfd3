// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// The JSON Schema (draft 2020-12) of `report.json`.
package enum ReportSchema {
  private typealias Parts = SchemaParts

  /// The value of `schema` in every report of this form.
  package static let identifier = "modelgate/report/v1"

  /// The schema; its objects are closed, so that a new field is a decision.
  package static var document: JSONValue {
    Parts.document(title: "modelgate report, version 1", root, definitions: definitions)
  }

  private static var root: JSONValue {
    Parts.object([
      ("schema", ["const": .string(identifier)]),
      ("verdict", Parts.oneOf(Verdict.self)),
      ("asOf", Parts.date),
      ("tool", Parts.object([("name", Parts.text), ("version", Parts.text)])),
      ("repository", repository),
      ("policy", policy),
      ("summary", summary),
      ("systems", Parts.list(of: system)),
      ("packs", Parts.list(of: pack)),
      ("artifacts", Parts.list(of: artifact)),
      ("results", Parts.list(of: result)),
      ("waivers", Parts.list(of: waiver)),
      ("faults", Parts.list(of: fault)),
    ])
  }

  static var definitions: [(String, JSONValue)] {
    [
      ("location", location),
      ("explanation", explanation),
      ("parameter", parameter),
    ]
  }

  private static var repository: JSONValue {
    Parts.object(
      [
        ("commit", Parts.orNull(Parts.objectID)),
        ("tree", Parts.orNull(Parts.objectID)),
        ("shallow", Parts.flag),
        ("committed", Parts.flag),
        ("revision", Parts.text),
      ],
      optional: [("directory", Parts.text), ("commitTime", Parts.integer)]
    )
  }

  private static var policy: JSONValue {
    Parts.object([
      ("digest", Parts.digest),
      ("ref", Parts.orNull(Parts.text)),
      ("path", Parts.orNull(Parts.text)),
      ("failOn", Parts.oneOf(FailureThreshold.self)),
      ("parameters", Parts.list(of: Parts.reference("parameter"))),
    ])
  }

  private static var parameter: JSONValue {
    Parts.object(
      [("name", Parts.text), ("value", Parts.text), ("origin", Parts.text)],
      optional: [("rule", Parts.text)]
    )
  }

  private static var summary: JSONValue {
    Parts.object(
      ["passed", "failed", "undecided", "waived", "notApplicable", "upcoming"]
        .map { ($0, Parts.count) }
    )
  }

  private static var system: JSONValue {
    Parts.object(
      [
        ("id", Parts.text),
        ("name", Parts.text),
        ("tier", Parts.oneOf(RiskTier.self)),
        ("flags", Parts.texts),
        ("jurisdictions", Parts.texts),
        ("tierReasons", Parts.list(of: tierReason)),
        ("declared", Parts.flag),
        ("questions", Parts.texts),
      ],
      optional: [("path", Parts.text)]
    )
  }

  private static var tierReason: JSONValue {
    Parts.object(
      [
        ("article", Parts.text), ("fact", Parts.text), ("value", Parts.text),
        ("text", Parts.text),
      ],
      optional: [("location", Parts.reference("location"))]
    )
  }

  private static var pack: JSONValue {
    Parts.object([
      ("id", Parts.text),
      ("version", Parts.text),
      ("digest", Parts.digest),
      ("ruleCount", Parts.count),
      ("title", Parts.text),
      ("parameters", Parts.list(of: Parts.reference("parameter"))),
    ])
  }

  private static var artifact: JSONValue {
    Parts.object([
      ("system", Parts.text),
      ("kind", Parts.oneOf(ArtifactKind.self)),
      ("format", Parts.text),
      ("path", Parts.text),
      ("blob", Parts.orNull(Parts.objectID)),
      ("sha256", Parts.digest),
      ("size", Parts.count),
    ])
  }
}
