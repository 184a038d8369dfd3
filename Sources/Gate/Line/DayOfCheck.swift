// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The day that a run judges by, and why nothing can be decided by it.
struct DayOfCheck {
  /// The day.
  let date: CalendarDate
  /// Set when the day lies before the commit's own: what was to come cannot be judged by a day on
  /// which it was not there.
  let fault: Fault?

  /// Resolves the day that a request asks for.
  ///
  /// - Throws: When the day of the commit is asked for and there is no commit.
  init(_ request: RunRequest, commitTime: Int64?) throws(RunFailure) {
    let commitDay = commitTime.flatMap { CalendarDate(unixSeconds: $0) }
    switch request.asOf {
    case .commit:
      guard let commitDay else {
        throw .configuration(
          "'--as-of commit' needs a commit, and uncommitted work has no day",
          help: "give a day, or check a commit"
        )
      }
      (date, fault) = (commitDay, nil)
    case .day(let day):
      date = day
      fault = Self.distance(from: day, to: commitDay, request).map { days, commitDay in
        Fault(
          message: "the day of the check, \(day), lies \(days) before the day of the commit,"
            + " \(commitDay)",
          help: "judge by a later day or by --as-of commit, or say that it is meant with"
            + " --before-commit"
        )
      }
    case .clock(let day):
      date = day
      fault = Self.distance(from: day, to: commitDay, request).map { days, commitDay in
        Fault(
          message: "the commit is dated \(commitDay), \(days) after today by the clock of this"
            + " machine, \(day)",
          help: "correct the clock that is wrong, or judge by the commit's day with --as-of commit"
        )
      }
    }
  }

  /// How far a day lies before the commit's, in words; nil when it does not, or when that is meant.
  private static func distance(
    from day: CalendarDate,
    to commitDay: CalendarDate?,
    _ request: RunRequest
  ) -> (String, CalendarDate)? {
    guard !request.allowsDayBeforeCommit, let commitDay, day < commitDay else { return nil }
    let days = day.days(until: commitDay)
    return ("\(days) \(days == 1 ? "day" : "days")", commitDay)
  }
}
