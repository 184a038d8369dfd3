// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
package import Reporting
internal import Texts

/// The findings that an old repository started with: they are listed with their age and do not fail.
package struct Baseline: Hashable, Sendable {
  /// One accepted finding.
  struct Entry: Hashable, Sendable {
    let system: String
    let pack: String
    let rule: String
    let subject: String
    /// Whether it had failed or could not be judged; what fails later is new then.
    let outcome: Outcome
    /// How grave it was; a graver one on the same subject is new.
    let severity: Severity
    /// The day on which it was first written down.
    let since: CalendarDate

    var key: FindingKey { FindingKey(system: system, pack: pack, rule: rule, subject: subject) }

    var gravity: FindingGravity { FindingGravity(outcome: outcome, severity: severity) }
  }

  /// The value of `schema` in every baseline of this form.
  static let identifier = "modelgate/baseline/v1"

  /// The entries in the order of the report.
  let entries: [Entry]

  /// How many findings are accepted.
  package var count: Int { entries.count }

  /// Today's findings of a report, or those of them that an older baseline has already.
  ///
  /// - Parameters:
  ///   - report: The report of the whole repository.
  ///   - older: The baseline that is replaced; nothing new is added to it, and its days are kept.
  package init(of report: Report, within older: Baseline?) {
    let known = older.map { Dictionary($0.entries.map { ($0.key, $0) }) { first, _ in first } }
    entries = report.results.filter(\.isFinding).compactMap { result in
      let entry = Entry(result, since: report.asOf)
      guard let known else { return entry }
      return known[entry.key].flatMap { $0.gravity.covers(entry.gravity) ? $0 : nil }
    }
  }

  /// The entries of this baseline that another one does not have, word for word.
  func additions(to other: Baseline) -> [Entry] {
    let known = Set(other.entries)
    return entries.filter { !known.contains($0) }
  }
}

extension Baseline {
  /// The baseline as a page of indented JSON, one entry below the other.
  package var page: Page {
    Page(json: [
      "schema": .string(Self.identifier),
      "findings": .array(
        entries.map {
          [
            "system": .string($0.system), "pack": .string($0.pack), "rule": .string($0.rule),
            "subject": .string($0.subject), "outcome": .string($0.outcome.rawValue),
            "severity": .string($0.severity.rawValue),
            "since": .string($0.since.description),
          ]
        }
      ),
    ])
  }

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - path: Its path, for messages.
  /// - Throws: When it is not what `modelgate baseline` writes.
  package init(_ bytes: [UInt8], at path: String) throws(RunFailure) {
    let root: Node
    do throws(Problem) {
      root = try JSONReader.read(bytes)
    } catch {
      throw .configuration("the baseline '\(path)' is no JSON: \(error)", help: Self.help)
    }
    guard root["schema"]?.text == Self.identifier, let nodes = root["findings"]?.list else {
      throw .configuration("'\(path)' is no baseline of this form", help: Self.help)
    }
    var entries: [Entry] = []
    for node in nodes {
      guard let entry = Entry(node) else {
        throw .configuration(
          "entry \(entries.count + 1) of the baseline '\(path)' is damaged",
          help: Self.help
        )
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static let help = "write it with 'modelgate baseline'"
}

extension Baseline.Entry {
  fileprivate init(_ result: CheckResult, since day: CalendarDate) {
    self.init(
      system: result.system,
      pack: result.pack,
      rule: result.rule,
      subject: result.subject,
      outcome: result.outcome,
      severity: result.severity,
      since: day
    )
  }

  fileprivate init?(_ node: Node) {
    func text(_ name: String) -> String? { node[name]?.text }
    guard let system = text("system"), let pack = text("pack"), let rule = text("rule"),
      let subject = text("subject"), let outcome = text("outcome").flatMap(Outcome.init),
      [.failed, .undecided].contains(outcome),
      let severity = text("severity").flatMap(Severity.init),
      let since = text("since").flatMap({ CalendarDate($0) })
    else { return nil }
    self.init(
      system: system,
      pack: pack,
      rule: rule,
      subject: subject,
      outcome: outcome,
      severity: severity,
      since: since
    )
  }
}
