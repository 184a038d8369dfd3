// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Reporting
import TestSupport
import Testing

@Suite("The impact ratios of Local Law 144")
struct ImpactRatioTests {
  private func report(_ extra: String = "") throws -> ImpactRatioReport {
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
       "dataset": {"name": "d"}, "positive_means": "benefit", "unknown_values": ["unknown"],
       "groups": [
        {"slice": {"sex": "F"}, "n": 500, "selected": 200},
        {"slice": {"sex": "M"}, "n": 490, "selected": 245},
        {"slice": {"sex": "X|=1"}, "n": 10, "selected": 10},
        {"slice": {"sex": "unknown"}, "n": 33, "selected": 3},
        {"slice": {"sex": "F", "race": "a"}, "n": 500, "selected": 200},
        {"slice": {"sex": "M", "race": "unknown"}, "n": 7, "selected": 1}\(extra)]}
      """,
      to: "evaluation.json"
    )
    return try ImpactRatioReport(path: folder.path + "/evaluation.json")
  }

  @Test
  func `a category below two per cent and people of unknown category are shown outside the ratios`()
    throws
  {
    let document =
      try JSONSerialization.jsonObject(with: Data(report().jsonPage.bytes)) as? [String: Any]
    let tables = try #require(document?["tables"] as? [[String: Any]])
    #expect(tables.map { $0["attribute"] as? String } == ["sex", "race × sex"])
    #expect(tables.map { $0["unknown"] as? Int } == [33, 7])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["impactRatio"] as? Double } == [0.8, 1, nil])
    #expect(rows.map { $0["excluded"] as? Bool } == [false, false, true])
    #expect(rows.map { $0["impactRatioAmongAll"] as? Double } == [0.4, 0.5, 1])
  }

  @Test func `every form has the same rows and is safe to open`() throws {
    let report = try report()
    #expect(report.markdown.contains("| F | 500 | 200 | 0.400 | 0.800 |  |"))
    #expect(report.markdown.contains("X\\|=1"))
    #expect(report.csv.contains("sex,F,500,200,0.400,0.800,\r\n"))
    #expect(report.csv.contains("sex,unknown,33,"))
    #expect(report.html.contains("<th scope=\"row\">F</th><td>500</td><td>200</td>"))
    #expect(!report.html.contains("<script"))
    #expect(report.isComplete)
  }
}
