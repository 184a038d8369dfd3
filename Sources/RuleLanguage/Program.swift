// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A checked expression, ready to be evaluated any number of times.
public struct Program: Sendable {
  /// The text it was made from.
  public let source: String
  /// The type of its value.
  public let resultType: ValueType
  /// The declared names that it mentions.
  public let referencedRoots: Set<String>
  /// The dotted paths from declared names that it mentions, such as `system.tier`.
  public let referencedFields: Set<String>

  /// The value of the expression over an arena.
  public func evaluate(in arena: FactsArena, bindings: Bindings) -> Evaluation {
    Evaluation(
      result: .failure(EvaluationError(.noSuchFunction, "evaluation is not implemented")),
      cost: 0,
      isVacuous: false
    )
  }

  /// Why the expression has the value it has: the parts that decided it and what they saw.
  public func explain(in arena: FactsArena, bindings: Bindings) -> Explanation {
    Explanation(expression: source, value: "unknown")
  }

  /// The condition as an English phrase.
  public func english() -> String { source }

  /// The expression, printed from its syntax tree.
  public func formatted() -> String { source }

  /// Every program that differs from this one in one comparison, quantifier or connective.
  public func mutations() -> [Mutation] { [] }
}
