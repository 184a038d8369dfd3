// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The JSON card of Google's Model Card Toolkit, schemas 0.0.1 and 0.0.2, and of VerifyML.
  static let modelCardToolkit = ArtifactFormat(
    name: "model-card-toolkit",
    summary: "Model Card Toolkit card (JSON, schemas 0.0.1 and 0.0.2; VerifyML 0.0.3 and 0.0.4)",
    fileNames: ["**/{model[-_ ]card,modelcard}*.{json,yaml,yml}"],
    detect: ModelCardToolkit.detect,
    read: { file, kind in file.artifacts(kind, "model-card-toolkit", ModelCardToolkit.read) }
  )
}

/// Reads a Model Card Toolkit card.
///
/// The format has no field for out-of-scope uses, for the number of cases behind a metric, or for
/// the level of a confidence interval, so that these stay unknown.
enum ModelCardToolkit {
  private static let versions = ["0.0.1", "0.0.2", "0.0.3", "0.0.4"]

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON or YAML map") }
    guard !root.hasAny("intended_use", "model_usage", "model_ethical_considerations") else {
      return .no(reason: "its sections are not those of the Model Card Toolkit")
    }
    let isSectioned = root.hasAny("model_parameters", "quantitative_analysis", "considerations")
    guard root["model_details"]?.node.map != nil || (isSectioned && root["schema_version"] != nil)
    else { return .no(reason: "it has no 'model_details'") }
    if let version = root["schema_version"]?.text, versions.contains(version) {
      return .yes(
        kind: .modelCard,
        reason: "it is a Model Card Toolkit card of schema \(version)",
        confidence: .certain
      )
    }
    return .yes(
      kind: .modelCard,
      reason: "it has 'model_details' as Model Card Toolkit cards do",
      confidence: isSectioned ? .likely : .weak
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    if let version = root["schema_version"] {
      artifact.formatVersion = artifact.text(version)
      if !versions.contains(version.text ?? "") {
        artifact.addUnknownVersion(version, known: "0.0.1 to 0.0.4")
      }
    }
    let parameters = artifact.section(root["model_parameters"])
    addDetails(
      artifact.section(root["model_details"]),
      architecture: artifact.text(parameters?["model_architecture"]),
      to: &artifact
    )
    addData(parameters?["data"], to: &artifact)
    if let analysis = artifact.section(root["quantitative_analysis"]) {
      for metric in artifact.sections(analysis["performance_metrics"]) {
        addMetric(metric, to: &artifact)
      }
    }
    addConsiderations(artifact.section(root["considerations"]), to: &artifact)
    addFairnessReports(artifact.section(root["fairness_analysis"]), to: &artifact)
  }
}

extension ModelCardToolkit {
  private static func addDetails(
    _ details: NodeCursor?,
    architecture: String?,
    to artifact: inout Artifact
  ) {
    guard let details else { return }
    artifact.title = artifact.text(details["name"])
    let version = details["version"]?.node.map == nil ? nil : details["version"]
    artifact.models = [
      ModelRecord(
        name: artifact.title,
        version: version.map { artifact.text($0["name"]) } ?? artifact.text(details["version"]),
        versionDate: version?["date"].flatMap { artifact.statedDate($0) },
        type: architecture,
        licenses: licenses(details, &artifact),
        repository: artifact.text(details["path"]),
        source: details.source
      )
    ]
    artifact.created = artifact.models.first?.versionDate
    artifact.addStatements(
      [("overview", .modelDescription), ("documentation", .modelDescription)],
      of: details
    )
    for owner in artifact.sections(details["owners"]) {
      artifact.addParty(
        Party(
          role: .owner,
          name: artifact.text(owner["name"]),
          contact: artifact.text(owner["contact"]),
          source: owner.source
        )
      )
    }
  }

  /// `licenses` is a list of maps since 0.0.2; 0.0.1 has the text `license`.
  private static func licenses(_ details: NodeCursor, _ artifact: inout Artifact) -> [String] {
    let listed = details["licenses"].map { artifact.sections($0) } ?? []
    return listed.compactMap { license in
      artifact.text(license["identifier"]) ?? artifact.text(license["custom_text"])
    } + artifact.texts(details["license"])
  }

  /// `data` is a list since 0.0.2, whose roles only the text tells; 0.0.1 has `train` and `eval`.
  private static func addData(_ data: NodeCursor?, to artifact: inout Artifact) {
    guard let data else { return }
    if data.node.isMap {
      let roles: [(key: String, role: DatasetRecord.Role)] = [
        ("train", .training), ("eval", .evaluation),
      ]
      for (key, role) in roles {
        if let cursor = artifact.section(data[key]) { addDataset(cursor, role, to: &artifact) }
      }
    } else {
      for cursor in artifact.sections(data) { addDataset(cursor, .unknown, to: &artifact) }
    }
  }

  private static func addDataset(
    _ cursor: NodeCursor,
    _ role: DatasetRecord.Role,
    to artifact: inout Artifact
  ) {
    guard cursor.hasAny("name", "link", "description", "sensitive") else { return }
    let sensitive = cursor["sensitive"]
    let attributes = sensitive?.node.map == nil ? [] : artifact.texts(sensitive?["sensitive_data"])
    artifact.datasets.append(
      DatasetRecord(
        name: artifact.text(cursor["name"]),
        id: artifact.text(cursor["link"]),
        role: role,
        personalData: sensitive?.node.bool.map { $0 ? .yes : .no }
          ?? (attributes.isEmpty ? .unknown : .yes),
        sensitiveAttributes: attributes,
        source: cursor.source
      )
    )
    guard let topic = topic(of: role) else { return }
    artifact.addStatement(topic, from: cursor["description"], question: "description")
  }

  private static func topic(of role: DatasetRecord.Role) -> Topic? {
    switch role {
    case .training: .trainingData
    case .evaluation, .validation: .evaluationData
    case .source, .unknown: nil
    }
  }

  private static func addMetric(_ cursor: NodeCursor, to artifact: inout Artifact) {
    guard let type = artifact.text(cursor["type"]) else { return }
    var measurement = artifact.measurement(type, value: cursor["value"], at: cursor.source)
    measurement.slice = artifact.text(cursor["slice"]).map { SliceReader.read($0) } ?? []
    measurement.decisionThreshold = cursor["threshold"]?.node.double
    if let interval = artifact.section(cursor["confidence_interval"]) {
      measurement.uncertainty = artifact.interval(
        lower: interval["lower_bound"],
        upper: interval["upper_bound"],
        of: measurement
      )
    }
    artifact.measurements.append(measurement)
  }
}
