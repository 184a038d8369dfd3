// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct AIF360FormatTests {
  @Test func `an explanation gives the value from its message and the groups it compares`() throws {
    let artifact = try EvaluationFixture.read("aif360/disparate_impact.json")
    #expect(artifact.format == "aif360")
    #expect(
      artifact.readings == [Reading("disparate_impact", 0.8444444444444444, "=unprivileged")]
    )
    let measurement = artifact.measurements[0]
    #expect(measurement.kind == .ratio)
    #expect(measurement.unit == .ratio)
    #expect(measurement.aggregation == nil)
    #expect(measurement.reference == [SlicePair(attribute: "", group: "privileged")])
  }

  @Test func `whole counts become groups, weighted ones an issue`() throws {
    let artifact = try EvaluationFixture.read("aif360/disparate_impact.json")
    #expect(artifact.groups.map(\.counts) == [.selection(selected: 779, n: 4100)])
    #expect(artifact.groups.map(\.slice) == [[SlicePair(attribute: "", group: "unprivileged")]])
    #expect(artifact.issueCodes == ["fractional-count"])
  }

  static let odds = #"""
    {"metric":"Average Odds Difference","message":"Average odds difference (mean): -0.25",
     "numFalsePositivesUnprivileged":1,"numNegativesUnprivileged":4,
     "numTruePositivesUnprivileged":3,"numPositivesUnprivileged":5,
     "numFalsePositivesPrivileged":2,"numNegativesPrivileged":4,
     "numTruePositivesPrivileged":5,"numPositivesPrivileged":5,"ideal":"0"}
    """#

  @Test func `positives and negatives of both groups give confusion counts and a sign`() throws {
    let artifact = try EvaluationFixture.parse("[\(Self.odds), \(Self.odds)]")
    #expect(artifact.measurements.map(\.value) == [-0.25, -0.25])
    #expect(artifact.measurements[0].aggregation == .unprivilegedMinusPrivileged)
    #expect(artifact.measurements[0].unit == .difference)
    #expect(
      artifact.groups.map(\.counts) == [
        .confusion(tp: 3, fp: 1, tn: 3, fn: 2), .confusion(tp: 5, fp: 2, tn: 2, fn: 0),
      ]
    )
    #expect(artifact.issues.isEmpty)
  }

  @Test func `explanations stored as JSON texts are read, and a rate names its group`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"a":"{\"metric\":\"True Positive Rate\",\"message\":\"True positive rate on "#
        + #"unprivileged instances: nan\",\"ideal\":\"1\"}","#
        + #""b":"{\"metric\":\"Consistency\",\"message\":\"Consistency: [0.75]\",\"ideal\":\"1\"}"}"#
    )
    #expect(
      artifact.readings == [
        Reading("true_positive_rate", nil, "=unprivileged"), Reading("consistency", 0.75),
      ]
    )
    #expect(artifact.measurements[1].source.pointer == "/b")
    #expect(artifact.measurements[1].kind == .level)
  }

  @Test func `a map of metric names keeps signs and takes the attribute from its key`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"sex":{"statistical_parity_difference":-0.035,"disparate_impact":0.84,"theil_index":0.1,"#
        + #""n":3}}"#
    )
    #expect(
      artifact.readings == [
        Reading("statistical_parity_difference", -0.035, "sex=unprivileged"),
        Reading("disparate_impact", 0.84, "sex=unprivileged"), Reading("theil_index", 0.1),
      ]
    )
    #expect(artifact.measurements[0].aggregation == .unprivilegedMinusPrivileged)
    #expect(artifact.measurements[0].source.pointer == "/sex/statistical_parity_difference")
  }

  @Test(arguments: [
    (#"{"metric":"M","message":"no number","ideal":"1"}"#, "malformed-results"),
    (#"{"metric":"M","message":["x"],"ideal":"1"}"#, "malformed-results"),
    (#"{"theil_index":0.1,"disparate_impact":true}"#, "malformed-results"),
  ])
  func `a metric without a number is an issue`(text: String, code: String) throws {
    let artifact = try EvaluationFixture.parse(text)
    #expect(artifact.issueCodes == [code])
  }

  @Test func `labels close to the decisions are no decisions`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"metric":"Mean Difference","message":"Mean difference (mean label value on unprivileged instances - "#
        + #"mean label value on privileged instances): 0.013701513701513734","ideal":"0.0","#
        + #""numPositivesUnprivileged":836.0,"numInstancesUnprivileged":2002.0,"#
        + #""numPositivesPrivileged":801.0,"numInstancesPrivileged":1998.0}"#
    )
    #expect(artifact.groups == [])
    #expect(artifact.issueCodes == ["contradicting-counts"])
  }

  @Test func `false positives under the name of positives are read`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"metric":"False Positive Rate Difference","message":"False positive rate difference (false positive "#
        + #"rate on unprivileged instances - false positive rate on privileged instances): -0.25","#
        + #""numFalsePositivesUnprivileged":10.0,"numNegativesUnprivileged":100.0,"#
        + #""numPositivesPrivileged":70.0,"numNegativesPrivileged":200.0,"ideal":"0.0"}"#
    )
    let rates = artifact.measurements.filter { $0.metric == "false_positive_rate" }
    #expect(rates.map(\.value) == [0.1, 0.35])
    #expect(rates.map(\.denominator) == [100, 200])
  }

  @Test func `groups that are counted in two ways are an issue`() throws {
    let other = Self.odds.split(separator: "\n").joined().replacing(
      "\"numTruePositivesUnprivileged\":3",
      with: "\"numTruePositivesUnprivileged\":4"
    )
    let artifact = try EvaluationFixture.parse("[\(Self.odds), \(other)]")
    #expect(artifact.issueCodes == ["contradicting-counts"])
    #expect(artifact.groups.count == 2)
  }

  @Test func `what stands beside the metrics of the library is read or named`() throws {
    let artifact = try EvaluationFixture.parse(
      #"{"disparate_impact":0.84,"accuracy":0.75,"between_all_groups_theil_index":0.002,"#
        + #""false_omission_rate":0.3,"houseindex":0.5,"seed":3}"#
    )
    #expect(
      artifact.readings == [
        Reading("disparate_impact", 0.84, "=unprivileged"), Reading("accuracy", 0.75),
        Reading("between_all_groups_theil_index", 0.002), Reading("false_omission_rate", 0.3),
      ]
    )
    #expect(artifact.issueCodes == ["unread-numbers"])
    #expect(artifact.issues.first?.message.contains("houseindex") == true)
  }
}
