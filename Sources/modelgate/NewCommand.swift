// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
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

      Documents are filled with what the declaration says: model, version, contact, protected \
      attributes. A fresh template never passes: its texts are marked as placeholders. \
      'modelgate new schema NAME' writes the JSON Schema of a file format, for editors.

      EXAMPLES
        modelgate new system --id credit-scoring --name "Credit scoring"
        modelgate new model-card services/credit/MODEL_CARD.md
        modelgate new dpia -                          print it instead
        modelgate new schema ai-system                 ai-system.schema.json
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

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() async throws {
    guard case .template(let kind) = kind else { return try writeSchema() }
    let day = try RunRequest.today()
    var known = KnownFacts()
    if let root = RepositoryPlace(of: ".").root {
      known = await KnownFacts.make(.ofFiles(at: root, day), id: id)
    }
    let id = id ?? known.id ?? "my-system"
    let text = try Templates.text(
      of: kind,
      id: id,
      name: name ?? known.name ?? id,
      day: day,
      known: known
    )
    guard destination != "-" else { return try Terminal.printOutput(Page(document: text)) }
    let writer = NewFile(path: destination ?? kind.fileName, isReplacing: force)
    try writer.write(text)
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
enum DocumentKind: ExpressibleByArgument, CaseIterable {
  case template(Templates.Kind)
  case schema

  static var allCases: [DocumentKind] { Templates.Kind.allCases.map { .template($0) } + [.schema] }

  init?(argument: String) {
    guard argument != "schema" else {
      self = .schema
      return
    }
    guard let kind = Templates.Kind(rawValue: argument) else { return nil }
    self = .template(kind)
  }

  static var allValueStrings: [String] { Templates.Kind.allCases.map(\.rawValue) + ["schema"] }

  var defaultValueDescription: String {
    switch self {
    case .template(let kind): kind.rawValue
    case .schema: "schema"
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
    var files = OutputFiles()
    try files.stage(Array(text.utf8), at: path)
    try files.commit()
    Terminal.printError(Page(lines: "wrote \(path)\n"))
  }
}
