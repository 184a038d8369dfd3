// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// What tells the project's two impact assessments apart.
struct AssessmentForm: Sendable {
  let kind: ArtifactKind
  let formatName: String
  /// The name of the file format.
  let schema: String
  let fileNames: [String]
  /// The keys of `sections` with the topic that each speaks of.
  let sections: [(key: String, topic: Topic)]
  /// The topic of `review_date`.
  let reviewTopic: Topic?

  /// The data protection impact assessment.
  ///
  /// Its topics are those of GDPR Art. 35(2), (7), (9) and (11).
  static let dpia = AssessmentForm(
    kind: .dpia,
    formatName: "modelgate-dpia",
    schema: "modelgate/dpia/v1",
    fileNames: ["**/{dpia,pia,data[-_ ]protection[-_ ]impact}*.{json,yaml,yml}"],
    sections: [
      ("description", .dpiaDescription), ("purposes", .dpiaPurposes),
      ("legal_basis", .dpiaLegalBasis), ("necessity", .dpiaNecessity),
      ("minimisation", .dpiaMinimisation), ("accuracy", .dpiaAccuracy),
      ("retention", .dpiaRetention), ("information", .dpiaInformation),
      ("consent", .dpiaConsent), ("access", .dpiaAccess), ("erasure", .dpiaErasure),
      ("objection", .dpiaObjection), ("processors", .dpiaProcessors),
      ("transfers", .dpiaTransfers), ("consultation", .dpiaConsultation),
      ("dpo_advice", .dpiaDPOAdvice), ("by_design", .dpiaByDesign),
      ("instructions", .dpiaInstructions), ("prior_consultation", .dpiaPriorConsultation),
      ("residual_risk", .dpiaResidualRisk),
      ("review", .dpiaReview),
    ],
    reviewTopic: .dpiaReview
  )

  /// The fundamental-rights impact assessment.
  ///
  /// Its topics are those of AI Act Art. 27(1)(a) to (f).
  static let fria = AssessmentForm(
    kind: .fria,
    formatName: "modelgate-fria",
    schema: "modelgate/fria/v1",
    fileNames: ["**/{fria,fundamental[-_ ]rights[-_ ]impact}*.{json,yaml,yml}"],
    sections: [
      ("processes", .friaProcesses), ("period", .friaPeriod), ("groups", .friaGroups),
      ("harms", .friaHarms), ("oversight", .friaOversight), ("remedies", .friaRemedies),
    ],
    reviewTopic: nil
  )

  /// The keys of a risk with the field that each fills.
  static var riskFields: [(key: String, field: WritableKeyPath<Risk, String?>)] {
    [
      ("category", \.category), ("description", \.description),
      ("affected_group", \.affectedGroup), ("severity", \.severity),
      ("likelihood", \.likelihood), ("level", \.level), ("mitigation", \.mitigation),
      ("residual_severity", \.residualSeverity), ("residual_likelihood", \.residualLikelihood),
      ("residual_level", \.residualLevel), ("scale", \.scale), ("status", \.status),
      ("owner", \.owner),
    ]
  }
}

extension AssessmentForm {
  /// What the file may say.
  var shape: Shape {
    .map([
      .required("schema", .choice([schema]), "the name of this file format"),
      .required("title", .text, "what is assessed"),
      Field(
        "status",
        .choice(
          ["draft", "in_review", "approved", "refused", "superseded"] + RecordReading.refusals
        ),
        "how far the assessment is"
      ),
      Field("version", .text, "the version of the assessment"),
      Field("date", .date, "when it was made"),
      Field("review_date", .date, "when it is due for review"),
      Field("covers", Self.coversShape, "what it is about"),
      Field("controller", .text, "who decides on purposes and means"),
      Field("deployer", .text, "who uses the system"),
      Field("dpo", .text, "the data protection officer"),
      Field("author", .text, "who wrote it"),
      Field(
        "sections",
        .map(sections.map { Field($0.key, .oneOrMore(.text), "the topic \($0.topic.rawValue)") }),
        "what the assessment says, by topic; a text, or a list of texts"
      ),
      Field("risks", .list(Self.riskShape), "the risks to people"),
      Field("measures", .list(Self.measureShape), "what is done about them"),
      Field("approvals", .list(RecordReading.approvalShape), "who decided on it"),
    ])
  }

  private static let coversShape = Shape.map([
    Field("system", .identifier, "the id of the system"),
    Field("model", .text, "the name of the model"),
    Field("model_version", .text, "the version of the model"),
  ])

  private static var riskShape: Shape {
    let fields = riskFields.map { key, _ in
      Field(key, .text, key.split(separator: "_").joined(separator: " ") + ", as a text")
    }
    return .map([.required("name", .text, "the risk in a few words")] + fields)
  }

  private static let measureShape = Shape.map([
    Field("id", .text, "an id within this file"),
    .required("title", .text, "the measure in a few words"),
    Field("description", .text, "the measure in full"),
    Field("status", .text, "how far it is"),
    Field("responsible", .text, "who carries it out"),
    Field("due", .date, "by when"),
  ])
}
