// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import GateModel

/// What stands under a heading of a Markdown document, whatever kind of document it is.
package enum MarkdownPassage {
  /// What the text under some headings amounts to, with everything below them.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - isMeant: Tells the headings; every section of the document counts without one.
  /// - Returns: The state of the text, or nil where no heading is meant.
  /// - Throws: The first flaw of the text.
  package static func state(
    of bytes: [UInt8],
    under isMeant: ((String) -> Bool)?
  ) throws(Problem) -> Statement.State? {
    let sections = try MarkdownReader.read(bytes).sections.filter { section in
      isMeant.map { (section.headingPath + [section.title]).contains(where: $0) } ?? true
    }
    guard !sections.isEmpty else { return nil }
    let text = SectionText(sections.flatMap(\.blocks)).evidence
    return StatementState.state(of: text, for: .statement)
  }
}
