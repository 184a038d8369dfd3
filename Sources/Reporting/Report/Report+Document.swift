// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Report {
  /// What rules find in one document, a line each, the gravest first; empty where nothing is found.
  ///
  /// - Parameter path: The document, from the root of the checked tree.
  /// - Returns: Lines with severity, code and title.
  package func asked(of path: String) -> String {
    let rules = RuleTexts(self)
    var seen: Set<String> = []
    return FindingOrder.sorted(openResults).filter { $0.locations.first?.path == path }
      .filter { seen.insert($0.ruleName).inserted }
      .map { "  \($0.severity.rawValue)  \($0.code ?? $0.ruleName)  \(rules[$0].title)\n" }
      .joined()
  }
}
