// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// `modelgate inspect`: the normalized records, for scripts and other policy engines.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print the normalized records of artifacts as JSON.",
    discussion: """
      Works on any repository, also on one without modelgate.yml and ai-system.yml. Without a path \
      it prints whole dossiers; with paths, every recognized file under them.

      EXAMPLES
        modelgate inspect
        modelgate inspect --repo /srv/git/models.git --rev v2 models/credit
        modelgate inspect --file ../MODEL_CARD.md
      """
  )

  /// How the records are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
  }

  @OptionGroup var repository: RepositoryOptions
  @OptionGroup var policy: PolicyOptions

  @Option(help: "The only format so far is json.")
  var output = Format.json

  @Option(help: ArgumentHelp("Read one file from disk instead of git.", valueName: "path"))
  var file: String?

  @Argument(help: "Files or folders of the tree.")
  var paths: [String] = []

  func run() async throws {
    guard try await show() else { throw ExitCode(ExitStatus.undecided.rawValue) }
  }

  /// Prints the records; whether everything could be read.
  private func show() async throws -> Bool {
    guard let file else {
      // What is printed on the same terminal shows progress enough.
      return try await ProgressLine.during(
        try RunRequest(repository, policy),
        isQuiet: Terminal.showsOutput
      ) {
        try await Inspection.show($0, below: paths, to: Terminal.printOutput)
      }
    }
    return try Inspection.showFile(file, to: Terminal.printOutput)
  }
}
