// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// An assessment card of the Dutch Algorithm Reporting Standard: questions with answers.
  static let arsAssessmentCard = ArtifactFormat(
    name: "ars-assessment-card",
    summary: "assessment card of the Algorithm Reporting Standard (YAML or JSON)",
    fileNames: [
      "**/{assessment[-_ ]card,assessmentcard,iama,fria,dpia}*.{json,yaml,yml}",
      "**/assessments/*.{yaml,yml}",
    ],
    detect: AssessmentCard.detect,
    read: { file, kind in
      file.artifacts(kind, "ars-assessment-card") { root, artifact in
        AssessmentCard.read(root, into: &artifact)
      }
    }
  )
}

/// Reads questions with answers; words of each question tell what its answer speaks of.
enum AssessmentCard {
  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no YAML or JSON map") }
    let contents = root["contents"]?.elements ?? []
    guard root["name"] != nil, !contents.isEmpty,
      contents.allSatisfy({ $0["question"] != nil })
    else { return .no(reason: "it has no 'contents' with questions") }
    let names = [root["name"]?.text, root["urn"]?.text].compactMap { $0 }
    guard let kind = kind(of: names) else {
      return .no(reason: "neither its name nor its urn is that of a DPIA or an IAMA")
    }
    return .yes(
      kind: kind,
      reason: "it is the assessment card '\(Excerpt.line(names[0]))'",
      confidence: .certain
    )
  }

  /// Which assessment the name or the URN names.
  private static func kind(of names: [String]) -> ArtifactKind? {
    let words = Set(names.flatMap { FoldedText.words($0).spacedWords })
    let text = names.map { FoldedText.words($0) }.joined(separator: " ")
    let isFRIA =
      !words.isDisjoint(with: ["iama", "fria"])
      || ["mensenrechten", "fundamental rights"].contains { text.contains($0) }
    if isFRIA { return .fria }
    let isDPIA =
      !words.isDisjoint(with: ["dpia", "pia"])
      || ["gegevensbescherming", "data protection impact"].contains { text.contains($0) }
    return isDPIA ? .dpia : nil
  }

  static func read(_ root: NodeCursor, into artifact: inout Artifact) {
    artifact.title = artifact.text(root["name"])
    artifact.created = root["date"].flatMap { artifact.statedDate($0) }
    artifact.modified = root.at("provenance", "timestamp").flatMap { artifact.statedDate($0) }
    var authors: Set<String> = []
    for content in artifact.sections(root["contents"]) {
      for author in artifact.sections(content["authors"]) {
        guard let name = artifact.text(author["name"]), authors.insert(name).inserted else {
          continue
        }
        artifact.parties.append(Party(role: .author, name: name, source: author.source))
      }
      guard let question = artifact.text(content["question"]),
        let topic = topic(of: question, in: artifact.kind)
      else { continue }
      let answer = content["answer"].map { artifact.texts($0) } ?? []
      artifact.addStatement(
        topic,
        answer.joined(separator: "\n"),
        question: question,
        items: answer.count > 1 ? answer : [],
        at: (content["answer"] ?? content).source
      )
    }
  }

  private static func topic(of question: String, in kind: ArtifactKind) -> Topic? {
    let words = FoldedText.words(question)
    let table = kind == .fria ? friaWords : dpiaWords
    return table.first { row in row.words.contains { words.contains($0) } }?.topic
  }

  /// Words of questions, English and Dutch, most telling first.
  private static let friaWords: [(words: [String], topic: Topic)] = [
    (
      ["complain", "redress", "klacht", "governance", "responsib", "verantwoordelijk"],
      .friaRemedies
    ),
    (["oversight", "human control", "medewerker", "menselijke"], .friaOversight),
    (["harm", "adverse", "negative", "risk", "nadelig", "negatie", "risico"], .friaHarms),
    (["which people", "groups", "who is affected", "groepen", "betrokkenen"], .friaGroups),
    (["how often", "frequen", "how long", "period", "periode"], .friaPeriod),
    (["purpose", "goal", "process", "doel", "aanleiding", "proces"], .friaProcesses),
  ]

  private static let dpiaWords: [(words: [String], topic: Topic)] = [
    (["residual", "remaining risk", "resterend", "restrisico"], .dpiaResidualRisk),
    (["measure", "mitigat", "maatregel"], .dpiaMeasures),
    (["risk", "risico"], .dpiaRisks),
    (["legal basis", "lawful", "rechtsgrond", "grondslag"], .dpiaLegalBasis),
    (["necess", "proportion", "noodza", "evenredig"], .dpiaNecessity),
    (["retention", "retain", "how long", "bewaar"], .dpiaRetention),
    (["minimi"], .dpiaMinimisation),
    (["transfer", "doorgifte"], .dpiaTransfers),
    (["data protection officer", "dpo", "functionaris"], .dpiaDPOAdvice),
    (["consult", "views of"], .dpiaConsultation),
    (["processor", "recipient", "third part", "verwerker", "ontvanger"], .dpiaProcessors),
    (["purpose", "doel"], .dpiaPurposes),
    (
      ["describe", "description", "what data", "personal data", "beschrijf", "gegevens"],
      .dpiaDescription
    ),
  ]
}
