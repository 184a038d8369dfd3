// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import GateModel
internal import Texts

/// A governance record with the headings that rules look for, and nothing said yet.
package struct RecordDraft: Sendable {
  private let kind: RecordKind

  /// A record of a kind, by its name in declarations, such as `risk_management`.
  ///
  /// - Throws: When there is no such kind.
  package init(type: String) throws(RunFailure) {
    guard let kind = RecordKind(rawValue: type) else {
      let known = RecordKind.allCases.map(\.rawValue)
      throw .configuration(
        "there is no type of record '\(type)'",
        help: Suggestion.closest(to: type, among: known).map { "did you mean '\($0)'?" }
          ?? "the types are \(known.joined(separator: ", "))"
      )
    }
    self.kind = kind
  }

  /// What stands where somebody has to answer, as in the templates of other documents.
  private static let open = "[More information needed]"

  /// The file that discovery takes for such a record.
  package var fileName: String {
    "docs/\(kind.rawValue.split(separator: "_").joined(separator: "-")).md"
  }

  /// The text: a header of labelled lines, then a heading for each topic with a placeholder below.
  package func text(known: KnownFacts, name: String, day: CalendarDate) -> String {
    let outline = RecordOutline(of: kind)
    let header = [
      ("System", name), ("Version", known.version ?? Self.open),
      ("Owner", known.contact ?? Self.open),
      ("Date", day.description), ("Status", "draft"),
    ]
    let lines = header.map { "**\($0.0):** \(VisibleText.line($0.1))" }
    let sections = outline.headings.map { "## \($0)\n\n\(Self.open)\n" }
    return "# \(outline.title)\n\n\(lines.joined(separator: "  \n"))\n\n"
      + sections.joined(separator: "\n")
  }
}
