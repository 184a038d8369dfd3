// SPDX-License-Identifier: Apache-2.0

/// The formats that artifacts are read from.
public enum ArtifactFormats {
  /// Every format; where two are equally sure of a file, the earlier one reads it.
  public static let all: [ArtifactFormat] = [
    .modelgateEvaluation,
    .modelgateDPIA,
    .modelgateFRIA,
    .huggingFaceDatasetCard,
    .huggingFaceModelCard,
    .markdownDPIA,
    .markdownFRIA,
    .markdownDatasheet,
    .markdownCard,
    .sklearnReport,
    .hfEvaluate,
    .hfTrainer,
    .lmEval,
    .inspectLog,
    .aequitas,
    .fairlearn,
    .aif360,
    .helmStats,
    .everyEvalEver,
    .dvcPipeline,
    .mlflowMetric,
    .flatMetrics,
    .frictionless,
    .hubEvaluationResults,
    .mitchellJSON,
    .mlmodel,
    .modelCardToolkit,
    .monaiBundle,
    .sageMakerCard,
    .cnilPIA,
    .huggingFaceDatasetCard,
    .huggingFaceModelCard,
    .markdownDPIA,
    .markdownFRIA,
    .markdownDatasheet,
    .markdownCard,
  ]
}
