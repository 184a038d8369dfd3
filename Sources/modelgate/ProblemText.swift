// SPDX-License-Identifier: Apache-2.0

internal import Gate
internal import GateModel

/// Problems as a terminal shows them.
enum ProblemText {
  /// `error: …`, then the place, the line in question and the remedy.
  static func text(of failure: RunFailure) -> String {
    failure.problems.map(text).joined(separator: "\n")
  }

  private static func text(of problem: Problem) -> String {
    var lines = ["error: \(problem.message)"]
    if let location = problem.location { lines.append(" --> \(location)") }
    if let excerpt = problem.excerpt { lines.append(excerpt) }
    lines.append("help: \(problem.help)\n")
    return lines.joined(separator: "\n")
  }
}
