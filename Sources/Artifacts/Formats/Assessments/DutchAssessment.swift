// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The JSON of the Dutch government's assessment forms: DPIA, pre-scan and IAMA.
  static let dutchAssessment = ArtifactFormat(
    name: "nl-dpia",
    summary: "Dutch government DPIA, pre-scan DPIA or IAMA (JSON, assessment output v2)",
    fileNames: [
      "**/{dpia,iama,prescan,pre-scan,fria,data[-_]protection[-_]impact}*.json",
      "**/*{-dpia,_dpia,-iama,_iama}.json",
    ],
    detect: DutchAssessment.detect,
    read: { file, kind in
      guard let root = file.rootMap else { return [] }
      var artifact = file.artifact(kind, format: "nl-dpia")
      DutchAssessment(root: root).fill(&artifact)
      return [artifact]
    }
  )
}

/// Reads answers that are keyed by the ids of the form's questions.
///
/// A definitive DPIA that a controller has signed and dated counts as approved; `definitief`
/// without that is `final`, and `concept` is `draft`.
struct DutchAssessment {
  private let root: NodeCursor
  private let form: DutchForm?

  init(root: NodeCursor) {
    self.root = root
    form = Self.form(of: root)
  }

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON map") }
    let isNamed = root["$schema"]?.text?.contains("assessment-output") ?? false
    guard root["answers"]?.node.map != nil, let urn = root.at("metadata", "urn")?.text else {
      return .no(reason: "it has no 'answers' with a 'metadata.urn'")
    }
    guard let form = form(of: root) else {
      return .no(reason: "'metadata.urn' is '\(Excerpt.line(urn))', which is no known form")
    }
    return .yes(
      kind: form.kind,
      reason: "'metadata.urn' is \(Excerpt.line(urn))",
      confidence: isNamed ? .certain : .likely
    )
  }

  /// The form whose URN an export names, as in `urn:nl:dpia:3.0`.
  private static func form(of root: NodeCursor) -> DutchForm? {
    let parts = root.at("metadata", "urn")?.text?.split(separator: ":") ?? []
    guard parts.count >= 3, parts[0] == "urn", parts[1] == "nl" else { return nil }
    return DutchForm.all.first { $0.name == parts[2] }
  }

  func fill(_ artifact: inout Artifact) {
    guard let form else { return }
    let answers = DutchAnswers(root["answers"], &artifact)
    let metadata = artifact.section(root["metadata"])
    artifact.title = form.title
    artifact.language = "nl"
    artifact.formatVersion = metadata?["urn"]?.text?.split(separator: ":").dropFirst(3).first
      .map(String.init)
    artifact.created = metadata?["createdAt"].flatMap { artifact.statedDate($0) }
    checkVersion(metadata, known: form.version, &artifact)
    if let author = artifact.section(metadata?["createdBy"]) {
      artifact.addParty(
        Party(
          role: .author,
          name: artifact.text(author["name"]),
          contact: artifact.text(author["email"]),
          source: author.source
        )
      )
    }
    addStatements(form, answers, to: &artifact)
    if form.name == "dpia" { DutchDPIARecords(answers: answers).add(to: &artifact) }
    if form.name == "prescan" { addPrescanIssue(to: &artifact) }
  }

  private func addStatements(
    _ form: DutchForm,
    _ answers: DutchAnswers,
    to artifact: inout Artifact
  ) {
    for (ids, name, topics) in form.questions {
      let found = ids.flatMap { answers.below($0) }
      guard let first = found.first else { continue }
      // `true` and `false` are ticks in front of a text, not the text.
      let texts = found.flatMap(\.texts).filter { $0 != "true" && $0 != "false" }
      for topic in topics {
        artifact.addStatement(
          topic,
          texts.joined(separator: "\n"),
          question: name,
          at: first.cursor.source
        )
      }
    }
  }

  /// Another version may number its questions differently.
  private func checkVersion(
    _ metadata: NodeCursor?,
    known: String,
    _ artifact: inout Artifact
  ) {
    guard let urn = metadata?["urn"], artifact.formatVersion != known else { return }
    artifact.addUnknownVersion(urn, known: "version \(known) of this form")
  }

  private func addPrescanIssue(to artifact: inout Artifact) {
    artifact.addIssue(
      "screening-only",
      .warning,
      "this is a pre-scan, which decides whether an assessment is needed and is none; "
        + "export the DPIA itself",
      at: (root.at("metadata", "urn") ?? root).source
    )
  }
}
