// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells notes at the foot of a text that nothing in it leads to, which pages leave out.
struct Footnotes {
  private let cited: Set<Substring>

  /// The notes that some texts cite; nil where they have none.
  init?(in texts: some Collection<String>) {
    guard texts.contains(where: { $0.contains("[^") }) else { return nil }
    cited = texts.reduce(into: []) { names, text in
      for line in Lines(text) {
        var rest = Self.name(at: line)?.rest ?? line
        while let open = rest.firstRange(of: "[^") {
          rest = rest[open.lowerBound...]
          guard let (name, behind) = Self.bracket(at: rest) else { break }
          names.insert(name)
          rest = behind
        }
      }
    }
  }

  /// Whether a line is a note that nothing leads to.
  func isUncited(_ line: Substring) -> Bool {
    Self.name(at: line).map { !cited.contains($0.name) } ?? false
  }

  /// The name of the note that a line is, and what stands behind it.
  private static func name(at line: Substring) -> (name: Substring, rest: Substring)? {
    guard let (name, rest) = bracket(at: line.drop { $0.isWhitespace }), rest.first == ":" else {
      return nil
    }
    return (name, rest.dropFirst())
  }

  private static func bracket(at text: Substring) -> (name: Substring, rest: Substring)? {
    guard text.hasPrefix("[^"), let end = text.firstIndex(of: "]") else { return nil }
    return (text[text.index(text.startIndex, offsetBy: 2)..<end], text[text.index(after: end)...])
  }
}
