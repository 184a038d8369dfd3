// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel
package import Reporting
internal import Texts

/// The impact ratios that New York City's Local Law 144 has published for an automated employment
/// decision tool (6 RCNY 5-301): one table for each attribute and crossing that a file counts.
///
/// The law sets no threshold, so nothing is judged. Of a tool that scores, a table with a column `score`
/// and one line per person gives scoring rates.
package struct ImpactRatioReport: Sendable {
  private let tables: [ImpactRatioTable]
  /// The rows of the categories that the file calls unknown, by attribute, as they are shown.
  private var unknowns: [String: [GroupAttribute.Group]] = [:]
  /// Where the numbers come from, as a phrase.
  private let source: String
  /// The sample, of a tool that scores.
  private let scored: ScoredSample?

  /// Reads a file and computes the tables.
  ///
  /// - Parameter path: An evaluation file in any known format, a table in CSV with a column `score`, or `-`
  ///   for JSON on standard input.
  /// - Throws: A configuration failure with place and help for a file that cannot be used.
  package init(path: String) throws(RunFailure) {
    scored =
      path.lowercased().hasSuffix(".csv")
      ? try ScoredSample(try NamedInput.bytes(path), path: path) : nil
    if let scored {
      (tables, source) = (scored.tables, path)
      return
    }
    let file = try GroupCountsFile(path)
    source = [
      file.origin.model.map { "model \($0)" }, file.origin.dataset.map { "data \($0)" },
      file.origin.path,
    ]
    .compactMap(\.self).joined(separator: ", ")
    var tables: [ImpactRatioTable] = []
    for attribute in file.attributes {
      let unknown = attribute.groups.filter { file.isUnknown($0, of: attribute) }
      unknowns[attribute.name] = unknown
      let known = attribute.groups.filter { !file.isUnknown($0, of: attribute) }
      do throws(FairnessError) {
        tables += try ImpactRatios.selection(
          attributes: [attribute.name],
          cells: known.map(Self.cell),
          unknown: unknown.reduce(0) { $0 + Self.cell($1).applicants }
        )
      } catch {
        throw .configuration(
          "'\(attribute.name)': \(error.description)",
          help: "correct the counts of this attribute"
        )
      }
    }
    self.tables = tables
  }

  private static func cell(_ group: GroupAttribute.Group) -> ImpactRatios.Cell {
    switch group.counts {
    case .selection(let n, let selected):
      ImpactRatios.Cell([group.name], applicants: n, selected: selected)
    case .confusion(let tp, let fp, let tn, let fn):
      ImpactRatios.Cell([group.name], applicants: tp + fp + tn + fn, selected: tp + fp)
    case .weighted:
      ImpactRatios.Cell([group.name], applicants: 0, selected: 0)
    }
  }

  /// Whether every table has a ratio, and speaks of nearly all applicants: the audited file itself says who
  /// is unknown.
  package var isComplete: Bool {
    tables.allSatisfy { $0.minimumImpactRatio != nil && !Self.isLargelyUnknown($0) }
  }

  private static func isLargelyUnknown(_ table: ImpactRatioTable) -> Bool {
    let known = table.rows.reduce(0.0) { $0 + Double($1.counts.trials) }
    let unknown = Double(table.unknown)
    return unknown > AttributeGroups.largestUnknownShare * (known + unknown)
  }

  /// The names of the attributes that an audit is about; a file may call them otherwise.
  private static let categories = [
    "sex": ["gender", "sex"], "race or ethnicity": ["ethnicity", "race"],
  ]

  /// The tables that 6 RCNY 5-301(b) asks for and the file does not count, in words; nil where it counts all.
  private var missing: String? {
    let about = tables.map { table in
      Self.categories.filter { _, words in
        table.attributes.flatMap { $0.lowercased().split { !$0.isLetter } }
          .contains { words.contains(String($0)) }
      }.keys.sorted()
    }
    let wanted = [["sex"], ["race or ethnicity"], ["race or ethnicity", "sex"]]
    let absent = wanted.filter { !about.contains($0) }
      .map { $0.count == 1 ? $0[0] : "the crossing of both" }
    guard !absent.isEmpty else { return nil }
    return
      "Of the ratios by sex, by race or ethnicity and by their crossing (6 RCNY 5-301(b)) the file does "
      + "not count \(absent.joined(separator: ", ")), as far as the names of its attributes say."
  }

  private var headings: [String] {
    [
      "Category", "Applicants", scored == nil ? "Selected" : "Above the median",
      scored == nil ? "Selection rate" : "Scoring rate", "Impact ratio", "Remark",
    ]
  }

  private func rows(of table: ImpactRatioTable) -> [[String]] {
    table.rows.map { row in
      [
        Self.name(row), "\(row.counts.trials)", "\(row.counts.successes)",
        row.rate.map { ConsoleText.fixed($0) } ?? "",
        row.impactRatio.map { ConsoleText.fixed($0) } ?? "", Self.remark(row),
      ]
    }
  }

  private static func remark(_ row: ImpactRatioTable.Row) -> String {
    if row.isExcluded {
      return "less than 2 % of the data: shown, not in the ratios (6 RCNY 5-301(d))"
    }
    return row.reason?.words ?? ""
  }

  /// The categories of a row; a single one stands as it is.
  private static func name(_ row: ImpactRatioTable.Row) -> String {
    row.categories.count == 1 ? row.categories[0] : SliceName.joined(row.categories)
  }

  private static func name(_ table: ImpactRatioTable) -> String {
    table.attributes.count == 1 ? table.attributes[0] : SliceName.joined(table.attributes)
  }

  private func caption(_ table: ImpactRatioTable) -> String {
    let name = Self.name(table)
    return name.isEmpty ? "All categories" : name
  }

  private func note(_ table: ImpactRatioTable) -> String {
    let name = Self.name(table)
    let called = (unknowns[name] ?? []).map { group in
      let cell = Self.cell(group)
      return "\(group.name) \(cell.applicants), \(cell.selected) of them selected"
    }
    return "Applicants of unknown category, not in the ratios: \(table.unknown)"
      + (called.isEmpty ? "." : " (the file calls unknown: \(called.joined(separator: "; "))).")
      + (Self.isLargelyUnknown(table)
        ? " They are more than 5 % of all, so that the ratios do not tell how the groups fare."
        : "")
  }

  private var preface: String {
    let rate = scored == nil ? "selection" : "scoring"
    let median = scored.map { "The median of \($0.count) scores is \($0.median). " } ?? ""
    return
      "Impact ratio: the \(rate) rate of a category divided by the highest (6 RCNY 5-300). \(median)The "
      + "law sets no threshold. Source: \(source)."
  }
}

// MARK: - Formats

extension ImpactRatioReport {
  /// The tables as Markdown, which also reads well in a terminal.
  package var markdown: String {
    var text = "# Impact ratios (NYC Local Law 144)\n\n\(Self.cellText(preface))\n"
    if let missing { text += "\n\(Self.cellText(missing))\n" }
    for table in tables {
      text += "\n## \(Self.cellText(caption(table)))\n\n"
      text += "| " + headings.joined(separator: " | ") + " |\n"
      text += "|---|---:|---:|---:|---:|---|\n"
      for row in rows(of: table) {
        text += "| " + row.map(Self.cellText).joined(separator: " | ") + " |\n"
      }
      text += "\n\(Self.cellText(note(table)))\n"
    }
    return text
  }

  /// The tables as one table of comma-separated values.
  package var csv: String {
    var lines = [["Attribute"] + headings]
    for table in tables {
      lines += rows(of: table).map { [caption(table)] + $0 }
      lines.append([caption(table), "unknown", "\(table.unknown)", "", "", "", "not in the ratios"])
      for group in unknowns[Self.name(table)] ?? [] {
        let cell = Self.cell(group)
        lines.append([
          caption(table), group.name, "\(cell.applicants)", "\(cell.selected)", "", "",
          "called unknown by the file",
        ])
      }
    }
    return lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// The tables as a page of their own.
  package var html: String {
    var body = "<h1>Impact ratios (NYC Local Law 144)</h1>\n<p>\(Self.escaped(preface))</p>\n"
    if let missing { body += "<p>\(Self.escaped(missing))</p>\n" }
    for table in tables {
      body += "<table>\n<caption>\(Self.escaped(caption(table)))</caption>\n<thead><tr>"
      body += headings.map { "<th scope=\"col\">\($0)</th>" }.joined()
      body += "</tr></thead>\n<tbody>\n"
      for row in rows(of: table) {
        let cells = row.dropFirst().map { "<td>\(Self.escaped($0))</td>" }.joined()
        body += "<tr><th scope=\"row\">\(Self.escaped(row[0]))</th>\(cells)</tr>\n"
      }
      body += "</tbody>\n</table>\n<p>\(Self.escaped(note(table)))</p>\n"
    }
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      + "<title>Impact ratios (NYC Local Law 144)</title>\n<style>\(Self.style)</style>\n</head>\n"
      + "<body>\n\(body)</body>\n</html>\n"
  }

  private static let style =
    "body{font-family:system-ui,sans-serif;margin:2rem;max-width:60rem}"
    + "table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    + "th,td{border-bottom:1px solid #ccc;padding:.3rem .8rem;text-align:right}"
    + "th[scope=row],td:last-child,th:first-child,th:last-child{text-align:left}"

  /// The tables as JSON, rates and ratios with every digit.
  package var jsonPage: Page {
    let tables = tables.map { table in
      JSONValue.object([
        JSONMember("attribute", .string(Self.name(table))),
        JSONMember("unknown", .int(table.unknown)),
        JSONMember("rows", .array(table.rows.map(json))),
      ])
    }
    return Page(
      json: .object(present: [
        ("convention", .string(Convention.ll144.rawValue)),
        ("missing", missing.map { .string($0) }),
        ("median", scored.map { .double($0.median) }),
        ("tables", .array(tables)),
      ])
    )
  }

  private func json(_ row: ImpactRatioTable.Row) -> JSONValue {
    .object(present: [
      ("category", .string(Self.name(row))),
      ("applicants", .int(row.counts.trials)),
      (scored == nil ? "selected" : "aboveMedian", .int(row.counts.successes)),
      (scored == nil ? "selectionRate" : "scoringRate", row.rate.map { .double($0) } ?? .null),
      ("share", .double(row.share)),
      ("excluded", .bool(row.isExcluded)),
      ("impactRatio", row.impactRatio.map { .double($0) } ?? .null),
      ("impactRatioAmongAll", row.impactRatioAmongAll.map { .double($0) } ?? .null),
      ("reason", (row.reason?.rawValue).map { .string($0) }),
    ])
  }

  /// Nothing that Markdown, or a terminal, would take for more than text.
  private static func cellText(_ text: String) -> String {
    var result = ""
    for character in ConsoleText.shown(text, limit: 300) {
      if "|\\`*_<>[]".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A field, quoted, and harmless to spreadsheets that take `=` for a formula.
  private static func field(_ text: String) -> String {
    let start = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = (start ? "'" : "") + text
    guard safe.contains(where: { ",\"\r\n".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private static func escaped(_ text: String) -> String {
    ConsoleText.shown(text, limit: 300).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
