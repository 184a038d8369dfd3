// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// The verdicts on a row of commits, the newest first.
package struct VerdictHistory: Sendable {
  /// One commit with what was found.
  package struct Step: Sendable {
    /// The id of the commit.
    package var commit: ObjectID
    /// The day of the commit, in UTC; nil for one beyond the calendar.
    package var day: CalendarDate?
    /// What was found, or why nothing was.
    package var outcome: Outcome

    /// What was found at a commit.
    package enum Outcome: Sendable {
      case report(Report)
      /// No verdict was attempted, for this reason.
      case refused(String)
    }

    /// Creates a step.
    package init(commit: ObjectID, day: CalendarDate?, outcome: Outcome) {
      (self.commit, self.day, self.outcome) = (commit, day, outcome)
    }
  }

  private let steps: [Step]
  /// Why there are no more.
  private let end: String

  /// Creates a history.
  ///
  /// - Parameters:
  ///   - steps: The commits, the newest first.
  ///   - end: Why there are no more, as a phrase.
  package init(_ steps: [Step], end: String) {
    (self.steps, self.end) = (steps, end)
  }
}

extension VerdictHistory {
  /// A line for each commit: id, day, verdict, counts, and what changed since the one before.
  package var page: Page {
    let rows = steps.indices.map { index -> [Listing.Cell?] in
      let step = steps[index]
      let name = Listing.Cell.text(step.commit.short)
      switch step.outcome {
      case .refused(let reason):
        return [name, .text(step.day?.description ?? "no day"), .text("-"), .text(reason), nil]
      case .report(let report):
        let words = VerdictWords(report)
        return [
          name, .text(step.day?.description ?? "no day"), .text(report.verdict.rawValue),
          .text(words.counts + (words.waived > 0 ? ", \(gaps(words))" : "")),
          change(at: index).map { .text("\($0.new) new, \($0.gone) gone") },
        ]
      }
    }
    let listing = Listing([], absence: "there is no commit to judge", rows: rows)
    return Page(bytes: listing.page.bytes + Page(lines: end + "\n").bytes)
  }

  /// The same for programs.
  package var json: Page {
    let entries = steps.indices.map { index -> JSONValue in
      let step = steps[index]
      let head: [(String, JSONValue?)] = [
        ("commit", .string(step.commit.hex)), ("day", step.day.map { .string($0.description) }),
      ]
      switch step.outcome {
      case .refused(let reason): return .object(present: head + [("reason", .string(reason))])
      case .report(let report):
        let words = VerdictWords(report)
        let change = change(at: index)
        return .object(
          present: head + [
            ("verdict", .string(report.verdict.rawValue)), ("blocks", .int(words.blocks)),
            ("errors", .int(words.errors)), ("warnings", .int(words.warnings)),
            ("open", .int(words.undecided)), ("accepted", .int(words.waived)),
            ("new", change.map { .int($0.new) }), ("gone", change.map { .int($0.gone) }),
          ]
        )
      }
    }
    return Page(json: .array(entries))
  }

  private func gaps(_ words: VerdictWords) -> String {
    Wording.count(words.waived, "accepted gap", "accepted gaps")
  }

  /// How many findings came and went since the judged commit before; nil for the oldest.
  private func change(at index: Int) -> (new: Int, gone: Int)? {
    guard case .report(let report) = steps[index].outcome else { return nil }
    for step in steps[(index + 1)...] {
      guard case .report(let before) = step.outcome else { continue }
      let (old, now) = (Self.findings(of: before), Self.findings(of: report))
      return (now.subtracting(old).count, old.subtracting(now).count)
    }
    return nil
  }

  /// The findings by system, rule and subject, without those that another one explains.
  private static func findings(of report: Report) -> Set<String> {
    Set(
      report.results
        .filter { [.failed, .undecided].contains($0.outcome) && $0.cause == nil }
        .map { "\($0.system)\0\($0.pack)/\($0.rule)\0\($0.subject)" }
    )
  }
}
