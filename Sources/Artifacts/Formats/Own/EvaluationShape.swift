// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

extension EvaluationReading {
  /// What the positive class may mean for the person.
  static let positiveMeanings = ["benefit", "burden"]

  /// What an evaluation may say.
  static let shape = Shape.map([
    .required("schema", .choice([schema]), "the name of this file format"),
    .required("model", modelShape, "the model that was evaluated"),
    .required("dataset", datasetShape, "the data it was evaluated on"),
    .required(
      "positive_means",
      .word(positiveMeanings),
      "whether the positive class is a benefit or a burden for the person"
    ),
    Field(
      "unknown_values",
      .grouped(.text),
      "values that stand for not known, as a list or by attribute: shown, and not compared"
    ),
    Field(
      "minimum_share",
      .number,
      "the smallest share of all cases, from 0 to 1, at which a group is compared"
    ),
    Field(
      "clusters",
      clustersShape,
      "cases that belong together, such as several rows of one person or branch"
    ),
    Field("date", .date, "when the evaluation was made"),
    Field("metrics", .list(metricShape), "one number each"),
    Field("groups", .list(groupShape), "outcome counts, one group each"),
    Field(
      "paired",
      .list(pairedShape),
      "counts of the same items in this run and in another, one comparison each"
    ),
  ])

  private static let modelShape = Shape.map([
    .required("name", .text, "the name of the model"),
    .required("version", .text, "the version of the model"),
    Field("sha256", .digest, "the SHA-256 of the weights"),
  ])

  private static let datasetShape = Shape.map([
    .required("name", .text, "the name of the dataset"),
    Field("version", .text, "the version of the dataset"),
    Field("split", .text, "the split that was used"),
  ])

  private static let metricShape = Shape.map([
    .required("name", .text, "the metric, such as accuracy"),
    .required("value", .nullable(.number), "the number; null where it is undefined"),
    Field("n", .integer(minimum: 0), "the number of cases behind it"),
    Field("slice", .dictionary(.text), "the group it is about; missing for all cases"),
    Field("ci", intervalShape, "its confidence interval"),
    Field(
      "unit",
      .choice(Measurement.Unit.allCases.map(\.rawValue)),
      "the scale of the number; unknown when missing"
    ),
  ])

  private static let intervalShape = Shape.map([
    .required("lower", .number, "the lower bound"),
    .required("upper", .number, "the upper bound"),
    .required("level", .number, "the confidence level as a fraction, such as 0.95"),
  ])

  private static let clustersShape = Shape.map([
    .required("count", .integer(minimum: 1), "how many independent clusters there are"),
    Field("icc", .number, "the correlation within a cluster, from 0 to 1; 1 when missing"),
  ])

  private static let pairedShape = Shape.map([
    .required("metric", .text, "the metric whose numerator is counted, such as accuracy"),
    .required(
      "against",
      .choice(PairedCounts.Against.allCases.map(\.rawValue)),
      "whether the other run is an earlier model or this model on perturbed inputs"
    ),
    Field("name", .text, "which baseline or which perturbation, such as 2.2.0"),
    Field("slice", .dictionary(.text), "the group of the items; missing for all of them"),
    .required("both", .integer(minimum: 0), "items that both runs count, such as answer correctly"),
    .required("this_only", .integer(minimum: 0), "items that only this run counts"),
    .required("other_only", .integer(minimum: 0), "items that only the other run counts"),
    .required("neither", .integer(minimum: 0), "items that neither run counts"),
  ])

  private static let groupShape = Shape.map(
    [
      .required("slice", .dictionary(.text), "the group; several attributes are an intersection"),
      Field("tp", .integer(minimum: 0), "true positives"),
      Field("fp", .integer(minimum: 0), "false positives"),
      Field("tn", .integer(minimum: 0), "true negatives"),
      Field("fn", .integer(minimum: 0), "false negatives"),
      Field("n", .integer(minimum: 0), "the number of cases"),
      Field("selected", .integer(minimum: 0), "how many of them were decided positively"),
      Field("n_effective", .number, "how many independent cases they are worth"),
      Field("design_effect", .number, "how many cases are worth one independent case"),
    ],
    alternatives: [["tp", "fp", "tn", "fn"], ["n", "selected"]]
  )
}
