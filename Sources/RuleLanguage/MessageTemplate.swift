// SPDX-License-Identifier: Apache-2.0

/// A text with `{expression}` holes; `{{` and `}}` stand for single braces.
public struct MessageTemplate: Sendable {
  /// The text it was made from.
  public let source: String
  /// The declared names that its holes mention.
  public let referencedRoots: Set<String>
  /// The dotted paths that its holes mention.
  public let referencedFields: Set<String>

  /// The text with its holes filled in; a hole without a value becomes `?`.
  public func render(in arena: FactsArena, bindings: Bindings) -> String { source }
}
