// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import RuleLanguage
internal import Survey
internal import Texts

/// A system with everything that was derived about it.
struct SystemSubject: Sendable {
  let id: String
  let name: String
  let declaration: SystemDeclaration?
  var derivation: TierDerivation
  let models: [ModelSubject]
  /// What follows from its facts.
  let derived: DerivedFacts
  /// The contents of schemes that are declared.
  let covered: [CoveredContent]
  /// What its documents say was done on which day.
  let days: StatedDays
  /// Whether a model card is among its artifacts.
  private let isDescribed: Bool

  init(
    id: String,
    name: String,
    declaration: SystemDeclaration?,
    derivation: TierDerivation,
    models: [ModelSubject],
    artifacts: [Artifact] = [],
    commitTime: Int64? = nil
  ) {
    self.id = id
    self.name = name
    self.declaration = declaration
    self.derivation = derivation
    self.models = models
    covered = CoveredContent.all(of: declaration?.coverage ?? [], artifacts: artifacts)
    days = StatedDays(artifacts, declaration, commitTime: commitTime)
    isDescribed = artifacts.contains { $0.kind == .modelCard }
    derived = DerivedFacts(declaration?.facts ?? SystemFacts())
  }

  var facts: SystemFacts? { declaration?.facts }

  /// Whether it has models; nil where the declaration leaves that open.
  ///
  /// A card describes one, and out of scope nobody is asked.
  var hasModels: Bool? {
    guard let declaration, models.isEmpty else { return !models.isEmpty }
    if isDescribed || declaration.takesModelsFromCards { return true }
    if [.notInScope, .excluded].contains(derivation.tier) { return false }
    return declaration.hasNoModel ? false : nil
  }

  var decisions: Decisions { Decisions(declaration?.approvals ?? []) }

  /// Declared protected attributes and declared crossings, in the order of the declaration.
  var protectedSlices: [String] {
    let attributes = facts?.texts(.protectedAttributes) ?? []
    let crossings = facts?.lists(.intersections) ?? []
    return attributes.map { SliceName.joined([$0]) }
      + crossings.map { SliceName.joined($0.sorted()) }
  }

  /// The groups that the declaration names, in the order of their attributes.
  var protectedGroups: [SlicePair] {
    let groups = facts?.answer(.protectedAttributes)?.groups ?? [:]
    return groups.keys.sorted().flatMap { attribute in
      (groups[attribute] ?? []).map { SlicePair(attribute: attribute, group: $0) }
    }
  }
}

/// The system as rules see it: what is fixed here, and every fact of the questionnaire.
enum SystemFactsTable {
  private static let flags = RecordType<SystemFlags>(
    "Flags",
    "Duties that come on top of the base tier.",
    place: { _ in nil },
    fields: [
      .flag("gpai", "a general-purpose AI model (Art. 3(63))") { $0.gpai },
      .flag("gpai_systemic", "with systemic risk (Art. 51)") { $0.gpaiSystemic },
      .flag("gpai_oss", "under a free and open licence (Art. 53(2))") { $0.gpaiOpenSource },
      .optionalFlag(
        "dpia_required",
        "an impact assessment is due (GDPR Art. 35); unknown while an open answer decides that"
      ) { $0.dpiaRequired == .unknown ? nil : $0.dpiaRequired == .yes }
      .phrased("an impact assessment is required"),
      .flag("transparency", "the duties of Art. 50 apply") { $0.transparency },
      .flag("derogated", "claims the derogation of Art. 6(3)") { $0.derogated },
    ]
  )

  private static let fixed: [RecordType<SystemSubject>.Field] = [
    .text("id", "the id from the declaration") { $0.id },
    .text("name", "the name from the declaration") { $0.name },
    .optionalText("description", "the description from the declaration") {
      $0.declaration?.description
    },
    .flag("is_declared", "whether a declaration claims the artifacts") { $0.declaration != nil },
    .choice("tier", "the derived risk tier") { $0.derivation.tier },
    .object("flags", flags, "duties beside the tier") { $0.derivation.flags },
    .flag("under_ai_act", "the AI Act applies: a place in the Union, and no exclusion") {
      ![.notInScope, .excluded].contains($0.derivation.tier)
    }
    .phrased("the AI Act applies"),
    .optionalFlag("under_gdpr", "the GDPR applies: personal data, and a place in the EEA") {
      $0.derived.isUnderGDPR
    }
    .phrased("the GDPR applies"),
    .optionalText("derogation_path", "the path of the assessment under Art. 6(4) in the tree") {
      $0.declaration?.derogation?.path
    },
    .optionalTexts(
      "derogation_points",
      "the declared points of Annex III that this assessment names, where its text can be read"
    ) { $0.declaration?.derogation?.points },
    .texts("justified", "the facts whose answer has a reason and an owner") {
      $0.derived.justified
    }
    .phrased("{}'s justified answers"),
    .optionalText("route", "how a high tier was reached", members: ["annex_i", "annex_iii"]) {
      $0.derivation.route?.rawValue
    }
    .phrased("{}'s route to high risk"),
    .texts("areas", "the uses of Annex III that remain after carve-outs") { $0.derivation.areas }
      .phrased("{}'s areas of Annex III"),
    .flag("legacy", "on the market before its day and unchanged since (Art. 111(2))") {
      $0.derived.isLegacy
    }
    .phrased("{} is a legacy system"),
    .texts("jurisdictions", "where the system is used") { $0.derivation.jurisdictions },
    .optionalDay(
      "committed_on",
      "the day of the commit in the zone where it came first; unknown for what is not committed, and where "
        + "every document is dated later"
    ) { $0.days.committedOn }
    .phrased("the day of the commit"),
    .texts("dated_after_commit", "what its documents date later than the commit that holds them") {
      $0.days.later.map(\.text)
    }
    .placed { $0.days.later.first?.place },
    .flag("answered_after_commit", "whether 'answered' names a day after the commit") {
      $0.days.isAnsweredLater
    },
    .optionalDay("duties_from", "the day from which the duties of the tier apply") {
      $0.derivation.dutiesFrom
    },
    .texts("contradictions", "pairs of answers that cannot both be right") {
      $0.derivation.contradictions.map(\.text)
    }
    .phrased("{}'s contradictory answers")
    .placed { $0.derivation.contradictions.lazy.compactMap(\.location).first },
    .texts("unanswered", "facts that tiering needed and nobody answered") {
      $0.derivation.unresolved.map(\.rawValue)
    }
    .phrased("{}'s unanswered facts"),
    .texts("protected_slices", "protected attributes and crossings, as 'sex' and 'age × sex'") {
      $0.protectedSlices
    },
    .list("protected_groups", RecordFacts.slicePair, "the declared groups of these attributes") {
      $0.protectedGroups
    },
    .list(
      "uncollected_attributes",
      DeclaredEvidenceFacts.uncollected,
      "protected attributes that are said not to be collected"
    ) {
      $0.declaration?.uncollectedAttributes ?? []
    },
    .list("covered", DeclaredEvidenceFacts.content, "the contents of schemes that are declared") {
      $0.covered
    },
    .list("attestations", DeclaredEvidenceFacts.attestation, "the attested answers") {
      $0.declaration?.attestations ?? []
    },
    .list("models", ArtifactFacts.declaredModel, "the declared models") { $0.models },
    .optionalFlag("has_models", "whether it has models; unknown where nobody says which") {
      $0.hasModels
    }
    .phrased("{} has models"),
    .list("contacts", RecordFacts.party, "the declared contacts") {
      $0.declaration?.contacts ?? []
    },
    .list("approvals", RecordFacts.approval, "the declared approvals") {
      $0.declaration?.approvals ?? []
    },
    .choice("decision", "what the declared approvals amount to") { $0.decisions.state() }
      .phrased("what was decided about {}"),
    .texts("self_approvers", "those who approved it and are its owner or maker") {
      $0.decisions.powerlessApprovers
        + $0.decisions.selfApprovers(
          among: $0.declaration?.contacts ?? [],
          about: [$0.id, $0.name] + ($0.declaration?.models.map(\.name) ?? [])
        )
    }
    .phrased("those who approved what is their own"),
    .object("source", RecordFacts.source, "the declaration") {
      $0.declaration?.source ?? SourceReference(path: "")
    },
  ]

  /// The facts that stand in a map of the declaration, by the key of that map.
  private static let sections: [String: [Fact]] = Dictionary(
    grouping: Fact.allCases.filter { $0.section != nil },
    by: { $0.section ?? "" }
  )

  private static let sectionTypes: [RecordType<SystemSubject>] = sections.keys.sorted().map { key in
    RecordType(
      typeName(ofSection: key),
      "The facts below '\(key)' in the declaration.",
      place: { $0.declaration?.source.location },
      fields: (sections[key] ?? []).map(field)
    )
  }

  static let system = RecordType<SystemSubject>(
    "System",
    "The AI system as declared, with its derived risk tier.",
    place: { $0.declaration?.source.location },
    fields: fixed
      + Fact.allCases.filter { $0.section == nil }.map(field)
      + sectionTypes.map { type in .object(key(ofType: type.name), type, type.summary) { $0 } }
  )

  /// Every object type of a system, for the schema.
  static let objectTypes: [FactsSchema.ObjectType] =
    [system.declaration, flags.declaration] + sectionTypes.map(\.declaration)

  /// A fact with the place of its answer, so that a finding points at the line to change.
  private static func field(_ fact: Fact) -> RecordType<SystemSubject>.Field {
    unplacedField(fact).phrased(fact.phrase).placed { $0.facts?.answer(fact)?.source.location }
  }

  private static func unplacedField(_ fact: Fact) -> RecordType<SystemSubject>.Field {
    let name = fact.ruleName
    let summary = fact.definition.summary
    switch fact.definition.type {
    case .flag:
      return .optionalFlag(name, summary) { subject in
        switch subject.facts?.flag(fact) {
        case .yes: true
        case .no: false
        case .unknown, nil: nil
        }
      }
    case .choice, .text, .path:
      return .optionalText(name, summary, members: fact.definition.members) {
        $0.facts?.choice(fact)
      }
    case .choices, .texts, .places, .attributes:
      return .optionalTexts(name, summary, members: fact.definition.members) {
        fact == .role ? $0.facts?.roles : $0.facts?.texts(fact)
      }
    case .number: return .optionalDouble(name, summary) { $0.facts?.number(fact) }
    case .date: return .optionalDay(name, summary) { $0.facts?.date(fact) }
    case .listOfLists: return .listOfTexts(name, summary) { $0.facts?.lists(fact) }
    }
  }

  private static func typeName(ofSection key: String) -> String {
    "Declared_" + key
  }

  private static func key(ofType name: String) -> String {
    String(name.dropFirst("Declared_".count))
  }
}

extension Fact {
  /// The map of the declaration that holds the fact, or nil for a fact at the top level.
  var section: String? {
    rawValue.firstIndex(ofByte: UInt8(ascii: ".")).map { String(rawValue[..<$0]) }
  }

  /// The name in rules: `5b_fraud_detection` becomes `fraud_detection_5b`, because no name of the
  /// language starts with a digit.
  var ruleName: String {
    let last = rawValue.parts { $0 == UInt8(ascii: ".") }.last.map { String($0) } ?? rawValue
    guard last.first?.isNumber == true, let cut = last.firstIndex(of: "_") else { return last }
    return "\(last[last.index(after: cut)...])_\(last[..<cut])"
  }
}
