// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// How groups fare in one evaluation: a plot, sentences and a table for each attribute.
///
/// It has no script, no link and nothing from elsewhere.
package struct FairnessPage: Sendable {
  /// One attribute or crossing.
  package struct Section: Sendable {
    /// The attribute.
    package var heading: String
    package var plot: ForestPlot
    /// What is to be said about it, a paragraph each.
    package var sentences: [String]

    /// Creates a section.
    package init(heading: String, plot: ForestPlot, sentences: [String]) {
      self.heading = heading
      self.plot = plot
      self.sentences = sentences
    }
  }

  package var title: String
  package var verdict: Verdict
  /// What holds for all attributes, a paragraph each.
  package var remarks: [String]
  package var sections: [Section]

  /// Creates a page.
  package init(title: String, verdict: Verdict, remarks: [String], sections: [Section]) {
    self.title = title
    self.verdict = verdict
    self.remarks = remarks
    self.sections = sections
  }

  func write(to page: inout HTMLWriter) {
    page.document(title: title) { writeMain(to: &$0) }
  }

  private func writeMain(to page: inout HTMLWriter) {
    page.element("h1") { page in
      page.text(title + " ")
      HTMLReport.badge(verdict, in: &page)
    }
    for section in sections {
      page.lineBreak()
      page.element("section") { page in
        page.element("h2", text: section.heading)
        section.plot.write(to: &page)
        for sentence in section.sentences { page.element("p", text: sentence) }
        Self.table(of: section.plot).write(to: &page)
      }
    }
    for remark in remarks { page.element("p", [("class", "soft")], text: remark) }
  }

  /// The lines of a plot for those who read numbers.
  private static func table(of plot: ForestPlot) -> HTMLTable {
    var table = HTMLTable(["Group", "Selection rate, interval and cases"])
    for row in plot.rows { table.add([.text(row.label), .text(row.note)]) }
    return table
  }
}

extension Page {
  /// A page about fairness for a browser.
  package init(html page: FairnessPage) {
    var writer = HTMLWriter()
    page.write(to: &writer)
    self.init(bytes: writer.bytes)
  }

  /// The plots of a page about fairness, one below the other, as one picture.
  package init(svg page: FairnessPage) {
    self.init(bytes: ForestPlot.stacked(page.sections.map(\.plot)))
  }
}
