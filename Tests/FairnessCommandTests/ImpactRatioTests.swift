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

  @Test func `a tool that scores has scoring rates about the median of the whole sample`() throws {
    let folder = try TemporaryDirectory()
    // The median of 2, 4, 6, 8, 10 and 12 is 7; who has no known sex counts for it, and for nothing else.
    try folder.write(
      "sex,race_ethnicity,score\nF,a,2\nF,b,4\nM,a,6\nM,b,8\nF,a,10\nunknown,a,12\n",
      to: "scores.csv"
    )
    let report = try ImpactRatioReport(path: folder.path + "/scores.csv")
    let document =
      try JSONSerialization.jsonObject(with: Data(report.jsonPage.bytes)) as? [String: Any]
    #expect(document?["median"] as? Double == 7)
    let tables = try #require(document?["tables"] as? [[String: Any]])
    let names = tables.map { $0["attribute"] as? String }
    #expect(names == ["sex", "race_ethnicity", "sex × race_ethnicity"])
    #expect(tables.map { $0["unknown"] as? Int } == [1, 0, 1])
    let rows = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(rows.map { $0["scoringRate"] as? Double } == [1.0 / 3, 0.5])
    #expect(rows.map { $0["impactRatio"] as? Double } == [2.0 / 3, 1])
    #expect(report.markdown.contains("| Above the median | Scoring rate |"))
    #expect(report.markdown.contains("The median of 6 scores is 7.0."))
  }

  @Test func `who is called unknown is shown, and decides nothing where they are many`() throws {
    let small = try report()
    #expect(small.markdown.contains("unknown 33, 3 of them selected"))
    #expect(!small.markdown.contains("more than 5 %") && !small.csv.contains("more than 5 %"))
    let folder = try TemporaryDirectory()
    try folder.write(
      """
      {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
       "dataset": {"name": "d"}, "positive_means": "benefit",
       "unknown_values": {"race_ethnicity": ["Black"]}, "groups": [
        {"slice": {"race_ethnicity": "White"}, "n": 1000, "selected": 300},
        {"slice": {"race_ethnicity": "Asian"}, "n": 900, "selected": 290},
        {"slice": {"race_ethnicity": "Black"}, "n": 800, "selected": 80}]}
      """,
      to: "evaluation.json"
    )
    let large = try ImpactRatioReport(path: folder.path + "/evaluation.json")
    #expect(!large.isComplete)
    #expect(large.markdown.contains("Black 800, 80 of them selected). They are more than 5 %"))
    #expect(large.csv.contains("race_ethnicity,Black,800,80,"))
    #expect(large.markdown.contains("does not count sex, the crossing of both"))
  }

  @Test func `categories of a crossing are kept apart whatever stands in their names`() throws {
    let folder = try TemporaryDirectory()
    try folder.write(
      "sex,race,score\nF × o,y,1\nF,o × y,2\nF × o,y,3\nF,o × y,4\n",
      to: "scores.csv"
    )
    let report = try ImpactRatioReport(path: folder.path + "/scores.csv")
    #expect(report.csv.contains("sex × race,\"\"\"F × o\"\" × y\",2,1,"))
    #expect(report.csv.contains("sex × race,\"F × \"\"o × y\"\"\",2,1,"))
  }

  @Test(arguments: ["sex,score\nF,high\n", "sex,score\n", "score\n1\n", "sex,score\nF,nan\n"])
  func `a table of scores that cannot be used is refused`(table: String) throws {
    let folder = try TemporaryDirectory()
    try folder.write(table, to: "scores.csv")
    #expect(throws: RunFailure.self) {
      try ImpactRatioReport(path: folder.path + "/scores.csv")
    }
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
