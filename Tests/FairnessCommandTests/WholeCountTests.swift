// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import TestSupport
import Testing

/// Nobody is left out of counts and verdicts without a word.
@Suite struct WholeCountTests {
  @Test func `a third of the cases is compared, whatever its value is called`() throws {
    let text = try EvaluationFile.selections([
      ("F", 1000, 590), ("M", 1000, 600), ("unknown", 1000, 2),
    ]).text
    let file = EvaluationFile(
      text: text.replacingOccurrences(
        of: #""schema":"#,
        with: #""unknown_values": ["unknown"], "schema":"#
      )
    )
    #expect(try file.report(FairnessRequest()).verdict == .fail)
    let attribute = try #require(file.attributes(FairnessRequest()).first)
    #expect(
      attribute["warnings"] as? [String] == [
        "33.3 % of the cases have no known value: too many to be set aside, so that they are compared "
          + "like any group"
      ]
    )
  }

  /// Everybody by sex, by age, and by both, in equal parts of 1,000 with the same rate.
  private static func crossed(without cell: [String] = []) throws -> EvaluationFile {
    func group(_ slice: [String: String], _ n: Int) -> EvaluationFile.Group {
      (slice, ["n": n, "selected": n / 2])
    }
    let alone =
      ["F", "M"].map { group(["sex": $0], 2000) }
      + ["old", "young"].map { group(["age": $0], 2000) }
    let crossing = [["F", "old"], ["F", "young"], ["M", "old"], ["M", "young"]]
      .filter { $0 != cell && $0.last != cell.first }
      .map { group(["sex": $0[0], "age": $0[1]], 1000) }
    return try EvaluationFile(groups: alone + crossing)
  }

  @Test func `a part of a crossing that is not counted leaves the rest undecided`() throws {
    #expect(try Self.crossed().report(FairnessRequest()).verdict == .pass)
    for (cell, absent) in [
      (["F", "old"], ["old × F"]), (["old"], ["old × F", "old × M"]),
    ] {
      let file = try Self.crossed(without: cell)
      #expect(try file.report(FairnessRequest()).verdict == .undecided)
      let crossing = try #require(file.attributes(FairnessRequest()).last)
      #expect(crossing["absentGroups"] as? [String] == absent)
      #expect(
        (crossing["warnings"] as? [String])?.first?.contains("cases and the file counts 4000")
          == true
      )
    }
  }

  @Test func `an attribute that counts fewer people than another one is undecided`() throws {
    func verdict(_ n: Int) throws -> Verdict {
      try EvaluationFile(
        groups: ["F", "M"].map { (["sex": $0], ["n": n, "selected": n / 2]) }
          + ["old", "young"].map { (["age": $0], ["n": 2000, "selected": 1000]) }
      ).report(FairnessRequest()).verdict
    }
    #expect(try verdict(1970) == .pass)
    #expect(try verdict(1500) == .undecided)
  }

  @Test func `what a sentence says of two groups is theirs`() throws {
    let file = try EvaluationFile.selections([
      ("A", 10000, 4000), ("B", 10000, 3000), ("C", 40, 11),
    ])
    let attribute = try #require(file.attributes(FairnessRequest()).first)
    let metrics = try #require(attribute["metrics"] as? [[String: Any]])
    let ratio = try #require(
      metrics.first { $0["name"] as? String == "demographic_parity_ratio" && $0["sentence"] != nil }
    )
    let sentence = try #require(ratio["sentence"] as? String)
    #expect(
      sentence.contains("Of 10,000 cases of B 3,000 are selected (30 %), of 10,000 of A 4,000")
    )
    #expect(
      sentence.contains(
        "Selection rate ratio 0.75: cases of B are selected 0.75 times as often as those of A; the truth"
      )
    )
    #expect(sentence.contains("Over all pairs demographic_parity_ratio is 0.6875; the truth"))
  }

  @Test(arguments: [
    "sex,count,selection_rate\nF,1000,0.5\nM,1000,0.49\nX,1003,0.1\n",
    "sex,count,selection_rate\nF,1000,0.5\nM,1000,0.49\nX,500,\n",
    "sex,tp,fp,tn,fn\nF,200,50,200,300\nM,200,50,200,300\nX,1.5,50,200,300\n",
    "sex,tp,fp,tn,fn\nF,200,50,200,300\nM,200,50,200,300\nX,,50,200,300\n",
  ])
  func `a group of a frame whose counts cannot be had is named, and nothing passes`(
    frame: String
  ) throws {
    let folder = try TemporaryDirectory()
    try folder.write(frame, to: "by_group.csv")
    let report = try FairnessReport(
      path: folder.path + "/by_group.csv",
      request: FairnessRequest()
    )
    #expect(report.verdict == .undecided)
    #expect(report.console.contains("not counted, so not judged: X"))
    #expect(report.console.contains("recovered from rates") == frame.contains("selection_rate"))
  }

  @Test func `what follows from shares of whole cases is not called stated by the team`() throws {
    let folder = try TemporaryDirectory()
    try folder.write("sex,count,accuracy\nF,1000,0.5\nM,1000,0.49\n", to: "by_group.csv")
    let report = try FairnessReport(
      path: folder.path + "/by_group.csv",
      request: FairnessRequest()
    )
    #expect(report.console.contains("recovered from shares and numbers of cases"))
    #expect(!report.console.contains("stated by the team"))
  }

  @Test(arguments: [[], ["selection_rate_difference=0.1"], ["demographic_parity_ratio=0.8"]])
  func `a group with a stated rate and no counts is named, and nothing passes`(
    limits: [String]
  ) throws {
    func metric(_ group: String, _ value: Double) -> [String: Any] {
      [
        "name": "selection_rate", "value": value, "n": 1000, "slice": ["sex": group],
        "ci": ["lower": value - 0.03, "upper": value + 0.03, "level": 0.95],
      ]
    }
    let groups: [EvaluationFile.Group] = [
      (["sex": "F"], ["n": 1000, "selected": 500]), (["sex": "M"], ["n": 1000, "selected": 490]),
    ]
    let request = try FairnessRequest(limits: limits)
    for metrics in [[metric("X", 0.1)], [metric("F", 0.5), metric("X", 0.1)]] {
      let report = try EvaluationFile(groups: groups, metrics: metrics).report(request)
      #expect(report.verdict == .undecided)
      #expect(report.console.contains("not counted, so not judged: X"))
    }
    let counted = try EvaluationFile(groups: groups, metrics: [metric("F", 0.5)])
    #expect(try counted.report(FairnessRequest()).verdict == .pass)
  }

  @Test func `small groups that are many together are compared`() throws {
    func file(_ small: Int) throws -> EvaluationFile {
      let groups = [("A", 1000, 500), ("B", 1000, 490)] + (0..<small).map { ("X\($0)", 31, 0) }
      return EvaluationFile(
        text: try EvaluationFile.selections(groups).text.replacingOccurrences(
          of: #""schema":"#,
          with: #""minimum_share": 0.02, "schema":"#
        )
      )
    }
    #expect(try file(3).report(FairnessRequest()).verdict == .pass)
    let many = try file(4).report(FairnessRequest())
    #expect(many.verdict == .fail)
    #expect(many.console.contains("are in groups below the minimum share: too many"))
  }

  @Test func `a few cases in no group are told`() throws {
    let file = try EvaluationFile(
      groups: [
        (["sex": "F"], ["n": 10_000, "selected": 5000]),
        (["sex": "M"], ["n": 10_000, "selected": 4900]), ([:], ["n": 20_390, "selected": 9900]),
      ]
    )
    let report = try file.report(FairnessRequest())
    #expect(report.verdict == .pass)
    #expect(report.console.contains("390 of 20390 cases (1.9 %) are in no group"))
  }
}
