// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Fairness
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
  /// The fairness measures of the evaluations.
  private(set) var measures: [MeasureReport] = []

  init(_ dossier: Dossier) {
    for artifact in dossier.artifacts {
      let key = Key(path: artifact.source.path, kind: artifact.kind)
      statements[key, default: []] += artifact.statements.compactMap(StatementReport.init)
      risks[key, default: []] += artifact.risks.map(RiskReport.init)
      if artifact.kind == .evaluation { addMeasures(of: artifact, in: dossier.systemID) }
    }
  }

  /// The line of a document in the report with what it says.
  func completed(_ report: ArtifactReport) -> ArtifactReport {
    let key = Key(path: report.path, kind: report.kind)
    var copy = report
    copy.statements = statements[key] ?? []
    copy.risks = risks[key] ?? []
    return copy
  }

  /// The shares of the groups of each attribute, and how far the lowest lies below the highest.
  private mutating func addMeasures(of artifact: Artifact, in system: String) {
    let meaning = artifact.positiveMeans.flatMap(PositiveMeaning.init) ?? .benefit
    for attribute in GroupAttribute.all(in: artifact.groups) where attribute.groups.count > 1 {
      let assessment: AttributeAssessment
      do throws(FairnessError) {
        assessment = try AttributeAssessment.assess(
          groups: attribute.outcomes,
          limits: .conventions,
          positiveMeans: meaning,
          rates: [.selectionRate]
        )
      } catch {
        // Counts that no arithmetic takes are a matter of the rules; there is nothing to draw.
        continue
      }
      let metric = assessment.metrics.first { $0.name == "demographic_parity_ratio" }
      guard let metric else { continue }
      measures.append(
        MeasureReport(
          system: system,
          path: artifact.source.path,
          attribute: attribute.name,
          metric: metric.name,
          value: metric.value,
          lower: metric.interval?.lower,
          upper: metric.interval?.upper,
          level: 0.95,
          limit: metric.limit?.value,
          origin: metric.limit?.origin.rawValue,
          verdict: metric.verdict.rawValue,
          neededN: metric.neededN?.equal,
          groups: assessment.groups.map(MeasureReport.Group.init)
        )
      )
    }
  }
}

extension MeasureReport.Group {
  fileprivate init(_ group: AttributeAssessment.Group) {
    let rate = group.rates.first { $0.entry.rate == .selectionRate }
    self.init(
      group: group.group,
      n: group.n,
      value: rate?.entry.value,
      lower: rate?.interval?.lower,
      upper: rate?.interval?.upper
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
    VisibleText.words(of: text, limit: maximumCharacters).joined(separator: " ")
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
    var lines: [SourceLine] = []
    for entry in tree.entries {
      guard let numbers = wanted[entry.path], let last = numbers.max() else { continue }
      do throws(SourceTreeError) {
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
