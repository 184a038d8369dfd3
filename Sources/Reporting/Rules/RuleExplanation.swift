// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RuleLanguage
package import RulePacks

/// A rule as `modelgate explain` prints it: words first, then the source and the examples.
package struct RuleExplanation: Sendable {
  let pack: RulePack
  let rule: Rule
  /// The topics that the rule asks for, each with headings that carry it.
  private let headings: [(topic: String, headings: [String])]

  /// Creates the explanation of one rule.
  package init(pack: RulePack, rule: Rule, headings: [(topic: String, headings: [String])] = []) {
    self.pack = pack
    self.rule = rule
    self.headings = headings
  }

  /// The explanation, in lines of at most 80 columns.
  package var page: Page {
    Page(
      lines: ([heading]
        + [prose, conditions, parameters, relations, examples].filter { !$0.isEmpty })
        .joined(separator: "\n\n") + "\n"
    )
  }

  private var heading: String {
    let name = [Optional("\(pack.id)/\(rule.id)"), rule.code].compactMap { $0 }
    let facts =
      ["severity \(rule.severity.text)", rule.status.rawValue, period]
      + [rule.isWaivable ? "waivable" : "not waivable"]
    return "\(name.joined(separator: "  "))\n\(rule.title)\n\(facts.joined(separator: " · "))"
  }

  private var period: String {
    switch (rule.period.from.text, rule.period.until) {
    case (nil, nil): "always in force"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) until \(until)"
    }
  }

  private var prose: String {
    [
      ("asked for by", rule.control), ("of whom", rule.asks?.rawValue ?? ""),
      ("why", rule.rationale), ("how to fix", rule.remedy),
    ]
    .filter { !$0.1.isEmpty }
    .map { TextBlock.labelled($0, $1) }
    .joined(separator: "\n")
  }

  private var conditions: String {
    var blocks: [String] = []
    if let iteration = rule.iteration {
      blocks.append(
        TextBlock.labelled("for each", "\(iteration.variable) in \(iteration.list.english())")
      )
      blocks.append(TextBlock.code(iteration.list.source))
    }
    if let when = rule.when {
      blocks.append(TextBlock.labelled("applies when", when.english()))
      blocks.append(TextBlock.code(when.source))
    }
    blocks.append(TextBlock.labelled("requires", rule.require.english()))
    if let short = rule.shortForm { blocks.append(TextBlock.code(short)) }
    blocks.append(TextBlock.code(rule.require.source))
    blocks.append(TextBlock.labelled("says", rule.message.source))
    for row in headings {
      blocks.append(
        TextBlock.labelled("headings", "\(row.topic): \(row.headings.joined(separator: ", "))")
      )
    }
    return blocks.joined(separator: "\n")
  }

  private var parameters: String {
    rule.parameters.map { parameter in
      let owner = parameter.scope == .pack ? ", of the pack" : ""
      let summary = parameter.summary.isEmpty ? "" : ": \(parameter.summary)"
      return TextBlock.labelled(
        "parameter",
        "\(parameter.name) = \(parameter.value.text) (\(parameter.terms)\(owner))\(summary)"
      )
    }
    .joined(separator: "\n")
  }

  private var relations: String {
    (rule.limits.map { TextBlock.labelled("limit", $0.summary) }
      + rule.displaces.map { TextBlock.labelled("displaces", $0.summary) })
      .joined(separator: "\n")
  }

  private var examples: String {
    rule.examples.map { example in
      let changes =
        example.edits.map { "\($0.file): \"\($0.find)\" becomes \"\($0.replacement)\"" }
        + example.removed.map { "without \($0)" }
        + example.files.map { "with \($0.path)" }
      let base = example.base.map { "fixture \($0)" } ?? "an empty tree"
      let details = ([base] + changes).joined(separator: "; ")
      return TextBlock.labelled(example.expected.rawValue, "\(example.name) (\(details))")
    }
    .joined(separator: "\n")
  }
}

extension RuleParameter {
  /// What a policy may set, and where the value comes from, such as `double, 0 to 1, convention`.
  package var terms: String {
    [value.typeName, domain.text, origin?.rawValue].compactMap { $0 }.joined(separator: ", ")
  }
}
