// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import Survey

/// An artifact with the git facts about it.
struct ArtifactSubject: Sendable {
  let artifact: Artifact
  /// What history tells of its file, if anybody asked.
  let history: FileFacts?
}

/// A declared model with the state of its weights in the tree.
struct ModelSubject: Sendable {
  let model: DeclaredModel
  let weights: WeightsState
  let signature: ModelSignature
}

/// The artifacts of a system, as rules see them.
enum ArtifactFacts {
  static let artifact = RecordType<ArtifactSubject>(
    "Artifact",
    "A governed document.",
    place: { $0.artifact.source.location },
    fields: [
      .choice("kind", "what the document is") { $0.artifact.kind },
      .text("format", "the format it was read as") { $0.artifact.format },
      .optionalText(
        "record_type",
        "what a record documents",
        members: RecordKind.allCases.map(\.rawValue)
      ) { $0.artifact.recordKind?.rawValue }
      .phrased("what {} documents"),
      .optionalText("version", "the version of the document, as written") { $0.artifact.version },
      .optionalText("format_version", "the version of that format") { $0.artifact.formatVersion },
      .optionalText("title", "the title") { $0.artifact.title },
      .optionalText("status", "its state, as written") { $0.artifact.status },
      .optionalText("language", "its natural language") { $0.artifact.language },
      .optionalDay("created", "when it says it was made") { $0.artifact.created?.date }
        .phrased("{}'s date of creation"),
      .optionalDay("modified", "when it says it was changed") { $0.artifact.modified?.date }
        .phrased("{}'s date of change"),
      .optionalDay("review_due", "the day by which it says it has to be reviewed") {
        $0.artifact.reviewDue
      }
      .phrased("{}'s day of review"),
      .optionalText("covered_system", "the id of the system that it says it is about") {
        $0.artifact.coveredSystem
      }
      .phrased("the system that {} covers"),
      .optionalText("created_text", "that date as written") { $0.artifact.created?.raw },
      .optionalText("modified_text", "that date as written") { $0.artifact.modified?.raw },
      .optionalText(
        "positive_means",
        "what the positive class means",
        members: ["benefit", "burden"]
      ) { $0.artifact.positiveMeans }
      .phrased("{}'s meaning of the positive class"),
      .list(
        "unknown_values",
        RecordFacts.slicePair,
        "the values that stand for not known, with an empty attribute for all"
      ) { subject in
        subject.artifact.unknownValues.keys.sorted().flatMap { attribute in
          (subject.artifact.unknownValues[attribute] ?? []).map {
            SlicePair(attribute: attribute, group: $0)
          }
        }
      },
      .optionalDouble("minimum_share", "the smallest share of all cases that is compared") {
        $0.artifact.minimumShare
      },
      .list("models", RecordFacts.model, "the models it describes") { $0.artifact.models },
      .list("datasets", RecordFacts.dataset, "the datasets it names") { $0.artifact.datasets },
      .list("parties", RecordFacts.party, "the people it names") { $0.artifact.parties },
      .list("statements", RecordFacts.statement, "what it says") { $0.artifact.statements },
      .list("measurements", RecordFacts.measurement, "the numbers it reports") {
        $0.artifact.measurements
      },
      .list("groups", RecordFacts.group, "the group counts it reports") { $0.artifact.groups },
      .list("paired", RecordFacts.paired, "how it and another run did on the same items") {
        $0.artifact.paired
      },
      .list("risks", RecordFacts.risk, "the risks it describes") { $0.artifact.risks },
      .list("controls", RecordFacts.control, "the measures it describes") {
        $0.artifact.controls
      },
      .list("approvals", RecordFacts.approval, "the decisions it records") {
        $0.artifact.approvals
      },
      .choice("decision", "what its decisions and its status amount to") { $0.artifact.decision }
        .phrased("what was decided about {}"),
      .texts("self_approvers", "those who approved it and are its author or owner") {
        $0.artifact.selfApprovers
      },
      .list("issues", RecordFacts.issue, "what the reader found doubtful") {
        $0.artifact.issues
      },
      .optionalMoment("last_changed", "the commit time of its last change") {
        $0.history?.lastChanged
      },
      .object("source", RecordFacts.source, "the whole document") { $0.artifact.source },
    ]
  )

  static let declaredModel = RecordType<ModelSubject>(
    "DeclaredModel",
    "A model that the system declaration names.",
    place: { $0.model.source.location },
    fields: [
      .text("name", "the name") { $0.model.name },
      .optionalText("version", "the version, as written") { $0.model.version },
      .optionalText("weights", "the path of the weights") { $0.model.weights }
        .phrased("{}'s weights file"),
      .optionalText("sha256", "the declared digest of the weights") { $0.model.sha256 }
        .phrased("{}'s SHA-256"),
      .choice("weights_state", "whether the weights are in the tree") { $0.weights.label }
        .phrased("the state of {}'s weights"),
      .optionalText("lfs_oid", "the SHA-256 in the Git LFS pointer") { $0.weights.lfsDigest }
        .phrased("{}'s digest in Git LFS"),
      .optionalText("stored_sha256", "the SHA-256 of the weights in the tree or in Git LFS") {
        $0.weights.digest?.hex
      }
      .phrased("the digest of {}'s stored weights"),
      .choice("signature_state", "what is known of the model.sig beside the weights") {
        $0.signature.state
      }
      .phrased("the state of {}'s signature"),
      .optionalText("signature_key", "the id of the key that signed the weights") {
        $0.signature.key
      },
      .texts("signature_roles", "the roles to which the policy binds that key") {
        $0.signature.roles
      },
      .object("source", RecordFacts.source, "where it is declared") { $0.model.source },
    ]
  )

  static let metricPair = RecordType<MetricPair>(
    "MetricPair",
    "The same metric, slice and scale, stated by a model card and by an evaluation.",
    place: { $0.card.source.location },
    fields: [
      .text("metric", "the metric") { $0.card.metric },
      .text("slice_label", "the slice as text, empty for all") {
        SliceLabel.text(of: $0.card.slice)
      },
      .object("card", RecordFacts.measurement, "what the card says") { $0.card },
      .object("evaluation", RecordFacts.measurement, "what the evaluation says") {
        $0.evaluation
      },
      .optionalDouble("difference", "card minus evaluation, on the scale of the evaluation") {
        $0.difference
      },
      .object("source", RecordFacts.source, "where the card says it") { $0.card.source },
    ]
  )

  static let dossier = RecordType<PlacedDossier>(
    "Dossier",
    "All artifacts of one system at one revision.",
    place: { _ in nil },
    fields: [
      .sharedList("model_cards", artifact, "the model cards") { $0.artifacts(of: .modelCard) },
      .sharedList("datasheets", artifact, "the datasheets") { $0.artifacts(of: .datasheet) },
      .sharedList("evaluations", artifact, "the evaluations") { $0.artifacts(of: .evaluation) },
      .sharedList("dpias", artifact, "the data protection impact assessments") {
        $0.artifacts(of: .dpia)
      }
      .phrased("{}'s impact assessments"),
      .sharedList("frias", artifact, "the fundamental-rights assessments") {
        $0.artifacts(of: .fria)
      },
      .sharedList("records", artifact, "the further governance documents") {
        $0.artifacts(of: .record)
      },
      .sharedList("artifacts", artifact, "all of them") { $0.artifacts },
      .list("metric_pairs", metricPair, "what cards or instructions, and evaluations, both state") {
        $0.facts.metricPairs
      },
      .texts(
        "counted_slices",
        "the attributes and crossings whose groups evaluations count, and traits of people that they measure by, each once"
      ) { $0.facts.countedSlices },
    ]
  )
}

/// A dossier whose artifacts are in an arena, each of them once.
struct PlacedDossier: Sendable {
  let facts: DossierFacts
  /// The artifacts of the facts, in their order.
  let artifacts: [Value]

  /// Adds the artifacts of a dossier to an arena.
  init(_ facts: DossierFacts, in builder: inout FactsArena.Builder) {
    self.facts = facts
    var artifacts: [Value] = []
    for artifact in facts.artifacts {
      artifacts.append(ArtifactFacts.artifact.value(of: artifact, in: &builder))
    }
    self.artifacts = artifacts
  }

  func artifacts(of kind: ArtifactKind) -> [Value] {
    zip(facts.artifacts, artifacts).filter { $0.0.artifact.kind == kind }.map(\.1)
  }
}

/// The artifacts of a dossier with what is derived from them once.
struct DossierFacts: Sendable {
  let artifacts: [ArtifactSubject]

  func artifacts(of kind: ArtifactKind) -> [ArtifactSubject] {
    artifacts.filter { $0.artifact.kind == kind }
  }

  /// The attributes and crossings whose groups evaluations count, and traits of people that they measure by,
  /// each once, in order.
  var countedSlices: [String] {
    let evaluations = artifacts(of: .evaluation).map(\.artifact)
    let counted = evaluations.flatMap(\.groups).map(\.slice).filter { !$0.isEmpty }
    let measured = evaluations.flatMap(\.measurements).map(\.slice)
      .filter { $0.contains { PersonalTrait.isNamed(by: $0.attribute) } }
    return Set((counted + measured).map(SliceName.attribute)).sorted()
  }

  /// Every metric that a card, or instructions for use, and an evaluation state for the same slice on the same scale.
  ///
  /// A percentage and a fraction are two ways to write one scale; an unknown scale is taken to be that
  /// of the other side, because most cards state bare numbers.
  var metricPairs: [MetricPair] {
    let measured = artifacts(of: .evaluation).flatMap(\.artifact.measurements)
    let byQuantity = Dictionary(grouping: measured, by: Quantity.init)
    let instructions = artifacts(of: .record)
      .filter { $0.artifact.recordKind == .instructionsForUse }
    let stating = artifacts(of: .modelCard) + instructions
    return stating.flatMap(\.artifact.measurements).flatMap { card in
      Self.counterparts(of: card, among: byQuantity[Quantity(card)] ?? [])
        .map { MetricPair(card: card, evaluation: $0) }
    }
  }

  /// What a measurement is about.
  private struct Quantity: Hashable {
    let metric: String
    let slice: Set<SlicePair>

    init(_ measurement: Measurement) {
      metric = QuantityName.of(measurement.metric)
      slice = Set(measurement.slice)
    }
  }

  /// The figures that a figure of a card is compared with.
  ///
  /// One that does not say on which part of the data it was measured is that of the test, else of the
  /// validation, and of training data only where nothing else was measured.
  private static func counterparts(
    of card: Measurement,
    among measured: [Measurement]
  ) -> [Measurement] {
    let same = measured.filter { isOnSameScale(card, $0) }
    guard split(of: card) == nil else { return same }
    let held = same.filter { [nil, "test"].contains(split(of: $0)) }
    if !held.isEmpty { return held }
    let others = same.filter { split(of: $0) != "train" }
    return others.isEmpty ? same : others
  }

  private static func split(of measurement: Measurement) -> String? {
    measurement.split.map(QuantityName.split(named:)) ?? QuantityName.split(of: measurement.metric)
  }

  private static func isOnSameScale(_ left: Measurement, _ right: Measurement) -> Bool {
    let shares: Set<Measurement.Unit> = [.percent, .fraction]
    if left.unit != right.unit, left.unit != .unknown, right.unit != .unknown,
      !shares.isSuperset(of: [left.unit, right.unit])
    {
      return false
    }
    if let one = left.dataset, let other = right.dataset, one.lowercased() != other.lowercased() {
      return false
    }
    // An evaluation that says nothing of its data was not measured on those that the model was made from.
    guard let part = split(of: left), let other = split(of: right) else {
      return split(of: left) != "train"
    }
    return part == other
  }
}
