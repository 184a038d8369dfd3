// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
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
}
