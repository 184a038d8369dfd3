// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// The `run_spec.json` of a run directory of HELM, which says what `stats.json` beside it is about.
  static let helmRunSpec = evaluation(
    "helm-run-spec",
    summary: "what a run of HELM evaluated: model and scenario (run_spec.json)",
    fileNames: ["**/run_spec.json"],
    detect: { root in
      root["scenario_spec"]?["class_name"] != nil && root["adapter_spec"]?.node.map != nil
        ? .evaluation(.certain, because: "it has the 'scenario_spec' and 'adapter_spec' of HELM")
        : .no(reason: "it has no 'scenario_spec' with 'class_name' and no 'adapter_spec'")
    },
    fill: { HELMRunSpec(root: $0).add(to: &$1) }
  )
}

/// Reads the specification of a run (HELM, `benchmark/run_spec.py`).
struct HELMRunSpec {
  let root: NodeCursor

  func add(to artifact: inout Artifact) {
    artifact.title = artifact.text(root["name"])
    let adapter = artifact.section(root["adapter_spec"])
    if let model = adapter?["model"] ?? adapter?["model_deployment"],
      let name = artifact.text(model)
    {
      artifact.models = [ModelRecord(name: name, source: model.source)]
    }
    if let scenario = artifact.section(root["scenario_spec"]) {
      artifact.datasets = [dataset(scenario, &artifact)]
    }
  }

  private func dataset(_ scenario: NodeCursor, _ artifact: inout Artifact) -> DatasetRecord {
    let arguments = artifact.section(scenario["args"])?.members ?? []
    let texts = arguments.compactMap { key, value in value.text.map { "\(key)=\($0)" } }
    let scenarioClass = artifact.text(scenario["class_name"])
    return DatasetRecord(
      name: artifact.title.flatMap { HELMRunName(text: $0).scenario }
        ?? scenarioClass.map(Self.name(ofClass:)),
      id: scenarioClass,
      role: .evaluation,
      config: texts.isEmpty ? nil : texts.joined(separator: ","),
      source: scenario.source
    )
  }

  /// `helm.benchmark.scenarios.mmlu_scenario.MMLUScenario` is the scenario `MMLU`.
  private static func name(ofClass path: String) -> String {
    let name = path.split(separator: ".").last.map(String.init) ?? path
    return name.hasSuffix("Scenario") && name != "Scenario" ? String(name.dropLast(8)) : name
  }
}
