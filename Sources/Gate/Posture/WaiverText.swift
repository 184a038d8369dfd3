// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Survey
internal import Texts

/// The text of a waiver file, in which one entry is added or renewed without touching anything else.
///
/// Whatever is written is read again: the result has to say what was meant, else nothing is changed.
struct WaiverText {
  private let path: String
  private let original: String?
  private let waivers: [WaiverFile.Waiver]

  /// Reads a waiver file.
  ///
  /// - Parameters:
  ///   - text: The text; nil where there is no file yet.
  ///   - path: The file, for messages.
  /// - Throws: The mistakes of the file, which come first.
  init(_ text: String?, path: String) throws(RunFailure) {
    self.path = path
    original = text
    guard text?.utf8.contains(13) != true else {
      throw .configuration(
        "'\(path)' has the line ends of Windows, and is changed line by line",
        help: "write it with line feeds alone, or change it by hand"
      )
    }
    waivers = try text.map { text throws(RunFailure) in try Self.read(text, path) } ?? []
  }

  /// The text with one more waiver at the end of the list.
  ///
  /// - Parameter fields: The keys with their values, in order.
  /// - Returns: The text of the whole file.
  /// - Throws: When the new entry has mistakes, or the file is written in a form without lines.
  func adding(_ fields: [(key: String, value: String)]) throws(RunFailure) -> String {
    let text = try withEntry(fields)
    let result = try Self.read(text, path)
    guard result.count == waivers.count + 1,
      zip(waivers, result).allSatisfy({ $0.saysTheSame(as: $1) })
    else { throw cannotEdit(Self.entry(fields, indent: "  ").joined(separator: "\n")) }
    return text
  }

  private func withEntry(_ fields: [(key: String, value: String)]) throws(RunFailure) -> String {
    guard let original else {
      return (["version: 1", "waivers:"] + Self.entry(fields, indent: "  ") + [""])
        .joined(separator: "\n")
    }
    var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let last = waivers.last?.source else {
      guard let index = lines.firstIndex(where: { $0.hasPrefix("waivers:") }) else {
        throw cannotEdit(Self.entry(fields, indent: "  ").joined(separator: "\n"))
      }
      lines[index] = "waivers:"
      lines.insert(contentsOf: Self.entry(fields, indent: "  "), at: index + 1)
      return lines.joined(separator: "\n")
    }
    let indent = String(lines[last.position.line - 1].prefix { $0 == " " })
    let entry = Self.entry(fields, indent: indent)
    lines.insert(contentsOf: entry, at: min(last.endLine, lines.count))
    return lines.joined(separator: "\n")
  }

  private static func entry(_ fields: [(key: String, value: String)], indent: String) -> [String] {
    fields.enumerated().map { index, field in
      "\(indent)\(index == 0 ? "- " : "  ")\(field.key): \(field.value)"
    }
  }

  /// Which waiver is for a rule.
  ///
  /// - Parameters:
  ///   - names: The names of the rule.
  ///   - system: The system that the waiver has to name; nil for any.
  ///   - subject: The subject that it has to name; nil for any.
  /// - Returns: Its place in the list.
  /// - Throws: When there is none, or more than one.
  func index(of names: [String], system: String?, subject: String?) throws(RunFailure) -> Int {
    let found = waivers.indices.filter { index in
      let waiver = waivers[index]
      return names.contains(waiver.rule) && (system == nil || waiver.system == system)
        && (subject ?? waiver.subject) == waiver.subject
    }
    guard let index = found.first else {
      throw .configuration(
        "'\(path)' has no such waiver of '\(names[0])'",
        help: "see 'modelgate waivers list', or write one with 'modelgate waivers new'"
      )
    }
    guard found.count == 1 else {
      throw .configuration(
        "'\(path)' has \(found.count) waivers of '\(names[0])'",
        help: "say which one with --system and --subject"
      )
    }
    return index
  }

  /// What a waiver says.
  subscript(_ index: Int) -> WaiverFile.Waiver { waivers[index] }

  /// The text with other values in one waiver.
  ///
  /// - Parameters:
  ///   - index: Which waiver.
  ///   - fields: The keys with their new values.
  ///   - meant: What the waiver says then.
  /// - Returns: The text of the whole file.
  /// - Throws: When the new values have mistakes, or the entry is written in a form without lines.
  func changing(
    _ index: Int,
    _ fields: [(key: String, value: String)],
    to meant: WaiverFile.Waiver
  ) throws(RunFailure) -> String {
    let source = waivers[index].source
    let first = source.position.line - 1
    var lines = (original ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let range = first..<min(max(source.endLine, first + 1), lines.count)
    for (key, value) in fields {
      guard let line = range.first(where: { Self.key(of: lines[$0]) == key }) else {
        throw cannotEdit(fields.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
      }
      let head = lines[line].prefix { $0 == " " || $0 == "-" }
      lines[line] = "\(head)\(key): \(value)\(Self.comment(of: lines[line]))"
    }
    let text = lines.joined(separator: "\n")
    let result = try Self.read(text, path)
    let isOnlyThat =
      result.count == waivers.count
      && waivers.indices.allSatisfy {
        ($0 == index ? meant : waivers[$0]).saysTheSame(as: result[$0])
      }
    guard isOnlyThat else {
      throw cannotEdit(fields.map { "\($0.key): \($0.value)" }.joined(separator: "\n"))
    }
    return text
  }

  /// The comment at the end of a line, with the blanks before it; a sign between quotes begins none.
  private static func comment(of line: String) -> Substring {
    var quote: Character?
    var last: Character = " "
    for index in line.indices {
      let sign = line[index]
      if sign == "#", last == " ", quote == nil, index > line.startIndex {
        return line.suffix(
          from: line[..<index].lastIndex { $0 != " " }.map(line.index(after:)) ?? index
        )
      }
      if quote == nil, sign == "\"" || sign == "'", last == " " {
        quote = sign
      } else if sign == quote, !(sign == "\"" && last == "\\") {
        quote = nil
      }
      last = sign
    }
    return ""
  }

  /// The key that a line of an entry begins with.
  private static func key(of line: String) -> String? {
    let text = line.drop { $0 == " " || $0 == "-" }
    return text.firstIndex(of: ":").map { String(text[..<$0]) }
  }

  private static func read(_ text: String, _ path: String) throws(RunFailure) -> [WaiverFile.Waiver]
  {
    let node: Node
    do throws(Problem) {
      node = try YAMLReader.read(Array(text.utf8))
    } catch {
      throw .configuration("'\(path)' is no YAML: \(error)", help: "repair the file first")
    }
    let (file, problems) = WaiverFile.read(node, path: path)
    guard problems.isEmpty else { throw RunFailure(.configuration, problems) }
    return file.waivers
  }

  private func cannotEdit(_ lines: String) -> RunFailure {
    RunFailure(
      .configuration,
      [
        Problem(
          message: "'\(path)' is written in a form that cannot be changed line by line",
          help: "write the lines above into it",
          excerpt: lines
        )
      ]
    )
  }
}

extension WaiverFile.Waiver {
  /// Whether two waivers say the same, wherever they stand.
  fileprivate func saysTheSame(as other: WaiverFile.Waiver) -> Bool {
    var moved = self
    moved.source = other.source
    return moved == other
  }
}
