// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension CycloneDX {
  /// Adds uses, limits, ethical risks and groups at risk.
  static func addConsiderations(_ section: NodeCursor?, to artifact: inout Artifact) {
    artifact.addStatements(
      [
        ("users", .users), ("useCases", .intendedUse), ("technicalLimitations", .limitations),
        ("performanceTradeoffs", .tradeoffs),
      ],
      of: section
    )
    artifact.addStatement(
      .ethics,
      from: section?["ethicalConsiderations"],
      question: "ethicalConsiderations",
      textKey: "name"
    )
    artifact.addStatement(
      .fairness,
      from: section?["fairnessAssessments"],
      question: "fairnessAssessments",
      textKey: "harms"
    )
    for cursor in section?["ethicalConsiderations"]?.elements ?? [] where cursor.node.isMap {
      guard let name = artifact.text(cursor["name"]) else { continue }
      var risk = Risk(name: name, source: cursor.source)
      risk.category = "ethics"
      risk.mitigation = artifact.text(cursor["mitigationStrategy"])
      artifact.risks.append(risk)
    }
    for cursor in section?["fairnessAssessments"]?.elements ?? [] where cursor.node.isMap {
      addGroupAtRisk(cursor, to: &artifact)
    }
    addEnvironment(artifact.section(section?["environmentalConsiderations"]), to: &artifact)
  }

  private static func addGroupAtRisk(_ cursor: NodeCursor, to artifact: inout Artifact) {
    let group = artifact.text(cursor["groupAtRisk"])
    guard let name = artifact.text(cursor["harms"]) ?? group else { return }
    var risk = Risk(name: name, source: cursor.source)
    risk.category = "fairness"
    risk.affectedGroup = group
    risk.description = artifact.text(cursor["benefits"]).map { "benefits: \($0)" }
    risk.mitigation = artifact.text(cursor["mitigationStrategy"])
    artifact.risks.append(risk)
  }

  /// Adds the energy of each activity as one text.
  private static func addEnvironment(_ section: NodeCursor?, to artifact: inout Artifact) {
    for cursor in artifact.sections(section?["energyConsumptions"]) {
      let amounts = [("activityEnergyCost", "energy"), ("co2CostEquivalent", "CO2 equivalent")]
      let parts = amounts.compactMap { key, name -> String? in
        guard let amount = artifact.section(cursor[key]),
          let value = artifact.text(amount["value"])
        else { return nil }
        return "\(name): \(value) \(artifact.text(amount["unit"]) ?? "")"
      }
      let activity = artifact.text(cursor["activity"])
      artifact.addStatement(
        .environment,
        ([activity].compactMap { $0 } + parts).joined(separator: "\n"),
        question: "energyConsumptions",
        at: cursor.source
      )
    }
  }
}

/// Reads what a CycloneDX bill of materials declares about itself.
enum CycloneDXDeclarations {
  /// Adds an approval for each signatory of the affirmation.
  ///
  /// A signatory without a signature or a link to one has not signed yet. The format has no day of
  /// a signature.
  static func add(_ declarations: NodeCursor?, to artifact: inout Artifact) {
    guard let affirmation = artifact.section(declarations?["affirmation"]) else { return }
    let statement = artifact.text(affirmation["statement"])
    for signatory in artifact.sections(affirmation["signatories"]) {
      let isSigned = signatory.hasAny("signature", "externalReference")
      let organization = artifact.section(signatory["organization"])
      artifact.approvals.append(
        Approval(
          decision: isSigned ? .approved : .pending,
          party: artifact.text(signatory["name"]) ?? artifact.text(organization?["name"]),
          role: artifact.text(signatory["role"]),
          evidence: artifact.text(artifact.section(signatory["externalReference"])?["url"])
            ?? statement,
          source: signatory.source
        )
      )
    }
  }
}
