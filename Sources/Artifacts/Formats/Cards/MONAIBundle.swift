// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The metadata of a MONAI bundle: a packaged medical-imaging model.
  static let monaiBundle = ArtifactFormat(
    name: "monai-bundle",
    summary: "MONAI bundle metadata (JSON, configs/metadata.json)",
    fileNames: ["**/configs/metadata.json"],
    detect: MONAIBundle.detect,
    read: { file, kind in file.artifacts(kind, "monai-bundle", MONAIBundle.read) }
  )
}

/// Reads the metadata of a MONAI bundle, after the MONAI bundle specification.
enum MONAIBundle {
  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON or YAML map") }
    let schema = root["schema"]?.text?.lowercased() ?? ""
    let isNamed = schema.contains("project-monai") && schema.contains("meta_schema")
    guard isNamed || root["monai_version"] != nil else {
      return .no(reason: "it has no 'monai_version'")
    }
    guard root.hasAny("task", "network_data_format", "description", "authors") else {
      return .no(reason: "it describes no bundle")
    }
    return .yes(kind: .modelCard, reason: "it has 'monai_version'", confidence: .certain)
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    artifact.title = artifact.text(root["name"])
    artifact.models = [
      ModelRecord(
        name: artifact.title,
        version: artifact.text(root["version"]),
        task: artifact.text(root["task"]),
        source: root.source
      )
    ]
    for author in root["authors"]?.oneOrMore ?? [] {
      guard let name = artifact.text(author) else { continue }
      artifact.parties.append(Party(role: .author, name: name, source: author.source))
    }
    artifact.addStatements(
      [
        ("description", .modelDescription), ("intended_use", .intendedUse),
        ("data_source", .trainingData),
      ],
      of: root
    )
    if let source = root["data_source"], let name = artifact.text(source) {
      artifact.datasets = [DatasetRecord(name: name, role: .training, source: source.source)]
    }
    addMetrics(artifact.section(root["eval_metrics"]), group: [], to: &artifact)
  }

  /// Adds the metrics; some bundles group them by model part or structure, and some have the
  /// structures below the metric.
  private static func addMetrics(
    _ metrics: NodeCursor?,
    of metric: String? = nil,
    group: [SlicePair],
    to artifact: inout Artifact
  ) {
    for (name, value) in metrics?.members ?? [] where !value.node.isNull {
      if value.node.isMap {
        guard group.isEmpty, metric == nil else {
          artifact.addUnexpected(value, expected: "a number")
          continue
        }
        let isMetric = MetricName.isKnown(name)
        let group = isMetric ? [] : [SlicePair(attribute: "", group: name)]
        addMetrics(value, of: isMetric ? name : nil, group: group, to: &artifact)
      } else {
        var measurement = artifact.measurement(metric ?? name, value: value, at: value.source)
        measurement.slice = metric == nil ? group : [SlicePair(attribute: "", group: name)]
        artifact.measurements.append(measurement)
      }
    }
  }
}
