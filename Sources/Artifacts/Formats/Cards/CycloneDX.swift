// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A CycloneDX bill of materials with machine-learning models.
  static let cyclonedxMLBOM = ArtifactFormat(
    name: "cyclonedx-mlbom",
    summary: "CycloneDX bill of materials with a machine-learning model (JSON, 1.5 to 1.7)",
    fileNames: [
      "**/*.cdx.json", "**/{bom,sbom,aibom,ai-bom,ai_bom,mlbom,ml-bom,ml_bom}*.json",
      "**/{model[-_ ]card,modelcard}*.json",
    ],
    detect: CycloneDX.detect,
    read: { file, kind in file.rootMap.map { CycloneDX(root: $0).artifacts(file, kind) } ?? [] }
  )
}

/// Reads each machine-learning model of a CycloneDX bill of materials as a card of its own.
///
/// The model may be the subject of the bill (`metadata/component`) or any component, however deep;
/// datasets stand in the card or in a data component that it refers to.
struct CycloneDX {
  private let root: NodeCursor
  private let models: [NodeCursor]
  /// The components with a `bom-ref`.
  private let componentsByReference: [String: NodeCursor]

  init(root: NodeCursor) {
    self.root = root
    let components =
      Self.components(below: root["metadata"]?["component"])
      + (root["components"]?.elements ?? []).flatMap { Self.components(below: $0) }
    models = components.filter {
      $0["type"]?.text == "machine-learning-model" || $0["modelCard"]?.node.map != nil
    }
    componentsByReference = Dictionary(
      components.compactMap { component in component["bom-ref"]?.text.map { ($0, component) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// A component and all within it; the readers of documents bound the depth of the recursion.
  private static func components(below component: NodeCursor?) -> [NodeCursor] {
    guard let component, component.node.isMap else { return [] }
    return [component]
      + (component["components"]?.elements ?? []).flatMap { components(below: $0) }
  }

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap, root["bomFormat"]?.text == "CycloneDX" else {
      return .no(reason: "its 'bomFormat' is not CycloneDX")
    }
    guard !CycloneDX(root: root).models.isEmpty else {
      return .no(reason: "no component of it is a machine-learning model")
    }
    return .yes(
      kind: .modelCard,
      reason: "it is a CycloneDX bill of materials with a machine-learning model",
      confidence: .certain
    )
  }

  func artifacts(_ file: ParsedFile, _ kind: ArtifactKind) -> [Artifact] {
    models.map { model in
      var artifact = file.artifact(kind, format: "cyclonedx-mlbom")
      // Several cards of one file are told apart by their places.
      if models.count > 1 { artifact.source = model.source }
      addBill(to: &artifact)
      addComponent(model, to: &artifact)
      if let card = artifact.section(model["modelCard"]) {
        addParameters(artifact.section(card["modelParameters"]), to: &artifact)
        addMetrics(artifact.section(card["quantitativeAnalysis"]), to: &artifact)
        Self.addConsiderations(artifact.section(card["considerations"]), to: &artifact)
      }
      CycloneDXDeclarations.add(artifact.section(root["declarations"]), to: &artifact)
      return artifact
    }
  }
}

extension CycloneDX {
  private func addBill(to artifact: inout Artifact) {
    if let version = root["specVersion"] {
      artifact.formatVersion = artifact.text(version)
      if !["1.5", "1.6", "1.7"].contains(version.text ?? "") {
        artifact.addUnknownVersion(version, known: "CycloneDX 1.5 to 1.7")
      }
    }
    let metadata = artifact.section(root["metadata"])
    artifact.created = metadata?["timestamp"].flatMap { artifact.statedDate($0) }
    addParties(metadata, to: &artifact)
  }

  private func addComponent(_ component: NodeCursor, to artifact: inout Artifact) {
    artifact.title = artifact.text(component["name"])
    let group = artifact.text(component["group"])
    artifact.models = [
      ModelRecord(
        name: [group, artifact.title].compactMap { $0 }.joined(separator: "/"),
        version: artifact.text(component["version"]),
        type: artifact.text(component["modelCard"]?["modelParameters"]?["modelArchitecture"])
          ?? artifact.text(component["modelCard"]?["modelParameters"]?["architectureFamily"]),
        task: artifact.text(component["modelCard"]?["modelParameters"]?["task"]),
        licenses: licenses(component, &artifact),
        baseModels: baseModels(component, &artifact),
        sha256: sha256(of: component, &artifact),
        source: component.source
      )
    ]
    artifact.addStatement(
      .modelDescription,
      from: component["description"],
      question: "description"
    )
    addParties(component, to: &artifact)
  }

  private func licenses(_ component: NodeCursor, _ artifact: inout Artifact) -> [String] {
    artifact.sections(component["licenses"]).compactMap { choice in
      let license = choice["license"]
      return artifact.text(license?["id"]) ?? artifact.text(license?["name"])
        ?? artifact.text(choice["expression"])
    }
  }

  private func baseModels(_ component: NodeCursor, _ artifact: inout Artifact) -> [String] {
    let pedigree = artifact.section(component["pedigree"])
    return artifact.sections(pedigree?["ancestors"]).compactMap { artifact.text($0["name"]) }
  }

  private func sha256(of component: NodeCursor, _ artifact: inout Artifact) -> String? {
    artifact.sections(component["hashes"]).first { $0["alg"]?.text == "SHA-256" }
      .flatMap { artifact.text($0["content"]) }?.lowercased()
  }

  /// The people of the bill or of a component; `author` and `manufacture` are older spellings.
  private func addParties(_ cursor: NodeCursor?, to artifact: inout Artifact) {
    let roles: [(key: String, role: Party.Role)] = [
      ("supplier", .provider), ("manufacturer", .developer), ("manufacture", .developer),
      ("publisher", .provider), ("authors", .author), ("author", .author),
    ]
    for (key, role) in roles {
      for party in cursor?[key]?.oneOrMore ?? [] {
        let isMap = party.node.isMap
        guard let name = artifact.text(isMap ? party["name"] : party) else { continue }
        let contact = isMap ? party["contact"]?.oneOrMore.first : nil
        artifact.addParty(
          Party(
            role: role,
            name: name,
            contact: isMap
              ? artifact.text(party["email"]) ?? artifact.text(contact?["email"])
                ?? artifact.texts(party["url"]).first : nil,
            source: party.source
          )
        )
      }
    }
  }

  private func addParameters(_ parameters: NodeCursor?, to artifact: inout Artifact) {
    for cursor in artifact.sections(parameters?["datasets"]) {
      guard let reference = cursor["ref"] else {
        addDataset(cursor, owner: nil, to: &artifact)
        continue
      }
      guard let name = artifact.text(reference) else { continue }
      guard let component = componentsByReference[name] else {
        artifact.addIssue(
          "unresolved-reference",
          .warning,
          "no component has the bom-ref '\(Excerpt.line(name))'; add it, or name the dataset here",
          at: reference.source
        )
        continue
      }
      let data = artifact.sections(component["data"])
      if data.isEmpty { addDataset(component, owner: component, to: &artifact) }
      for cursor in data { addDataset(cursor, owner: component, to: &artifact) }
    }
  }

  private func addDataset(
    _ cursor: NodeCursor,
    owner component: NodeCursor?,
    to artifact: inout Artifact
  ) {
    let sensitive = artifact.texts(cursor["sensitiveData"])
    artifact.datasets.append(
      DatasetRecord(
        name: artifact.text(cursor["name"]) ?? artifact.text(component?["name"]),
        id: artifact.text(cursor["contents"]?["url"]),
        version: artifact.text(component?["version"]),
        licenses: component.map { licenses($0, &artifact) } ?? [],
        personalData: sensitive.isEmpty ? .unknown : .yes,
        sensitiveAttributes: sensitive,
        source: cursor.source
      )
    )
    let governance = artifact.section(cursor["governance"])
    let roles: [(key: String, role: Party.Role)] = [
      ("owners", .owner), ("stewards", .steward), ("custodians", .custodian),
    ]
    for (key, role) in roles {
      for party in artifact.sections(governance?[key]) {
        let organization = artifact.section(party["organization"])
        let contact = artifact.section(party["contact"])
        artifact.addParty(
          Party(
            role: role,
            name: artifact.text(contact?["name"]) ?? artifact.text(organization?["name"]),
            organization: artifact.text(organization?["name"]),
            contact: artifact.text(contact?["email"]),
            source: party.source
          )
        )
      }
    }
  }

  private func addMetrics(_ analysis: NodeCursor?, to artifact: inout Artifact) {
    for cursor in artifact.sections(analysis?["performanceMetrics"]) {
      guard let type = artifact.text(cursor["type"]) else { continue }
      var measurement = artifact.measurement(type, value: cursor["value"], at: cursor.source)
      measurement.slice = artifact.text(cursor["slice"]).map { SliceReader.read($0) } ?? []
      if let interval = artifact.section(cursor["confidenceInterval"]) {
        measurement.uncertainty = artifact.interval(
          lower: interval["lowerBound"],
          upper: interval["upperBound"],
          of: measurement
        )
      }
      artifact.measurements.append(measurement)
    }
  }
}
