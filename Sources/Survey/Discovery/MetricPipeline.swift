// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import FileShapes
package import GateModel

/// A `dvc.yaml` among the candidates, and the files that it names as metrics.
package struct MetricPipeline: Sendable {
  /// The candidate that the pipeline is.
  package let candidate: Candidate
  /// The paths of the metric files from the root of the tree, whether or not git has them.
  package let metricFiles: [String]

  /// Whether a file is a pipeline, going by its name.
  package static func isPipeline(_ path: String) -> Bool { TreePath.name(of: path) == "dvc.yaml" }

  /// Reads the pipeline; one that cannot be read names no files.
  package init(_ candidate: Candidate, bytes: [UInt8]) {
    self.candidate = candidate
    metricFiles = DVCMetricFiles.paths(
      in: SourceFile(path: candidate.entry.path, kind: candidate.entry.kind, bytes: bytes)
    )
  }
}

extension Discovery {
  /// The candidates with the metric files that pipelines among them name.
  ///
  /// Nothing tells such a file from other JSON, so that it takes a pipeline to look at it. It belongs
  /// to the systems of the pipeline, unless a declaration claims it itself.
  ///
  /// - Parameters:
  ///   - pipelines: The pipelines among the candidates.
  ///   - candidates: The candidates by path.
  ///   - entries: The tree.
  ///   - policy: The policy, for the paths that are not searched.
  /// - Returns: The candidates by path.
  package static func adding(
    _ pipelines: [MetricPipeline],
    to candidates: [Candidate],
    in entries: [TreeEntry],
    policy: PolicyFile
  ) -> [Candidate] {
    let named = pipelines.flatMap { pipeline in pipeline.metricFiles.map { ($0, pipeline) } }
    let pipelines = Dictionary(named) { first, _ in first }
    guard !pipelines.isEmpty else { return candidates }
    let known = candidates.map { candidate in
      pipelines[candidate.entry.path].map { candidate.expected(by: $0.candidate) } ?? candidate
    }
    let paths = Set(known.map(\.entry.path))
    let added = entries.compactMap { entry -> Candidate? in
      guard let pipeline = pipelines[entry.path], !paths.contains(entry.path),
        !policy.excludes(entry.path)
      else { return nil }
      return Candidate(entry: entry, reason: "").expected(by: pipeline.candidate)
    }
    return (known + added).inPathOrder
  }
}

extension Candidate {
  /// The same file as the metrics of a pipeline; a declaration knows better.
  fileprivate func expected(by pipeline: Candidate) -> Candidate {
    guard declaredKind == nil else { return self }
    var candidate = self
    candidate.expectedKind = .evaluation
    candidate.reason = "\(pipeline.entry.path) names it as metrics"
    if systems.isEmpty { candidate.systems = pipeline.systems }
    return candidate
  }
}
