// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import Gate
internal import GateModel
internal import Texts

/// The names of the commands, looked at before the parser does, which answers a mistyped one with help.
enum CommandNames {
  /// Refuses a command that there is not, also after `help` and below another command.
  static func check(_ arguments: [String]) throws(RunFailure) {
    var names = arguments.prefix { !$0.hasPrefix("-") }
    if names.first == "help" { names.removeFirst() }
    var commands = Modelgate.configuration.subcommands
    var path = "modelgate"
    for name in names {
      guard !commands.isEmpty else { return }
      let known = commands.compactMap { $0.configuration.commandName }
      guard let index = known.firstIndex(of: name) else {
        if path == "modelgate", name == "help" { return }
        throw unknown(name, among: known, of: path)
      }
      path += " \(name)"
      commands = commands[index].configuration.subcommands
    }
  }

  private static func unknown(
    _ name: String,
    among known: [String],
    of path: String
  ) -> RunFailure {
    let suggestion = Suggestion.closest(to: name, among: known)
    let command = path == "modelgate" ? "command" : "command of '\(path)'"
    let help = suggestion.map { "did you mean '\($0)'?" } ?? "see '\(path) --help'"
    let problem = Problem(message: "there is no \(command) '\(name)'", help: help)
    return RunFailure(.configuration, [problem])
  }
}

/// What the parser of the command line says, in the style of everything else.
enum UsageText {
  /// The message with `error:` before it, without the capital letter that the parser begins with.
  static func inOneStyle(_ text: String) -> String {
    let prefix = "Error: "
    guard text.hasPrefix(prefix) else { return text }
    let message = text.dropFirst(prefix.count)
    return suggesting("error: " + message.prefix(1).lowercased() + message.dropFirst())
  }

  /// The message about a value that is none of a few words, with the word that was probably meant.
  ///
  /// The parser says "the value 'x' is invalid for 'option'. Please provide one of" and then the
  /// words, in quotes or each on a line of its own.
  private static func suggesting(_ text: String) -> String {
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count > 4, parts[0] == "error: the value ", parts[2] == " is invalid for " else {
      return text
    }
    let rest = parts[4...].joined(separator: "'")
    let lines = rest.split(separator: "\n")
    let quoted = (lines.first ?? "").split(separator: "'", omittingEmptySubsequences: false)
    let offered = quoted.indices.filter { $0 % 2 == 1 }.map { String(quoted[$0]) }
    let listed = lines.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    let wanted = String(parts[1].prefix { $0 != "=" })
    guard
      let word = Suggestion.closest(to: wanted, among: offered.isEmpty ? listed : offered)
    else { return text }
    let begin = parts[..<4].joined(separator: "'")
    return "\(begin)'; did you mean '\(word)'? " + rest.drop { $0 == "." || $0 == " " }
  }
}
