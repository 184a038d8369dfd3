// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import Reporting

/// The program: parses the command line, runs one command, and exits with its status.
@main
struct Modelgate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modelgate",
    abstract: "Judges the AI documentation of a git repository: pass, fail or undecided.",
    discussion: """
      Reads model cards, datasheets, evaluations and impact assessments from git objects at any \
      commit, derives the risk tier of each AI system, and evaluates rule packs. A pass means that \
      the evidence is present and consistent, not that a law is complied with.

      EXAMPLES
        modelgate check                     judge HEAD of the repository here
        modelgate check --rev v1.2 --output junit=gate.xml --evidence evidence.tar
        modelgate explain dpia-missing      what a rule asks for, and why
        modelgate init                      write a first policy and declaration
        modelgate --version                 which version this is

      EXIT STATUS
        0 pass   1 fail   2 usage, policy or rule pack error   3 undecided
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "Judge",
        subcommands: [CheckCommand.self, DiffCommand.self, FairnessCommand.self]
      ),
      CommandGroup(
        name: "Explain",
        subcommands: [
          ExplainCommand.self, ListCommand.self, InspectCommand.self, EvalCommand.self,
          TestCommand.self,
        ]
      ),
      CommandGroup(
        name: "Write",
        subcommands: [InitCommand.self, AskCommand.self, NewCommand.self]
      ),
      CommandGroup(
        name: "Evidence",
        subcommands: [
          VerifyCommand.self, SignCommand.self, KeygenCommand.self, LogCommand.self,
          PromoteCommand.self,
        ]
      ),
      CommandGroup(
        name: "Pipelines",
        subcommands: [BaselineCommand.self, MergeCommand.self, HookCommand.self]
      ),
      CommandGroup(
        name: "Posture",
        subcommands: [
          PostureCommand.self, HistoryCommand.self, CoverageCommand.self, WaiversCommand.self,
        ]
      ),
    ]
  )

  static func main() async {
    Terminal.prepare()
    EndingSignals.install()
    // The parser's own version flag would take the option of `promote --version V` for itself.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      showVersion()
    }
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.first == CheckCommand.name,
        let check = CheckCommand(plain: Array(arguments.dropFirst()))
      {
        return try await check.run()
      }
      try CommandNames.check(arguments)
      var command = try parsed(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(because: error)
    }
  }

  /// The command that arguments ask for.
  ///
  /// A check is read without looking at the other commands, which would take as long as the rest of
  /// its start. What is wrong with its arguments, or is no check, is for the parser of all commands,
  /// whose errors speak of the whole program.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.first == CheckCommand.name {
      do {
        return try CheckCommand.parse(Array(arguments.dropFirst()))
      } catch {
        // The parser of all commands finds the same mistake, and says it for the whole program.
      }
    }
    return try parseAsRoot(arguments)
  }

  private static func showVersion() -> Never {
    do throws(RunFailure) {
      try Terminal.printOutput(Page(lines: "\(ToolVersion.name) \(ToolVersion.number)\n"))
    } catch {
      leave(because: error)
    }
    exit(withStatus: .pass)
  }

  /// Ends the process; the parser's own errors become the status for usage errors.
  private static func leave(because error: any Error) -> Never {
    if let failure = error as? RunFailure {
      Terminal.printError(Page(failure.problems))
      exit(withStatus: ExitStatus(failure))
    }
    if let exitCode = error as? ExitCode { endProcess(exitCode.rawValue) }
    let text = fullMessage(for: error)
    guard exitCode(for: error) == .success else {
      Terminal.printError(Page(lines: UsageText.inOneStyle(text) + "\n"))
      exit(withStatus: .usage)
    }
    do {
      try Terminal.printOutput(Page(lines: text + "\n"))
    } catch {
      exit(withStatus: .usage)
    }
    exit(withStatus: .pass)
  }

  private static func exit(withStatus status: ExitStatus) -> Never {
    endProcess(status.rawValue)
  }
}
