// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

/// What the documents of a system say was done on which day, beside the day of the commit that holds them.
struct StatedDays: Sendable {
  /// The last day on which it was still the moment of the commit somewhere; nil for what is not committed,
  /// and where every document is dated later, so that it is the clock of the commit that is wrong.
  private(set) var committedOn: CalendarDate?
  /// What is dated later than that, in words, each with its place.
  private(set) var later: [(text: String, place: SourceLocation)] = []
  /// Whether `answered` names a later day.
  private(set) var isAnsweredLater = false

  init(_ artifacts: [Artifact], _ declaration: SystemDeclaration?, commitTime: Int64?) {
    // UTC+14 is the zone in which a day begins first.
    guard let day = commitTime.flatMap({ CalendarDate(unixSeconds: $0 + 14 * 3_600) }) else {
      return
    }
    var told: [(day: CalendarDate, what: String, source: SourceReference)] = []
    var days: [(day: CalendarDate, what: String, source: SourceReference)] = []
    for artifact in artifacts {
      for (date, what) in [(artifact.created, "is dated"), (artifact.modified, "was changed on")] {
        if let date, let day = date.date { days.append((day, what, date.source)) }
      }
      if let deed = artifact.latestDeed, let last = deed.date {
        told.append((last, "tells of something done on", deed.source))
      }
    }
    for approval in artifacts.flatMap(\.approvals) + (declaration?.approvals ?? []) {
      guard let day = approval.date?.date else { continue }
      days.append((day, "records a decision of", approval.source))
    }
    for answer in declaration?.attestations ?? [] {
      if let day = answer.date { days.append((day, "attests an answer on", answer.source)) }
    }
    let after = days.filter { $0.day > day }
    guard days.isEmpty || after.count < days.count else { return }
    committedOn = day
    let text = told.filter { item in
      item.day > day && !after.contains { $0.source.path == item.source.path && $0.day == item.day }
    }
    later = (after + text).map { ("\($0.source.path) \($0.what) \($0.day)", $0.source.location) }
    isAnsweredLater = declaration?.facts.answered.map { $0.day > day } ?? false
  }
}
