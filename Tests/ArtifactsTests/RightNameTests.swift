// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

/// Numbers keep the name, the model and the group that their file gives them, and nothing is lost without a
/// word.
@Suite struct RightNameTests {
  private func read(_ text: String, at path: String = "evaluation/x.json") throws -> Artifact {
    try EvaluationFixture.parse(text, path: path, as: .evaluation)
  }

  @Test(
    arguments: [
      #"{"test_accuracy": {"mean": 0.875, "std": 0.125}, "test_f1": {"mean": 0.75, "std": 0.25}}"#,
      #"{"test_accuracy": {"std": 0.125, "mean": 0.875}, "test_f1": {"std": 0.25, "mean": 0.75}}"#,
    ]
  )
  func `the mean of runs is the value, and how they spread is no second one`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.readings == [Reading("test_accuracy", 0.875), Reading("test_f1", 0.75)])
    let spread = artifact.measurements[0].uncertainty
    #expect(spread == Uncertainty(lower: 0.75, upper: 1))
  }

  @Test func `what else describes runs has a name of its own`() throws {
    let artifact = try read(
      #"""
      {"auc": {"mean": 0.75, "min": 0.5, "p50": 0.8, "max": 0.9, "n": 40},
       "recall": {"value": 0.5, "ci_lower": 0.25, "ci_upper": 0.75, "level": 0.9},
       "dice": {"mean": 0.5, "stddev": 0.25, "per_class": {"A": {"mean": 0.75, "std": 0.125}}},
       "mae": {"value": 4, "stderr": 0.5}, "f1": {"mean": 0.5, "95% CI": [0.25, 0.75]}}
      """#
    )
    #expect(
      artifact.readings == [
        Reading("auc", 0.75, n: 40), Reading("auc_min", 0.5, n: 40), Reading("auc_p50", 0.8, n: 40),
        Reading("auc_max", 0.9, n: 40), Reading("recall", 0.5),
        Reading("dice", 0.5), Reading("dice_per_class_a", 0.75), Reading("mae", 4),
        Reading("f1", 0.5),
      ]
    )
    let stated = artifact.measurements.map(\.uncertainty)
    #expect(stated[4] == Uncertainty(lower: 0.25, upper: 0.75, level: 0.9))
    #expect(stated[6] == Uncertainty(lower: 0.625, upper: 0.875))
    #expect(stated[7] == Uncertainty(standardError: 0.5))
    #expect(stated[8] == Uncertainty(lower: 0.25, upper: 0.75, level: 0.95))
  }

  @Test(
    arguments: [
      #"{"mean": {"accuracy": 0.875, "f1": 0.5}, "std": {"accuracy": 0.125, "f1": 0.25}}"#,
      #"{"accuracy": {"mean": 0.875, "50%": 0.9}, "f1": {"mean": 0.5, "50%": 0.6}}"#,
      #"{"accuracy": {"F": 0.5, "M": 0.75, "mean": 0.625, "std": 0.125}, "count": {"F": 4, "M": 4}}"#,
    ]
  )
  func `means and spreads are no groups, and no spread is an accuracy`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.groups.isEmpty)
    let labels = artifact.measurements.flatMap(\.slice).map(\.group)
    #expect(Set(labels).isSubset(of: ["F", "M"]))
    let wrong = artifact.measurements.filter { $0.metric == "accuracy" && $0.value == 0.125 }
    #expect(wrong.isEmpty)
  }

  @Test(
    arguments: [
      #"[{"model": "LogReg", "accuracy": 0.81}, {"model": "XGB", "accuracy": 0.84}]"#,
      #"{"results": [{"model": "LogReg", "accuracy": 0.81}, {"model": "XGB", "accuracy": 0.84}]}"#,
      #"{"model": {"0": "LogReg", "1": "XGB"}, "accuracy": {"0": 0.81, "1": 0.84}}"#,
    ]
  )
  func `rows of several models keep them apart, and which is ours is asked`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.measurements.allSatisfy { $0.metric != "accuracy" && $0.slice.isEmpty })
    #expect(artifact.issueCodes == ["several-models"])
    #expect(artifact.issues[0].message.contains("LogReg, XGB"))
  }

  @Test func `the row of a baseline is no claim about the system`() throws {
    let artifact = try read(
      #"[{"model": "baseline", "accuracy": 0.5}, {"model": "ours", "accuracy": 0.75}]"#
    )
    #expect(artifact.readings == [Reading("accuracy", 0.75)])
    #expect(artifact.issueCodes == ["left-out"])
  }

  @Test(
    arguments: [
      #"{"rows": [{"region": "north", "accuracy": 0.5}, {"region": "south", "accuracy": 0.75}]}"#,
      #"{"rows": [{"ckpt": "a.pt", "accuracy": 0.5}, {"ckpt": "b.pt", "accuracy": 0.75}]}"#,
    ]
  )
  func `two rows of a list are not both everybody`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.issueCodes == ["unnamed-groups"])
  }

  @Test(arguments: ["v1.2-sex_difference", "sex.difference", "model-0.3_difference_to_overall"])
  func `a name with a dot is the whole name`(name: String) throws {
    let map = try read(#"{"accuracy": 0.25, "count": 10.0}"#, at: "evaluation/\(name).json")
    #expect(map.readings == [Reading("accuracy_difference", 0.25)])
    #expect(map.issueCodes == ["left-out"])
    let list = try read(",0\naccuracy,0.25\ncount,10.0\n", at: "evaluation/\(name).csv")
    #expect(list.readings == [Reading("accuracy_difference", 0.25)])
    #expect(list.issueCodes == ["left-out"])
  }

  @Test(
    arguments: [
      ("overall_ci.json", #"{"accuracy": 0.71, "count": 600.0}"#),
      ("v1.2-difference_ci-0.json", #"{"accuracy": 0.004}"#),
      ("overall_ci.csv", ",0\naccuracy,0.71\n"),
      ("by_group_ci-0.csv", "sex,accuracy,count\nF,0.67,222.2\nM,0.7,335.4\n"),
      ("q.json", #"{"0.025": {"accuracy": 0.71}, "0.975": {"accuracy": 0.77}}"#),
    ]
  )
  func `the bound of an interval is no value`(name: String, text: String) throws {
    let artifact = try read(text, at: "evaluation/\(name)")
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.groups.isEmpty)
    #expect(artifact.issueCodes == ["unread-intervals"])
  }

  @Test(
    arguments: [
      ("by_group.json", #"{"F": 0.74, "M": 0.75}"#),
      ("by_group.json", #"{"north": 0.7, "south": 1}"#),
      ("x.json", #"{"F": 0.74, "M": 0.75}"#),
      ("x.json", #"{"<40": 0.74, "40-60": 0.7, "60+": 0.75}"#),
      ("x.json", #"{"sex": {"female": 0.74, "male": 0.75}}"#),
    ]
  )
  func `groups of a metric without a name are no metrics`(name: String, text: String) throws {
    let artifact = try read(text, at: "evaluation/\(name)")
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.issueCodes == ["unnamed-metric"])
  }

  @Test(
    arguments: [
      #"{"metrics": {"confusion_matrix": [[150, 9], [22, 59]]}, "accuracy": 0.5}"#,
      #"{"accuracy": 0.5, "confusion_matrices": [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]}"#,
      #"{"accuracy": 0.5, "confusion_matrix": {"tp": 5, "fp": 6, "tn": 7, "fn": 8}}"#,
    ]
  )
  func `a confusion matrix that is not read is named`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.readings == [Reading("accuracy", 0.5)])
    #expect(artifact.issueCodes == ["unread-numbers"])
    #expect(artifact.issues[0].message.contains("confusion_matri"))
  }

  @Test func `an evaluation of which nothing is read says so`() throws {
    let artifact = try read(
      #"{"args": {"seed": 4}, "outcome": "fine", "pairs": [[1, 2]]}"#
    )
    #expect(artifact.measurements.isEmpty)
    #expect(artifact.issueCodes == ["no-results"])
  }
}

/// Home-made shapes of evaluations, each with what it must not be taken for.
@Suite struct HomeMadeShapeTests {
  private func read(_ text: String, at path: String = "evaluation/x.json") throws -> Artifact {
    try EvaluationFixture.parse(text, path: path, as: .evaluation)
  }

  @Test(
    arguments: [
      ("a.csv", "model,split,accuracy\nA,test,0.8\nA,train,0.9\n"),
      ("b.csv", "dataset,accuracy,f1\ncifar,0.9,0.8\nmnist,0.8,0.7\n"),
      ("c.csv", "year,accuracy,f1\n2023,0.9,0.8\n2024,0.8,0.7\n"),
      ("d.json", #"[{"year": 2023, "accuracy": 0.9}, {"year": 2024, "accuracy": 0.8}]"#),
      ("e.json", #"{"v1": {"accuracy": 0.9}, "v2": {"accuracy": 0.8}}"#),
      ("f.json", #"{"2024-01": {"accuracy": 0.9}, "2024-02": {"accuracy": 0.8}}"#),
      ("g.json", #"{"before": {"accuracy": 0.9}, "after": {"accuracy": 0.8}}"#),
    ]
  )
  func `models, data and times are no groups`(name: String, text: String) {
    let file = SourceFile(path: "evaluation/\(name)", bytes: Array(text.utf8))
    guard case .recognized(let artifacts, _) = ArtifactReader().read(file, as: .evaluation) else {
      return
    }
    #expect(artifacts.flatMap(\.measurements).flatMap(\.slice).isEmpty)
    #expect(artifacts.flatMap(\.groups).isEmpty)
  }

  @Test(
    arguments: [
      ("x.csv", "attribute,group,accuracy,count\nsex,F,0.5,4\nage,<40,0.75,8\n"),
      (
        "x.json",
        #"""
        [{"attribute": "sex", "group": "F", "accuracy": 0.5, "count": 4},
         {"attribute": "age", "group": "<40", "accuracy": 0.75, "count": 8}]
        """#
      ),
    ]
  )
  func `rows that name attribute and group are about that group`(
    name: String,
    text: String
  ) throws {
    let artifact = try read(text, at: "evaluation/\(name)")
    #expect(
      artifact.readings.filter { $0.metric == "accuracy" } == [
        Reading("accuracy", 0.5, "sex=F", n: 4), Reading("accuracy", 0.75, "age=<40", n: 8),
      ]
    )
  }

  @Test func `classes are no groups of people in a table either`() throws {
    let artifact = try read(
      "class,precision,recall,support\nA,0.9,0.8,10\nB,0.8,0.7,12\n",
      at: "evaluation/x.csv"
    )
    #expect(artifact.measurements.allSatisfy { $0.slice.map(\.attribute) == ["class_label"] })
  }

  @Test func `a part of the data below a metric is one`() throws {
    let artifact = try read(#"{"accuracy": {"train": 0.9, "test": 0.8}, "f1": {"baseline": 0.1}}"#)
    #expect(artifact.readings == [Reading("accuracy", 0.9), Reading("accuracy", 0.8)])
    #expect(artifact.measurements.map(\.split) == ["train", "test"])
    #expect(artifact.issueCodes == ["left-out"])
  }

  @Test func `a value with its bounds below a section keeps its name`() throws {
    let artifact = try read(
      #"{"metrics": {"accuracy": {"value": 0.9, "ci": [0.88, 0.92]}, "auc": {"value": 0.8, "ci": [0.7, 0.9]}}}"#
    )
    #expect(artifact.readings.map(\.value) == [0.9, 0.8])
    #expect(artifact.measurements.map(\.metric) == ["metrics_accuracy", "metrics_auc"])
    #expect(artifact.measurements.map(\.uncertainty?.lower) == [0.88, 0.7])
  }

  @Test(
    arguments: [
      #"{"accuracy": 0.9, "models": [{"name": "A", "metrics": {"accuracy": 0.8}}, {"name": "B", "metrics": {"accuracy": 0.7}}]}"#,
      #"{"accuracy": 0.9, "slices": [{"slice": {"sex": "F"}, "metrics": {"accuracy": 0.8}}]}"#,
      #"{"accuracy": 0.9, "per_group": [["F", 0.7], ["M", 0.8]]}"#,
      #"{"accuracy": 0.9, "cm": [[1, 2], [3, 4]]}"#,
    ]
  )
  func `numbers deeper in lists are named where they are not read`(text: String) throws {
    let artifact = try read(text)
    #expect(artifact.readings == [Reading("accuracy", 0.9)])
    #expect(artifact.issueCodes == ["unread-numbers"])
  }
}
