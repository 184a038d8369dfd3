// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One of the Dutch government's assessment forms, with what its questions speak of.
///
/// The ids are those of the definitions `dpia` 3.0, `prescan` 2.0 and `iama` 2.0.
struct DutchForm: Sendable {
  /// The third part of the URN.
  let name: String
  /// The version whose question ids are known.
  let version: String
  let title: String
  let kind: ArtifactKind
  /// Groups of questions with a name and topics; an id stands for all questions below it.
  let questions: [(ids: [String], name: String, topics: [Topic])]

  static let all = [dpia, prescan, iama]

  private static let dpia = DutchForm(
    name: "dpia",
    version: "3.0",
    title: "DPIA Rapportagemodel Rijksdienst",
    kind: .dpia,
    questions: [
      (["0"], "introduction", [.dpiaDescription]),
      (["1"], "proposal", [.dpiaDescription]),
      (["2"], "personal data", [.dpiaDescription]),
      (["3"], "processing", [.dpiaDescription]),
      (["4"], "techniques and methods", [.dpiaDescription]),
      (["5"], "purposes", [.dpiaPurposes]),
      (["6"], "parties", [.dpiaProcessors]),
      (["7"], "interests and consultation", [.dpiaConsultation]),
      (["8"], "places and transfers", [.dpiaTransfers]),
      (["10"], "retention periods", [.dpiaRetention]),
      (["11"], "legal basis", [.dpiaLegalBasis]),
      (["13"], "purpose limitation", [.dpiaMinimisation]),
      (["14"], "subsidiarity and proportionality", [.dpiaNecessity]),
      (["15.1", "15.5"], "access and portability", [.dpiaAccess]),
      (["15.2", "15.3"], "rectification and erasure", [.dpiaErasure]),
      (["15.4", "15.6", "15.7"], "restriction, automated decisions, objection", [.dpiaObjection]),
      (["15.8"], "information", [.dpiaInformation]),
      (["16"], "risks", [.dpiaRisks]),
      (["17.1.3", "17.2"], "measures", [.dpiaMeasures]),
      (["17.1.4", "17.3"], "residual risk", [.dpiaResidualRisk]),
      (["19.5.7"], "advice of the DPO", [.dpiaDPOAdvice]),
    ]
  )

  private static let prescan = DutchForm(
    name: "prescan",
    version: "2.0",
    title: "Pre-scan DPIA",
    kind: .dpia,
    questions: [
      (["0.2"], "description of the processing", [.dpiaDescription]),
      (["0.3"], "purpose", [.dpiaPurposes]),
      (["0.4"], "legal basis", [.dpiaLegalBasis]),
      (["1.2", "1.3"], "sensitive data", [.screeningSensitiveData]),
      (["1.5.4"], "retention period", [.dpiaRetention]),
      (["2"], "transfers", [.dpiaTransfers]),
    ]
  )

  private static let iama = DutchForm(
    name: "iama",
    version: "2.0",
    title: "Impact Assessment Mensenrechten en Algoritmes",
    kind: .fria,
    questions: [
      (["1.1"], "reason and goal", [.friaProcesses]),
      (["3.1.1"], "process around the algorithm", [.friaProcesses]),
      (["3.1.2", "3.1.3"], "period and frequency", [.friaPeriod]),
      (["3.5.1"], "people and groups", [.friaGroups]),
      (["3.5.2", "3.5.6"], "adverse effects", [.friaHarms]),
      (["4.1.1", "4.1.3", "4.3"], "fundamental rights at stake", [.friaHarms]),
      (["3.2"], "role of the staff", [.friaOversight]),
      (["1.4", "3.4", "3.5.4", "3.5.5"], "governance and complaints", [.friaRemedies]),
    ]
  )
}
