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
        pack, rule   a folder with a rule pack of your own; one more rule for it
        record       a governance document, such as --type risk_management
        coverage     where the contents of --scheme annex_iv stand, as printed text

      Documents are filled with what the declaration and the tree say: model, version, contact, \
      dataset, figures of evaluations, protected attributes, commit. What rules still ask of the \
      document at the tier of the system is listed. A fresh template never passes: its texts are \
      marked as placeholders. \
      'modelgate new schema NAME' writes the JSON Schema of a file format, for editors.

      EXAMPLES
        modelgate new system --id credit-scoring --name "Credit scoring"
        modelgate new model-card services/credit/MODEL_CARD.md
        modelgate new dpia -                          print it instead
        modelgate new pack policy/ours                 policy/ours/pack.yaml, rules/
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
      let types = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        kind == .record
          ? "a record needs --type; the types are \(types)" : "only a record has a --type"
      )
    }
    guard (scheme != nil) == (kind == .coverage) else {
      let schemes = CoverageScheme.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        kind == .coverage
          ? "a coverage needs --scheme; the schemes are \(schemes)"
          : "only a coverage has a --scheme"
      )
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

  /// Writes a document to where it was asked for, and returns the path unless it was printed.
  @discardableResult
  private func write(_ text: String, as fileName: String) throws -> String? {
    let place = destination.map { Self.isFolder($0) ? Self.join($0, fileName) : $0 } ?? fileName
    guard place != "-" else {
      try Terminal.printOutput(Page(document: text))
      return nil
    }
    try NewFile(path: place, isReplacing: force).write(text)
    return place
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return path.hasSuffix("/") || (exists && isFolder)
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private func knownFacts(_ day: CalendarDate) async throws -> KnownFacts {
    guard let root = RepositoryPlace(of: ".").root else { return KnownFacts() }
    return await KnownFacts.make(try .ofFiles(at: root, day), id: id)
  }

  /// A pack is a folder: unless a file is named, its description and a first rule are written there.
  private func writePack(_ day: CalendarDate) throws {
    let folder = destination ?? "."
    let name = RepositoryPlace(of: folder).name
    let id = id ?? Templates.identifier(from: name) ?? "our-pack"
    for kind in [Templates.Kind.pack, .rule] {
      let text = try Templates.text(of: kind, id: id, name: self.name ?? id, day: day)
      try NewFile(path: Self.join(folder, kind.fileName), isReplacing: force).write(text)
    }
    Terminal.printError(
      Page(lines: "next: 'modelgate test \(folder)', then name it in modelgate.yml\n")
    )
  }

  private func writeTemplate(_ kind: Templates.Kind) async throws {
    let day = try RunRequest.today()
    let isFile =
      destination == "-" || [".yaml", ".yml"].contains { destination?.hasSuffix($0) == true }
    if kind == .pack, !isFile { return try writePack(day) }
    let known = try await knownFacts(day)
    let id = id ?? known.id ?? "my-system"
    let text = try Templates.text(
      of: kind,
      id: id,
      name: name ?? known.name ?? id,
      day: day,
      known: known
    )
    guard let path = try write(text, as: kind.fileName) else { return }
    if kind == .evaluation { Terminal.printError(Self.rowsOfPeople) }
    try await showWhatIsAsked(of: path, kind, known, day)
  }

  /// Rows of one person are no independent cases, and intervals that take them for that are too narrow.
  private static let rowsOfPeople = Page(
    lines: """
      one row per person? if several rows belong to one, clusters says so: {"count": people, "icc": …};
      n_effective or design_effect of a group says what weights and strata cost

      """
  )

  /// What the rules still find in the new document, which is what matters at the tier of the system.
  private func showWhatIsAsked(
    of path: String,
    _ kind: Templates.Kind,
    _ known: KnownFacts,
    _ day: CalendarDate
  ) async throws {
    let place = RepositoryPlace(of: path)
    guard let tier = known.tier, let root = place.root else { return }
    let request = try RunRequest.ofFiles(at: root, day)
    do throws(RunFailure) {
      let report = try await GateRun(request).run().report
      if let key = kind.artifactKey, report.leavesUnclaimed(place.folder) {
        Terminal.printError(
          Page(lines: "next: name \(place.folder) under 'artifacts: \(key)' of the declaration\n")
        )
        return
      }
      let asked = report.asked(of: place.folder)
      guard !asked.isEmpty else { return }
      Terminal.printError(
        Page(lines: "at the tier '\(tier.rawValue)' the rules ask of it:\n\(asked)")
      )
    } catch {
      Terminal.printError(Page(lines: "the new file could not be checked yet: \(error)\n"))
    }
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
