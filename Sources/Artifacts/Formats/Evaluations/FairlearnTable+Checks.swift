// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension FairlearnTable {
  /// Whether the rows are the folds of a cross validation: they have numbers for names, and the columns
  /// durations or the names of splits (scikit-learn 1.9, `cross_validate`).
  var areFolds: Bool {
    let names = table.rows.map { row in
      row.label.isEmpty ? labelColumns.first.flatMap { row.cells[$0]?.text } : row.label.first
    }
    let isNameless = table.rows.allSatisfy { $0.label.count == 1 } || labelColumns == [""]
    guard isNameless, names.enumerated().allSatisfy({ $0.element == String($0.offset) }) else {
      return false
    }
    return table.columns.contains { SettingName.isDuration($0) || Self.isOfSplit($0) }
  }

  /// Whether a column holds a metric on a part of the data, as `test_accuracy` does.
  private static func isOfSplit(_ column: String) -> Bool {
    let words = FoldedText.words(column).spacedWords
    guard DataPart.named(in: words) != nil else { return false }
    return MetricName.isKnown(words.dropFirst().joined(separator: " "))
  }

  /// Whether a map may be a frame and nothing else: pandas gives each of its maps the same keys, and writes
  /// nothing beside them.
  ///
  /// Parts of a system, each with metrics of its own, are no groups of people.
  static func isWhole(_ root: NodeCursor) -> Bool {
    guard let members = root.node.map, root["columns"] == nil, root["schema"] == nil,
      root["index"] == nil
    else {
      return true
    }
    if members.allSatisfy(\.value.isList) { return true }
    let keys = members.map { member in Set((member.value.map ?? .empty).map { $0.key }) }
    return keys.allSatisfy { !$0.isEmpty && $0 == keys.first }
  }

  /// Whether a column tells which bound of an interval a row holds, and no group.
  static func namesQuantiles(_ column: String) -> Bool {
    FoldedText.words(column).spacedWords.contains { $0 == "quantile" || $0 == "quantiles" }
  }

  /// Names what is lost where the bounds of intervals stand in rows of their own.
  func addQuantiles(_ column: String, to artifact: inout Artifact) {
    artifact.addIssue(
      "unread-intervals",
      .warning,
      "the numbers by '\(Excerpt.line(column))' are bounds of intervals, which are read from JSON: keep "
        + "'by_group_ci' and 'ci_quantiles' beside 'by_group'",
      at: table.rows.first?.source ?? artifact.source
    )
  }

  /// Keeps where a share of cases and the number of cases beside it give no whole number of people: one
  /// of them is something else, such as a difference, or was weighted.
  func checkCounts(_ artifact: inout Artifact) {
    guard !labelColumns.contains(where: Self.namesQuantiles) else { return }
    for row in table.rows where !isSpread(row) {
      if let cell = row.cells["count"], cell.leaf?.number.value != nil, cell.count == nil {
        return artifact.addIssue(
          "contradicting-counts",
          .warning,
          "'count' is \(Excerpt.line(cell.text)), which counts nobody: the numbers compare groups, and are no "
            + "rates of them",
          at: cell.source
        )
      }
      guard let n = row.cells["count"]?.count, n > 0 else { continue }
      for metric in ["accuracy", "selection_rate"] {
        guard let cell = row.cells[metric], let value = cell.leaf?.number.value,
          (0...1).contains(value), !Self.isWhole(value, of: n, as: cell.text)
        else { continue }
        artifact.addIssue(
          "contradicting-counts",
          .warning,
          "'\(metric)' of \(n) cases is no whole number of them: the numbers were weighted, or are "
            + "no rates of groups",
          at: cell.source
        )
        return
      }
    }
  }

  /// Whether a share is one of whole cases, as far as the digits that are shown tell.
  private static func isWhole(_ value: Double, of n: Int, as text: String) -> Bool {
    let cases = value * Double(n)
    let digits = text.split(separator: ".").dropFirst().first?.count ?? 0
    var half = 0.5
    for _ in 0..<min(digits, 20) { half /= 10 }
    return (cases - cases.rounded()).magnitude <= half * Double(n) + 1e-4
  }
}
