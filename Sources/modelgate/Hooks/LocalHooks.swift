// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Glibc
internal import Reporting

/// `modelgate hook pre-commit`: judges what the commit would record.
struct PreCommitHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-commit",
    abstract: "Judge what is about to be committed.",
    usage: "modelgate hook pre-commit [<options>]",
    discussion: """
      Judges the index that git names in GIT_INDEX_FILE, which is another one for 'git commit -a' \
      and 'git commit PATH'.
      """
  )

  @OptionGroup var options: HookOptions

  func run() async throws {
    var request = try options.request()
    request.source = .index
    try HookText.finish(try await GateRun(request).run().report, on: "the index")
  }
}

/// `modelgate hook pre-push`: judges the commit of every reference that is pushed.
struct PrePushHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-push",
    abstract: "Judge every commit that is about to be pushed.",
    usage: "modelgate hook pre-push [<options>] [<remote> ...]",
    discussion: """
      Reads from standard input what git tells the hook. pre-commit keeps that to itself and names \
      one commit in its variables; without either, as where everything is up to date, HEAD is judged \
      and a note says so.
      """
  )

  @OptionGroup var options: HookOptions

  @Argument(help: "The name and the address of the remote, as git gives them; not needed.")
  var remote: [String] = []

  func run() async throws {
    let request = try options.request()
    let input = isatty(STDIN_FILENO) == 1 ? [] : try NamedInput.bytes("-")
    let references = try input.isEmpty ? fallback() : PushedReference.fromPush(input)
    let judgement = PushJudgement(request, policy: .ofRequest)
    guard !references.isEmpty else {
      Terminal.printError(
        Page(
          lines:
            "note: nothing is pushed, or git told the hook nothing; HEAD is judged, other references are not seen\n"
            + "help: where something is pushed, let the hook read its input (lefthook: use_stdin: true)\n"
        )
      )
      return try HookText.finish(try await GateRun(request).run().report, on: "HEAD")
    }
    try HookText.finish(await judgement.outcomes(of: references))
  }

  /// What pre-commit tells its hooks about the one push that it lets them see.
  private func fallback() throws -> [PushedReference] {
    let variables = ProcessInfo.processInfo.environment
    guard let commit = variables["PRE_COMMIT_TO_REF"], !commit.isEmpty else { return [] }
    Terminal.printError(
      Page(
        lines: "warning: pre-commit names one commit; other references of the push are not seen\n"
      )
    )
    let name = variables["PRE_COMMIT_REMOTE_BRANCH"] ?? "the pushed reference"
    let nothing = String(repeating: "0", count: 40)
    return [try PushedReference(name: name, old: nothing, new: commit)]
  }
}
