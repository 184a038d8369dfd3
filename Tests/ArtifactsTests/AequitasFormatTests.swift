// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct AequitasFormatTests {
  @Test func `a report gives rates with their group, cases and parts`() throws {
    let artifact = try EvaluationFixture.read("aequitas/full.csv")
    #expect(artifact.format == "aequitas")
    #expect(artifact.issues.isEmpty)
    #expect(artifact.measurements.count == 26)
    let precision = try #require(
      artifact.measurements.first { $0.metric == "precision" && $0.slice[0].group == "F" }
    )
    #expect(Reading(precision) == Reading("precision", 0.75, "sex=F", n: 7))
    #expect(precision.unit == .fraction)
    #expect(precision.numerator == 3)
    #expect(precision.denominator == 4)
    #expect(precision.decisionThreshold == 0.5)
    #expect(precision.source.position == SourcePosition(line: 2, column: 54))
    let undefined = artifact.measurements.first { $0.metric == "tpr" && $0.value == nil }
    #expect(undefined?.slice == [SlicePair(attribute: "sex", group: "M, other")])
    #expect(undefined?.raw == "NaN")
  }

  @Test func `a disparity is a ratio against its reference group`() throws {
    let artifact = try EvaluationFixture.read("aequitas/full.csv")
    let disparities = artifact.measurements.filter { $0.metric == "fpr_disparity" }
    #expect(disparities.map(\.value) == [1, 1.5])
    #expect(disparities.allSatisfy { $0.kind == .ratio && $0.unit == .ratio })
    #expect(disparities[0].reference == [SlicePair(attribute: "sex", group: "M")])
  }

  @Test func `a full report gives confusion counts, a short one selections`() throws {
    let full = try EvaluationFixture.read("aequitas/full.csv")
    #expect(
      full.groups.map(\.counts) == [
        .confusion(tp: 3, fp: 1, tn: 2, fn: 1), .confusion(tp: 2, fp: 3, tn: 2, fn: 0),
      ]
    )
    let short = try EvaluationFixture.read("aequitas/report.csv")
    #expect(
      short.groups.map(\.counts) == [
        .selection(selected: 779, n: 4100), .selection(selected: 1328, n: 5900),
      ]
    )
    #expect(short.groups[0].slice == [SlicePair(attribute: "sex", group: "F")])
    #expect(short.groups[0].source.position == SourcePosition(line: 2, column: 1))
    #expect(short.readings.contains(Reading("pprev", 0.19, "sex=F", n: 4100)))
    #expect(short.issues.isEmpty)
  }

  @Test(arguments: [
    #"[{"attribute_name":"sex","attribute_value":"F","fpr":0.1,"pp":3,"group_size":9.0}]"#,
    #"{"attribute_name":{"0":"sex"},"attribute_value":{"0":"F"},"fpr":{"0":0.1},"#
      + #""pp":{"0":3},"group_size":{"0":9}}"#,
    #"{"columns":["attribute_name","attribute_value","fpr","pp","group_size"],"index":[0],"#
      + #""data":[["sex","F",0.1,3,9]]}"#,
    #"{"attribute_name":["sex"],"attribute_value":["F"],"fpr":[0.1],"pp":[3],"group_size":[9]}"#,
    #"{"schema":{"fields":[{"name":"index"}]},"data":[{"index":0,"attribute_name":"sex","#
      + #""attribute_value":"F","fpr":0.1,"pp":3,"group_size":9}]}"#,
  ])
  func `a data frame in JSON gives the same in every orientation`(text: String) throws {
    let artifact = try EvaluationFixture.parse(text)
    #expect(artifact.format == "aequitas")
    #expect(artifact.readings == [Reading("fpr", 0.1, "sex=F", n: 9)])
    #expect(artifact.groups.map(\.counts) == [.selection(selected: 3, n: 9)])
  }

  @Test func `a header without rows is an issue`() throws {
    let artifact = try EvaluationFixture.parse(
      "attribute_name,attribute_value,fpr\n",
      path: "aequitas.csv"
    )
    #expect(artifact.issueCodes == ["no-results"])
  }

  @Test(arguments: [
    ("sex,F,x,3,9,1", "malformed-results"), ("sex,,0.1,3,9,1", "missing-group"),
    ("sex,F,0.1,10,9,1", "inconsistent-counts"),
    ("sex,F,0.1,3,9,1\nsex,F,0.1,3,9,2", "several-models"),
    ("sex,F,0.1,3,9,1\nsex,F,0.1,3,9,1", "duplicate"),
  ])
  func `what cannot be right is an issue`(row: String, code: String) throws {
    let artifact = try EvaluationFixture.parse(
      "\u{FEFF}attribute_name,attribute_value,fpr,pp,group_size,model_id\r\n\(row)\r\n",
      path: "report.csv"
    )
    #expect(artifact.issueCodes == [code])
    #expect(artifact.groups.isEmpty == !["malformed-results", "duplicate"].contains(code))
  }
}
