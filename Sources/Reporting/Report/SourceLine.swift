// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A line of a judged file, as findings show it.
package struct SourceLine: Sendable, Hashable {
  /// More than this is no line that anybody reads.
  package static let maximumCharacters = 240

  /// The path from the root of the checked tree.
  package var path: String
  /// The line, counted from 1.
  package var line: Int
  /// Its text without the line break, cut to ``maximumCharacters``.
  package var text: String

  /// Creates a line.
  package init(path: String, line: Int, text: String) {
    self.path = path
    self.line = line
    self.text = text
  }
}

extension Report {
  /// The places of which a reader wants to see the line: the first of each open finding, and that of
  /// each fault.
  package var quotedPlaces: [String: Set<Int>] {
    let places = openResults.compactMap(\.locations.first) + faults.compactMap(\.location)
    return places.reduce(into: [:]) { lines, place in
      guard let position = place.position else { return }
      lines[place.path, default: []].insert(position.line)
    }
  }

  /// The report with the lines that its findings stand on.
  package func quoting(_ lines: [SourceLine]) -> Report {
    var copy = self
    copy.sourceLines = FixedOrder.sorted(lines)
    return copy
  }
}

/// The quoted lines of a report by their places.
struct SourceLines {
  private let texts: [String: [Int: String]]

  init(_ report: Report) {
    texts = report.sourceLines.reduce(into: [:]) { texts, line in
      texts[line.path, default: [:]][line.line] = line.text
    }
  }

  /// The line of a place, if the report quotes it.
  subscript(place: SourceLocation) -> String? {
    place.position.flatMap { texts[place.path]?[$0.line] }
  }
}
