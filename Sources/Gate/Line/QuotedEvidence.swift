// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import GateModel
internal import Reporting
internal import Survey
internal import Texts

/// What a report quotes of the documents of one system, so that the records need not be kept.
struct QuotedEvidence: Sendable {
  /// A document, by its path and kind: one file may hold several.
  private struct Key: Hashable {
    let path: String
    let kind: ArtifactKind
  }

  private var statements: [Key: [StatementReport]] = [:]
  private var risks: [Key: [RiskReport]] = [:]
  /// The measures that rules were judged by.
  private(set) var measures: [MeasureReport] = []

  init(_ dossier: Dossier, _ measures: [JudgedMeasure]) {
    for artifact in dossier.artifacts {
      let key = Key(path: artifact.source.path, kind: artifact.kind)
      statements[key, default: []] += artifact.statements.compactMap(StatementReport.init)
      risks[key, default: []] += artifact.risks.map(RiskReport.init)
    }
    self.measures = measures.map { MeasureReport($0, of: dossier.systemID) }
  }

  /// The line of a document in the report with what it says.
  func completed(_ report: ArtifactReport) -> ArtifactReport {
    let key = Key(path: report.path, kind: report.kind)
    var copy = report
    copy.statements = statements[key] ?? []
    copy.risks = risks[key] ?? []
    return copy
  }
}

extension MeasureReport {
  fileprivate init(_ measure: JudgedMeasure, of system: String) {
    self.init(
      system: system,
      path: measure.path,
      attribute: measure.attribute,
      metric: measure.metric,
      value: measure.value,
      lower: measure.lower,
      upper: measure.upper,
      level: measure.level,
      limit: measure.limit,
      tolerance: measure.tolerance,
      origin: "policy",
      verdict: measure.verdict,
      neededN: measure.neededN,
      groups: measure.groups.map { group in
        Group(
          group: group.group,
          n: group.n,
          value: group.value,
          lower: group.lower,
          upper: group.upper
        )
      }
    )
  }
}

extension StatementReport {
  /// The first words of a statement; nil for a topic that the document does not speak of.
  fileprivate init?(_ statement: Statement) {
    guard statement.state != .absent else { return nil }
    self.init(
      topic: statement.topic.rawValue,
      state: statement.state,
      line: statement.source.position.line,
      quote: Self.start(of: statement.text)
    )
  }

  fileprivate static func start(of text: String) -> String {
    VisibleText.spaced(text, limit: maximumCharacters)
  }
}

extension RiskReport {
  fileprivate init(_ risk: Risk) {
    self.init(
      name: StatementReport.start(of: risk.name),
      severity: risk.severity,
      likelihood: risk.likelihood,
      measure: risk.mitigation.map(StatementReport.start),
      line: risk.source.position.line
    )
  }
}

extension Report {
  /// The report with the lines of the tree that its findings stand on.
  ///
  /// A file that cannot be read any more is not quoted: what it says has been judged already.
  func quotingLines(of tree: borrowing some SourceTree & ~Copyable) -> Report {
    let wanted = quotedPlaces
    guard !wanted.isEmpty else { return self }
    lazy var index = EntryIndex(tree.entries)
    var lines: [SourceLine] = []
    for (path, numbers) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let entry = EntryIndex.entry(at: path, in: tree.entries) ?? index[path],
        let last = numbers.max()
      else { continue }
      do throws(Problem) {
        lines += Self.lines(numbers, upTo: last, of: try tree.bytes(of: entry), path: entry.path)
      } catch {
        continue
      }
    }
    return quoting(lines)
  }

  private static func lines(
    _ numbers: Set<Int>,
    upTo last: Int,
    of bytes: [UInt8],
    path: String
  ) -> [SourceLine] {
    var lines: [SourceLine] = []
    var start = 0
    var number = 1
    while start < bytes.count, number <= last {
      let end = bytes[start...].firstIndex(of: ASCII.lineFeed) ?? bytes.count
      if numbers.contains(number) {
        // Four bytes are the longest character of UTF-8.
        let part = bytes[start..<min(end, start + 4 * SourceLine.maximumCharacters)]
        let text = String(decoding: part, as: UTF8.self).prefix(SourceLine.maximumCharacters)
        lines.append(SourceLine(path: path, line: number, text: String(text)))
      }
      start = end + 1
      number += 1
    }
    return lines
  }
}
