// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The open findings of a report as people read them: those that another finding explains are named
/// under it and stand nowhere else.
struct FoldedFindings {
  /// The findings that stand for themselves, the gravest first.
  let findings: [CheckResult]
  private let followers: [Cause: [String]]

  init(_ report: Report) {
    let open = FindingOrder.sorted(report.openResults)
    let first = Set(open.filter { $0.cause == nil }.map { Cause($0.system, $0.ruleName) })
    func isFolded(_ result: CheckResult) -> Bool {
      result.cause.map { first.contains(Cause(result.system, $0)) } ?? false
    }
    findings = open.filter { !isFolded($0) }
    var names: [Cause: [(name: String, count: Int)]] = [:]
    for result in open.filter(isFolded) {
      let cause = Cause(result.system, result.cause ?? "")
      let name = result.code ?? result.ruleName
      var known = names[cause] ?? []
      if let index = known.firstIndex(where: { $0.name == name }) {
        known[index].count += 1
      } else {
        known.append((name, 1))
      }
      names[cause] = known
    }
    followers = names.mapValues { names in
      names.map { $0.count == 1 ? $0.name : "\($0.name) (x\($0.count))" }
    }
  }

  /// The codes of the findings that this one explains; named at the first finding of its rule.
  func followers(of result: CheckResult) -> [String] {
    followers[Cause(result.system, result.ruleName)] ?? []
  }
}

/// A rule in one system.
private struct Cause: Hashable {
  let system: String
  let rule: String

  init(_ system: String, _ rule: String) {
    (self.system, self.rule) = (system, rule)
  }
}
