// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// A bound of a number, such as the days that logs are kept, that holds for a system.
package struct LimitReport: Sendable, Hashable {
  /// The number, by its path in the declaration.
  package var parameter: String
  /// `min` or `max`.
  package var bound: String
  /// The bound, itself allowed, as text.
  package var value: String
  /// The clause that sets it.
  package var cite: String
  /// The rule that states it, as `pack/rule`.
  package var rule: String
  /// Whether it is the strictest of its side.
  package var governs: Bool

  /// Creates the description of a bound.
  package init(
    parameter: String,
    bound: String,
    value: String,
    cite: String,
    rule: String,
    governs: Bool
  ) {
    self.parameter = parameter
    self.bound = bound
    self.value = value
    self.cite = cite
    self.rule = rule
    self.governs = governs
  }

  /// The bound in words, with its clause.
  var text: String {
    "\(parameter): \(bound == "min" ? "at least" : "at most") \(value) (\(cite))"
      + (governs ? ", which governs" : "")
  }
}

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
