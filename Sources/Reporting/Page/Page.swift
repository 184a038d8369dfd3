// SPDX-License-Identifier: Apache-2.0

package import GateModel
package import Texts

/// What may be shown on standard output or standard error.
///
/// This is the one door: only this module makes pages, and every text of unknown origin that it puts
/// on one is visible and safe for the log of a CI system, or stands in a document whose writer escapes
/// it.
package struct Page: Sendable, Hashable {
  /// The bytes, with a line break at the end.
  package let bytes: [UInt8]
}

extension Page {
  /// A report in one of its formats.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - format: The format.
  ///   - style: How it looks on a terminal.
  ///   - junitProfile: Which readers a JUnit report has to please.
  package init(
    _ report: Report,
    as format: ReportFormat,
    style: ConsoleStyle = ConsoleStyle(),
    junitProfile: JUnitProfile = .rich
  ) {
    let bytes =
      format == .junit
      ? report.junit(profile: junitProfile) : render(report, as: format, style: style)
    self.init(bytes: format.isJSON ? LogText.defusedJSON(bytes) : bytes)
  }

  /// A JSON document with two spaces per level.
  package init(json value: JSONValue) {
    self.init(bytes: LogText.defusedJSON(CanonicalJSON.prettyBytes(of: value)))
  }

  /// A JSON value on one line, with lines about it below.
  package init(compactJSON value: JSONValue, remarks: String = "") {
    let json = LogText.defusedJSON(CanonicalJSON.bytes(of: value)) + [ASCII.lineFeed]
    self.init(bytes: remarks.isEmpty ? json : json + Page(lines: remarks).bytes)
  }

  /// Pages one after the other, with an empty line between them.
  package init(joining pages: [Page]) {
    self.init(bytes: Array(pages.map(\.bytes).joined(separator: [ASCII.lineFeed])))
  }

  /// A document that a template gives, which goes into a file as it is.
  ///
  /// Its lines are kept; only what a terminal would obey, and what a runner takes for a command, is
  /// defused.
  package init(document text: String) {
    let visible = VisibleText.block(text)
    let lines = visible.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      LogText.defusedLine(LogText.defused(String(line)))
    }
    self.init(bytes: Array(lines.joined(separator: "\n").utf8))
  }

  /// Lines of unknown origin, kept as lines: nothing hidden, nothing that steers terminal or runner.
  package init(lines text: String) {
    var writer = PageWriter()
    writer.addLines(of: text)
    self.init(bytes: writer.bytes)
  }

  /// The problems that keep a command from its work, each with place, line and remedy.
  package init(_ problems: [Problem]) {
    var writer = PageWriter()
    for (index, problem) in problems.enumerated() {
      if index > 0 { writer.gap() }
      writer.add("error:", problem.message, hanging: 2)
      if let location = problem.location { writer.add("-->", location.description, indent: 1) }
      if let excerpt = problem.excerpt { writer.addLines(of: excerpt) }
      if !problem.help.isEmpty { writer.add("help:", problem.help, hanging: 2) }
    }
    self.init(bytes: writer.bytes)
  }

  /// How far a run is, on a line that takes the place of the one before.
  package init(_ progress: RunProgress) {
    let text =
      switch progress {
      case .reading(let files, let total): "reading: \(files) of \(total) files"
      case .judging(let systems): "judging: \(Wording.count(systems, "system", "systems"))"
      }
    self.init(bytes: Self.erasure.bytes + text.utf8)
  }

  /// Takes a line about progress away.
  package static let erasure = Page(bytes: Array("\r\u{1B}[2K".utf8))
}

extension Report {
  /// Hands on the page of a report: in pieces, where its format is written so.
  ///
  /// A piece ends where a value or an element does, so that each is defused like the whole.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - style: How it looks on a terminal.
  ///   - junitProfile: Which readers a JUnit report has to please.
  ///   - printing: Takes the pieces; after a failure it is given no more.
  /// - Throws: The failure.
  package func print<Failure: Error>(
    as format: ReportFormat,
    style: ConsoleStyle,
    junitProfile: JUnitProfile,
    to printing: (Page) throws(Failure) -> Void
  ) throws(Failure) {
    guard format.isJSON || format == .junit else {
      return try printing(Page(self, as: format, style: style, junitProfile: junitProfile))
    }
    var failure: Failure?
    withoutActuallyEscaping(printing) { printing in
      render(self, as: format, junitProfile: junitProfile) { bytes in
        guard failure == nil, !bytes.isEmpty else { return }
        do throws(Failure) {
          try printing(Page(bytes: format.isJSON ? LogText.defusedJSON(bytes) : bytes))
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
  }
}
