// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Reporting

/// `modelgate hook install KIND`: puts a hook where git looks for it.
struct InstallHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put a hook where git looks for it.",
    discussion: """
      KINDS
        pre-commit   before a commit (default)
        pre-push     before a push
        pre-receive  on a server, for whole pushes
        update       on a server, for each reference

      Honours core.hooksPath and work trees, and never replaces a hook that exists. Where husky, \
      lefthook or pre-commit keep the hooks, it prints what to add to their files instead.

      EXIT STATUS
        0 in place, or said what to add   2 another hook is in the way
      """
  )

  @Argument(help: "Which hook.")
  var kind = HookInstallation.Kind.preCommit

  @Option(help: ArgumentHelp("The repository.", valueName: "path"))
  var repo = "."

  @Flag(
    name: .customLong("any-owner"),
    help: "Use the repository whoever owns it."
  )
  var anyOwner = false

  func run() throws {
    var request = try RunRequest(repository: repo)
    request.trustsAnyOwner = anyOwner
    let outcome = try HookInstallation(kind, for: request).install()
    try Terminal.printOutput(Page(document: outcome.text))
    guard outcome.isSettled else { throw ExitCode(ExitStatus.usage.rawValue) }
  }
}
