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

extension RunRequest {
  /// Resolves the options of a command line, once: after this nothing reads clock or environment.
  init(_ repository: RepositoryOptions, _ policy: PolicyOptions) throws {
    self.init(
      repository: repository.repo,
      asOf: try policy.asOf ?? Self.defaultDay(),
      tool: Report.Tool(name: ToolVersion.name, version: ToolVersion.number)
    )
    source = repository.source
    directory = repository.path
    policySource = policy.source
    packs = policy.packs
    systems = policy.systems
    width = repository.jobs ?? max(2, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else today in UTC.
  private static func defaultDay() throws -> CalendarDate {
    if let text = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !text.isEmpty {
      guard let seconds = Int64(text), let day = CalendarDate(unixSeconds: seconds) else {
        throw ValidationError("SOURCE_DATE_EPOCH is '\(text)'; it must be seconds since 1970.")
      }
      return day
    }
    let seconds = Int64(Date().timeIntervalSince1970)
    guard let today = CalendarDate(unixSeconds: seconds) else {
      throw ValidationError("The clock shows no usable date; give --as-of YYYY-MM-DD.")
    }
    return today
  }
}
