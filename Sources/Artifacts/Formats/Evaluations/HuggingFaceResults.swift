// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// What `evaluate.save` of Hugging Face writes.
  static let hfEvaluate = evaluation(
    "hf-evaluate",
    summary: "results that the evaluate library of Hugging Face saved (JSON)",
    fileNames: ["**/result-*.json"],
    detect: { root in
      root.has("_timestamp", "_evaluate_version")
        ? .evaluation(.certain, because: "it has '_evaluate_version'")
        : .no(reason: "it has no '_timestamp' with '_evaluate_version'")
    },
    fill: { EvaluateSaveReading(root: $0).add(to: &$1) }
  )

  /// What `save_metrics` of the Hugging Face Trainer writes.
  static let hfTrainer = evaluation(
    "hf-trainer",
    summary: "metrics that the Trainer of Hugging Face transformers saved (JSON)",
    fileNames: ["**/{train,eval,test,predict,all}_results.json"],
    detect: TrainerReading.detect,
    fill: { TrainerReading(root: $0).add(to: &$1) }
  )
}

/// Reads `result-*.json` of `evaluate.save` (evaluate 0.4.6, `saving.py`): a flat map in which the
/// caller's results and parameters stand side by side, so that every number is a candidate unless
/// its name is that of a setting.
struct EvaluateSaveReading {
  let root: NodeCursor

  func add(to artifact: inout Artifact) {
    artifact.formatVersion = root["_evaluate_version"]?.text
    artifact.created = root["_timestamp"].flatMap { artifact.statedDate($0) }
    addSubjects(to: &artifact)
    let run = RunFacts(commit: root["_git_commit_hash"]?.text, startedAt: artifact.created)
    for (key, value) in root.members where !key.hasPrefix("_") {
      if value.node.isList { addList(value, key, &artifact) }
      for leaf in NumericLeaves.measured(below: value, path: [key]) {
        guard var measurement = Measurement(leaf.name, at: leaf.cursor, n: leaf.n) else { continue }
        measurement.run = run
        measurement.dataset = artifact.datasets.first?.name
        measurement.split = artifact.datasets.first?.split
        artifact.measurements.append(measurement)
      }
    }
  }

  /// `evaluate` has no keys of its own for these; the names are those of its documentation.
  private func addSubjects(to artifact: inout Artifact) {
    if let model = root["model"] ?? root["model_name"], let name = model.text {
      artifact.models = [ModelRecord(name: name, source: model.source)]
    }
    if let dataset = root["dataset"] ?? root["dataset_name"], let name = dataset.text {
      artifact.datasets = [
        DatasetRecord(
          name: name,
          role: .evaluation,
          split: (root["split"] ?? root["dataset_split"])?.text,
          source: dataset.source
        )
      ]
    }
  }

  private func addList(_ value: NodeCursor, _ key: String, _ artifact: inout Artifact) {
    guard value.elements.contains(where: { $0.node.double != nil }) else { return }
    artifact.addIssue(
      "unnamed-values",
      .note,
      "'\(Excerpt.line(key))' is a list of numbers without names, and is not read",
      at: value.source
    )
  }
}

/// Reads `{train,eval,test,predict,all}_results.json` (transformers, `trainer_pt_utils.py`): a flat
/// map whose keys begin with the split.
struct TrainerReading {
  private static let splits = ["train", "eval", "test", "predict"]
  /// What the Trainer measures about the machine, not about the model.
  private static let costs: Set<String> = [
    "runtime", "samples_per_second", "steps_per_second", "samples", "tokens_per_second",
    "jit_compilation_time",
  ]

  let root: NodeCursor

  static func detect(_ root: NodeCursor) -> Detection {
    let marks = ["runtime", "samples_per_second", "steps_per_second"]
    for split in splits {
      if let mark = marks.first(where: { root["\(split)_\($0)"] != nil }) {
        return .evaluation(.certain, because: "it has '\(split)_\(mark)'")
      }
      if root["\(split)_loss"] != nil, root["epoch"] != nil {
        return .evaluation(.likely, because: "it has '\(split)_loss' and 'epoch'")
      }
    }
    return .no(reason: "it has no 'eval_runtime' or 'eval_loss' as the Trainer writes them")
  }

  func add(to artifact: inout Artifact) {
    for split in Self.splits {
      let n = artifact.count(root["\(split)_samples"])
      for (key, value) in root.members where key.hasPrefix(split + "_") {
        let name = String(key.dropFirst(split.count + 1))
        guard !isCost(name), !value.node.isNull else { continue }
        guard var measurement = Measurement(name, at: value, n: n) else {
          artifact.addMalformed(value, "'\(Excerpt.line(key))'", expected: "a number")
          continue
        }
        measurement.split = split
        artifact.measurements.append(measurement)
      }
    }
  }

  private func isCost(_ name: String) -> Bool {
    Self.costs.contains(name) || name.hasPrefix("mem_") || name.hasSuffix("_time")
  }
}
