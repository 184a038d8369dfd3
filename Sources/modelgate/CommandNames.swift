// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Texts

/// The names of the commands, looked at before the parser does, which answers a mistyped one with help.
enum CommandNames {
  /// Refuses a command that there is not, also after `help`.
  static func check(_ arguments: [String]) throws(RunFailure) {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    if first == "help" {
      guard let second = arguments.dropFirst().first, !second.hasPrefix("-") else { return }
      return try require(second)
    }
    try require(first)
  }

  private static func require(_ name: String) throws(RunFailure) {
    let known =
      Modelgate.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(name) else { return }
    let suggestion = Suggestion.closest(to: name, among: known)
    throw RunFailure(
      .configuration,
      [
        Problem(
          message: "there is no command '\(name)'",
          help: suggestion.map { "did you mean '\($0)'?" } ?? "see 'modelgate --help'"
        )
      ]
    )
  }
}

/// What the parser of the command line says, in the style of everything else.
enum UsageText {
  /// The message with `error:` before it, without the capital letter that the parser begins with.
  static func inOneStyle(_ text: String) -> String {
    let prefix = "Error: "
    guard text.hasPrefix(prefix) else { return text }
    let message = text.dropFirst(prefix.count)
    return "error: " + message.prefix(1).lowercased() + message.dropFirst()
  }
}
