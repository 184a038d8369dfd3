// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Values with their intervals on one axis, beside the limit they are judged by, as inline SVG.
///
/// It is readable in black and white: what is not judged is hollow and dashed, and each verdict stands
/// there in words. A screen reader gets title and description.
package struct ForestPlot: Sendable {
  /// One line of the plot.
  package struct Row: Sendable {
    /// What the value belongs to, such as a group.
    package var label: String
    package var value: Double?
    package var lower: Double?
    package var upper: Double?
    /// What stands behind the line, such as value, interval and number of cases.
    package var note: String
    /// Whether the value is too weakly founded to be judged.
    package var isHollow: Bool

    /// Creates a line.
    package init(
      label: String,
      value: Double?,
      lower: Double?,
      upper: Double?,
      note: String,
      isHollow: Bool = false
    ) {
      self.label = label
      self.value = value
      self.lower = lower
      self.upper = upper
      self.note = note
      self.isHollow = isHollow
    }
  }

  /// A value that others are judged by, with the words beside it.
  package struct Mark: Sendable {
    package var value: Double
    /// Between which values it may lie, where it depends on the data itself.
    package var band: ClosedRange<Double>?
    package var label: String

    /// Creates a mark.
    package init(value: Double, band: ClosedRange<Double>? = nil, label: String) {
      self.value = value
      self.band = band
      self.label = label
    }
  }

  /// What identifies the plot on its page: letters, digits and hyphens.
  package var id: String
  /// One line with the verdict in words.
  package var title: String
  /// What the plot shows, for those who do not see it.
  package var summary: String
  package var rows: [Row]
  package var limit: Mark?

  /// Creates a plot.
  package init(id: String, title: String, summary: String, rows: [Row], limit: Mark? = nil) {
    self.id = id
    self.title = title
    self.summary = summary
    self.rows = rows
    self.limit = limit
  }

  /// The plot as an `svg` element.
  package var svg: [UInt8] {
    var writer = HTMLWriter()
    write(to: &writer)
    return writer.bytes
  }

  /// Plots one below the other as one `svg` element.
  static func stacked(_ plots: [ForestPlot]) -> [UInt8] {
    guard plots.count != 1 else { return plots[0].svg }
    let height = plots.reduce(0) { $0 + $1.height }
    var writer = HTMLWriter()
    writer.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 760 \(PlotNumber.fixed(height, 1))"),
      ]
    ) { svg in
      var y = 0.0
      for plot in plots {
        plot.write(to: &svg, at: y)
        y += plot.height
      }
    }
    writer.lineBreak()
    return writer.bytes
  }
}

extension ForestPlot {
  private static let width = 760.0
  private static let left = 160.0
  private static let right = 250.0
  private static let top = 34.0
  private static let rowHeight = 26.0

  private var bottom: Double { Self.top + Self.rowHeight * Double(rows.count) }
  private var height: Double { bottom + 54 }

  /// Everything that is shown.
  private var values: [Double] {
    let values =
      rows.flatMap { [$0.value, $0.lower, $0.upper] }
      + [limit?.value, limit?.band?.lowerBound, limit?.band?.upperBound]
    return values.compactMap { $0 }.filter(\.isFinite)
  }

  /// The ends of the axis: round, and a bit beyond everything that is shown; 0 is an end or the middle.
  private var axis: (least: Double, most: Double) {
    let values = values
    let reach = values.map(\.magnitude).max() ?? 1
    let steps = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 1.25, 1.5, 2, 2.5, 5, 10, 20, 50, 100]
    let most = steps.first { $0 >= reach } ?? reach
    return (values.contains { $0 < 0 } ? -most : 0, most)
  }

  private func x(_ value: Double) -> Double {
    let (least, most) = axis
    let share = min(1, max(0, (value - least) / (most - least)))
    return Self.left + (Self.width - Self.left - Self.right) * share
  }

  /// Writes the plot; `y` is its place in a picture of several.
  func write(to svg: inout HTMLWriter, at y: Double? = nil) {
    let place = y.map { [("y", text($0)), ("width", "760"), ("height", text(height))] } ?? []
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 760 \(text(height))"),
      ("role", "img"), ("aria-labelledby", "\(id)-t \(id)-d"), ("class", "plot"),
      ("font-family", "system-ui,sans-serif"), ("font-size", "12"), ("fill", "currentColor"),
    ]
    svg.element("svg", attributes + place) { svg in
      svg.element("title", [("id", "\(id)-t")], text: title)
      svg.element("desc", [("id", "\(id)-d")], text: summary)
      svg.element("text", [("x", "8"), ("y", "18"), ("font-weight", "600")], text: title)
      writeLimit(to: &svg)
      for (index, row) in rows.enumerated() { write(row, at: index, to: &svg) }
      writeAxis(to: &svg)
    }
    svg.lineBreak()
  }

  private func writeLimit(to svg: inout HTMLWriter) {
    guard let limit else { return }
    if let band = limit.band {
      svg.element(
        "rect",
        [
          ("x", text(x(band.lowerBound))), ("y", text(Self.top - 4)),
          ("width", text(x(band.upperBound) - x(band.lowerBound))),
          ("height", text(bottom - Self.top + 4)), ("fill-opacity", "0.12"),
        ]
      ) { _ in }
    }
    line(
      from: (x(limit.value), Self.top - 4),
      to: (x(limit.value), bottom),
      [("stroke-dasharray", "5 3"), ("stroke-width", "1.5")],
      in: &svg
    )
    svg.element(
      "text",
      [("x", text(Self.left)), ("y", text(bottom + 44)), ("fill-opacity", "0.8")],
      text: "dashed: \(limit.label)"
    )
  }

  private func write(_ row: Row, at index: Int, to svg: inout HTMLWriter) {
    let y = Self.top + Self.rowHeight * Double(index) + 12
    let label =
      row.label.unicodeScalars.count > 22
      ? String(row.label.unicodeScalars.prefix(21)) + "…" : row.label
    svg.element(
      "text",
      [("x", text(Self.left - 10)), ("y", text(y + 4)), ("text-anchor", "end")],
      text: label
    )
    let dash = row.isHollow ? [("stroke-dasharray", "2 3")] : []
    if let lower = row.lower, let upper = row.upper {
      line(from: (x(lower), y), to: (x(upper), y), [("stroke-width", "2")] + dash, in: &svg)
      for end in [lower, upper] {
        line(from: (x(end), y - 5), to: (x(end), y + 5), [("stroke-width", "2")], in: &svg)
      }
    }
    if let value = row.value {
      svg.element(
        "circle",
        [
          ("cx", text(x(value))), ("cy", text(y)), ("r", "5"),
          ("fill", row.isHollow ? "none" : "currentColor"), ("stroke", "currentColor"),
          ("stroke-width", "2"),
        ]
      ) { _ in }
    }
    svg.element(
      "text",
      [("x", text(Self.width - Self.right + 12)), ("y", text(y + 4))],
      text: row.note
    )
  }

  private func writeAxis(to svg: inout HTMLWriter) {
    let y = bottom + 6
    line(from: (Self.left, y), to: (Self.width - Self.right, y), [], in: &svg)
    let (least, most) = axis
    let steps = least < 0 ? 4 : 5
    for tick in 0...steps {
      let value = least + (most - least) * Double(tick) / Double(steps)
      line(from: (x(value), y), to: (x(value), y + 4), [], in: &svg)
      svg.element(
        "text",
        [("x", text(x(value))), ("y", text(y + 18)), ("text-anchor", "middle")],
        text: PlotNumber.fixed(value, 2)
      )
    }
  }

  private func line(
    from start: (x: Double, y: Double),
    to end: (x: Double, y: Double),
    _ attributes: [(String, String)],
    in svg: inout HTMLWriter
  ) {
    svg.element(
      "line",
      [
        ("x1", text(start.x)), ("y1", text(start.y)), ("x2", text(end.x)), ("y2", text(end.y)),
        ("stroke", "currentColor"),
      ] + attributes
    ) { _ in }
  }

  private func text(_ number: Double) -> String { PlotNumber.fixed(number, 1) }
}
