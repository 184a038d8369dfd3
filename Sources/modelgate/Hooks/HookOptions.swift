// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser
internal import FoundationEssentials
internal import Gate
internal import GateModel
internal import Reporting
internal import Texts

/// Which repository a hook belongs to, and by what it judges.
struct HookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The repository; default: the one whose hook git runs (GIT_DIR), else the one here.",
      valueName: "path"
    )
  )
  var repo: String?

  @Option(help: ArgumentHelp("Treat this folder of the tree as the root.", valueName: "dir"))
  var path: String?

  @Flag(
    name: .customLong("any-owner"),
    help: "Read the repository whoever owns it; nothing in it is ever run."
  )
  var anyOwner = false

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "The lowest severity that fails: block, error, warn or never (default: error).",
      valueName: "severity"
    )
  )
  var failOn: FailureThreshold?

  @OptionGroup var policy: PolicyOptions

  /// The request for the repository of the hook.
  func request() throws -> RunRequest {
    let repository = repo ?? ProcessInfo.processInfo.environment["GIT_DIR"] ?? "."
    var request = try RunRequest(repository: repository, policy)
    request.directory = path
    request.trustsAnyOwner = anyOwner
    request.failOn = failOn
    return request
  }
}

/// What a hook says: a line for each reference, and the whole report where it does not pass.
enum HookText {
  /// Prints the outcomes and ends with their status.
  static func finish(_ outcomes: [PushJudgement.Outcome]) throws {
    for outcome in outcomes { try show(outcome) }
    switch outcomes.result {
    case .pass: return
    case .fail: throw ExitCode(ExitStatus.fail.rawValue)
    case .configuration: throw ExitCode(ExitStatus.usage.rawValue)
    case .undecided: throw ExitCode(ExitStatus.undecided.rawValue)
    }
  }

  /// Prints a report unless it passes, and ends with its status.
  static func finish(_ report: Report, on what: String) throws {
    try show(report, on: what)
    let status = ExitStatus(report.verdict)
    guard status == .pass else { throw ExitCode(status.rawValue) }
  }

  private static func show(_ outcome: PushJudgement.Outcome) throws {
    let name = visible(outcome.reference.name)
    switch outcome.decision {
    case .skipped(let reason): try print("modelgate: \(name): not judged, \(reason)\n")
    case .judged(let report): try show(report, on: name)
    case .failed(let failure):
      try print("modelgate: \(name): no verdict\n")
      Terminal.printError(Page(failure.problems))
    }
  }

  private static func show(_ report: Report, on what: String) throws {
    try print("modelgate: \(what): \(report.verdict.rawValue)\n")
    guard report.verdict != .pass else { return }
    try Terminal.printOutput(
      Page(report, as: .console, style: Terminal.style(noColor: false))
    )
  }

  private static func print(_ text: String) throws { try Terminal.printOutput(Page(lines: text)) }

  private static func visible(_ name: String) -> String { VisibleText.line(name) }
}
