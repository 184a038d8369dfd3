// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import Reporting
import Testing

@Suite("Input that cannot be used")
struct RefusalTests {
  /// A file, what the refusal must say, and the line it must name.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let groups: String
    var metrics = ""
    let says: String
    let line: Int?

    var testDescription: String { name }

    var file: EvaluationFile {
      EvaluationFile(
        text: """
          {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
          "dataset": {"name": "d"}, "positive_means": "benefit", "metrics": [\(metrics)],
          "groups": [
          \(groups)
          ]}
          """
      )
    }
  }

  private static let men = #"{"slice": {"sex": "M"}, "n": 100, "selected": 50}"#
  private static let women = #"{"slice": {"sex": "F"}, "n": 100, "selected": 40}"#

  private static func woman(_ counts: String) -> String {
    #"{"slice": {"sex": "F"}, \#(counts)},\#n"# + men
  }

  static let cases: [Case] = [
    Case(
      name: "a negative count",
      groups: woman(#""tp": -1, "fp": 1, "tn": 2, "fn": 3"#),
      says: "'-1'",
      line: 4
    ),
    Case(
      name: "a fractional count",
      groups: woman(#""n": 10.5, "selected": 3"#),
      says: "'10.5'",
      line: 4
    ),
    Case(
      name: "a count that is not a number",
      groups: woman(#""n": NaN, "selected": 3"#),
      says: "'NaN'",
      line: 4
    ),
    Case(
      name: "a count in quotes",
      groups: woman(#""n": "10", "selected": 3"#),
      says: "'10'",
      line: 4
    ),
    Case(
      name: "more selected than there are",
      groups: woman(#""n": 10, "selected": 11"#),
      says: "11 of 10",
      line: 4
    ),
    Case(
      name: "cells and n that disagree",
      groups: woman(#""n": 10, "selected": 2, "tp": 1, "fp": 1, "tn": 2, "fn": 3"#),
      says: "differ from the sums",
      line: 4
    ),
    Case(
      name: "half of the counts",
      groups: woman(#""tp": 1, "fp": 1"#),
      says: "no complete counts",
      line: 4
    ),
    Case(
      name: "a sum beyond the largest integer",
      groups: woman(#""tp": 9223372036854775807, "fp": 1, "tn": 2, "fn": 3"#),
      says: "largest integer",
      line: 4
    ),
    Case(
      name: "a count beyond the largest integer",
      groups: woman(#""n": 100000000000000000000, "selected": 1"#),
      says: "'100000000000000000000'",
      line: 4
    ),
    Case(
      name: "clusters without their number",
      groups: "\(women),\n\(men)",
      metrics: #"], "clusters": {"icc": 0.5}, "paired": ["#,
      says: "has to say how many",
      line: 2
    ),
    Case(
      name: "more clusters than cases",
      groups: "\(women),\n\(men)",
      metrics: #"], "clusters": {"count": 201}, "paired": ["#,
      says: "has to say how many",
      line: 2
    ),
    Case(name: "one group only", groups: women, says: "one group only, 'F'", line: 4),
    Case(name: "no groups", groups: "", says: "counts no groups", line: nil),
    Case(
      name: "rates of groups without their counts",
      groups: "",
      metrics: #"{"name": "selection_rate", "value": 0.4, "slice": {"sex": "F"}}"#,
      says: "not their counts",
      line: nil
    ),
    Case(
      name: "groups without cases",
      groups: #"{"slice": {"sex": "F"}, "n": 0, "selected": 0},"#
        + #"{"slice": {"sex": "M"}, "n": 0, "selected": 0}"#,
      says: "are empty",
      line: 4
    ),
    Case(
      name: "a group counted twice",
      groups: "\(women),\n\(men),\n\(women)",
      says: "counted twice",
      line: 6
    ),
    Case(
      name: "a percentage that claims to be a fraction",
      groups: "\(women),\n\(men)",
      metrics: #"{"name": "selection_rate", "value": 40.0, "unit": "fraction"}"#,
      says: "which is no fraction",
      line: 2
    ),
    Case(
      name: "percentages and fractions side by side",
      groups: "\(women),\n\(men)",
      metrics: #"{"name": "selection_rate", "value": 40.0, "slice": {"sex": "F"}},"#
        + #"{"name": "selection_rate", "value": 0.5, "slice": {"sex": "M"}}"#,
      says: "fractions and percentages",
      line: 2
    ),
  ]

  @Test func `a meaning that is none is refused with the one that was meant`() throws {
    let file = try EvaluationFile(
      groups: [("F", 300), ("M", 100)].map { (["sex": $0], ["n": 1000, "selected": $1]) },
      positiveMeans: "Burden"
    )
    let failure = try #require(throws: RunFailure.self) {
      _ = try file.report(FairnessRequest(references: ["sex=M"]))
    }
    #expect(failure.problems.first?.help == "did you mean 'burden'?")
  }

  @Test(arguments: cases)
  func `bad counts are refused by name, with place and help`(_ bad: Case) throws {
    let failure = try #require(throws: RunFailure.self) {
      _ = try bad.file.report(FairnessRequest())
    }
    #expect(failure.kind == .configuration)
    let problem = try #require(failure.problems.first)
    #expect(problem.message.contains(bad.says), "\(problem.message)")
    #expect(problem.location?.position?.line == bad.line)
    #expect(!problem.help.isEmpty)
  }

  @Test(arguments: ["", "{}", "[1]", "no json", #"{"schema": "modelgate/evaluation/v1""#])
  func `text that is no evaluation is refused`(_ text: String) {
    #expect(throws: RunFailure.self) {
      _ = try EvaluationFile(text: text).report(FairnessRequest())
    }
  }

  @Test func `a file that is not there is refused`() {
    #expect(throws: RunFailure.self) {
      _ = try FairnessReport(path: "/nowhere/evaluation.json", request: FairnessRequest())
    }
  }

  @Test(arguments: [
    ("demographic_parity_ratio=80", "=0.8"), ("demografic_parity_ratio=0.8", "demographic"),
    ("demographic_parity_ratio=nan", "for example"), ("demographic_parity_ratio", "for example"),
    ("demographic_parity_difference=10", "=0.1"),
    ("demographic_parity_difference=-1", "the smallest ratio"),
    ("equal_opportunity_difference=0", "the smallest ratio"), ("shoe_size=1", "metrics are"),
    ("error_rate_ratio=1.25", "from 0.8 to 1.25"),
    ("disparate_impact=0.8", "'demographic_parity_ratio'"),
    ("equalized_odds=0.1", "'equalized_odds_difference' or 'equalized_odds_ratio'"),
  ])
  func `limits that cannot be are refused with what was probably meant`(
    _ limit: String,
    _ help: String
  ) throws {
    let failure = try #require(throws: RunFailure.self) { _ = try FairnessRequest(limits: [limit]) }
    let problem = try #require(failure.problems.first)
    #expect(problem.help.contains(help), "\(problem.help)")
  }

  @Test(arguments: [(95.0, "0.95"), (1.5, "0.95")])
  func `only what is a percentage is called one`(_ level: Double, _ help: String) throws {
    let failure = try #require(throws: RunFailure.self) { _ = try FairnessRequest(level: level) }
    let problem = try #require(failure.problems.first)
    #expect(problem.help.contains("--level \(help)"))
  }

  @Test func `an attribute with one group beside others is reported and not refused`() throws {
    let file = try EvaluationFile(
      groups: [
        (["sex": "F"], ["n": 100, "selected": 40]), (["sex": "M"], ["n": 100, "selected": 50]),
        (["region": "north"], ["n": 200, "selected": 90]),
      ]
    )
    let report = try file.report(FairnessRequest())
    #expect(report.verdict == .undecided)
    #expect(String(decoding: report.jsonPage.bytes, as: UTF8.self).contains("one_group_only"))
  }

  @Test func `levels, sizes and combinations that cannot be are refused`() throws {
    for level in [0, 1, 95, -0.5, Double.nan] {
      #expect(throws: RunFailure.self, "\(level)") { try FairnessRequest(level: level) }
    }
    #expect(throws: RunFailure.self) { try FairnessRequest(minimumN: 0) }
    #expect(throws: RunFailure.self) {
      try FairnessRequest(limits: ["theil_index=0.1", "theil_index=0.2"])
    }
    #expect(throws: RunFailure.self) {
      try FairnessRequest(library: .fairlearn, limits: ["demographic_parity_ratio=0.8"])
    }
  }

  @Test(arguments: [["gender=F"], ["sex=X"], ["F"], ["sex=F", "sex=M"]])
  func `references that are not in the file are refused`(_ references: [String]) throws {
    let file = try EvaluationFile.selections([("F", 100, 40), ("M", 100, 50)])
    #expect(throws: RunFailure.self) {
      _ = try file.report(FairnessRequest(references: references))
    }
  }

  @Test func `AIF360 needs a privileged group and somebody else`() throws {
    let request = try FairnessRequest(library: .aif360)
    let two = try EvaluationFile.selections([("F", 100, 40), ("M", 100, 50)])
    #expect(throws: RunFailure.self) { _ = try two.report(request) }
    let one = try EvaluationFile.selections([("privileged", 100, 40)])
    #expect(throws: RunFailure.self) { _ = try one.report(request) }
  }
}
