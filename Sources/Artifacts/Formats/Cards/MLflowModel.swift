// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The `MLmodel` file that MLflow saves beside a model.
  static let mlmodel = ArtifactFormat(
    name: "mlmodel",
    summary: "MLflow model file (YAML, MLmodel)",
    fileNames: ["**/mlmodel"],
    detect: MLflowModel.detect,
    read: { file, kind in
      guard let root = file.rootMap else { return [] }
      var artifact = file.artifact(kind, format: "mlmodel")
      MLflowModel.read(root, into: &artifact)
      return [artifact]
    }
  )
}

/// Reads the identity and provenance that MLflow records.
///
/// The file has no license, metrics or owners by itself; what a team adds stands in the free map
/// `metadata`, whose well-known keys are read.
enum MLflowModel {
  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no YAML map") }
    guard root["flavors"]?.node.map != nil else { return .no(reason: "it has no 'flavors'") }
    guard root.hasAny("mlflow_version", "model_uuid", "utc_time_created", "run_id", "artifact_path")
    else { return .no(reason: "it names no MLflow run") }
    return .yes(
      kind: .modelCard,
      reason: "it has the 'flavors' of an MLflow model",
      confidence: TreePath.name(of: file.path) == FileNames.mlflowModel ? .certain : .likely
    )
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    artifact.formatVersion = artifact.text(root["mlflow_version"])
    artifact.created = root["utc_time_created"].flatMap { artifact.statedDate($0) }
    let metadata = artifact.section(root["metadata"])
    let flavors = (root["flavors"]?.members ?? []).map(\.key).filter { $0 != "python_function" }
    artifact.models = [
      ModelRecord(
        // `artifact_path` is a folder, mostly `model`, and no name.
        name: artifact.text(metadata?["name"]) ?? artifact.text(root["name"]),
        version: artifact.text(metadata?["version"]),
        type: flavors.isEmpty ? nil : flavors.joined(separator: ", "),
        task: artifact.text(root.at("flavors", "transformers", "task")),
        licenses: artifact.texts(metadata?["license"]),
        baseModels: artifact.texts(root.at("flavors", "transformers", "source_model_name")),
        source: root.source
      )
    ]
    artifact.title = artifact.models.first?.name
    addMetadata(metadata, to: &artifact)
  }

  private static func addMetadata(_ metadata: NodeCursor?, to artifact: inout Artifact) {
    let roles: [(key: String, role: Party.Role)] = [
      ("owner", .owner), ("owners", .owner), ("contact", .contact), ("author", .author),
      ("authors", .author),
    ]
    for (key, role) in roles {
      for owner in metadata?[key]?.oneOrMore ?? [] {
        guard let name = artifact.text(owner) else { continue }
        artifact.parties.append(Party(role: role, name: name, source: owner.source))
      }
    }
    artifact.addStatements(
      [
        ("description", .modelDescription), ("intended_use", .intendedUse),
        ("out_of_scope_use", .outOfScopeUse), ("limitations", .limitations),
        ("training_data", .trainingData),
      ],
      of: metadata
    )
  }
}
