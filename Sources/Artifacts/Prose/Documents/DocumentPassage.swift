// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import GateModel

/// What stands under a heading or key of a document, whatever kind of document it is.
package struct DocumentPassage: Sendable {
  /// What the text amounts to.
  package let state: Statement.State
  /// How many things it says.
  package let statements: Int

  /// Reads the text under some headings, with everything below them; nil where no heading is meant.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - isMeant: Tells the headings; every section of the document counts without one.
  /// - Throws: The first flaw of the text.
  package init?(of bytes: [UInt8], under isMeant: ((String) -> Bool)?) throws(Problem) {
    let sections = try MarkdownReader.read(bytes).sections.filter { section in
      isMeant.map { (section.headingPath + [section.title]).contains(where: $0) } ?? true
    }
    guard !sections.isEmpty else { return nil }
    self.init(SectionText(sections.flatMap(\.blocks)).evidence)
  }

  /// Reads what stands below some keys of a document in JSON or YAML; nil where no key is meant.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - isJSON: Whether it is JSON.
  ///   - isMeant: Tells the keys; the whole document counts without one.
  /// - Throws: The first flaw of the text.
  package init?(
    of bytes: [UInt8],
    isJSON: Bool,
    below isMeant: ((String) -> Bool)?
  ) throws(Problem) {
    let root = isJSON ? try JSONReader.read(bytes) : try YAMLReader.read(bytes)
    let nodes = isMeant.map { root.values(below: $0) } ?? [root]
    guard !nodes.isEmpty else { return nil }
    self.init(nodes.flatMap(\.texts).joined(separator: "\n"))
  }

  private init(_ text: String) {
    state = StatementState.state(of: text, for: .statement)
    statements = StatementCount.of(text)
  }
}

extension Node {
  /// Every text in it, in its order.
  fileprivate var texts: [String] {
    [text].compactMap(\.self) + (map.map { $0.flatMap(\.value.texts) } ?? [])
      + (list.map { $0.flatMap(\.texts) } ?? [])
  }

  /// The values of the topmost keys that are meant.
  fileprivate func values(below isMeant: (String) -> Bool) -> [Node] {
    let members = map.map {
      $0.flatMap { isMeant($0.key) ? [$0.value] : $0.value.values(below: isMeant) }
    }
    return (members ?? []) + (list.map { $0.flatMap { $0.values(below: isMeant) } } ?? [])
  }
}
