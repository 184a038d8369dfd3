// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate

/// `modelgate init`: a first policy and a first declaration.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a first policy and a first system declaration.",
    discussion: """
      Writes modelgate.yml and ai-system.yml into a folder; files that exist are left alone. The \
      declaration asks every question that decides the risk tier, with `unknown` as the answer, so \
      no check passes until somebody answers them.

      EXAMPLES
        modelgate init
        modelgate init services/credit --id credit-scoring
      """
  )

  @Argument(help: "The folder.")
  var folder = "."

  @Option(help: "The id of the system.")
  var id = "my-system"

  @Option(help: "The name of the system.")
  var name: String?

  func run() throws {
    for kind in [Templates.Kind.policy, .system] {
      let path = folder == "." ? kind.fileName : "\(folder)/\(kind.fileName)"
      guard !FileManager.default.fileExists(atPath: path) else {
        Terminal.printError("kept \(path), which exists\n")
        continue
      }
      let text = try Templates.text(of: kind, id: id, name: name ?? id)
      try NewFile(path: path, isReplacing: false).write(text)
    }
    Terminal.printError(
      "next: answer the questions in ai-system.yml, commit, and run 'modelgate check'\n"
    )
  }
}
