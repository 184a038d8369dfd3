// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import GateModel

/// What stands under a heading of a Markdown document, whatever kind of document it is.
package struct MarkdownPassage: Sendable {
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
    let text = SectionText(sections.flatMap(\.blocks)).evidence
    state = StatementState.state(of: text, for: .statement)
    statements = StatementCount.of(text)
  }
}
