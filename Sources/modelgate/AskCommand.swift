// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate ask`: what is still open in a declaration.
struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "List or ask what is still open in the declarations.",
    discussion: """
      Everything that is open is listed once, in the order of the law: the key, the article, the \
      question, and what each answer would change. At a terminal the questions of one declaration are \
      asked one by one. --shorten rewrites a long declaration into the short form without changing \
      what it says.

      EXAMPLES
        modelgate ask
        modelgate ask services/credit/ai-system.yml
        modelgate ask --shorten services/credit/ai-system.yml
      """
  )

  @Argument(help: "A declaration, by its path or its id; default: all of the repository.")
  var declaration: String?

  @Flag(help: "Rewrite the declaration into the short form.")
  var shorten = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day to ask for, YYYY-MM-DD; default: today in UTC.", valueName: "date")
  )
  var asOf: CalendarDate?

  func run() async throws {
    let day = try asOf ?? RunRequest.today()
    if shorten { return try shortenDeclaration(day) }
    guard let root = RepositoryPlace(of: ".").root else {
      throw ValidationError("There is no git repository here; run 'git init' first.")
    }
    if let declaration, Terminal.isInteractive,
      FileManager.default.fileExists(atPath: declaration)
    {
      return try await Interview(path: declaration, day: day).run()
    }
    let open = try await OpenAnswers.make(.ofFiles(at: root, day), path: fromRoot(root))
    try Terminal.printOutput(Page(open.systems, style: Terminal.style(noColor: true)))
  }

  /// The path as the tree has it; an id stays as it is.
  private func fromRoot(_ root: String) -> String? {
    guard let declaration, FileManager.default.fileExists(atPath: declaration) else {
      return declaration
    }
    let place = RepositoryPlace(of: declaration)
    return place.root == root ? place.folder : declaration
  }

  private func shortenDeclaration(_ day: CalendarDate) throws {
    let path = declaration ?? "ai-system.yml"
    let shortened = try DeclarationShortening(of: path, day: day)
    guard shortened.text != shortened.original else {
      let rest =
        shortened.lacksStatement ? ": \(shortened.summary)" : ", which is as short as it can be"
      return Terminal.printError(Page(lines: "kept \(path)\(rest)\n"))
    }
    try NewFile(path: path, isReplacing: true).write(shortened.text)
    Terminal.printError(Page(lines: "\(shortened.summary)\n"))
  }
}
