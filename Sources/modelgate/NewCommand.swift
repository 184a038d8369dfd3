// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate new KIND`: writes one document from its template.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a document from its template.",
    usage: "modelgate new [<options>] <kind> [<destination>]",
    discussion: """
      KINDS
        model-card   a model card (Mitchell et al. 2019)
        datasheet    a datasheet for a dataset (Gebru et al. 2021)
        evaluation   evaluation results with group counts
        dpia         a data protection impact assessment (GDPR Art. 35)
        system       a system declaration with the questionnaire for the risk tier
        waivers      a waiver file
        policy       a policy
        pack, rule   a rule pack of your own, and a rule for it
        record       a governance document, such as --type risk_management
        coverage     where the contents of --scheme annex_iv stand, as printed text

      Documents are filled with what the declaration says: model, version, contact, protected \
      attributes. A fresh template never passes: its texts are marked as placeholders. \
      'modelgate new schema NAME' writes the JSON Schema of a file format, for editors.

      EXAMPLES
        modelgate new system --id credit-scoring --name "Credit scoring"
        modelgate new model-card services/credit/MODEL_CARD.md
        modelgate new dpia -                          print it instead
        modelgate new schema ai-system                 ai-system.schema.json
        modelgate new record --type risk_management    docs/risk-management.md
        modelgate new coverage --scheme annex_iv
      """
  )

  @Argument(help: "What to write.")
  var kind: DocumentKind

  @Argument(help: "Where to write it; - prints it. Default: the name that discovery looks for.")
  var destination: String?

  @Option(help: "The id of the system; default: that of the declaration.")
  var id: String?

  @Option(help: "The name of the system or the model.")
  var name: String?

  @Option(help: "The type of a record, such as risk_management or ropa.")
  var type: String?

  @Option(help: "The scheme of a coverage, such as annex_iv or gdpr_30_1.")
  var scheme: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  func validate() throws {
    guard (type != nil) == (kind == .record) else {
      throw ValidationError("a record needs --type, and nothing else has one")
    }
    guard (scheme != nil) == (kind == .coverage) else {
      throw ValidationError("a coverage needs --scheme, and nothing else has one")
    }
  }

  func run() async throws {
    switch kind {
    case .template(let kind): try await writeTemplate(kind)
    case .schema: try writeSchema()
    case .record: try await writeRecord()
    case .coverage: try await writeCoverage()
    }
  }

  private func writeRecord() async throws {
    let draft = try RecordDraft(type: type ?? "")
    let day = try RunRequest.today()
    let known = try await knownFacts(day)
    let name = name ?? known.name ?? id ?? "my-system"
    try write(draft.text(known: known, name: name, day: day), as: draft.fileName)
  }

  /// It is part of a declaration, so that it is printed unless a file is named.
  private func writeCoverage() async throws {
    let day = try RunRequest.today()
    let request = try RepositoryPlace(of: ".").root.map { try RunRequest.ofFiles(at: $0, day) }
    let draft = try await CoverageDraft.make(scheme: scheme ?? "", request, id: id)
    try write(draft.text, as: "-")
  }

  private func write(_ text: String, as fileName: String) throws {
    let place = destination ?? fileName
    guard place != "-" else { return try Terminal.printOutput(Page(document: text)) }
    try NewFile(path: place, isReplacing: force).write(text)
  }

  private func knownFacts(_ day: CalendarDate) async throws -> KnownFacts {
    guard let root = RepositoryPlace(of: ".").root else { return KnownFacts() }
    return await KnownFacts.make(try .ofFiles(at: root, day), id: id)
  }

  private func writeTemplate(_ kind: Templates.Kind) async throws {
    let day = try RunRequest.today()
    let known = try await knownFacts(day)
    let id = id ?? known.id ?? "my-system"
    let text = try Templates.text(
      of: kind,
      id: id,
      name: name ?? known.name ?? id,
      day: day,
      known: known
    )
    try write(text, as: kind.fileName)
  }

  private func writeSchema() throws {
    let name = destination ?? "ai-system"
    let schema = try ReferenceDocuments.schema(named: name)
    try NewFile(path: "\(name).schema.json", isReplacing: force).write(schema)
    Terminal.printError(
      Page(
        lines:
          "for completion, begin a file with '# yaml-language-server: $schema=./\(name).schema.json'\n"
      )
    )
  }
}

/// What `modelgate new` writes.
enum DocumentKind: Hashable, ExpressibleByArgument, CaseIterable {
  case template(Templates.Kind)
  case schema
  case record
  case coverage

  static var allCases: [DocumentKind] {
    Templates.Kind.allCases.map { .template($0) } + [.schema, .record, .coverage]
  }

  init?(argument: String) {
    guard let kind = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = kind
  }

  static var allValueStrings: [String] { allCases.map(\.name) }

  var defaultValueDescription: String { name }

  private var name: String {
    switch self {
    case .template(let kind): kind.rawValue
    case .schema: "schema"
    case .record: "record"
    case .coverage: "coverage"
    }
  }
}

/// A file that is only written where none is yet, unless the caller insists.
struct NewFile {
  let path: String
  let isReplacing: Bool

  func write(_ text: String) throws {
    guard isReplacing || !FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("'\(path)' exists; give another path, or --force to replace it")
    }
    try OutputFiles.write(Array(text.utf8), to: path)
    Terminal.printError(Page(lines: "wrote \(path)\n"))
  }
}
