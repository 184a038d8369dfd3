// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What rules say about each other in a report: bounds of numbers, and rules that give way to others.
struct RelationLines {
  /// One line each; bounds first, in the order of systems.
  let lines: [String]

  init(_ report: Report) {
    let isOne = report.systems.count == 1
    let limits = report.systems.flatMap { system in
      system.limits.map { limit in
        (isOne ? "" : "\(system.id): ") + limit.text
      }
    }
    let displaced = report.results.filter { $0.displacedBy != nil }.map { result in
      (isOne ? "" : "\(result.system): ") + "\(result.code ?? result.ruleName) on "
        + "\(result.subject) gives way: \(result.message)"
    }
    lines = limits + displaced
  }
}
