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

  private static let most = 5
}
