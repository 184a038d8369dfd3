// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Report {
  /// Whether a document is there that no declaration claims.
  ///
  /// - Parameter path: The document, from the root of the checked tree.
  /// - Returns: Whether only the system that nobody declares holds it.
  package func leavesUnclaimed(_ path: String) -> Bool {
    let declared = Set(systems.filter(\.isDeclared).map(\.id))
    let systems = artifacts.filter { $0.path == path }.map(\.system)
    return !systems.isEmpty && !systems.contains(where: declared.contains)
  }

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
