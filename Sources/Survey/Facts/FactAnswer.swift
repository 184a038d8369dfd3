// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What a declaration answers to one fact, and who answers for it.
package struct FactAnswer: Hashable, Sendable {
  /// The answer itself.
  package enum Value: Hashable, Sendable {
    case flag(Bool)
    /// A word of a choice, or a free text.
    case text(String)
    case texts([String])
    case number(Double)
    /// A day, or nil where the declaration says that there is none yet (`null`).
    case date(CalendarDate?)
    case lists([[String]])
  }

  /// The answer.
  package var value: Value
  /// For attributes: the groups of each that are declared, where they are.
  package var groups: [String: [String]] = [:]
  /// Why it is so.
  package var reason: String?
  /// Who answers for it.
  package var owner: String?
  /// What it rests on, such as a path or link.
  package var evidence: String?
  /// Where it stands.
  package var source: SourceReference
  /// The key of the declaration that the answer follows from, or nil for one that is stated.
  package var entailedBy: String?

  /// Creates an answer.
  package init(
    value: Value,
    reason: String? = nil,
    owner: String? = nil,
    evidence: String? = nil,
    source: SourceReference,
    entailedBy: String? = nil
  ) {
    self.value = value
    self.reason = reason
    self.owner = owner
    self.evidence = evidence
    self.source = source
    self.entailedBy = entailedBy
  }

  /// The answer on one line, for messages.
  package var text: String {
    switch value {
    case .flag(let flag): flag ? "true" : "false"
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ", ")
    case .number(let number): String(number)
    case .date(let date): date?.description ?? "none"
    case .lists(let lists): lists.map { $0.joined(separator: " × ") }.joined(separator: ", ")
    }
  }
}
