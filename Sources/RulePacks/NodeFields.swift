// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// Takes typed fields out of a YAML map and remembers everything that is wrong with it.
struct NodeFields {
  let path: String
  private(set) var problems: [Problem] = []

  init(path: String) {
    self.path = path
  }

  mutating func add(_ message: String, at position: SourcePosition, help: String) {
    problems.append(
      Problem(
        message: message,
        location: SourceLocation(path: path, position: position),
        help: help
      )
    )
  }

  mutating func add(_ problem: Problem) {
    problems.append(problem)
  }

  func location(of node: Node) -> SourceLocation {
    SourceLocation(path: path, position: node.position)
  }

  /// Names every key that is none of the known ones.
  mutating func rejectUnknownKeys(of map: Node, known: [String]) {
    for member in map.map ?? .empty where !known.contains(member.key) {
      let help =
        Suggestion.closest(to: member.key, among: known).map { "did you mean '\($0)'?" }
        ?? "known keys are: \(known.joined(separator: ", "))"
      add("unknown key '\(member.key)'", at: member.keyPosition, help: help)
    }
  }

  mutating func requiredText(_ key: String, of map: Node) -> String? {
    guard let node = map[key], !node.isNull else {
      add("the key '\(key)' is missing", at: map.position, help: "add '\(key): …'")
      return nil
    }
    return text(node, key: key)
  }

  mutating func optionalText(_ key: String, of map: Node) -> String? {
    guard let node = map[key], !node.isNull else { return nil }
    return text(node, key: key)
  }

  private mutating func text(_ node: Node, key: String) -> String? {
    guard let text = node.text, !text.isEmpty else {
      add("'\(key)' is not a text", at: node.position, help: "write one line of text")
      return nil
    }
    return text
  }

  mutating func flag(_ key: String, of map: Node, default fallback: Bool) -> Bool {
    guard let node = map[key], !node.isNull else { return fallback }
    guard let flag = node.bool else {
      add("'\(key)' is neither true nor false", at: node.position, help: "write true or false")
      return fallback
    }
    return flag
  }

  mutating func date(_ key: String, of map: Node) -> CalendarDate? {
    guard let node = map[key], !node.isNull else { return nil }
    guard let date = node.text.flatMap({ CalendarDate($0) }) else {
      add("'\(key)' is no date", at: node.position, help: "write it as YYYY-MM-DD")
      return nil
    }
    return date
  }

  /// A text that is one of the raw values of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of map: Node
  ) -> Choice? where Choice.RawValue == String {
    guard let node = map[key], !node.isNull else { return nil }
    let known = Choice.allCases.map(\.rawValue)
    if let text = node.text, let choice = Choice(rawValue: text) { return choice }
    let suggestion = node.text.flatMap { Suggestion.closest(to: $0, among: known) }
    add(
      "'\(key)' is none of the known values",
      at: node.position,
      help: suggestion.map { "did you mean '\($0)'?" }
        ?? "write one of: \(known.joined(separator: ", "))"
    )
    return nil
  }

  /// The elements of a list, or one element for a single value.
  mutating func elements(_ key: String, of map: Node) -> Node.Elements {
    guard let node = map[key], !node.isNull else { return .empty }
    guard let list = node.list else {
      add("'\(key)' is not a list", at: node.position, help: "write '- …' for each element")
      return .empty
    }
    return list
  }

  mutating func members(_ key: String, of map: Node) -> Node.Members {
    guard let node = map[key], !node.isNull else { return .empty }
    guard let members = node.map else {
      add("'\(key)' is not a map", at: node.position, help: "write 'name: value' lines below it")
      return .empty
    }
    return members
  }
}
