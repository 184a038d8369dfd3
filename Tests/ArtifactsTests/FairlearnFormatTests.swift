// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct FairlearnFormatTests {
  @Test
  func `a table by an attribute of people has its counts and rates before known metrics`() throws {
    let artifact = try CardFixture.artifact(
      of: "age_group,applicants,observed_default_rate,true_positive_rate\n20-24,2422,0.23,0.79\n",
      at: "reports/fairness_age_groups.csv"
    )
    #expect(
      artifact.measurements.map(\.metric) == ["observed_default_rate", "true_positive_rate"]
    )
    #expect(artifact.measurements.map(\.n) == [2422, 2422])
    #expect(
      artifact.measurements.map(\.slice).allSatisfy {
        $0 == [SlicePair(attribute: "age_group", group: "20-24")]
      }
    )
  }

  @Test
  func `a frame that counts outcomes gives the counts of its groups, whichever way it was dumped`()
    throws
  {
    let texts = [
      #"{"tp":{"F":30.0,"M":40.0},"fp":{"F":5.0,"M":6.0},"tn":{"F":60.0,"M":50.0},"#
        + #""fn":{"F":5.0,"M":4.0}}"#,
      #"{"F":{"tp":30,"fp":5,"tn":60,"fn":5},"M":{"tp":40,"fp":6,"tn":50,"fn":4}}"#,
      #"[{"sex":"F","tp":30,"fp":5,"tn":60,"fn":5},{"sex":"M","tp":40,"fp":6,"tn":50,"fn":4}]"#,
    ]
    for text in texts {
      let artifact = try CardFixture.artifact(of: text, at: "reports/by_group.json")
      #expect(artifact.format == "fairlearn")
      #expect(
        artifact.groups.map(\.counts) == [
          .confusion(tp: 30, fp: 5, tn: 60, fn: 5), .confusion(tp: 40, fp: 6, tn: 50, fn: 4),
        ]
      )
      #expect(artifact.groups.map { $0.slice.last?.group } == ["F", "M"])
    }
  }

  @Test func `counts behind a count and rates are recovered where every digit is there`() throws {
    func groups(_ text: String) throws -> [GroupCounts.Counts] {
      try CardFixture.artifact(of: text, at: "reports/by_group.json").groups.map(\.counts)
    }
    #expect(
      try groups(#"{"count":{"F":300,"M":7},"selection_rate":{"F":0.1233333333,"M":0.4285714286}}"#)
        == [.selection(selected: 37, n: 300), .selection(selected: 3, n: 7)]
    )
    #expect(try groups(#"{"count":{"F":300},"selection_rate":{"F":0.125}}"#) == [])
    #expect(
      try groups(
        #"{"count":{"F":100},"selection_rate":{"F":0.35},"true_positive_rate":{"F":0.8571428571},"#
          + #""false_positive_rate":{"F":0.0769230769}}"#
      ) == [.confusion(tp: 30, fp: 5, tn: 60, fn: 5)]
    )
  }

  @Test func `columns of a table by groups may be disparities of other attributes`() throws {
    let artifact = try CardFixture.artifact(
      of: "branch,accuracy,selection_rate,DP sex,EO age\nnorth,0.8,0.3,0.069,0.158\n",
      at: "fairness.csv"
    )
    #expect(
      artifact.measurements.map(\.metric) == [
        "accuracy", "selection_rate", "demographic_parity_difference", "eo",
      ]
    )
    #expect(artifact.measurements.map { $0.slice.map(\.attribute) }.last == ["age", "branch"])
  }

  @Test func `a table by models has no groups`() {
    let text = "model,accuracy,selection_rate,DP sex\nLogReg,0.8,0.3,0.069\nXGB,0.9,0.3,0.058\n"
    guard case .notRecognized = CardFixture.outcome(of: text, at: "fairness.csv") else {
      Issue.record("the rows of two models were taken for groups")
      return
    }
  }

  @Test func `frames under attributes give overall, groups and disparities`() throws {
    let artifact = try EvaluationFixture.read("fairlearn/fairness.json")
    #expect(artifact.format == "fairlearn")
    #expect(artifact.issues.isEmpty)
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.884, n: 10000), Reading("selection_rate", 0.21, n: 10000),
        Reading("count", 10000, n: 10000),
        Reading("accuracy", 0.871, "sex=F", n: 4100),
        Reading("selection_rate", 0.19, "sex=F", n: 4100), Reading("count", 4100, "sex=F", n: 4100),
        Reading("accuracy", 0.893, "sex=M", n: 5900),
        Reading("selection_rate", 0.225, "sex=M", n: 5900),
        Reading("count", 5900, "sex=M", n: 5900),
        Reading("demographic_parity_difference", 0.035, "sex="),
        Reading("equalized_odds_difference", 0.041, "sex="),
      ]
    )
    #expect(artifact.measurement(at: "/sex/by_group/selection_rate/M")?.unit == .fraction)
    #expect(artifact.measurement(at: "/sex/by_group/selection_rate/M")?.source.position.line == 4)
    let difference = try #require(artifact.measurement(at: "/sex/demographic_parity_difference"))
    #expect(difference.kind == .difference)
    #expect(difference.unit == .difference)
    #expect(difference.aggregation == nil)
  }

  @Test(arguments: [
    #"{"epoch": [1, 2], "accuracy": [0.5, 0.6], "loss": [1.2, 1.1]}"#,
    #"{"accuracy": [0.5, 0.6], "count": [4, 6]}"#,
  ])
  func `a list for each metric without names of groups is none of its tables`(text: String) throws {
    #expect(throws: (any Error).self) { try EvaluationFixture.parse(text, path: "by_group.json") }
  }

  static let twoGroups = [
    Reading("accuracy", 0.5, "sex=F", n: 4), Reading("count", 4, "sex=F", n: 4),
    Reading("accuracy", nil, "sex=M", n: 6), Reading("count", 6, "sex=M", n: 6),
  ]

  @Test(arguments: [
    #"{"accuracy":{"F":0.5,"M":null},"count":{"F":4.0,"M":6.0}}"#,
    #"{"F":{"accuracy":0.5,"count":4},"M":{"accuracy":NaN,"count":6}}"#,
    #"[{"sex":"F","accuracy":0.5,"count":4},{"sex":"M","accuracy":null,"count":6}]"#,
    #"{"columns":["accuracy","count"],"index":["F","M"],"data":[[0.5,4],[null,6]]}"#,
    #"{"sex":["F","M"],"accuracy":[0.5,null],"count":[4.0,6.0]}"#,
    #"{"schema":{"fields":[{"name":"sex"}]},"data":[{"sex":"F","accuracy":0.5,"count":4},"#
      + #"{"sex":"M","accuracy":null,"count":6}]}"#,
  ])
  func `every orientation of by_group gives the same`(byGroup: String) throws {
    let artifact = try EvaluationFixture.parse(#"{"sex":{"by_group":\#(byGroup)}}"#)
    #expect(artifact.readings == Self.twoGroups)
    #expect(artifact.issues.isEmpty)
  }

  @Test(arguments: [
    ("sex,accuracy,count\nF,0.5,4.0\nM,,6.0\n", "fairness.csv"),
    ("sex\taccuracy\tcount\nF\t0.5\t4.0\nM\t\t6.0\n", "by_group.tsv"),
    (#"{"sex": ["F", "M"], "accuracy": [0.5, NaN], "count": [4, 6]}"#, "by_group.json"),
  ])
  func `a table has its attribute in the header`(text: String, path: String) throws {
    let artifact = try EvaluationFixture.parse(text, path: path)
    #expect(artifact.format == "fairlearn")
    #expect(artifact.readings == Self.twoGroups)
  }

  @Test func `a bare frame has groups without the name of an attribute`() throws {
    let artifact = try EvaluationFixture.read("fairlearn/metricframe_by_group.json")
    #expect(artifact.readings.contains(Reading("selection_rate", 0.19, "=F", n: 4100)))
    #expect(artifact.readings.count == 6)
  }

  @Test func `groups of two attributes come as Python tuples`() throws {
    let artifact = try EvaluationFixture.read("fairlearn/metricframe_multi.json")
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.86, "=F,=<40"), Reading("accuracy", 0.88, "=F,=>=40"),
        Reading("accuracy", 0.89, "=M,=<40"), Reading("accuracy", nil, "=M,=>=40"),
      ]
    )
    #expect(artifact.issueCodes == ["unnamed-attributes"])
    #expect(artifact.measurements[0].source.pointer == "/accuracy/('F', '<40')")
  }

  @Test(arguments: [
    #"{"sensitive_features":["sex","age"],"by_group":{"accuracy":{"('F', '<40')":1}}}"#,
    #"{"sex, age":{"by_group":{"accuracy":{"('F', '<40')":1}}}}"#,
    #"{"by_group":[{"sex":"F","age":"<40","accuracy":1}]}"#,
    #"{"sensitive_features":["sex","age"],"by_group":{"columns":["accuracy"],"#
      + #""index":[["F","<40"]],"data":[[1]]}}"#,
  ])
  func `attributes that the file names go with the parts of a group`(text: String) throws {
    let artifact = try EvaluationFixture.parse(text)
    #expect(artifact.readings == [Reading("accuracy", 1, "sex=F,age=<40")])
    #expect(artifact.issues.isEmpty)
  }

  @Test func `bootstrap quantiles become bounds with the level they span`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"by_group":{"accuracy":{"F":0.5,"M":0.6}},"ci_quantiles":[0.025,0.5,0.975],"#
        + #""by_group_ci":[{"accuracy":{"F":0.4,"M":0.5}},{"accuracy":{"F":0.5,"M":0.6}},"#
        + #"{"accuracy":{"F":0.7,"M":null}}]}"#
    )
    let uncertainty = try #require(artifact.measurements[0].uncertainty)
    #expect(uncertainty.lower == 0.4)
    #expect(uncertainty.upper == 0.7)
    #expect(uncertainty.method == .bootstrap)
    #expect(abs((uncertainty.level ?? 0) - 0.95) < 1e-12)
    #expect(artifact.measurements[1].uncertainty == nil)
  }

  @Test(arguments: [
    (#"{"by_group":{"F":0.5,"M":0.6}}"#, "unnamed-metric"),
    (#"{"by_group":[{"accuracy":0.5},{"accuracy":0.6}]}"#, "unnamed-groups"),
    (#"{"by_group":{"accuracy":{"F":[1]}}}"#, "malformed-results"),
    (#"{"by_group":{"accuracy":{"F":"high"}}}"#, "malformed-results"),
    (#"{"by_group":{"accuracy":{"F":1}},"by_group_ci":[{},{}]}"#, "unknown-quantiles"),
    (#"{"overall":{"accuracy":"x"},"by_group":{"accuracy":{"F":1}}}"#, "malformed-results"),
  ])
  func `what a frame does not say is an issue`(text: String, code: String) throws {
    #expect(try EvaluationFixture.parse(text, as: .evaluation).issueCodes == [code])
  }

  @Test func `differences and ratios of a frame are named after their metric`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"by_group":{"accuracy":{"F":1}},"difference":{"accuracy":0.25},"#
        + #""ratio":{"accuracy":0.75},"equalized_odds_ratio":0.5}"#
    )
    #expect(
      artifact.readings.dropFirst() == [
        Reading("accuracy_difference", 0.25), Reading("accuracy_ratio", 0.75),
        Reading("equalized_odds_ratio", 0.5),
      ]
    )
    #expect(artifact.measurements.map(\.kind) == [.level, .difference, .ratio, .ratio])
  }

  @Test func `disparities beside a frame belong to its feature`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"sensitive_feature":{"feature":"age","threshold":40},"#
        + #""by_group":{"0":{"accuracy":1.0},"1":{"accuracy":0.5}},"#
        + #""fairness":{"demographic_parity_difference":0.25}}"#
    )
    #expect(
      artifact.readings == [
        Reading("accuracy", 1, "age=0"), Reading("accuracy", 0.5, "age=1"),
        Reading("demographic_parity_difference", 0.25, "age="),
      ]
    )
  }

  @Test func `what else is counted by group is no frame`() {
    let outcome = EvaluationFixture.outcome(#"{"total":3,"by_group":{"a":{"rows":1}}}"#)
    #expect(
      outcome
        == .notRecognized(
          reason: "it has 'by_group' or disparities of Fairlearn, which alone does not make it an "
            + "evaluation; declare it if it is one"
        )
    )
  }

  @Test func `scores by split are no groups`() {
    let outcome = EvaluationFixture.outcome(#"{"accuracy":{"train":0.9,"test":0.8}}"#)
    guard case .notRecognized = outcome else {
      Testing.Issue.record("\(outcome)")
      return
    }
  }

  @Test func `with control features each level is compared on its own`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"sensitive_features":["sex"],"by_group":{"F":{"accuracy":0.9},"M":{"accuracy":0.8}},"#
        + #""difference":{"accuracy":{"north":0.25,"south":0.125}}}"#
    )
    #expect(
      artifact.readings.suffix(2) == [
        Reading("accuracy_difference", 0.25, "=north,sex="),
        Reading("accuracy_difference", 0.125, "=south,sex="),
      ]
    )
    #expect(artifact.issueCodes == [])
  }

  @Test func `rows of bounds are no groups, and are named`() throws {
    let artifact = try EvaluationFixture.parse(
      "quantile,sex,accuracy,selection_rate\n0.025,F,0.8,0.3\n0.975,F,0.9,0.4\n",
      path: "evaluation/by_group_ci.csv",
      as: .evaluation
    )
    #expect(artifact.readings == [])
    #expect(artifact.issueCodes == ["unread-intervals"])
  }

  @Test func `a count that is no number of people tells that nothing there is a rate`() throws {
    let artifact = try EvaluationFixture.parse(
      "region,count,selection_rate\nnorth,0.8536,0.9414\n",
      path: "evaluation/by_region.csv",
      as: .evaluation
    )
    #expect(artifact.issueCodes == ["contradicting-counts"])
  }

  @Test func `parts of a system with metrics of their own are no groups`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"generated_at":"2026-04-15","anti_fraud":{"tp":95,"fp":10,"tn":92,"fn":5,"precision":0.9},"#
        + #""identification":{"top1_accuracy":0.25}}"#,
      as: .evaluation
    )
    #expect(artifact.format != "fairlearn")
    #expect(artifact.groups == [])
    #expect(artifact.measurements.allSatisfy { $0.slice.isEmpty })
    #expect(artifact.measurements.contains { $0.metric.hasSuffix("top1_accuracy") })
  }

  @Test(arguments: [
    "Total", "overall", "mean", "global", "__all__", "std", "max", "count", "50%", "0.25", "SE",
  ])
  func `a group that no sum of the others gives is one, whatever it is called`(name: String) throws
  {
    for text in [
      "sex,count,selection_rate\nF,1000,0.5\nM,1000,0.49\n\(name),1000,0.1\n",
      "sex,tp,fp,tn,fn\nF,400,100,300,200\nM,390,100,310,200\n\(name),60,40,700,200\n",
    ] {
      let artifact = try EvaluationFixture.parse(text, path: "by_group.csv", as: .evaluation)
      #expect(artifact.groups.map { $0.slice.last?.group } == ["F", "M", name])
    }
  }

  @Test(arguments: [
    ("Overall", "3000,0.33"), ("mean", "1500,0.35"), ("std", "707.1068,0.2121"),
    ("min", "1000,0.2"), ("max", "2000,0.5"), ("count", "2,2"), ("25%", "1250,0.275"),
    ("0.5", "1500,0.35"),
  ])
  func `a row that sums up the others is no group`(name: String, numbers: String) throws {
    let artifact = try EvaluationFixture.parse(
      "sex,count,selection_rate\nF,1000,0.5\nM,2000,0.2\n\(name),\(numbers)\n",
      path: "by_group.csv",
      as: .evaluation
    )
    #expect(artifact.groups.map { $0.slice.last?.group } == ["F", "M"])
    #expect(artifact.measurements.allSatisfy { $0.slice.last?.group != name })
  }

  @Test func `a total of one attribute within a crossing sums up its own groups`() throws {
    func groups(_ rate: String) throws -> [[String]] {
      try EvaluationFixture.parse(
        "sex,age,count,selection_rate\nF,y,1000,0.5\nM,y,1000,0.4\nTotal,y,2000,\(rate)\n"
          + "F,o,1000,0.3\nM,o,1000,0.2\n",
        path: "by_group.csv",
        as: .evaluation
      ).groups.map { $0.slice.map(\.group) }
    }
    #expect(try groups("0.45").contains(["y"]))
    #expect(try groups("0.25").contains { $0.contains("Total") })
  }

  @Test func `checkpoints side by side are no groups of people`() {
    let text =
      "category,metric,best_checkpoint,epoch150,note\n"
      + "quality,Precision,0.73,0.80,\"Local is lower\"\nquality,Recall,0.78,0.75,\"Local is close\"\n"
    guard case .notRecognized = EvaluationFixture.outcome(text, path: "comparison.csv") else {
      Testing.Issue.record("it was taken for a MetricFrame")
      return
    }
  }
}
