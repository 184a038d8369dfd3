// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// The title and the headings by which a governance record is known, for writing one.
package struct RecordOutline: Sendable {
  /// What the record calls itself.
  package let title: String
  /// One heading for each topic that rules look for.
  package let headings: [String]

  /// The outline of a kind of record.
  package init(of kind: RecordKind) {
    title = Self.sentence(RecordNames.title(of: kind))
    headings = RecordTopics.headings(of: kind).map(Self.sentence)
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
