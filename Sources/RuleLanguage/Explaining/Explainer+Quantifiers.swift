// SPDX-License-Identifier: Apache-2.0

import GateModel

extension Explainer {
  /// The element that decided a quantifier, or came nearest to doing so.
  mutating func causes(
    of value: Value,
    _ macro: Comprehension,
    _ note: inout String?
  ) -> [Explanation] {
    let range = evaluate(macro.range)
    guard let visits = Machine.Visits(range), let step = step(of: macro) else {
      return [explain(macro.range)]
    }
    guard visits.count > 0 else {
      note = macro.kind == .all ? "there is nothing to look at" : "none of 0: there is nothing"
      return [leaf(macro.range, range)]
    }
    switch macro.kind {
    case .exists: return existence(value, macro, visits, step, &note)
    case .all: return universality(value, macro, visits, step, &note)
    default: return uniqueness(macro, visits, step, &note)
    }
  }

  private func step(of macro: Comprehension) -> Step? {
    // The step's own number is not in the macro: it is the one with these children.
    machine.code.steps.first {
      $0.isQuantifier && $0.a == Int32(macro.range.id) && $0.b == Int32(macro.body.id)
    }
  }

  private mutating func existence(
    _ value: Value,
    _ macro: Comprehension,
    _ visits: Machine.Visits,
    _ step: Step,
    _ note: inout String?
  ) -> [Explanation] {
    if value.isTrue {
      let found = first(visits, step, macro) { $0.isTrue } ?? 0
      note = "item \(found + 1) of \(visits.count)"
      return [visit(found, visits, step, macro, note: nil)]
    }
    note = "none of \(visits.count)"
    let nearest = nearest(visits, step, macro)
    return [visit(nearest, visits, step, macro, note: visits.count > 1 ? "nearest" : nil)]
  }

  private mutating func universality(
    _ value: Value,
    _ macro: Comprehension,
    _ visits: Machine.Visits,
    _ step: Step,
    _ note: inout String?
  ) -> [Explanation] {
    if value.isTrue {
      note = "all of \(visits.count)"
      return []
    }
    let failing =
      first(visits, step, macro) { value.isFailure ? !$0.has(.bool) : $0.isFalse } ?? 0
    note = "item \(failing + 1) of \(visits.count) does not"
    return [visit(failing, visits, step, macro, note: nil)]
  }

  private mutating func uniqueness(
    _ macro: Comprehension,
    _ visits: Machine.Visits,
    _ step: Step,
    _ note: inout String?
  ) -> [Explanation] {
    var matching: [Int] = []
    for index in 0..<visits.count {
      machine.visit(index, of: visits, step)
      if evaluate(macro.body).isTrue { matching.append(index) }
    }
    note = matching.isEmpty ? "none of \(visits.count)" : "\(matching.count) of \(visits.count)"
    if matching.isEmpty {
      return [visit(nearest(visits, step, macro), visits, step, macro, note: "nearest")]
    }
    return matching.prefix(2).map { visit($0, visits, step, macro, note: nil) }
  }

  private mutating func first(
    _ visits: Machine.Visits,
    _ step: Step,
    _ macro: Comprehension,
    where test: (Value) -> Bool
  ) -> Int? {
    for index in 0..<visits.count {
      machine.visit(index, of: visits, step)
      if test(evaluate(macro.body)) { return index }
    }
    return nil
  }

  /// The element for which most of the condition holds; the first among equals.
  private mutating func nearest(
    _ visits: Machine.Visits,
    _ step: Step,
    _ macro: Comprehension
  ) -> Int {
    var best = (index: 0, score: -1)
    for index in 0..<visits.count {
      machine.visit(index, of: visits, step)
      let score = score(macro.body)
      if score > best.score { best = (index, score) }
    }
    return best.index
  }

  /// How many conjuncts of a condition hold.
  private mutating func score(_ condition: Expression) -> Int {
    guard case .logic(.and, let operands) = condition.form else {
      return evaluate(condition).isTrue ? 1 : 0
    }
    var count = 0
    for operand in operands where evaluate(operand).isTrue { count += 1 }
    return count
  }

  private mutating func visit(
    _ index: Int,
    _ visits: Machine.Visits,
    _ step: Step,
    _ macro: Comprehension,
    note: String?
  ) -> Explanation {
    machine.visit(index, of: visits, step)
    let slot = Int(step.slot)
    let element = machine.slots[step.flag && !visits.isMap ? slot + 1 : slot]
    let name = macro.variables[step.flag && !visits.isMap ? 1 : 0].name
    var result = Explanation(
      expression: "\(name) = item \(index + 1)",
      value: machine.call.memory.briefText(element),
      location: machine.call.location(of: element),
      note: note
    )
    result.children = [explain(macro.body)]
    return result
  }
}

extension Step {
  fileprivate var isQuantifier: Bool {
    switch operation {
    case .all, .exists, .existsOne: true
    default: false
    }
  }
}
