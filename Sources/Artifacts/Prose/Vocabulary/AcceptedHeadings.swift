// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// The headings and labels below which a text is read as speaking of a topic.
package enum AcceptedHeadings {
  /// Some of them in English; those of other languages are read as well.
  package static func of(_ topic: Topic) -> [String] {
    let tables: [TopicTable] = [
      .englishModelCard, .englishDatasheet, .englishDPIA, .englishFRIA,
    ]
    let all = tables.flatMap { $0.headings(of: topic) } + RecordTopics.headings(of: topic)
    return Array(all.prefix(most))
  }

  /// Some headings of the columns of risks that a condition reads, by the field of a risk.
  package static func ofColumns(in condition: String) -> [(topic: String, headings: [String])] {
    guard condition.contains(".risks") else { return [] }
    let condition = condition.filter { $0 != "?" }
    return columns.filter { $0.reads.contains { condition.contains("risk.\($0)") } }
      .map { column in
        let english = column.words.separate.first ?? []
        return ("risk.\(column.reads[0])", english.prefix(most).map(String.init))
      }
  }

  /// The fields by the beginnings of the facts that are read from them.
  private static let columns: [(reads: [String], words: Phrases)] = [
    (["name"], RiskWords.name), (["affected_group"], RiskWords.affectedGroup),
    (["category"], RiskWords.category), (["severity"], RiskWords.severity),
    (["likelihood"], RiskWords.likelihood), (["level", "rating"], RiskWords.level),
    (["mitigation"], RiskWords.mitigation), (["residual"], RiskWords.residualLevel),
  ]

  private static let most = 5
}
