// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// The governance record in Markdown: headings, labelled lines, or a table of two columns.
  static let markdownRecord = ArtifactFormat(
    name: "markdown-record",
    summary: "governance record in Markdown, such as a risk management file",
    fileNames: GovernanceRecord.fileNames(endings: "md,markdown"),
    detect: { GovernanceRecord.detect($0) },
    read: { file, _ in GovernanceRecord.artifacts(of: file) }
  )

  /// The governance record under keys.
  static let keyedRecord = ArtifactFormat(
    name: "keyed-record",
    summary: "governance record in YAML or JSON, such as a register of processing",
    fileNames: GovernanceRecord.fileNames(endings: "yaml,yml,json"),
    detect: { GovernanceRecord.detectKeyed($0) },
    read: { file, _ in GovernanceRecord.keyedArtifacts(of: file) }
  )
}

/// Reads governance records; their kind comes from the declaration, else from what they call
/// themselves, else from their headings.
enum GovernanceRecord {
  /// How many topics tell a record whose title or name only mentions the kind.
  private static let mentionedTopics = 3

  // MARK: Markdown

  static func detect(_ file: ParsedFile) -> Detection {
    guard let document = file.markdown else { return .no(reason: "it is no Markdown") }
    if let declared = file.declaredRecord { return declaration(of: declared) }
    let title = document.title ?? ""
    let stem = TreePath.stem(of: file.path)
    for kind in mentioned(in: title) + mentioned(in: stem) {
      let names = SelfNames(RecordNames.lowercased(of: kind))
      let table = RecordTopics.table(of: kind)
      let topics = Set(
        file.headings.flatMap { table.topics(of: $0) }
          + labels(in: document).flatMap { table.topics(of: $0) }
      )
      let use = SelfName(title, among: names)
      let isNamedSo = SelfName(stem, among: names) == .whole
      if use == .whole, topics.count > (isNamedSo ? 0 : 1) {
        return yes("it calls itself a record of \(kind.words)", .likely)
      }
      if topics.count >= mentionedTopics {
        return yes(
          "its name or title speaks of \(kind.words), and it has the headings of such a record",
          .likely
        )
      }
      if use != .absent || isNamedSo {
        return yes("its name or title speaks of \(kind.words)", .weak)
      }
    }
    return .no(reason: "it has neither the name nor the headings of a governance record")
  }

  /// The labels of facts, and the first column of tables with two.
  private static func labels(in document: MarkdownDocument) -> [String] {
    document.sections.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .table(let table) = block.content, table.header.count == 2 else {
        return block.fields.map(\.label)
      }
      return table.rows.compactMap { $0.first?.text }
    }
  }

  static func artifacts(of file: ParsedFile) -> [Artifact] {
    guard let document = file.markdown, let kind = kind(of: file, titled: document.title) else {
      return []
    }
    let table = RecordTopics.table(of: kind)
    let reading = MarkdownReading(file, document, table: table, withFrontMatter: true)
    var artifact = reading.artifact(.record, format: "markdown-record")
    artifact.recordKind = kind
    artifact.version = reading.fact(HeaderLabels.version).flatMap {
      VersionText.version(in: $0.text)
    }
    let risks = RiskTables(reading, table: table)
    artifact.risks = risks.risks
    if kind == .riskManagement, !artifact.risks.isEmpty,
      artifact.statement(.riskFileRows)?.state != .substantive, let first = artifact.risks.first
    {
      artifact.addStatement(
        .riskFileRows,
        artifact.risks.map { [$0.name, $0.mitigation ?? ""].joined(separator: ": ") }
          .joined(separator: "\n"),
        at: first.source
      )
    }
    artifact.models = modelNames(of: reading)
    // Other records quote figures of all kinds; these declare them (AI Act Art. 15(3)).
    if kind == .instructionsForUse {
      artifact.measurements = MetricTable.measurements(of: reading, &artifact)
      UnreadFigures.add(of: reading.document, in: reading.file, to: &artifact)
    }
    return [artifact]
  }

  private static func modelNames(of reading: MarkdownReading) -> [ModelRecord] {
    guard let model = reading.fact(HeaderLabels.model) else { return [] }
    let (name, version) = VersionText.splitName(model.text)
    let stated = reading.fact(["model version"])?.text
    return [ModelRecord(name: name, version: stated ?? version, source: model.source)]
  }

  // MARK: YAML and JSON

  static func detectKeyed(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap, root["properties"] == nil else {
      return .no(reason: "it is no JSON or YAML map of facts")
    }
    if let declared = file.declaredRecord { return declaration(of: declared) }
    if let type = statedType(root) {
      guard let kind = statedKind(root) else {
        return .no(reason: "'\(Excerpt.line(type.text ?? ""))' is no type of governance record")
      }
      return yes("it says that it is a record of \(kind.words)", .certain)
    }
    guard let kind = kind(named: TreePath.stem(of: file.path)) else {
      return .no(reason: "its name is that of no governance record")
    }
    let table = RecordTopics.table(of: kind)
    let topics = Set(root.members.flatMap { table.topics(of: FoldedText.words($0.0)) })
    return topics.count > 1
      ? yes("its name is that of a record of \(kind.words), and it has the keys of one", .likely)
      : .no(reason: "its name is that of a record of \(kind.words), but its keys are not")
  }

  private static func statedType(_ root: NodeCursor) -> NodeCursor? {
    root["record"] ?? root["record_type"]
  }

  /// The type of record that a map of YAML or JSON says to be.
  static func statedKind(_ root: NodeCursor) -> RecordKind? {
    statedType(root)?.choice(of: RecordKind.self)
  }

  static func keyedArtifacts(of file: ParsedFile) -> [Artifact] {
    guard let root = file.rootMap else { return [] }
    let told = file.declaredRecord ?? statedKind(root)
    guard let kind = told ?? kind(named: TreePath.stem(of: file.path)) else { return [] }
    return file.artifacts(.record, "keyed-record") { root, artifact in
      artifact.recordKind = kind
      var facts = KeyedFacts(table: RecordTopics.table(of: kind), titles: ["title", "name"])
      facts.read(root, into: &artifact)
      artifact.title = facts.name
      artifact.version = facts.version
      artifact.status = root["status"]?.text
      artifact.risks = (root["risks"]?.elements ?? []).compactMap(risk)
      artifact.approvals = (root["approvals"]?.elements ?? []).compactMap(RecordReading.approval)
    }
  }

  private static func risk(_ cursor: NodeCursor) -> Risk? {
    let names = RiskField.names.union(["name", "title", "hazard"])
    let members = cursor.members.map { (FoldedText.words($0.0), $0.1) }
    guard let name = members.first(where: { names.contains($0.0) })?.1.text else { return nil }
    var risk = Risk(name: name, source: cursor.source)
    for (words, value) in members {
      guard let path = RiskField.path(named: words) ?? RiskField.ownerPath(named: words) else {
        continue
      }
      risk[keyPath: path] = risk[keyPath: path] ?? value.text
    }
    return risk
  }

  // MARK: Kinds

  private static func kind(of file: ParsedFile, titled title: String?) -> RecordKind? {
    if let declared = file.declaredRecord { return declared }
    return kind(named: title ?? "") ?? kind(named: TreePath.stem(of: file.path))
  }

  private static func kind(named text: String) -> RecordKind? { mentioned(in: text).first }

  /// The kinds whose name occurs in a title or a file name, in their order.
  private static func mentioned(in text: String) -> [RecordKind] {
    guard !text.isEmpty else { return [] }
    let names = KindNames.all
    var found = FoldedText.words(text).spacedWords.flatMap { names.beginning(with: $0) }
    if !text.isASCII { found += written }
    let kinds = Set(found.filter { SelfName(text, among: [$0.name]) != .absent }.map(\.kind))
    return RecordKind.allCases.filter(kinds.contains)
  }

  /// The names that are written without spaces around them.
  private static let written = KindNames.all.names.filter { SelfName.isWritten($0.name) }

  private static func declaration(of kind: RecordKind) -> Detection {
    yes("it is declared as a record of \(kind.words)", .certain)
  }

  private static func yes(_ reason: String, _ confidence: Detection.Confidence) -> Detection {
    .yes(kind: .record, reason: reason, confidence: confidence)
  }

  /// The names of files that may be records: those that nothing else is called.
  static func fileNames(endings: String) -> [String] {
    let stems = [
      "risk[-_ ]management", "risk[-_ ]register", "instructions[-_ ]for[-_ ]use",
      "human[-_ ]oversight",
      "log[-_ ]specification", "logging[-_ ]specification", "post[-_ ]market",
      "incident[-_ ]runbook",
      "incident[-_ ]response", "transparency[-_ ]notice", "notices", "ropa",
      "record[-_ ]of[-_ ]processing", "register[-_ ]of[-_ ]processing", "processing[-_ ]register",
      "contest[-_ ]procedure",
      "rights[-_ ]procedure", "supplier[-_ ]register", "vendor[-_ ]register",
      "copyright[-_ ]policy",
      "training[-_ ]summary", "training[-_ ]data[-_ ]summary", "bias[-_ ]audit", "ai[-_ ]literacy",
      "deployment[-_ ]record", "security[-_ ]assessment", "security[-_ ]measures", "red[-_ ]team",
      "special[-_ ]categor", "quality[-_ ]management", "risikomanagement", "betriebsanleitung",
      "verarbeitungsverzeichnis", "gestion[-_ ]des[-_ ]risques", "registre[-_ ]des[-_ ]traitements",
      "gestion[-_ ]de[-_ ]riesgos", "gestione[-_ ]dei[-_ ]rischi", "risicobeheer",
      "verwerkingsregister",
      "riskhantering", "bruksanvisning", "risikoregister", "menschliche[-_ ]aufsicht",
      "gebrauchsanweisung", "protokollierung", "vorf*ll", "transparenzhinweis",
      "lieferantenregister", "betroffenenrechte", "anfechtung", "einspruch", "ki[-_ ]kompetenz",
      "marktbeobachtung", "einsatzprotokoll", "sicherheitsma", "sicherheitsbewertung",
      "contr*le[-_ ]humain", "journalisation", "gestion[-_ ]des[-_ ]incidents",
      "supervis*[-_ ]humana",
      "instrucciones[-_ ]de[-_ ]uso", "registro[-_ ]de", "registo[-_ ]d", "sorveglianza[-_ ]umana",
      "istruzioni[-_ ]per", "menselijk[-_ ]toezicht", "gebruiksaanwijzing", "leveranciersregister",
      "nadz*r[-_ ]cz", "instrukcja", "rejestr[-_ ]", "m*nsklig[-_ ]tillsyn", "incidenthantering",
    ]
    return ["**/{\(stems.joined(separator: ","))}*.{\(endings)}", "**/records/*.{\(endings)}"]
  }
}

extension RecordKind {
  /// The kind in running text.
  var words: String { rawValue.replacing("_", with: " ") }
}
