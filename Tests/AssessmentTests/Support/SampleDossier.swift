// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Survey

/// Dossiers that need no files.
enum SampleDossier {
  /// A dossier with nothing in it.
  static func empty() throws -> Dossier {
    Dossier(system: .declared(try SampleDeclaration.harmless().read()))
  }

  /// A dossier with some artifacts.
  static func with(_ artifacts: Artifact...) throws -> Dossier {
    Dossier(system: .declared(try SampleDeclaration.harmless().read()), artifacts: artifacts)
  }

  /// A dossier in which every list has an element and every optional field a value.
  static func complete() throws -> Dossier {
    var declaration = try SampleDeclaration.complete.read()
    let place = SourceReference(
      path: "ai-system.yml",
      blob: blob,
      pointer: "/models/0",
      headingPath: ["Models"]
    )
    let model = DeclaredModel(
      name: "scorer",
      version: "1",
      weights: "scorer.bin",
      sha256: digest,
      source: place
    )
    declaration.models = [model]
    let (evidence, _) = SystemDeclaration.read(
      SourceFile(path: "ai-system.yml", blob: blob, bytes: Array(declaredEvidence.utf8))
    )
    declaration.coverage = (evidence?.coverage ?? []).map { covered in
      var covered = covered
      covered.source.headingPath = ["Coverage"]
      return covered
    }
    declaration.attestations = evidence?.attestations ?? []
    declaration.uncollectedAttributes = (evidence?.uncollectedAttributes ?? []).map { attribute in
      var attribute = attribute
      attribute.source.headingPath = ["Attributes"]
      return attribute
    }
    declaration.contacts = [party(at: place)]
    declaration.approvals = [approval(at: place)]
    declaration.source = SourceReference(
      path: "ai-system.yml",
      blob: blob,
      pointer: "/",
      headingPath: ["System"]
    )
    let weights = ContentDigest(hex: digest).map { WeightsState.lfs(digest: $0, byteCount: 9) }
    return Dossier(
      system: .declared(declaration),
      artifacts: [.modelCard, .datasheet, .evaluation, .dpia, .fria, .record].map(artifact),
      models: [
        Dossier.Model(
          model: model,
          weights: weights ?? .missing,
          signature: ModelSignature(state: .good, key: "k2", roles: ["approver"])
        )
      ]
    )
  }

  /// Where a content stands, and an attested answer.
  private static let declaredEvidence = """
    version: 1
    id: sample
    name: Sample
    coverage: {annex_v: {version: 1.0.0, "1": "modelCard.md#Part"}}
    uncollected_attributes:
      - {attribute: ethnicity, reason: the law forbids to ask applicants, owner: Ada Berg, proxy: first names, proxy_error: 0.1}
    attestations:
      - question: TEX-001
        answer: "no"
        by: Ada Berg
        role: head
        date: 2026-01-01
        expires: 2026-12-31
        evidence: minutes.pdf

    """

  private static let digest = String(repeating: "b", count: 64)
  private static let blob = ObjectID(hex: String(repeating: "c", count: 40))

  private static func artifact(_ kind: ArtifactKind) -> Artifact {
    let place = SourceReference(
      path: "\(kind.rawValue).md",
      blob: blob,
      pointer: "/part",
      headingPath: ["Part"]
    )
    let day = StatedDate(
      raw: "2 January 2026",
      date: CalendarDate(year: 2026, month: 1, day: 2),
      source: place
    )
    var artifact = Artifact(
      kind: kind,
      format: "sample",
      formatVersion: "1",
      title: "A title",
      source: place
    )
    artifact.status = "approved"
    artifact.version = "1"
    artifact.recordKind = .riskManagement
    artifact.minimumShare = 0.02
    artifact.unknownValues = ["sex": ["?"]]
    artifact.language = "en"
    artifact.created = day
    artifact.modified = day
    artifact.positiveMeans = "benefit"
    artifact.coveredSystem = "lending"
    artifact.reviewDue = day.date
    artifact.models = [
      ModelRecord(
        name: "scorer",
        version: "1",
        versionDate: day,
        type: "classifier",
        task: "tabular-classification",
        licenses: ["MIT"],
        baseModels: ["base"],
        repository: "https://firm.example/scorer",
        sha256: digest,
        source: place
      )
    ]
    artifact.datasets = [
      DatasetRecord(
        name: "loans",
        id: "firm/loans",
        version: "2",
        role: .training,
        split: "train",
        config: "full",
        licenses: ["CC0-1.0"],
        personalData: .yes,
        sensitiveAttributes: ["sex"],
        count: 10,
        hash: digest,
        source: place
      )
    ]
    artifact.parties = [party(at: place)]
    artifact.statements = [
      Statement(
        topic: .limitations,
        question: "Limits?",
        text: "It is weak on rare cases.",
        state: .substantive,
        items: ["rare cases"],
        source: place
      )
    ]
    artifact.measurements = [measurement(at: place)]
    artifact.groups = [
      GroupCounts(
        slice: [SlicePair(attribute: "sex", group: "F")],
        counts: .confusion(tp: 1, fp: 2, tn: 3, fn: 4),
        source: place
      )
    ]
    artifact.paired = [
      PairedCounts(
        metric: "accuracy",
        against: .baseline,
        name: "1.0",
        both: 80,
        thisOnly: 6,
        otherOnly: 4,
        neither: 10,
        source: place
      )
    ]
    artifact.risks = [risk(at: place)]
    artifact.controls = [control(at: place)]
    artifact.approvals = [approval(at: place)]
    artifact.issues = [
      Issue(code: "doubt", severity: .note, message: "something is odd", source: place)
    ]
    return artifact
  }

  private static func measurement(at place: SourceReference) -> Measurement {
    var measurement = Measurement(
      metric: "accuracy",
      value: 0.9,
      raw: "0.90",
      unit: .fraction,
      dataset: "loans",
      split: "test",
      slice: [SlicePair(attribute: "sex", group: "F")],
      reference: [SlicePair(attribute: "sex", group: "M")],
      n: 100,
      uncertainty: Uncertainty(standardError: 0.01, lower: 0.8, upper: 0.95, level: 0.95),
      source: place
    )
    measurement.aggregation = .betweenGroups
    measurement.numerator = 90
    measurement.denominator = 100
    measurement.task = "classification"
    measurement.isVerified = true
    measurement.higherIsBetter = true
    measurement.decisionThreshold = 0.5
    return measurement
  }

  private static func party(at place: SourceReference) -> Party {
    Party(
      role: .owner,
      name: "Ada Berg",
      organization: "Firm",
      contact: "a@firm.example",
      source: place
    )
  }

  private static func approval(at place: SourceReference) -> Approval {
    Approval(
      decision: .approved,
      party: "Ada Berg",
      role: "head",
      date: StatedDate(
        raw: "2026-01-02",
        date: CalendarDate(year: 2026, month: 1, day: 2),
        source: place
      ),
      conditions: "Reviewed each year.",
      evidence: "minutes.pdf",
      source: place
    )
  }

  private static func risk(at place: SourceReference) -> Risk {
    var risk = Risk(name: "Wrong refusal", source: place)
    risk.category = "fairness"
    risk.affectedGroup = "applicants"
    risk.description = "A good application is refused."
    risk.severity = "high"
    risk.likelihood = "low"
    risk.level = "medium"
    risk.residualSeverity = "medium"
    risk.residualLikelihood = "low"
    risk.residualLevel = "low"
    risk.scale = "low to high"
    risk.mitigation = "A person decides."
    risk.status = "mitigated"
    risk.owner = "A. Brandt"
    return risk
  }

  private static func control(at place: SourceReference) -> ControlRecord {
    var control = ControlRecord(title: "Review", source: place)
    control.id = "M1"
    control.description = "Each refusal is reviewed."
    control.status = "done"
    control.responsible = "Head of loans"
    control.due = StatedDate(
      raw: "2026-01-02",
      date: CalendarDate(year: 2026, month: 1, day: 2),
      source: place
    )
    return control
  }
}

extension Artifact {
  /// An artifact of a kind, in a file of its own, after some changes.
  static func sample(
    _ kind: ArtifactKind,
    path: String? = nil,
    _ change: (inout Artifact, SourceReference) -> Void = { _, _ in }
  ) -> Artifact {
    let place = SourceReference(path: path ?? "\(kind.rawValue).md")
    var artifact = Artifact(kind: kind, format: "sample", source: place)
    change(&artifact, place)
    return artifact
  }
}
