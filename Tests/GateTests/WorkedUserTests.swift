// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// What users of all kinds owe under the AI Act and the GDPR, by day.
@Suite struct WorkedUserTests {
  /// One run per day over all users: reading the rules takes longer than judging by them.
  private static let reports = Task { () async throws -> [CalendarDate: Report] in
    let repository = try FixtureRepository(isBare: true)
    try repository.commit(try WorkedUser.files())
    var gate = try Gate(repository)
    gate.request.packs = ["eu-ai-act-core", "eu-ai-act-high-risk", "eu-gdpr"]
    var reports: [CalendarDate: Report] = [:]
    let days = try Set(WorkedUser.names.flatMap { try WorkedUser(named: $0).days })
    for day in days.sorted() {
      gate.request.asOf = .day(day)
      reports[day] = try await gate.report()
    }
    return reports
  }

  @Test(arguments: WorkedUser.names)
  func `each user owes what the law asks on that day, and nothing else`(name: String) async throws {
    let user = try WorkedUser(named: name)
    let reports = try await Self.reports.value
    var found: [CalendarDate: [String: String]] = [:]
    for day in user.days {
      let report = try #require(reports[day])
      let system = try #require(report.systems.first { $0.id == name })
      #expect(system.tier.rawValue == user.tier, "on \(day)")
      found[day] = Self.outcomes(of: name, in: report)
    }
    let differences = user.differences(from: found)
    #expect(differences.isEmpty, "\(name):\n\(differences.joined(separator: "\n"))")
  }

  @Test func `every kind of user has days and duties`() throws {
    #expect(WorkedUser.names.count == 20)
    for name in WorkedUser.names {
      let user = try WorkedUser(named: name)
      #expect(user.days.count == 4)
      #expect(!user.duties.isEmpty)
      #expect(user.duties.values.allSatisfy { $0.count == user.days.count }, "\(name)")
    }
  }

  /// The gravest outcome of each duty that asks something.
  private static func outcomes(of system: String, in report: Report) -> [String: String] {
    let order: [Outcome] = [.passed, .waived, .upcoming, .failed, .undecided]
    var outcomes: [String: Outcome] = [:]
    for result in report.results where result.system == system {
      guard let code = result.code, let rank = order.firstIndex(of: result.outcome) else {
        continue
      }
      let known = outcomes[code].flatMap { order.firstIndex(of: $0) } ?? -1
      if rank > known { outcomes[code] = result.outcome }
    }
    return outcomes.mapValues(\.rawValue)
  }
}
