// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

/// What a terminal shows of a sentence on fairness, which somebody signs for.
@Suite("Fairness on the console")
struct FairnessFindingTests {
  private static let path = "models/credit/DPIA.md"
  private static let told =
    "Of 30,000 cases of F 10,200 are selected (34 %), of 30,000 of M 17,993 (60 %). True positive rate "
    + "difference 0.3789 (M minus F); the truth lies between 0.3702 and 0.3876 (95 %). Over all pairs "
    + "equalized_odds_difference is 0.3789; the truth lies between 0.3645 and 0.3876 (95 %, for all 38 "
    + "comparisons). Limit 0.1: a custom, from tutorials of AIF360. Missed: the whole interval is beyond "
    + "the limit. Test set loans-2025, model 2.3.0"
  private static let next =
    "Next: find the stage that opens the gap, correct it and evaluate again."

  private func shown(_ findings: Int) -> String {
    let results = (0..<findings).map { place in
      CheckResult(
        system: "credit-default",
        pack: "fairness-quality",
        rule: "selection-rate-ratio",
        code: "FQ-010",
        subject: "attribute \(place)",
        outcome: .failed,
        severity: .error,
        message: "a\(place) fails: \(Self.told), \(Self.path). \(Self.next) Counts: F 10200/30000.",
        locations: [
          SourceLocation(path: Self.path, position: SourcePosition(line: 41 + place, column: 3))
        ]
      )
    }
    let text = String(utf8: render(Sample.report(results: results), as: .console))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the whole sentence is shown, up to what to do next`() {
    let text = shown(1)
    #expect(text.contains("a0 fails: \(Self.told). \(Self.next)"))
    #expect(!text.contains("Counts:"))
  }

  @Test func `several attributes that fail one rule have a sentence each`() {
    let text = shown(6)
    #expect((0..<6).allSatisfy { text.contains("a\($0) fails: \(Self.told). \(Self.next)") })
  }
}
