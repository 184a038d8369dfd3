// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Testing

@Suite struct MappingFormatTests {
  static func read(
    _ text: String,
    mapping: String,
    path: String = "reports/fairness.json"
  ) throws -> Artifact {
    let body = mapping.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let yaml = "- name: own\n  files: [\"reports/*.json\"]\n\(body)\n"
    let node = try YAMLReader.read(Array(yaml.utf8))
    let (formats, problems) = MappingFormat.formats(from: node, path: "modelgate.yml")
    try #require(problems.isEmpty, "\(problems.map(\.message))")
    let outcome = ArtifactReader(mappings: formats)
      .read(SourceFile(path: path, bytes: Array(text.utf8)))
    guard case .recognized(let artifacts, _) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    return try #require(artifacts.first)
  }

  @Test func `rates and counts under the same keys in two branches`() throws {
    let artifact = try Self.read(
      #"""
      {"model": {"name": "scorer", "version": "2.1"}, "made": "2026-10-01",
       "metrics": {"sex": {"demographic_parity_difference": 0.03,
         "selection_rate_by_group": {"F": 0.25, "M": 0.28}, "group_counts": {"F": 40, "M": 50}}},
       "n_test_rows": 90, "passed": true}
      """#,
      mapping: #"""
        model: {name: /model/name, version: /model/version}
        date: /made
        positive_means: benefit
        measurements:
          - pointer: /metrics/{attribute}/selection_rate_by_group/{group}
            metric: selection_rate
            unit: fraction
            n: /metrics/{attribute}/group_counts/{group}
          - pointer: /metrics/{attribute}/{metric}
            metric: "{metric}"
        """#
    )
    #expect(artifact.format == "mapping-own")
    #expect(artifact.positiveMeans == "benefit")
    #expect(artifact.created?.date == CalendarDate("2026-10-01"))
    #expect(artifact.models.map(\.name) == ["scorer"])
    #expect(artifact.models.map(\.version) == ["2.1"])
    #expect(
      artifact.readings == [
        Reading("selection_rate", 0.25, "sex=F", n: 40),
        Reading("selection_rate", 0.28, "sex=M", n: 50),
        Reading("demographic_parity_difference", 0.03, "sex="),
      ]
    )
    #expect(artifact.measurements.map(\.unit) == [.fraction, .fraction, .unknown])
    #expect(artifact.measurements.map(\.kind) == [.level, .level, .difference])
    #expect(
      artifact.measurements[1].source.pointer == "/metrics/sex/selection_rate_by_group/M"
    )
    #expect(artifact.measurements[1].source.position == SourcePosition(line: 3, column: 48))
    #expect(artifact.issues.isEmpty)
  }

  @Test func `overall metrics, and metrics by group with the cases beside them`() throws {
    let artifact = try Self.read(
      #"""
      {"overall": {"auc": 0.7}, "threshold_used": 0.4,
       "gender": {"Female": {"auc": 0.69, "n": 120, "note": "ok"}, "Male": {"auc": 0.71, "n": 130}}}
      """#,
      mapping: #"""
        measurements:
          - pointer: /overall/{metric}
            metric: "{metric}"
          - pointer: /{attribute}/{group}/{metric}
            metric: "{metric}"
            n: /{attribute}/{group}/n
        """#
    )
    #expect(
      artifact.readings == [
        Reading("auc", 0.7), Reading("auc", 0.69, "gender=Female", n: 120),
        Reading("auc", 0.71, "gender=Male", n: 130),
      ]
    )
  }

  @Test func `counts by attribute and group become groups, rates measurements`() throws {
    let artifact = try Self.read(
      #"""
      {"region": {"north": {"false_positive_count": 3, "total_negatives": 30,
        "false_positive_rate": 0.1}, "south": {"false_positive_count": 40, "total_negatives": 30,
        "false_positive_rate": null}}}
      """#,
      mapping: #"""
        measurements:
          - pointer: /{attribute}/{group}/false_positive_rate
            metric: false_positive_rate
            n: /{attribute}/{group}/total_negatives
        groups:
          - pointer: /{attribute}/{group}
            n: total_negatives
            selected: false_positive_count
        """#
    )
    #expect(
      artifact.readings == [
        Reading("false_positive_rate", 0.1, "region=north", n: 30),
        Reading("false_positive_rate", nil, "region=south", n: 30),
      ]
    )
    #expect(artifact.groups.map(\.counts) == [.selection(selected: 3, n: 30)])
    #expect(artifact.groups[0].slice == [SlicePair(attribute: "region", group: "north")])
    #expect(artifact.issueCodes == ["malformed-results"])
  }

  @Test func `an attribute that the file does not name is given by the mapping`() throws {
    let artifact = try Self.read(
      #"""
      {"per_team": {"red": {"accuracy": 0.8, "f1_macro": 0.7, "support": 12}},
       "parity": {"group_positive_rate": {"red": 0.3}, "disparate_impact": 0.9}}
      """#,
      mapping: #"""
        measurements:
          - pointer: /per_team/{group}/{metric}
            metric: "{metric}"
            attribute: team
            n: /per_team/{group}/support
          - pointer: /parity/group_positive_rate/{group}
            metric: selection_rate
            attribute: team
            n: /per_team/{group}/support
          - pointer: /parity/{metric}
            metric: "{metric}"
            attribute: team
        """#
    )
    #expect(
      artifact.readings == [
        Reading("accuracy", 0.8, "team=red", n: 12), Reading("f1_macro", 0.7, "team=red", n: 12),
        Reading("selection_rate", 0.3, "team=red", n: 12),
        Reading("disparate_impact", 0.9, "team="),
      ]
    )
    #expect(artifact.measurements[3].kind == .ratio)
  }

  @Test func `flat keys, groups in one place and cases in another`() throws {
    let artifact = try Self.read(
      #"""
      {"overall_f1": 0.8, "per_lang_f1": {"de": 0.7, "fr": NaN}, "per_lang_gap": 0.1,
       "sample_counts": {"de": 5, "fr": 6}}
      """#,
      mapping: #"""
        measurements:
          - pointer: /overall_f1
            metric: f1
          - pointer: /per_{attribute}_f1/{group}
            metric: f1
            n: /sample_counts/{group}
            dataset: reviews
            split: test
          - pointer: /per_{attribute}_gap
            metric: f1_gap
        """#
    )
    #expect(
      artifact.readings == [
        Reading("f1", 0.8), Reading("f1", 0.7, "lang=de", n: 5),
        Reading("f1", nil, "lang=fr", n: 6),
        Reading("f1_gap", 0.1, "lang="),
      ]
    )
    #expect(artifact.measurements.map(\.dataset) == [nil, "reviews", "reviews", nil])
    #expect(artifact.measurements.map(\.split) == [nil, "test", "test", nil])
  }

  @Test func `gaps whose attribute is a part of the key`() throws {
    let artifact = try Self.read(
      #"{"sex_gap": 0.05, "age_gap": 0.12, "warn_gap": 0.1}"#,
      mapping: #"""
        measurements:
          - pointer: /{attribute}_gap
            metric: selection_rate_gap
            except: [warn]
        """#
    )
    #expect(
      artifact.readings == [
        Reading("selection_rate_gap", 0.05, "sex="), Reading("selection_rate_gap", 0.12, "age="),
      ]
    )
  }

  @Test func `percentage points are named by the mapping, never guessed`() throws {
    let artifact = try Self.read(
      #"{"fnr_by_quartile": {"q1": 0.2, "q4": 0.3}, "fnr_disparity_pp": 10.0, "flag": true}"#,
      mapping: #"""
        measurements:
          - pointer: /fnr_by_{attribute}/{group}
            metric: false_negative_rate
          - pointer: /fnr_disparity_pp
            metric: fnr_disparity
            unit: percentagePoints
            attribute: quartile
        """#
    )
    #expect(
      artifact.readings == [
        Reading("false_negative_rate", 0.2, "quartile=q1"),
        Reading("false_negative_rate", 0.3, "quartile=q4"),
        Reading("fnr_disparity", 10, "quartile="),
      ]
    )
    #expect(artifact.measurements.map(\.unit) == [.unknown, .unknown, .percentagePoints])
  }

  @Test func `records in a list name their group in another key`() throws {
    let artifact = try Self.read(
      #"""
      {"table": [{"who": "F", "acc": 0.5, "tp": 1, "fp": 2, "tn": 3, "fn": 4},
                 {"who": "M", "acc": 0.6, "tp": 5, "fp": 6, "tn": 7, "fn": 8}]}
      """#,
      mapping: #"""
        measurements:
          - pointer: /table/{row}/acc
            metric: accuracy
            attribute: sex
            group: /table/{row}/who
        groups:
          - {pointer: "/table/{row}", tp: tp, fp: fp, tn: tn, fn: "/table/{row}/fn",
             attribute: sex, group: "/table/{row}/who"}
        """#
    )
    #expect(
      artifact.readings == [Reading("accuracy", 0.5, "sex=F"), Reading("accuracy", 0.6, "sex=M")]
    )
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 1, fp: 2, tn: 3, fn: 4), .confusion(tp: 5, fp: 6, tn: 7, fn: 8),
      ]
    )
    #expect(artifact.groups[1].slice == [SlicePair(attribute: "sex", group: "M")])
    #expect(artifact.groups[1].source.pointer == "/table/1")
  }

  @Test func `a list of attributes names the parts of a tuple`() throws {
    let mapping = #"""
      measurements:
        - pointer: /rates/{group}
          metric: selection_rate
          attribute: [sex, age]
      """#
    let artifact = try Self.read(#"{"rates": {"('F', '<40')": 0.2, "F": 0.1}}"#, mapping: mapping)
    #expect(
      artifact.readings == [
        Reading("selection_rate", 0.2, "age=<40,sex=F"), Reading("selection_rate", 0.1, "=F"),
      ]
    )
    #expect(artifact.issueCodes == ["unnamed-attributes"])
  }

  @Test(arguments: [
    ("{}", ["unmatched-mapping"]), (#"{"a": {"b": "x"}}"#, ["malformed-results"]),
    (#"{"a": {"b": [1]}}"#, ["malformed-results"]), (#"{"a": {"b": 1}}"#, []),
    (#"{"a": {"b": 1}, "n": {"b": -1}}"#, ["bad-count"]), (#"[1]"#, ["unmatched-mapping"]),
  ])
  func `what a mapping promises and a file does not hold is an issue`(
    text: String,
    codes: [String]
  ) throws {
    let artifact = try Self.read(
      text,
      mapping: "measurements:\n  - {pointer: '/a/{group}', metric: m, n: '/n/{group}'}"
    )
    #expect(artifact.issueCodes == codes)
  }

  @Test func `a file that no glob names is left to other formats`() throws {
    #expect(throws: UnexpectedOutcome.self) {
      try Self.read("{}", mapping: "groups: [{pointer: /a, n: n, selected: s}]", path: "x.json")
    }
  }

  @Test(arguments: [
    ("x", "wrong-value", "write a list"), ("- {name: a}", "missing-key", "add 'files'"),
    ("- {name: a, files: b}", "missing-key", "add at least one entry"),
    ("- {name: a, files: b, measurement: []}", "unknown-key", "did you mean 'measurements'?"),
    (
      "- {name: a, files: ../b, groups: [{pointer: /a, n: n, selected: s}]}", "bad-pattern",
      "inside"
    ),
    (
      "- {name: A b, files: b, groups: [{pointer: /a, n: n, selected: s}]}", "wrong-value",
      "letters"
    ),
    ("- {name: a, files: b, groups: [{pointer: /a, n: n}]}", "missing-key", "write either"),
    (
      "- {name: a, files: b, measurements: [{pointer: a, metric: m}]}", "bad-pointer",
      "JSON Pointer"
    ),
    (
      "- {name: a, files: b, measurements: [{pointer: '/{a}{b}', metric: m}]}", "bad-pointer",
      "JSON Pointer"
    ),
    (
      "- {name: a, files: b, measurements: [{pointer: '/{atribute}', metric: m}]}",
      "unused-capture", "did you mean '{attribute}'?"
    ),
    (
      "- {name: a, files: b, measurements: [{pointer: '/x', metric: '{metric}'}]}",
      "unknown-capture", "write '{metric}' into the pointer"
    ),
    (
      "- {name: a, files: b, measurements: [{pointer: '/x', metric: 'm{'}]}", "bad-pointer",
      "write captures"
    ),
    (
      "- {name: a, files: b, groups: [{pointer: /a, n: n, selected: s}]}\n"
        + "- {name: a, files: b, groups: [{pointer: /a, n: n, selected: s}]}",
      "duplicate", "keep one"
    ),
  ])
  func `what is wrong with mappings is said with its place and a remedy`(
    yaml: String,
    code: String,
    help: String
  ) throws {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let text = "mappings:\n" + lines.map { "  \($0)" }.joined(separator: "\n")
    let policy = try YAMLReader.read(Array(text.utf8))
    let node = try #require(policy["mappings"])
    let problems = MappingFormat.formats(from: node, path: "modelgate.yml").problems
    let problem = try #require(problems.first { $0.code == code }, "\(problems)")
    #expect(problem.help.contains(help))
    #expect(problem.source?.path == "modelgate.yml")
    #expect(problem.source?.pointer?.hasPrefix("/mappings") == true)
  }
}
