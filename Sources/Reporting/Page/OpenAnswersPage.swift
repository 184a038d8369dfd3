// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What is still open in one declaration.
package struct OpenDeclaration: Sendable {
  /// The id of the system.
  package let id: String
  /// The declaration from the root of the tree.
  package let path: String
  /// The tier as it stands.
  package let tier: RiskTier
  /// What is wrong with the file; then nothing is derived.
  package let mistakes: [Fault]
  /// The open questions in the order of the law.
  package let questions: [OpenQuestion]
  /// What a reviewer should ask besides.
  package let remarks: [String]

  /// Creates the open answers of a declaration.
  package init(
    id: String,
    path: String,
    tier: RiskTier,
    mistakes: [Fault],
    questions: [OpenQuestion],
    remarks: [String]
  ) {
    (self.id, self.path, self.tier) = (id, path, tier)
    (self.mistakes, self.questions, self.remarks) = (mistakes, questions, remarks)
  }
}

extension Page {
  /// What is open in each declaration, for people.
  package init(_ declarations: [OpenDeclaration], style: ConsoleStyle = ConsoleStyle()) {
    var writer = PageWriter(style: style)
    if declarations.isEmpty {
      let next = "no system is declared here; 'modelgate init' writes a first declaration"
      writer.add("", next, hanging: 2)
    }
    for (index, declaration) in declarations.enumerated() {
      if index > 0 { writer.gap() }
      declaration.write(to: &writer)
    }
    self.init(bytes: writer.bytes)
  }

  /// One question as an interview asks it, with the key to answer at the end.
  package init(_ question: OpenQuestion, left: Int) {
    var writer = PageWriter()
    writer.gap()
    let count = Wording.count(left, "open question", "open questions")
    writer.add("[\(count)]", question.article, hanging: 2)
    writer.add("", "\(question.question)?", hanging: 2)
    for choice in question.choices { writer.add("", choice.text, indent: 2, hanging: 2) }
    writer.add("\(question.key):", "")
    self.init(bytes: writer.bytes)
  }
}

extension OpenDeclaration {
  fileprivate func write(to page: inout PageWriter) {
    page.add("", "\(id) (\(path)), tier: \(tier.rawValue)", hanging: 2)
    for mistake in mistakes {
      let place = mistake.location?.description ?? path
      let help = mistake.help.isEmpty ? "" : "; \(mistake.help)"
      page.add("", "\(place): \(mistake.message)\(help)", indent: 2, hanging: 2)
    }
    guard mistakes.isEmpty else {
      return page.add("", "nothing is derived before these are corrected", indent: 2)
    }
    if questions.isEmpty, remarks.isEmpty { page.add("", "nothing is open", indent: 2) }
    for question in questions {
      page.add("", "\(question.key) (\(question.article))", indent: 2, hanging: 2)
      page.add("", "\(question.question)?", indent: 4)
      for choice in question.choices { page.add("", choice.text, indent: 6, hanging: 2) }
    }
    for remark in remarks { page.add("to consider:", remark, indent: 2, hanging: 2) }
  }
}
