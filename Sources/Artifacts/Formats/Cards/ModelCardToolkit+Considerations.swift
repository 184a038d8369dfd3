// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ModelCardToolkit {
  /// Adds uses, limits, ethical risks and, for VerifyML, groups at risk.
  static func addConsiderations(_ section: NodeCursor?, to artifact: inout Artifact) {
    artifact.addStatements(
      [
        ("users", .users), ("use_cases", .intendedUse), ("limitations", .limitations),
        ("tradeoffs", .tradeoffs), ("out_of_scope_uses", .outOfScopeUse),
      ],
      of: section,
      textKey: "description"
    )
    artifact.addStatement(
      .ethics,
      from: section?["ethical_considerations"],
      question: "ethical_considerations",
      textKey: "name"
    )
    for cursor in section?["ethical_considerations"]?.elements ?? [] where cursor.node.isMap {
      guard let name = artifact.text(cursor["name"]) else { continue }
      var risk = Risk(name: name, source: cursor.source)
      risk.category = "ethics"
      risk.mitigation = artifact.text(cursor["mitigation_strategy"])
      artifact.risks.append(risk)
    }
    for cursor in artifact.sections(section?["fairness_assessment"]) {
      addGroupAtRisk(cursor, to: &artifact)
    }
  }

  private static func addGroupAtRisk(_ cursor: NodeCursor, to artifact: inout Artifact) {
    let group = artifact.text(cursor["group_at_risk"])
    let harms = artifact.text(cursor["harms"])
    guard let name = harms ?? group else { return }
    var risk = Risk(name: name, source: cursor.source)
    risk.category = "fairness"
    risk.affectedGroup = group
    risk.description = artifact.text(cursor["benefits"]).map { "benefits: \($0)" }
    risk.mitigation = artifact.text(cursor["mitigation_strategy"])
    artifact.risks.append(risk)
  }

  /// Adds the fairness reports of VerifyML: a text each, and a number for each test that has one.
  static func addFairnessReports(_ section: NodeCursor?, to artifact: inout Artifact) {
    for report in artifact.sections(section?["fairness_reports"]) {
      artifact.addStatement(.fairness, from: report["description"], question: "fairness_reports")
      let slice = artifact.text(report["segment"]).map {
        SliceReader.read($0, heading: report["slice"]?.text)
      }
      for test in artifact.sections(report["tests"]) {
        // A result may also be a text such as `NA`, or a table.
        guard let result = test["result"], !result.node.isList, !result.node.isMap,
          let name = artifact.text(test["name"]) ?? artifact.text(report["type"])
        else { continue }
        var measurement = artifact.measurement(name, value: result, at: test.source)
        measurement.slice = slice ?? []
        artifact.measurements.append(measurement)
      }
    }
  }
}
