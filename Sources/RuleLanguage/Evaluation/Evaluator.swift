// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Evaluates programs over the same facts, one after the other.
///
/// Costly functions are called once for all of them, and so is room made for values.
package struct Evaluator: Sendable {
  /// The facts.
  package let arena: FactsArena
  private var workspace = Workspace()

  /// What functions noted in all evaluations so far, in their order.
  package var notes: [any Sendable] { workspace.notes }

  /// Creates an evaluator that has evaluated nothing yet.
  package init(over arena: FactsArena) {
    self.arena = arena
  }

  /// The value of an expression.
  package mutating func evaluate(_ program: Program, bindings: Bindings) -> Evaluation {
    var machine = start(program, bindings)
    let value = machine.evaluate(program.root)
    let cost = machine.call.cost
    let result: Result<EvaluatedValue, EvaluationError> =
      value.isFailure
      ? .failure(machine.error(value))
      : .success(EvaluatedValue(value, in: machine.call.memory))
    let mayBeVacuous = machine.emptyQuantifiers > 0 && value.has(.bool)
    end(&machine)
    let isVacuous = mayBeVacuous && isOpposed(value, program, bindings)
    return Evaluation(result: result, cost: cost, isVacuous: isVacuous)
  }

  /// Whether the truth value would differ if every empty quantifier gave the opposite answer.
  private mutating func isOpposed(
    _ value: Value,
    _ program: Program,
    _ bindings: Bindings
  ) -> Bool {
    var machine = start(program, bindings)
    machine.flipsEmptyQuantifiers = true
    let other = machine.evaluate(program.root)
    end(&machine)
    return !other.has(.bool) || other.bits != value.bits
  }

  /// Why an expression has the value it has: the parts that decided it and what they saw.
  package mutating func explain(_ program: Program, bindings: Bindings) -> Explanation {
    // Parts are evaluated once for each level above them; twice the usual work is plenty.
    var explainer = Explainer(start(program, bindings, costFactor: 2))
    let explanation = explainer.explain(program.code.checked.root)
    end(&explainer.machine)
    return explanation
  }

  /// The value as plain text, or nil when there is none.
  mutating func text(of program: Program, bindings: Bindings) -> String? {
    var machine = start(program, bindings)
    defer { end(&machine) }
    let value = machine.evaluate(program.root)
    guard !value.isFailure else { return nil }
    do {
      return try machine.call.plainText(value, depth: 0)
    } catch {
      return nil
    }
  }

  private mutating func start(
    _ program: Program,
    _ bindings: Bindings,
    costFactor: Int = 1
  ) -> Machine {
    var machine = Machine(program.code, arena: arena, costFactor: costFactor)
    workspace.clear()
    machine.exchange(&workspace)
    machine.bind(bindings)
    return machine
  }

  private mutating func end(_ machine: inout Machine) { machine.exchange(&workspace) }
}

/// What evaluations over the same facts hand on: what functions gave, and room for values.
struct Workspace: Sendable {
  var slots: [Value] = []
  var fieldSlots: [Machine.FieldSlot] = []
  var failures: [Machine.Failure] = []
  var temporaries = Storage()
  var recollection = Recollection()
  var notes: [any Sendable] = []

  /// Forgets everything but the results of functions and what they noted.
  mutating func clear() {
    slots.truncate(to: 0)
    fieldSlots.truncate(to: 0)
    failures.truncate(to: 0)
    temporaries.truncate(to: recollection.extent)
  }
}

extension Machine {
  /// Gives away the room for values and takes the other.
  mutating func exchange(_ workspace: inout Workspace) {
    swap(&slots, &workspace.slots)
    swap(&fieldSlots, &workspace.fieldSlots)
    swap(&failures, &workspace.failures)
    swap(&call.memory.temporaries, &workspace.temporaries)
    swap(&recollection, &workspace.recollection)
    swap(&call.notes, &workspace.notes)
  }
}

extension Program {
  fileprivate var root: Int32 { Int32(code.root) }
}
