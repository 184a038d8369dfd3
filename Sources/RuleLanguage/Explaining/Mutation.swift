// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// An expression with one deliberate mistake, to find out whether a rule's examples notice.
public struct Mutation: Sendable {
  /// What was changed, such as "`>=` became `<`".
  public let summary: String
  /// Where in the original text the change is.
  public let position: SourcePosition
  /// The changed expression.
  public let program: Program
}
