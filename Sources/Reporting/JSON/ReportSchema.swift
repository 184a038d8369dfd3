// SPDX-License-Identifier: Apache-2.0

/// The JSON Schema (draft 2020-12) of `report.json`.
public enum ReportSchema {
  /// The value of `schema` in every report of this form.
  public static let identifier = "modelgate/report/v1"
}
