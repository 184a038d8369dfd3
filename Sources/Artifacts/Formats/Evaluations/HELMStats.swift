// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The `stats.json` of a run directory of HELM.
  static let helmStats = evaluation(
    "helm-stats",
    summary: "the statistics of a run of HELM (stats.json)",
    fileNames: ["**/stats.json"],
    detect: { root in
      guard let first = root.elements.first else { return .no(reason: "its root is no list") }
      return first["name"]?["name"] != nil && first.has("count", "sum", "sum_squared")
        ? .evaluation(.certain, because: "its elements are statistics of HELM")
        : .no(reason: "its elements have no 'name', 'count', 'sum' and 'sum_squared'")
    },
    fill: { HELMReading(root: $0).add(to: &$1) }
  )
}

/// Reads statistics over trials (HELM, `benchmark/metrics/statistic.py`).
///
/// `count` counts trials and `stddev` is that of trials: neither is a number of cases nor a standard
/// error. The number of cases is the statistic `num_instances` of the same split.
struct HELMReading {
  /// What HELM measures about the run, not about the model.
  private static let costs = [
    "num_", "finish_reason_", "training_", "inference_", "batch_size", "prompt_truncated",
  ]

  private let root: NodeCursor
  private let run: HELMRunName
  private let cases: [Place: Int]

  /// What a statistic is about, beside its metric.
  private struct Place: Hashable {
    let split: String?
    let slice: [SlicePair]

    init(_ name: NodeCursor?) {
      split = name?["split"]?.text
      var slice: [SlicePair] = []
      if let part = name?["sub_split"]?.text {
        slice.append(SlicePair(attribute: "sub_split", group: part))
      }
      if let perturbation = name?["perturbation"], let kind = perturbation["name"]?.text {
        let group = [kind, perturbation["computed_on"]?.text].compactMap { $0 }
        slice.append(SlicePair(attribute: "perturbation", group: group.joined(separator: ":")))
      }
      self.slice = slice
    }
  }

  init(root: NodeCursor) {
    self.root = root
    run = HELMRunName(of: root.file.path)
    let counts = root.elements.compactMap { statistic -> (Place, Int)? in
      guard statistic["name"]?["name"]?.text == "num_instances",
        let n = statistic["mean"]?.node.int, n >= 0
      else { return nil }
      return (Place(statistic["name"]), n)
    }
    cases = Dictionary(counts, uniquingKeysWith: { first, _ in first })
  }

  func add(to artifact: inout Artifact) {
    artifact.title = run.text
    if let model = run.model {
      artifact.models = [ModelRecord(name: model, source: artifact.source)]
    }
    if let scenario = run.scenario {
      artifact.datasets = [
        DatasetRecord(name: scenario, role: .evaluation, source: artifact.source)
      ]
    }
    for statistic in root.elements { add(statistic, to: &artifact) }
  }

  private func add(_ statistic: NodeCursor, to artifact: inout Artifact) {
    guard let name = statistic["name"]?["name"]?.text else {
      return artifact.addMalformed(statistic, "a statistic", expected: "a map with 'name'")
    }
    // A statistic over no trial has no mean.
    guard !Self.costs.contains(where: name.hasPrefix), let mean = statistic["mean"] else { return }
    let place = Place(statistic["name"])
    guard var measurement = Measurement(name, at: mean, n: cases[place]) else {
      return artifact.addMalformed(mean, "'mean'", expected: "a number")
    }
    measurement.slice = (run.slice + place.slice).sorted()
    measurement.split = place.split
    measurement.dataset = run.scenario
    measurement.task = run.text
    artifact.measurements.append(measurement)
  }
}

/// The name of a run, which is that of its directory: `civil_comments:demographic=female,model=…`.
struct HELMRunName {
  /// Arguments that say how the run was made, not on which cases.
  private static let settings: Set<String> = [
    "model", "model_deployment", "method", "data_augmentation", "dataset", "groups", "stop",
    "max_train_instances", "num_train_trials", "num_outputs", "num_prompts", "eval_split",
    "instructions", "prompt", "tokenizer", "ablation", "global_prefix",
    "output_format_instructions",
  ]

  /// The name as a whole, or nil when the directory is not named by HELM.
  let text: String?
  let scenario: String?
  let model: String?
  let slice: [SlicePair]

  /// The name of the run whose directory holds a file.
  init(of path: String) {
    self.init(text: TreePath.name(of: TreePath.folder(of: path)))
  }

  init(text folder: String) {
    let parts = Self.parts(of: folder)
    let arguments = (parts?.arguments ?? "").split(separator: ",")
    let pairs = arguments.compactMap { argument -> (String, String)? in
      let sides = argument.split(separator: "=", maxSplits: 1)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
    let isRun = pairs.contains { $0.0 == "model" }
    text = isRun ? folder : nil
    scenario = isRun ? parts.map { String($0.scenario) } : nil
    model = isRun ? pairs.first { $0.0 == "model" }?.1 : nil
    slice =
      isRun
      ? pairs.filter { !Self.settings.contains($0.0) }
        .map { SlicePair(attribute: $0.0, group: $0.1) } : []
  }

  /// What stands before and behind the colon; where file systems have none, a hyphen stands for it.
  private static func parts(
    of folder: String
  ) -> (scenario: Substring, arguments: Substring)? {
    guard let equals = folder.firstIndex(of: "=") else { return nil }
    let head = folder[..<equals]
    guard let cut = head.firstIndex(of: ":") ?? head.lastIndex(of: "-") else { return nil }
    return (folder[..<cut], folder[folder.index(after: cut)...])
  }
}
