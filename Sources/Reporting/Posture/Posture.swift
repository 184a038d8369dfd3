// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How the systems of one or more repositories stand, and what is to come.
package struct Posture: Sendable {
  /// One system.
  struct Row: Sendable {
    let system: SystemReport
    let verdict: Verdict
    let words: VerdictWords
    let waived: Int
    /// The next day on which something of the system changes by itself.
    let next: CalendarDate?
  }

  /// A day on which something changes although nobody changes anything.
  struct Turn: Sendable {
    let day: CalendarDate
    let system: String
    let text: String
  }

  let rows: [Row]
  let turns: [Turn]
  /// How many days ahead were looked at.
  let days: Int
  /// What the verdicts mean, by which packs and as of which day.
  let standing: String

  /// Puts reports together.
  ///
  /// - Parameters:
  ///   - reports: The reports, one for each repository.
  ///   - days: How many days after the day of each report count as to come.
  package init(_ reports: [Report], within days: Int) {
    self.days = days
    var seen: Set<String> = []
    let packs = reports.flatMap(\.packs).filter { seen.insert("\($0.id) \($0.version)").inserted }
    standing = Wording.standing(after: packs)
    let turns = reports.flatMap { Self.turns(of: $0, within: days) }
    self.turns = turns.sorted {
      ($0.day, $0.system, $0.text) < ($1.day, $1.system, $1.text)
    }
    rows = reports.flatMap { report in
      SystemVerdict.all(in: report).map { one in
        Row(
          system: one.system,
          verdict: one.verdict,
          words: one.words,
          waived: one.words.waived,
          next: turns.filter { $0.system == one.system.id || $0.system.isEmpty }.map(\.day).min()
        )
      }
    }
  }

  /// The duties that begin and the waivers that end.
  private static func turns(of report: Report, within days: Int) -> [Turn] {
    let titles = report.rules.reduce(into: [:]) { $0[$1.name] = $1.title }
    var seen: Set<String> = []
    let duties = report.results.compactMap { result -> Turn? in
      guard result.outcome == .upcoming, let day = result.appliesFrom,
        report.asOf.days(until: day) <= days
      else { return nil }
      let rule = "\(result.pack)/\(result.rule)"
      guard seen.insert("\(result.system) \(rule) \(day)").inserted else { return nil }
      let name = result.code ?? rule
      return Turn(
        day: day,
        system: result.system,
        text: "\(name) begins to apply: \(titles[rule] ?? result.rule)"
      )
    }
    let waivers = report.waivers.compactMap { waiver -> Turn? in
      guard waiver.state == .applied || waiver.state == .expiresSoon, waiver.daysLeft <= days else {
        return nil
      }
      return Turn(
        day: waiver.expires,
        system: waiver.system ?? "",
        text: "last day of the waiver for \(waiver.rule), owner \(waiver.owner)"
      )
    }
    return duties + waivers
  }
}

extension Posture {
  /// The systems and the days to come, for people.
  package var page: Page {
    let systems = Listing(
      [],
      absence: "no system is judged",
      rows: rows.map { row in
        [
          .text(row.system.id), .text(row.system.tier.rawValue), .text(row.verdict.rawValue),
          .text(row.words.shortCounts), .text(row.next.map { "next \($0)" } ?? ""),
        ]
      }
    )
    let heading = Page(lines: "to come within \(Wording.count(days, "day", "days"))\n")
    let calendar = Listing(
      [],
      absence: "nothing changes by itself",
      rows: turns.map { [.text($0.day.description), .text($0.system), .text($0.text)] }
    )
    let list = Page(bytes: heading.bytes + calendar.page.bytes)
    return Page(joining: [systems.page, list, Page(lines: standing + "\n")])
  }

  /// The same for programs.
  package var json: Page {
    let systems = rows.map { row in
      JSONValue.object(present: [
        ("id", .string(row.system.id)), ("name", .string(row.system.name)),
        ("tier", .string(row.system.tier.rawValue)), ("verdict", .string(row.verdict.rawValue)),
        ("blocks", .int(row.words.blocks)), ("errors", .int(row.words.errors)),
        ("warnings", .int(row.words.warnings)), ("open", .int(row.words.undecided)),
        ("accepted", .int(row.waived)), ("next", row.next.map { .string($0.description) }),
      ])
    }
    let days = turns.map { turn in
      JSONValue.object(present: [
        ("date", .string(turn.day.description)),
        ("system", turn.system.isEmpty ? nil : .string(turn.system)), ("text", .string(turn.text)),
      ])
    }
    return Page(
      json: [
        "systems": .array(systems), "days": .array(days), "standing": .string(standing),
      ]
    )
  }
}
