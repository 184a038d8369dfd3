// SPDX-License-Identifier: Apache-2.0

public import GateModel

/// A checked expression, ready to be evaluated any number of times.
public struct Program: Sendable {
  let code: Code

  init(code: Code) {
    self.code = code
  }

  /// The text it was made from.
  public var source: String { code.source }

  /// The type of its value.
  public var resultType: ValueType { code.checked.resultType }

  /// The declared names that it mentions.
  public var referencedRoots: Set<String> { Set(code.rootNames) }

  /// The dotted paths from declared names that it mentions, such as `system.tier`.
  public var referencedFields: Set<String> { FieldPaths.all(in: code.checked) }

  /// The value of the expression over an arena.
  public func evaluate(in arena: FactsArena, bindings: Bindings) -> Evaluation {
    var recollection = Recollection()
    return evaluate(in: arena, bindings: bindings, recalling: &recollection)
  }

  /// The value of the expression over an arena; costly functions are called once for all
  /// evaluations that share a recollection.
  public func evaluate(
    in arena: FactsArena,
    bindings: Bindings,
    recalling recollection: inout Recollection
  ) -> Evaluation {
    var machine = Machine(code, arena: arena, bindings: bindings)
    swap(&machine.recollection, &recollection)
    defer { swap(&machine.recollection, &recollection) }
    let value = machine.evaluate(Int32(code.root))
    let isVacuous =
      machine.emptyQuantifiers > 0 && depends(on: value, arena: arena, bindings: bindings)
    let result: Result<EvaluatedValue, EvaluationError> =
      value.isFailure
      ? .failure(machine.error(value))
      : .success(EvaluatedValue(value, in: machine.call.memory))
    return Evaluation(result: result, cost: machine.call.cost, isVacuous: isVacuous)
  }

  /// Whether the truth value would differ if every empty quantifier gave the opposite answer.
  private func depends(on value: Value, arena: FactsArena, bindings: Bindings) -> Bool {
    guard value.has(.bool) else { return false }
    var machine = Machine(code, arena: arena, bindings: bindings)
    machine.flipsEmptyQuantifiers = true
    let other = machine.evaluate(Int32(code.root))
    return !other.has(.bool) || other.bits != value.bits
  }

  /// Why the expression has the value it has: the parts that decided it and what they saw.
  public func explain(in arena: FactsArena, bindings: Bindings) -> Explanation {
    var recollection = Recollection()
    return explain(in: arena, bindings: bindings, recalling: &recollection)
  }

  /// Why the expression has the value it has, by what functions gave before where that is known.
  public func explain(
    in arena: FactsArena,
    bindings: Bindings,
    recalling recollection: inout Recollection
  ) -> Explanation {
    Explainer.explain(code, arena: arena, bindings: bindings, recalling: &recollection)
  }

  /// The condition as an English phrase.
  public func english() -> String {
    English(code.checked, code.environment).phrase(code.checked.root)
  }

  /// The expression, printed from its syntax tree.
  public func formatted() -> String { Printer.text(code.checked.root) }

  /// Every program that differs from this one in one comparison, quantifier or connective.
  public func mutations() -> [Mutation] { Mutation.all(of: code) }
}
