// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Reporting
import TestSupport
import Testing

/// An evaluation in the project's own form, made up for a test.
struct EvaluationFile {
  /// One group: attributes with values, and counts.
  typealias Group = (slice: [String: String], counts: [String: Any])

  let text: String

  /// A file with groups, and with metrics and other texts where a test needs them.
  init(groups: [Group], metrics: [[String: Any]] = [], positiveMeans: String = "benefit") throws {
    let document: [String: Any] = [
      "schema": "modelgate/evaluation/v1", "model": ["name": "m", "version": "1"],
      "dataset": ["name": "d"], "positive_means": positiveMeans, "metrics": metrics,
      "groups": groups.map { group in
        group.counts.merging(["slice": group.slice]) { count, _ in count }
      },
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    text = String(decoding: data, as: UTF8.self)
  }

  init(text: String) { self.text = text }

  /// Selections of `sex`, as pairs of cases and selected.
  static func selections(_ groups: [(String, n: Int, selected: Int)]) throws -> EvaluationFile {
    try EvaluationFile(
      groups: groups.map { (["sex": $0.0], ["n": $0.n, "selected": $0.selected]) }
    )
  }

  /// The report on the file as the program makes it.
  func report(_ request: FairnessRequest) throws -> FairnessReport {
    let folder = try TemporaryDirectory()
    try folder.write(text, to: "evaluation.json")
    return try FairnessReport(path: folder.path + "/evaluation.json", request: request)
  }

  /// The report as JSON, one dictionary per attribute.
  func attributes(_ request: FairnessRequest) throws -> [[String: Any]] {
    let json = try report(request).jsonPage.bytes
    let document = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    return try #require(document?["attributes"] as? [[String: Any]])
  }
}
