// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A `dvc.yaml` that declares metric files: it holds no numbers, but says where they are.
  static let dvcPipeline = ArtifactFormat(
    name: "dvc-pipeline",
    summary: "a pipeline of DVC that declares metric files (dvc.yaml)",
    fileNames: ["**/dvc.yaml"],
    detect: { file in
      guard TreePath.name(of: file.path) == "dvc.yaml", let root = file.root else {
        return .no(reason: "it is no dvc.yaml")
      }
      return DVCPipelineReading(root: root).metricFiles.isEmpty
        ? .no(reason: "it declares no metrics")
        : .evaluation(.certain, because: "it is a dvc.yaml that declares metrics")
    },
    read: { file, _ in
      guard let root = file.root else { return [] }
      var artifact = file.artifact(.evaluation, format: "dvc-pipeline")
      DVCPipelineReading(root: root).add(to: &artifact)
      return [artifact]
    }
  )
}

/// Reads the declarations of a `dvc.yaml` (dvc 3.67): metrics, models and datasets.
struct DVCPipelineReading {
  /// A metric file that the pipeline declares.
  struct MetricFile {
    let path: String
    /// The folder that the path is relative to, from that of the pipeline.
    let folder: String
    /// Whether git has the file, or only DVC's cache.
    let isCached: Bool
    let cursor: NodeCursor
  }

  let root: NodeCursor

  /// The metric files of the pipeline and of its stages, in the order of the text.
  var metricFiles: [MetricFile] {
    // What a stage writes is cached unless it says otherwise; the top level only names files.
    let stages = (root["stages"]?.members ?? []).flatMap { Self.files(ofStage: $0.value) }
    return stages + (root["metrics"].map { Self.files($0, in: "", isCached: false) } ?? [])
  }

  private static func files(ofStage stage: NodeCursor) -> [MetricFile] {
    [stage, stage["do"]].compactMap { $0 }.flatMap { stage in
      stage["metrics"].map { files($0, in: stage["wdir"]?.text ?? "", isCached: true) } ?? []
    }
  }

  private static func files(
    _ list: NodeCursor,
    in folder: String,
    isCached: Bool
  ) -> [MetricFile] {
    list.oneOrMore.flatMap { element -> [MetricFile] in
      if let path = element.text {
        return [MetricFile(path: path, folder: folder, isCached: isCached, cursor: element)]
      }
      return element.members.map { path, options in
        let isCached = options["cache"]?.node.bool ?? isCached
        return MetricFile(path: path, folder: folder, isCached: isCached, cursor: options)
      }
    }
  }

  func add(to artifact: inout Artifact) {
    for file in metricFiles { addIssue(file, to: &artifact) }
    for (name, entry) in root["artifacts"]?.members ?? [] {
      switch entry["type"]?.text {
      case "model":
        artifact.models.append(
          ModelRecord(name: name, task: entry["labels"]?.texts.first, source: entry.source)
        )
      case "dataset":
        artifact.datasets.append(
          DatasetRecord(name: name, id: entry["path"]?.text, source: entry.source)
        )
      default: break
      }
    }
  }

  private func addIssue(_ file: MetricFile, to artifact: inout Artifact) {
    let path = Excerpt.line(file.path)
    if file.path.contains("${") {
      artifact.addIssue(
        "templated-path",
        .warning,
        "the metrics in '\(path)' are not found, since the path is a template",
        at: file.cursor.source
      )
    } else if file.isCached {
      artifact.addIssue(
        "metrics-not-versioned",
        .warning,
        "the metrics in '\(path)' are kept in DVC's cache and not in git; set 'cache: false'",
        at: file.cursor.source
      )
    } else {
      artifact.addIssue(
        "declared-metrics",
        .note,
        "the metrics are in '\(path)', which is read as an evaluation where git has it",
        at: file.cursor.source
      )
    }
  }
}

/// The metric files that a `dvc.yaml` names.
package enum DVCMetricFiles {
  /// Their paths from the root of the tree, whether or not git has them.
  ///
  /// A pipeline that cannot be read names none here; it is read as an artifact too, and its fault is
  /// told then.
  package static func paths(in file: SourceFile) -> [String] {
    do {
      guard let root = try FileParsing.parse(file).root else { return [] }
      return DVCPipelineReading(root: root).metricFiles.compactMap { metrics in
        TreePath.resolve(metrics.folder, in: TreePath.folder(of: file.path))
          .flatMap { TreePath.resolve(metrics.path, in: $0) }
      }
    } catch {
      return []
    }
  }
}
