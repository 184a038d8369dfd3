// SPDX-License-Identifier: Apache-2.0

/// The formats that artifacts are read from.
package enum ArtifactFormats {
  /// Every format; where two are equally sure of a file, the earlier one reads it.
  package static let all: [ArtifactFormat] = [
    // The project's own.
    .modelgateEvaluation,
    .modelgateDPIA,
    .modelgateFRIA,
    // Evaluations.
    .aequitas,
    .aif360,
    .dvcPipeline,
    .everyEvalEver,
    // Its numbers stand below a key that the next format takes for a group.
    .vertexEvaluation,
    .tfma,
    .fairlearn,
    .helmRunSpec,
    .helmStats,
    .hfEvaluate,
    .hfTrainer,
    .hubEvaluationResults,
    .inspectLog,
    // Its files have the versions of tasks that tell the next format.
    .lighteval,
    .lmEval,
    .mlflowMetric,
    .sklearnReport,
    .sklearnTable,
    .clarifyAnalysis,
    .mteb,
    .wandbSummary,
    .greatExpectations,
    .evidently,
    .promptfoo,
    .deepeval,
    .garak,
    .deepchecks,
    // Cards of models and datasets, and impact assessments.
    .arsAssessmentCard,
    .arsModelCard,
    .arsSystemCard,
    .cnilPIA,
    .croissant,
    .cyclonedxMLBOM,
    .dataCard,
    .dutchAssessment,
    .frictionless,
    .mitchellJSON,
    .mlmodel,
    .modelCardToolkit,
    .monaiBundle,
    .sageMakerCard,
    .spdxAI,
    .huggingFaceDatasetCard,
    .huggingFaceModelCard,
    .markdownDPIA,
    .markdownFRIA,
    .markdownDatasheet,
    .markdownCard,
    .plainModelCard,
    .markdownRecord,
    .keyedRecord,
    .keyedDataCard,
    .keyedModelCard,
    // Take any numbers under names that a declaration calls an evaluation.
    .flatMetrics,
    .metricList,
  ]
}
