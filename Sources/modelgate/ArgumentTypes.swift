// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
package import Gate
internal import GateModel
package import Reporting

// How the values of the libraries are written on a command line.

/// A day as `--as-of` takes it.
enum DayOption: Hashable, ExpressibleByArgument {
  case day(CalendarDate)
  case commit

  /// Reads `YYYY-MM-DD` or `commit`.
  init?(argument: String) {
    if argument == "commit" {
      self = .commit
    } else if let day = CalendarDate(argument) {
      self = .day(day)
    } else {
      return nil
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  package init?(argument: String) { self.init(argument) }
}

extension FailureThreshold: ExpressibleByArgument {}

extension JUnitProfile: ExpressibleByArgument {}

extension ConsoleStyle.Grouping: ExpressibleByArgument {}

extension ExampleReport.Format: ExpressibleByArgument {}

extension FairnessRequest.Library: ExpressibleByArgument {}

extension FairnessRequest.FailBy: ExpressibleByArgument {}

extension FairnessRequest.Meaning: ExpressibleByArgument {}

extension HookInstallation.Kind: ExpressibleByArgument {}

extension OutputTarget: ExpressibleByArgument {
  /// Reads `FORMAT`, `FORMAT=-` or `FORMAT=PATH`.
  package init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let format = ReportFormat(rawValue: String(parts[0])) else { return nil }
    let path = parts.count == 2 ? String(parts[1]) : "-"
    guard !path.isEmpty else { return nil }
    self.init(format: format, path: path == "-" ? nil : path)
  }

  /// The formats, for the message about an unknown one.
  package static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }

  /// The formats, for a shell that completes one.
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension Templates.Kind: ExpressibleByArgument {
  /// What `new` can write; the policy is written by `init`.
  package static var allValueStrings: [String] {
    allCases.filter { $0 != .policy }.map(\.rawValue)
  }
}
