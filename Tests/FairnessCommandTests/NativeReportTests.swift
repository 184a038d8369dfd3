// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("The report on group fairness")
struct NativeReportTests {
  /// The published evaluation whose 41 young people were called a pass.
  private static let young = EvaluationFile(
    text: """
      {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
       "dataset": {"name": "d"}, "positive_means": "benefit", "groups": [
        {"slice": {"age_binary": "young"}, "n": 41, "selected": 29},
        {"slice": {"age_binary": "adult"}, "n": 259, "selected": 208}]}
      """
  )

  /// Labels, three groups, a crossing, a rate that is undefined, and a name that steers terminals.
  private static func varied() throws -> EvaluationFile {
    let rows: [([String: String], [Int])] = [
      (["sex": "F"], [300, 40, 160, 50]), (["sex": "M"], [410, 60, 190, 60]),
      (["age": "<40"], [200, 30, 100, 40]), (["age": "40-60"], [310, 40, 150, 50]),
      (["age": "60+\u{1B}[2J"], [200, 30, 100, 20]), (["age": "<40", "sex": "F"], [12, 0, 0, 3]),
      (["age": "40-60", "sex": "M"], [90, 10, 40, 20]),
    ]
    return try EvaluationFile(
      groups: rows.map { slice, cells in
        (slice, ["tp": cells[0], "fp": cells[1], "tn": cells[2], "fn": cells[3]])
      }
    )
  }

  @Test func `JSON has the promised members and every digit`() throws {
    let selections = try Self.young.report(FairnessRequest())
    try expectGolden(
      String(decoding: selections.jsonPage.bytes, as: UTF8.self),
      named: "young.json"
    )
    let labels = try Self.varied().report(FairnessRequest(references: ["sex=M"]))
    try expectGolden(String(decoding: labels.jsonPage.bytes, as: UTF8.self), named: "varied.json")
  }

  @Test func `what a file states of groups stands beside the verdicts, and judges nothing`() throws
  {
    let file = EvaluationFile(
      text: """
        {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
         "dataset": {"name": "d"}, "positive_means": "benefit", "metrics": [
          {"name": "mean_score", "value": 0.59, "n": 3000, "slice": {"sex": "F"}},
          {"name": "mean_score", "value": 0.45, "n": 3000, "slice": {"sex": "M"}},
          {"name": "mae", "value": 100, "slice": {"sex": "F"}, "ci": {"lower": 98, "upper": 102, "level": 0.95}},
          {"name": "mae", "value": 120, "slice": {"sex": "M"}, "ci": {"lower": 117, "upper": 123, "level": 0.95}},
          {"name": "auc", "value": 0.9, "slice": {"sex": "F"}}],
         "groups": [
          {"slice": {"sex": "F"}, "tp": 1500, "fp": 300, "tn": 900, "fn": 300},
          {"slice": {"sex": "M"}, "tp": 1500, "fp": 300, "tn": 900, "fn": 300}]}
        """
    )
    let report = try file.report(FairnessRequest())
    #expect(report.verdict == .pass)
    let words = report.console.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "calibration_in_the_large of M 0.150 [0.132, 0.167] (share of positive labels minus mean score)"
      )
    )
    #expect(
      words.contains("mae gap between groups 20.000 [16.394, 23.606] (stated by the team, not")
    )
    #expect(words.contains("Stated and not judged, since the counts do not give it: auc. "))
    let json = String(decoding: report.jsonPage.bytes, as: UTF8.self)
    #expect(json.contains(#""metric": "calibration_in_the_large""#))
    #expect(json.contains(#""recomputed": false"#))
  }

  /// Areas under curves of two groups, without counts.
  private static func areas(_ more: String = "") -> EvaluationFile {
    EvaluationFile(
      text: """
        {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
         "dataset": {"name": "d"}, "positive_means": "benefit", "metrics": [
          {"name": "auc", "value": 0.9, "slice": {"sex": "F"}, "ci": {"lower": 0.89, "upper": 0.91, "level": 0.95}},
          {"name": "auc", "value": 0.91, "slice": {"sex": "M"}, "ci": {"lower": 0.9, "upper": 0.92, "level": 0.95}}\(more)]}
        """
    )
  }

  @Test func `numbers that are stated without counts are judged by what is stated`() throws {
    func report(_ limits: String..., more: String = "") throws -> FairnessReport {
      try Self.areas(more).report(FairnessRequest(limits: limits))
    }
    #expect(try report().verdict == .undecided)
    #expect(try report("auc_difference=0.05").verdict == .pass)
    #expect(try report("auc_difference=0.02").verdict == .undecided)
    #expect(try report("auc_ratio=0.95").verdict == .pass)
    #expect(
      try report("auc_difference=0.05").console.contains("stated by the team, not recomputable")
    )
    let apart =
      #", {"name": "f1", "value": 0.9, "ci": {"lower": 0.89, "upper": 0.91, "level": 0.95}, "slice": {"sex": "F"}}"#
      + #", {"name": "f1", "value": 0.8, "ci": {"lower": 0.79, "upper": 0.81, "level": 0.95}, "slice": {"sex": "M"}}"#
    #expect(try report("f1_difference=0.05", more: apart).verdict == .fail)
    // What is left out of one group or attribute keeps the rest from passing.
    for more in [
      #", {"name": "auc", "value": 0.5, "slice": {"sex": "X"}}"#,
      #", {"name": "auc", "value": 0.5, "slice": {"age": "60+"}}"#,
      #", {"name": "mae", "value": 0.5, "slice": {"age": "60+"}}"#,
    ] {
      #expect(try report("auc_difference=0.05", more: more).verdict == .undecided)
    }
    for limit in ["auk_difference=0.05", "auc_gap=0.05", "auc_ratio=1.5"] {
      #expect(throws: RunFailure.self) { try report(limit) }
    }
    #expect(throws: RunFailure.self) {
      try Self.areas().report(FairnessRequest(library: .fairlearn))
    }
  }

  @Test func `what is stated beside counts is judged where a limit asks for it`() throws {
    func verdict(_ groups: String) throws -> Verdict {
      let text = Self.areas().text.replacingOccurrences(
        of: "]}",
        with: #"], "groups": [\#(groups)]}"#
      )
      return try EvaluationFile(text: text)
        .report(FairnessRequest(limits: ["auc_difference=0.05"])).verdict
    }
    let both =
      #"{"slice": {"sex": "F"}, "n": 1000, "selected": 590}, "#
      + #"{"slice": {"sex": "M"}, "n": 1000, "selected": 600}"#
    #expect(try verdict(both) == .pass)
    #expect(
      try verdict(both + #", {"slice": {"sex": "X"}, "n": 1000, "selected": 600}"#) == .undecided
    )
  }

  @Test func `counts that do not follow from a rate are refused for that reason`() throws {
    let file = EvaluationFile(
      text: """
        {"accuracy": {"F": 0.871, "M": 0.893}, "selection_rate": {"F": 0.19, "M": 0.225},
         "count": {"F": 4100.0, "M": 5900.0}}
        """
    )
    let failure = #expect(throws: RunFailure.self) { try file.report(FairnessRequest()) }
    #expect(failure?.problems.first?.message.contains("for 'M' there are values") == true)
  }

  @Test func `the console shows a chart, the limit, and what is missing`() throws {
    let limit = try FairnessRequest(limits: ["selection_rate_difference=0.1"])
    try expectGolden(Self.young.report(limit).console, named: "young.txt")
    let varied = try Self.varied().report(FairnessRequest(references: ["sex=M"]))
    try expectGolden(varied.console, named: "varied.txt")
    let burden = try EvaluationFile(
      groups: [("F", 180), ("M", 240)].map { (["sex": $0], ["n": 1000, "selected": $1]) },
      positiveMeans: "burden"
    )
    try expectGolden(burden.report(FairnessRequest()).console, named: "burden.txt")
    let library = try Self.young.report(FairnessRequest(library: .fairlearn))
    try expectGolden(library.console, named: "fairlearn.txt")
  }

  @Test
  func `no line of the console is wider than 80 columns or carries a control character`() throws {
    let wide = try EvaluationFile(
      groups: (0..<9).map { index in
        (
          [
            "attribute \(index / 3) " + String(repeating: "x", count: 90): "group \(index % 3) "
              + String(repeating: "y", count: 90)
          ], ["n": 1_000_000_000, "selected": 400_000_000]
        )
      }
    )
    for file in [wide, try Self.varied()] {
      let text = try file.report(FairnessRequest()).console
      let lines = text.split(separator: "\n")
      #expect(!lines.isEmpty)
      #expect(lines.filter { $0.unicodeScalars.count > 80 } == [])
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }

  @Test
  func `differences have Newcombe's interval and ratios that of Miettinen and Nurminen`() throws {
    let metrics = try #require(
      Self.young.attributes(FairnessRequest())[0]["metrics"] as? [[String: Any]]
    )
    func metric(_ name: String) throws -> [String: Any] {
      try #require(metrics.first { $0["name"] as? String == name })
    }
    let difference = try metric("selection_rate_difference")
    #expect(difference["method"] as? String == "newcombe")
    #expect(difference["groups"] as? [String] == ["young", "adult"])
    let lower = try #require(difference["lower"] as? Double)
    let upper = try #require(difference["upper"] as? Double)
    #expect(abs(lower + 0.254) < 0.0005)
    #expect(abs(upper - 0.032) < 0.0005)
    #expect(try metric("selection_rate_ratio")["method"] as? String == "miettinen-nurminen")
    #expect(difference["verdict"] as? String == "inconclusive")
    let needed = try #require(difference["neededN"] as? [String: Any])
    #expect((300...420).contains(try #require(needed["equal"] as? Int)))
    #expect(needed["measured"] is NSNull || (needed["measured"] as? Int ?? 0) > 1000)
  }

  @Test func `a rate without cases is null and says why`() throws {
    let crossing = try #require(
      Self.varied().attributes(FairnessRequest()).first {
        $0["attribute"] as? String == "age × sex"
      }
    )
    let groups = try #require(crossing["groups"] as? [[String: Any]])
    #expect(groups.map { $0["group"] as? String } == ["<40 × F", "40-60 × M"])
    let rates = try #require(groups[0]["rates"] as? [String: [String: Any]])
    let rate = try #require(rates["false_positive_rate"])
    #expect(rate["value"] is NSNull)
    #expect(rate["reason"] as? String == "no_negatives")
  }

  @Test func `a declared reference is what the other groups are compared with`() throws {
    let request = try FairnessRequest(references: ["age × sex=<40|F"])
    let crossing = try #require(Self.varied().attributes(request).last)
    let metrics = try #require(crossing["metrics"] as? [[String: Any]])
    let pairs = metrics.filter { $0["name"] as? String == "selection_rate_ratio" }
      .compactMap { $0["groups"] as? [String] }
    #expect(pairs == [["40-60 × M", "<40 × F"]])
  }

  @Test
  func `the verdict is that of the limits, and undecided where the data cannot tell`() throws {
    let alike = try EvaluationFile.selections([("F", 1000, 590), ("M", 1000, 600)])
    let apart = try EvaluationFile.selections([("F", 1000, 300), ("M", 1000, 600)])
    let limit = try FairnessRequest(limits: ["demographic_parity_ratio=0.8"])
    #expect(try alike.report(limit).verdict == .pass)
    #expect(try apart.report(limit).verdict == .fail)
    #expect(try apart.report(FairnessRequest()).verdict == .fail)
    #expect(try alike.report(FairnessRequest()).verdict == .pass)
    #expect(try Self.young.report(FairnessRequest()).verdict == .undecided)
    let difference = try FairnessRequest(limits: ["demographic_parity_difference=0.1"])
    #expect(try Self.young.report(difference).verdict == .undecided)
    let labels = try FairnessRequest(limits: ["equal_opportunity_difference=0.1"])
    #expect(try alike.report(labels).verdict == .undecided)
    let both = try FairnessRequest(
      limits: ["equal_opportunity_difference=0.1", "demographic_parity_ratio=0.8"]
    )
    #expect(try apart.report(both).verdict == .fail)
    #expect(try Self.varied().report(FairnessRequest()).verdict == .undecided)
    #expect(try Self.varied().report(FairnessRequest(library: .fairlearn)).verdict == .pass)
  }

  @Test
  func `what being selected means is printed, taken from the option, and never assumed`() throws {
    let text = try EvaluationFile.selections([("F", 1000, 300), ("M", 1000, 100)]).text
    let silent = EvaluationFile(
      text: text.replacingOccurrences(of: #""positive_means":"benefit","#, with: "")
    )
    let request = ["sex=M"]
    func run(_ file: EvaluationFile, _ meaning: FairnessRequest.Meaning?) throws -> FairnessReport {
      let limits = ["selection_rate_ratio=0.8"]
      return try file.report(
        FairnessRequest(references: request, limits: limits, positiveMeans: meaning)
      )
    }
    #expect(try run(silent, nil).verdict == .undecided)
    #expect(try run(silent, .burden).verdict == .fail)
    #expect(try run(silent, .benefit).verdict == .pass)
    #expect(try run(silent, nil).console.contains("Nobody says whether"))
    #expect(try run(silent, .burden).console.contains("is a burden for the person"))
    #expect(throws: RunFailure.self) { try run(EvaluationFile(text: text), .burden) }
    let document = try JSONSerialization.jsonObject(with: Data(run(silent, .burden).jsonPage.bytes))
    #expect((document as? [String: Any])?["positiveMeans"] as? String == "burden")
  }

  @Test func `names are kept apart by structure and not by how they are written`() throws {
    let counts: [String: Any] = ["n": 100, "selected": 50]
    let file = try EvaluationFile(
      groups: [
        (["age × sex": "a"], counts), (["age × sex": "b"], counts),
        (["age": "F × o", "sex": "y"], counts), (["age": "F", "sex": "o × y"], counts),
        (["age": "p|q", "sex": "r"], counts),
      ]
    )
    let attributes = try file.attributes(FairnessRequest())
    #expect(attributes.count == 2)
    #expect(Set(attributes.compactMap { $0["attribute"] as? String }).count == 2)
    let crossing = try #require(attributes.last)
    #expect(crossing["parts"] as? [String] == ["age", "sex"])
    let groups = try #require(crossing["groups"] as? [[String: Any]])
    #expect(Set(groups.compactMap { $0["group"] as? String }).count == 3)
    #expect((crossing["absentGroups"] as? [String])?.count == 6)
  }

  @Test(arguments: [("Male", "male"), ("F", "F\u{200B}"), ("Male", "Ma le"), ("B", "\u{0412}")])
  func `groups that look alike are two groups with a warning`(
    _ one: String,
    _ other: String
  ) throws {
    let file = try EvaluationFile.selections([(one, 100, 50), (other, 100, 50)])
    let attribute = try #require(file.attributes(FairnessRequest()).first)
    #expect((attribute["groups"] as? [Any])?.count == 2)
    let warnings = try #require(attribute["warnings"] as? [String])
    #expect(warnings.first?.contains("taken for two groups") == true)
  }

  @Test func `groups that are told apart by a sign have no warning`() throws {
    let file = try EvaluationFile.selections([("<30", 100, 50), (">30", 100, 50), ("30", 90, 45)])
    let attribute = try #require(file.attributes(FairnessRequest()).first)
    #expect(attribute["warnings"] == nil)
  }

  @Test func `each judged row says in a sentence of which model and data it is`() throws {
    let file = try EvaluationFile.selections([("F", 1000, 300), ("M", 1000, 500)])
    let request = try FairnessRequest(limits: ["selection_rate_ratio=0.8"])
    let attribute = try #require(file.attributes(request).first)
    let metrics = try #require(attribute["metrics"] as? [[String: Any]])
    let pair = try #require(
      metrics.first { $0["name"] as? String == "selection_rate_ratio" && $0["limit"] != nil }
    )
    let sentence = try #require(pair["sentence"] as? String)
    #expect(sentence.contains("Test set d, model m 1. Next:"))
  }

  @Test(arguments: [
    #""groups":[{"n": 1000, "selected": 300},"#,
    #""groups":[{"slice": {}, "n": 2400, "selected": 900},"#,
    #""metrics":[{"name": "accuracy", "value": 0.8, "n": 4000}],"groups":["#,
  ])
  func `groups that are not all the cases of the file leave it undecided`(more: String) throws {
    let text = try EvaluationFile.selections([("M", 1000, 600), ("X", 1000, 600)]).text
      .replacingOccurrences(of: #""metrics":[],"#, with: "")
    let file = EvaluationFile(text: text.replacingOccurrences(of: #""groups":["#, with: more))
    #expect(try file.report(FairnessRequest()).verdict == .undecided)
    let attribute = try #require(file.attributes(FairnessRequest()).first)
    let warnings = try #require(attribute["warnings"] as? [String])
    #expect(warnings.contains { $0.contains("not everybody is judged") })
    #expect(try EvaluationFile(text: text).report(FairnessRequest()).verdict == .pass)
  }

  @Test func `what a group says of itself does not undo the clusters of the file`() throws {
    let text = try EvaluationFile.selections([("F", 1000, 590), ("M", 1000, 600)]).text
    let clustered = text.replacingOccurrences(
      of: #""schema":"#,
      with: #""clusters": {"count": 100}, "schema":"#
    )
    let both = clustered.replacingOccurrences(of: #""n":"#, with: #""design_effect": 1.01, "n":"#)
    #expect(try EvaluationFile(text: text).report(FairnessRequest()).verdict == .pass)
    #expect(try EvaluationFile(text: clustered).report(FairnessRequest()).verdict == .undecided)
    #expect(try EvaluationFile(text: both).report(FairnessRequest()).verdict == .undecided)
  }

  @Test func `unknown values and small shares are shown, counted and not compared`() throws {
    let text = try EvaluationFile.selections([
      ("F", 1000, 590), ("M", 1000, 600), ("X", 31, 1), ("unknown", 100, 2),
    ]).text
    let half = text.replacingOccurrences(
      of: #""schema":"#,
      with: #""minimum_share": 0.5, "schema":"#
    )
    #expect(throws: RunFailure.self) { try EvaluationFile(text: half).report(FairnessRequest()) }
    for unknown in [#"["unknown"]"#, #"{"sex": ["unknown"]}"#] {
      let file = EvaluationFile(
        text: text.replacingOccurrences(
          of: #""schema":"#,
          with: #""unknown_values": \#(unknown), "minimum_share": 0.02, "schema":"#
        )
      )
      #expect(try file.report(FairnessRequest()).verdict == .pass)
      let attribute = try #require(file.attributes(FairnessRequest()).first)
      let groups = try #require(attribute["groups"] as? [[String: Any]])
      #expect(
        groups.map { $0["notJudged"] as? String } == [
          nil, nil, "below_minimum_share", "unknown_value",
        ]
      )
      #expect(try file.report(FairnessRequest()).console.contains("not compared: unknown, 100"))
    }
  }

  @Test func `a sample that says how few independent cases it has is judged by those`() throws {
    func verdict(_ extra: String) throws -> Verdict {
      try EvaluationFile(
        text: """
          {"schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": "1"},
           "dataset": {"name": "d"}, "positive_means": "benefit"\(extra.hasPrefix(",") ? extra : ""),
           "groups": [
            {"slice": {"sex": "F"}, "n": 1000, "selected": 590\(extra.hasPrefix("+") ? String(extra.dropFirst()) : "")},
            {"slice": {"sex": "M"}, "n": 1000, "selected": 600}]}
          """
      ).report(FairnessRequest(limits: ["demographic_parity_ratio=0.8"])).verdict
    }
    #expect(try verdict("") == .pass)
    #expect(try verdict("+, \"n_effective\": 400") == .pass)
    #expect(try verdict("+, \"n_effective\": 40") == .undecided)
    #expect(try verdict("+, \"design_effect\": 25") == .undecided)
    #expect(try verdict(", \"clusters\": {\"count\": 200}") == .undecided)
    #expect(try verdict(", \"clusters\": {\"count\": 200, \"icc\": 0.01}") == .pass)
    #expect(throws: RunFailure.self) { try verdict("+, \"n_effective\": 2000") }
    #expect(throws: RunFailure.self) { try verdict("+, \"design_effect\": 0.5") }
  }

  @Test func `the smallest group that is judged can be chosen`() throws {
    let file = try EvaluationFile.selections([("F", 20, 10), ("M", 2000, 1000)])
    func verdicts(_ request: FairnessRequest) throws -> Set<String> {
      let metrics = try #require(file.attributes(request)[0]["metrics"] as? [[String: Any]])
      return Set(metrics.compactMap { $0["verdict"] as? String })
    }
    #expect(try verdicts(FairnessRequest()) == ["not_evaluable"])
    #expect(try verdicts(FairnessRequest(minimumN: 5)) == ["inconclusive"])
  }
}
