// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import RuleLanguage
internal import Texts

/// What a rule asks for: the texts that all its results share.
package struct RuleReport: Sendable, Hashable {
  /// The pack and the id of the rule, as in `essentials/card-missing`.
  package var name: String
  /// The short code, such as `GDP-021`.
  package var code: String?
  /// The one-line title.
  package var title: String
  /// The clauses that ask for it.
  package var controls: [Control]
  /// Who has to act, such as `provider` or `dpo`.
  package var asks: String?
  /// What must hold.
  private var requirement: Requirement
  /// How to put a failure right.
  package var remedy: String
  /// Why it matters.
  package var rationale: String

  /// Creates the texts of a rule.
  package init(
    name: String,
    code: String? = nil,
    title: String,
    controls: [Control] = [],
    asks: String? = nil,
    requires: String = "",
    remedy: String = "",
    rationale: String = ""
  ) {
    self.name = name
    self.code = code
    self.title = title
    self.controls = controls
    self.asks = asks
    requirement = .text(requires)
    self.remedy = remedy
    self.rationale = rationale
  }

  /// What must hold, in English; the words are found where somebody reads them.
  package var requires: String {
    get { requirement.text }
    set { requirement = .text(newValue) }
  }

  /// The same with words for what must hold that are yet to be found.
  package func requiring(_ words: @escaping @Sendable () -> String) -> RuleReport {
    var copy = self
    copy.requirement = .words(Deferred(words))
    return copy
  }

  /// The clauses on one line.
  var clause: String { Control.text(of: controls) }

  /// By name, in the order in which RFC 8785 §3.2.3 wants the members of an object; one for each.
  static func ordered(_ rules: [RuleReport]) -> [RuleReport] {
    let sorted = rules.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    return sorted.enumerated().filter { index, rule in
      index == 0 || !rule.name.utf8.elementsEqual(sorted[index - 1].name.utf8)
    }
    .map(\.element)
  }
}

/// What a rule asks for, in words that may be yet to be found.
private enum Requirement: Sendable, Hashable {
  case text(String)
  case words(Deferred<String>)

  /// The words.
  var text: String {
    switch self {
    case .text(let text): text
    case .words(let words): words.value
    }
  }

  static func == (left: Requirement, right: Requirement) -> Bool { left.text == right.text }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The rules of a report by their names.
struct RuleTexts {
  private let rules: [String: RuleReport]

  init(_ report: Report) {
    rules = Dictionary(report.rules.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The texts of the rule of a result, with the clauses of that result; empty ones for a rule that
  /// the report does not describe.
  subscript(result: CheckResult) -> RuleReport {
    var rule =
      rules[result.ruleName] ?? RuleReport(name: result.ruleName, code: result.code, title: "")
    if !result.controls.isEmpty { rule.controls = result.controls }
    return rule
  }
}
