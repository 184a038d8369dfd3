// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting

/// The findings that count for nothing, because they were there before.
struct ToleratedFindings: Sendable {
  private struct Known {
    let since: CalendarDate
    let outcome: Outcome
    let severity: Severity

    /// Whether a finding of today is no worse than this one.
    func covers(_ result: CheckResult) -> Bool {
      (outcome == .failed || result.outcome == .undecided) && result.severity <= severity
    }
  }

  /// What could not be read, wherever in its file that stood.
  private struct Unread: Hashable {
    let message: String
    let path: String
    let system: String?
    let help: String

    /// nil for a fault of the run itself, which is never an old one.
    init?(_ fault: Fault) {
      guard let path = fault.location?.path else { return nil }
      (message, help, self.path, system) = (fault.message, fault.help, path, fault.system)
    }
  }

  private var known: [FindingKey: Known] = [:]
  private var unread: [Unread: CalendarDate] = [:]

  /// None.
  init() {}

  /// Those of a baseline.
  init(_ baseline: Baseline) {
    for entry in baseline.entries {
      known[entry.key] = Known(
        since: entry.since,
        outcome: entry.outcome,
        severity: entry.severity
      )
    }
  }

  /// Adds those of an earlier commit, known since its day.
  ///
  /// What could not be judged then and has failed now is new.
  mutating func add(_ report: Report) {
    let day = report.repository.commitTime.flatMap { CalendarDate(unixSeconds: $0) } ?? report.asOf
    for fault in report.faults.compactMap(Unread.init) { unread[fault] = day }
    for result in report.results where result.isFinding {
      let key = FindingKey(result)
      // Of several on one subject the one that excuses least counts.
      if let other = known[key], other.outcome == .undecided || other.severity <= result.severity {
        continue
      }
      known[key] = Known(since: day, outcome: result.outcome, severity: result.severity)
    }
  }

  /// The faults, those that were there before marked with the day since when they are known.
  func marking(_ faults: [Fault]) -> [Fault] {
    faults.map { fault in
      var marked = fault
      marked.knownSince = Unread(fault).flatMap { unread[$0] }
      return marked
    }
  }

  /// The results, those that were there before marked with the day since when they are known.
  func marking(_ results: [CheckResult]) -> [CheckResult] {
    guard !known.isEmpty else { return results }
    return results.map { result in
      guard result.isFinding, let known = known[FindingKey(result)], known.covers(result) else {
        return result
      }
      var marked = result
      marked.knownSince = known.since
      return marked
    }
  }
}
