// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Results of EleutherAI's lm-evaluation-harness, in its three generations.
  static let lmEval = evaluation(
    "lm-eval",
    summary: "results of the lm-evaluation-harness (JSON; 0.4, 0.3 and the big-science fork)",
    fileNames: ["**/results_*.json", "**/results.json", "**/*lm[-_]eval*.json"],
    detect: LMEvalGeneration.detect,
    fill: { root, artifact in
      guard let generation = LMEvalGeneration(of: root) else { return }
      artifact.formatVersion = generation.rawValue
      LMEvalRun(root: root).add(to: &artifact)
      switch generation {
      case .current, .early: LMEvalReading(root: root, run: artifact.lmEvalRun).add(to: &artifact)
      case .bigScience: BigScienceReading(root: root, run: artifact.lmEvalRun).add(to: &artifact)
      }
    }
  )
}

/// The shapes that results of the harness have had.
enum LMEvalGeneration: String {
  /// From 0.4 on: keys are `metric,filter`, with counts and directions.
  case current = "0.4"
  /// Up to 0.3: keys are the metrics.
  case early = "0.3"
  /// The fork of the BigScience workshop: a list of records, one per task and prompt.
  case bigScience = "bigscience"

  /// The generation of a file, or nil when it is no result of the harness.
  init?(of root: NodeCursor) {
    let rows = root["results"]?.node
    if rows?.list?.contains(where: { $0["task_name"] != nil }) == true {
      self = .bigScience
    } else if root.has("table_results", "model_args") {
      self = .bigScience
    } else if rows?.map?.contains(where: { $0.value.isMap }) == true, Self.isHarness(root) {
      self = Self.isDated(root) ? .bigScience : Self.isCurrent(root) ? .current : .early
    } else {
      return nil
    }
  }

  static func detect(_ root: NodeCursor) -> Detection {
    guard let generation = LMEvalGeneration(of: root) else {
      return .no(reason: "it has no 'results' by task with the harness's 'versions' or 'config'")
    }
    let reason = "it holds results of the lm-evaluation-harness (\(generation.rawValue))"
    return .evaluation(.certain, because: reason)
  }

  private static func isHarness(_ root: NodeCursor) -> Bool {
    root["lm_eval_version"] != nil || root["n-shot"] != nil
      || root["config"]?["model_args"] != nil
      || (root["versions"]?.node.map != nil && root["config"]?["model"] != nil)
      || root.has("configs", "versions") || hasVersions(root)
  }

  /// The smallest files hold nothing but results and the versions of the same tasks.
  private static func hasVersions(_ root: NodeCursor) -> Bool {
    guard let task = root["results"]?.node.map?.first?.key, let versions = root["versions"] else {
      return false
    }
    return versions.node[task] != nil
  }

  /// Some files of the fork hold the results of each task under the moment of the run.
  private static func isDated(_ root: NodeCursor) -> Bool {
    let runs = root["results"]?.node.map?.first?.value.map ?? .empty
    return runs.contains { $0.value.isMap && BigScienceReading.date(of: $0.key) != nil }
  }

  private static func isCurrent(_ root: NodeCursor) -> Bool {
    if root["lm_eval_version"] != nil || root["configs"] != nil || root["n-samples"] != nil {
      return true
    }
    return (root["results"]?.node.map ?? .empty).contains { task in
      (task.value.map ?? .empty).contains { $0.key.contains(",") }
    }
  }
}

/// Reads what the harness says of the run as a whole: the model, the date, whether it was limited.
struct LMEvalRun {
  let root: NodeCursor

  func add(to artifact: inout Artifact) {
    if let model = model() { artifact.models = [model] }
    artifact.created = artifact.unixDate(root["date"])
    if let limit = root["config"]?["limit"] {
      artifact.addPartialRun(
        "the run was limited to \(limit.text ?? "a part of its data")",
        at: limit
      )
    }
  }

  private func model() -> ModelRecord? {
    let arguments = root["config"]?["model_args"] ?? root["model_args"]
    let stated = arguments.map(Self.arguments) ?? [:]
    let named = root["model_name"]?.text
    guard let cursor = named == nil ? arguments : root["model_name"] else { return nil }
    let name = named ?? stated["pretrained"] ?? stated["peft"] ?? stated["model"]
    return ModelRecord(
      name: name,
      version: root["config"]?["model_sha"]?.text ?? stated["revision"],
      baseModels: stated["peft"] == nil ? [] : [stated["pretrained"]].compactMap { $0 },
      source: cursor.source
    )
  }

  /// `pretrained=a/b,revision=main`, or a map of the same.
  private static func arguments(_ cursor: NodeCursor) -> [String: String] {
    let pairs: [(String, String)]
    if cursor.node.isMap {
      pairs = cursor.members.compactMap { key, value in value.text.map { (key, $0) } }
    } else {
      pairs = (cursor.text ?? "").split(separator: ",").compactMap { part in
        let sides = part.split(separator: "=", maxSplits: 1)
        return sides.count == 2 ? (sides[0].trimmed, sides[1].trimmed) : nil
      }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension Artifact {
  /// What every measurement of one file of the harness shares.
  fileprivate var lmEvalRun: RunFacts {
    RunFacts(startedAt: created, isPartial: issues.contains { $0.code == "partial-run" })
  }
}
