// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Reporting

/// The findings that count for nothing, because they were there before.
struct ToleratedFindings: Sendable {
  private struct Known {
    let since: CalendarDate
    let gravity: FindingGravity
  }

  private var known: [FindingKey: Known] = [:]
  private var unread: [FaultKey: CalendarDate] = [:]

  /// None.
  init() {}

  /// Those of a baseline.
  init(_ baseline: Baseline) {
    for entry in baseline.entries {
      known[entry.key] = Known(since: entry.since, gravity: entry.gravity)
    }
  }

  /// Adds those of an earlier commit, known since its day.
  ///
  /// What could not be judged then and has failed now is new.
  mutating func add(_ report: Report) {
    let day = report.repository.commitTime.flatMap { CalendarDate(unixSeconds: $0) } ?? report.asOf
    // A fault of the run itself stands in no file, and is never an old one.
    for fault in report.faults where fault.location != nil { unread[FaultKey(fault)] = day }
    for result in report.results where result.isFinding {
      let key = FindingKey(result)
      // Of several on one subject the one that excuses least counts.
      let gravity = result.gravity
      if let other = known[key]?.gravity,
        other.outcome == .undecided || other.severity <= gravity.severity
      {
        continue
      }
      known[key] = Known(since: day, gravity: gravity)
    }
  }

  /// The faults, those that were there before marked with the day since when they are known.
  func marking(_ faults: [Fault]) -> [Fault] {
    faults.map { fault in
      var marked = fault
      marked.knownSince = unread[FaultKey(fault)]
      return marked
    }
  }

  /// The results, those that were there before marked with the day since when they are known.
  func marking(_ results: [CheckResult]) -> [CheckResult] {
    guard !known.isEmpty else { return results }
    return results.map { result in
      guard result.isFinding, let known = known[FindingKey(result)],
        known.gravity.covers(result.gravity)
      else { return result }
      var marked = result
      marked.knownSince = known.since
      return marked
    }
  }
}
