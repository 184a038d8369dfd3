// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate

/// `modelgate new KIND`: writes one document from its template.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a document from its template.",
    discussion: """
      KINDS
        model-card   a model card (Mitchell et al. 2019)
        datasheet    a datasheet for a dataset (Gebru et al. 2021)
        evaluation   evaluation results with group counts
        dpia         a data protection impact assessment (GDPR Art. 35)
        system       a system declaration with the questionnaire for the risk tier
        waivers      a waiver file

      A fresh template never passes: its texts are marked as placeholders.

      EXAMPLES
        modelgate new system --id credit-scoring --name "Credit scoring"
        modelgate new model-card services/credit/MODEL_CARD.md
        modelgate new dpia -                          print it instead
      """
  )

  @Argument(help: "What to write.")
  var kind: Templates.Kind

  @Argument(help: "Where to write it; - prints it. Default: the name that discovery looks for.")
  var destination: String?

  @Option(help: "The id of the system.")
  var id = "my-system"

  @Option(help: "The name of the system or the model.")
  var name: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  func run() throws {
    let text = try Templates.text(of: kind, id: id, name: name ?? id)
    guard destination != "-" else { return Terminal.printOutput(Array(text.utf8)) }
    let writer = NewFile(path: destination ?? kind.fileName, isReplacing: force)
    try writer.write(text)
  }
}

/// A file that is only written where none is yet, unless the caller insists.
struct NewFile {
  let path: String
  let isReplacing: Bool

  func write(_ text: String) throws {
    guard isReplacing || !FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("'\(path)' exists; give another path, or --force to replace it.")
    }
    var files = OutputFiles()
    try files.stage(Array(text.utf8), at: path)
    try files.commit()
    Terminal.printError("wrote \(path)\n")
  }
}
