// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension ReportSchema {
  private typealias Parts = SchemaParts

  static var result: JSONValue {
    Parts.object(
      [
        ("system", Parts.text),
        ("pack", Parts.text),
        ("rule", Parts.text),
        ("title", Parts.text),
        ("subject", Parts.text),
        ("outcome", Parts.oneOf(Outcome.self)),
        ("rawOutcome", Parts.oneOf(Outcome.self)),
        ("severity", Parts.oneOf(Severity.self)),
        ("message", Parts.text),
        ("required", Parts.text),
        ("seen", Parts.text),
        ("control", Parts.text),
        ("remedy", Parts.text),
        ("locations", Parts.list(of: Parts.reference("location"))),
      ],
      optional: [
        ("code", Parts.text),
        ("explanation", Parts.reference("explanation")),
        ("waiver", appliedWaiver),
      ]
    )
  }

  static var explanation: JSONValue {
    Parts.object(
      [("expression", Parts.text), ("value", Parts.text)],
      optional: [
        ("location", Parts.reference("location")),
        ("note", Parts.text),
        ("children", Parts.list(of: Parts.reference("explanation"))),
      ]
    )
  }

  static var location: JSONValue {
    Parts.object(
      [("path", Parts.text)],
      optional: [("line", Parts.place), ("column", Parts.place)]
    )
  }

  static var fault: JSONValue {
    Parts.object(
      [("message", Parts.text), ("help", Parts.text)],
      optional: [
        ("path", Parts.text), ("line", Parts.place), ("column", Parts.place),
        ("system", Parts.text),
      ]
    )
  }

  static var waiver: JSONValue {
    Parts.object([
      ("rule", Parts.text),
      ("subject", Parts.text),
      ("owner", Parts.text),
      ("approvedBy", Parts.text),
      ("expires", Parts.date),
      ("reason", Parts.text),
      ("state", Parts.oneOf(WaiverReport.State.self)),
      ("daysLeft", Parts.integer),
      ("location", Parts.reference("location")),
    ])
  }

  private static var appliedWaiver: JSONValue {
    Parts.object(
      [
        ("owner", Parts.text),
        ("approvedBy", Parts.text),
        ("created", Parts.date),
        ("expires", Parts.date),
        ("reason", Parts.text),
        ("location", Parts.reference("location")),
      ],
      optional: [("reference", Parts.text)]
    )
  }
}
