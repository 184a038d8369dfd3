// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

/// The JSON Schema (draft 2020-12) of `report.json`, as the tables of its fields give it.
package enum ReportSchema {
  /// The value of `schema` in every report of this form.
  package static let identifier = "modelgate/report/v1"

  /// The schema; its objects are closed, so that a new field is a decision.
  package static var document: JSONValue {
    SchemaParts.document(
      title: "modelgate report, version 1",
      Report.fields.schema,
      definitions: definitions
    )
  }

  /// What several places of a report hold.
  static var definitions: [(String, JSONValue)] {
    [
      ("location", SourceLocation.fields.schema),
      ("explanation", Explanation.fields.schema),
      ("parameter", ParameterReport.fields.schema),
      ("control", Control.fields.schema),
    ]
  }
}
