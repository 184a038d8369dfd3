// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting

/// The name and version of the program.
enum ToolVersion {
  /// The name, as reports print it.
  static let name = "modelgate"
  /// The version, after semver.org.
  static let number = "0.1.0"
}

extension Report.Tool {
  /// This program.
  static var current: Report.Tool {
    Report.Tool(name: ToolVersion.name, version: ToolVersion.number)
  }
}

extension RunRequest {
  /// Resolves the options of a command line, once: after this nothing reads clock or environment.
  init(_ repository: RepositoryOptions, _ policy: PolicyOptions) throws {
    try self.init(repository: repository.repo, policy)
    trustsAnyOwner = repository.anyOwner
    source = repository.source
    directory = repository.path
    width = repository.jobs ?? width
  }

  /// Resolves the options by which the head of a repository is judged.
  init(repository: String, _ policy: PolicyOptions) throws {
    try self.init(repository: repository)
    asOf = try Self.asOf(policy.asOf)
    allowsDayBeforeCommit = policy.beforeCommit
    policySource = policy.source
    packs = policy.packs.map(RuleCatalogue.placed)
    systems = policy.systems
  }

  /// A request for the head of a repository, today.
  init(repository: String) throws {
    let today = try Self.today()
    self.init(
      repository: repository,
      asOf: today,
      tool: .current
    )
    asOf = .clock(today)
    variables = ProcessInfo.processInfo.environment
    width = max(2, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The day that an option names; today without it.
  static func asOf(_ option: DayOption?) throws -> AsOf {
    switch option {
    case .day(let day): .day(day)
    case .commit: .commit
    case nil: .clock(try today())
    }
  }

  /// Today in UTC.
  ///
  /// `SOURCE_DATE_EPOCH` does not count: it dates files, and a verdict by the day of the sources would
  /// let expired waivers live on.
  static func today() throws -> CalendarDate {
    let seconds = Int64(Date().timeIntervalSince1970)
    guard let today = CalendarDate(unixSeconds: seconds) else {
      throw ValidationError("The clock shows no usable date; give --as-of YYYY-MM-DD.")
    }
    return today
  }
}
