// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The AI and Dataset profiles of SPDX 3.
  static let spdxAI = ArtifactFormat(
    name: "spdx-ai",
    summary: "SPDX 3.0 document with an AI or dataset package (JSON-LD)",
    fileNames: ["**/*.{spdx,spdx3}.json", "**/{sbom,aibom,ai-bom,ai_bom}*.json"],
    detect: SPDXProfiles.detect,
    read: { file, kind in SPDXProfiles(file).map { $0.artifacts(file, kind) } ?? [] }
  )
}

/// Reads each AI package as a model card; where there is none, each dataset package as a datasheet.
///
/// `ai_safetyRiskAssessment` is on the scale of EU product safety (Regulation (EC) No 765/2008), not
/// on that of the AI Act, and is kept with that scale.
struct SPDXProfiles {
  private let root: NodeCursor
  private let graph: SPDXGraph
  private let models: [NodeCursor]
  private let datasets: [NodeCursor]

  init?(_ file: ParsedFile) {
    guard let root = file.rootMap, let graph = SPDXGraph(root: root) else { return nil }
    self.root = root
    self.graph = graph
    models = graph.elements(ofType: "ai_AIPackage")
    datasets = graph.elements(ofType: "dataset_DatasetPackage")
  }

  static func detect(_ file: ParsedFile) -> Detection {
    guard let profiles = SPDXProfiles(file) else { return .no(reason: "it has no '@graph'") }
    if !profiles.models.isEmpty {
      return .yes(kind: .modelCard, reason: "it has an SPDX AI package", confidence: .certain)
    }
    return profiles.datasets.isEmpty
      ? .no(reason: "its '@graph' has neither an AI package nor a dataset package")
      : .yes(kind: .datasheet, reason: "it has an SPDX dataset package", confidence: .certain)
  }

  func artifacts(_ file: ParsedFile, _ kind: ArtifactKind) -> [Artifact] {
    let packages = models.isEmpty ? datasets : models
    return packages.map { package in
      var artifact = file.artifact(kind, format: "spdx-ai")
      if packages.count > 1 { artifact.source = package.source }
      artifact.title = artifact.text(package["name"])
      addVersion(to: &artifact)
      artifact.created = package["releaseTime"].flatMap { artifact.statedDate($0) }
      addParties(package, to: &artifact)
      if models.isEmpty {
        artifact.datasets = [dataset(package, .unknown, &artifact)]
        artifact.addStatements(Self.datasetTopics, of: package)
      } else {
        addModel(package, to: &artifact)
      }
      return artifact
    }
  }

  private static let datasetTopics: [(key: String, topic: Topic)] = [
    ("description", .dataComposition), ("dataset_intendedUse", .intendedUse),
    ("dataset_dataCollectionProcess", .dataCollection),
    ("dataset_dataPreprocessing", .dataPreprocessing),
    ("dataset_anonymizationMethodUsed", .personalData), ("dataset_knownBias", .bias),
    ("dataset_datasetNoise", .limitations), ("dataset_datasetAvailability", .dataDistribution),
    ("dataset_datasetUpdateMechanism", .dataMaintenance),
  ]

  private static let modelTopics: [(key: String, topic: Topic)] = [
    ("description", .modelDescription), ("ai_typeOfModel", .modelType),
    ("ai_informationAboutApplication", .intendedUse),
    ("ai_informationAboutTraining", .trainingData), ("ai_limitation", .limitations),
    ("ai_modelDataPreprocessing", .dataPreprocessing),
  ]
}

extension SPDXProfiles {
  /// The version that the creation information states, else that of the context's address:
  /// `https://spdx.org/rdf/3.0.1/spdx-context.jsonld`.
  private func addVersion(to artifact: inout Artifact) {
    let stated = graph.elements(ofType: "CreationInfo").first?["specVersion"]
    let context = root["@context"]?.oneOrMore.first { $0.text?.contains("spdx.org/rdf/") ?? false }
    let address = (context?.text ?? "").split(separator: "/").map(String.init)
    artifact.formatVersion = stated.flatMap { artifact.text($0) } ?? address.dropLast().last
    guard let version = artifact.formatVersion, version != "3.0", !version.hasPrefix("3.0."),
      let place = stated ?? context
    else { return }
    artifact.addUnknownVersion(place, known: "SPDX 3.0")
  }

  private func addModel(_ package: NodeCursor, to artifact: inout Artifact) {
    artifact.models = [
      ModelRecord(
        name: artifact.title,
        version: artifact.text(package["software_packageVersion"]),
        versionDate: artifact.created,
        type: artifact.texts(package["ai_typeOfModel"]).first,
        licenses: graph.licenses(of: package),
        repository: artifact.text(package["software_downloadLocation"]),
        source: package.source
      )
    ]
    artifact.addStatements(Self.modelTopics, of: package)
    addPersonalData(package, to: &artifact)
    addSafetyRisk(package, to: &artifact)
    addMetrics(package, to: &artifact)
    let roles: [(type: String, role: DatasetRecord.Role)] = [
      ("trainedOn", .training), ("testedOn", .evaluation),
    ]
    for (type, role) in roles {
      for (id, element) in graph.targets(of: package, by: type) {
        artifact.datasets.append(
          element.map { dataset($0, role, &artifact) }
            ?? DatasetRecord(name: nil, id: id, role: role, source: package.source)
        )
      }
    }
  }

  /// The metrics, each with the threshold that stands under its key.
  private func addMetrics(_ package: NodeCursor, to artifact: inout Artifact) {
    let pairs = artifact.sections(package["ai_metricDecisionThreshold"]).compactMap {
      entry -> (String, Double)? in
      guard let key = artifact.text(entry["key"]), let value = entry["value"],
        let threshold = artifact.number(value)?.value
      else { return nil }
      return (key, threshold)
    }
    let thresholds = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    for metric in artifact.sections(package["ai_metric"]) {
      guard let key = artifact.text(metric["key"]) else { continue }
      var measurement = artifact.measurement(key, value: metric["value"], at: metric.source)
      measurement.decisionThreshold = thresholds[key]
      artifact.measurements.append(measurement)
    }
  }

  private func addPersonalData(_ package: NodeCursor, to artifact: inout Artifact) {
    guard let field = package["ai_useSensitivePersonalInformation"] else { return }
    let answer = Self.ternary(artifact.text(field))
    guard answer != .unknown else { return }
    artifact.addStatement(
      .personalData,
      "sensitive personal information: \(answer.rawValue)",
      question: "ai_useSensitivePersonalInformation",
      at: field.source
    )
  }

  private func addSafetyRisk(_ package: NodeCursor, to artifact: inout Artifact) {
    guard let field = package["ai_safetyRiskAssessment"], let level = artifact.text(field) else {
      return
    }
    var risk = Risk(name: "safety risk assessment", source: field.source)
    risk.level = level
    risk.scale = "EU general risk assessment methodology"
    artifact.risks.append(risk)
  }

  private func dataset(
    _ element: NodeCursor,
    _ role: DatasetRecord.Role,
    _ artifact: inout Artifact
  ) -> DatasetRecord {
    DatasetRecord(
      name: artifact.text(element["name"]),
      id: artifact.text(element["software_downloadLocation"]),
      version: artifact.text(element["software_packageVersion"]),
      role: role,
      licenses: graph.licenses(of: element),
      personalData: Self.ternary(
        artifact.text(element["dataset_hasSensitivePersonalInformation"])
      ),
      source: element.source
    )
  }

  /// `yes`, `no` or `noAssertion`.
  private static func ternary(_ text: String?) -> Ternary {
    text.flatMap { Ternary(rawValue: $0) } ?? .unknown
  }

  private func addParties(_ package: NodeCursor, to artifact: inout Artifact) {
    let roles: [(key: String, role: Party.Role)] = [
      ("suppliedBy", .provider), ("originatedBy", .developer),
    ]
    for (key, role) in roles {
      for reference in package[key]?.oneOrMore ?? [] {
        let agent = reference.text.flatMap { graph.element($0) }
        guard let name = artifact.text((agent ?? reference)["name"]) ?? reference.text else {
          continue
        }
        let mail = (agent?["externalIdentifier"]?.elements ?? []).first {
          $0["externalIdentifierType"]?.text == "email"
        }
        artifact.parties.append(
          Party(
            role: role,
            name: name,
            contact: mail.flatMap { artifact.text($0["identifier"]) },
            source: reference.source
          )
        )
      }
    }
  }
}
