// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// What a declaration answers to one fact, and who answers for it.
public struct FactAnswer: Hashable, Sendable {
  /// The answer itself.
  public enum Value: Hashable, Sendable {
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
  public var value: Value
  /// Why it is so.
  public var reason: String?
  /// Who answers for it.
  public var owner: String?
  /// What it rests on, such as a path or link.
  public var evidence: String?
  /// Where it stands.
  public var source: SourceReference

  /// Creates an answer.
  public init(
    value: Value,
    reason: String? = nil,
    owner: String? = nil,
    evidence: String? = nil,
    source: SourceReference
  ) {
    self.value = value
    self.reason = reason
    self.owner = owner
    self.evidence = evidence
    self.source = source
  }

  /// The answer on one line, for messages.
  public var text: String {
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
