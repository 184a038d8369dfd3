// SPDX-License-Identifier: Apache-2.0

import GateModel

/// Finds the smallest set of parts that decided a result, by evaluating the parts again.
struct Explainer {
  var machine: Machine
  private var remaining: Int

  /// Creates an explainer that evaluates parts of a machine's program.
  init(_ machine: consuming Machine) {
    remaining = machine.code.limits.maximumExplanationSteps
    self.machine = machine
  }

  /// The explanation of a part, with the parts that decided it.
  mutating func explain(_ part: Expression, note: String? = nil) -> Explanation {
    let value = evaluate(part)
    var step = leaf(part, value)
    step.note = note
    remaining -= 1
    guard remaining > 0 else {
      step.note = step.note ?? "further steps are left out"
      return step
    }
    step.children = causes(of: value, part, &step.note)
    step.location = step.location ?? step.children.lazy.compactMap(\.location).first
    return step
  }

  func leaf(_ part: Expression, _ value: Value) -> Explanation {
    guard value.isFailure else {
      return Explanation(
        expression: text(part),
        value: machine.call.memory.briefText(value),
        location: machine.call.location(of: value)
      )
    }
    let error = machine.error(value)
    return Explanation(
      expression: text(part),
      value: "error: \(error.message)",
      location: error.location
    )
  }

  mutating func evaluate(_ part: Expression) -> Value { machine.evaluate(Int32(part.id)) }

  /// The text of a part as its author wrote it, on one line and not too long.
  private func text(_ part: Expression) -> String { text(part.range) }

  private func text(_ range: Range<Int>) -> String {
    let bytes = Array(machine.code.source.utf8)[range]
    let words = bytes.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    let line = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    guard line.unicodeScalars.count > Self.maximumTextLength else { return line }
    return String(line.unicodeScalars.prefix(Self.maximumTextLength)) + "…"
  }

  private static let maximumTextLength = 160
}

extension Explainer {
  /// The parts that made a part come out as it did.
  private mutating func causes(
    of value: Value,
    _ part: Expression,
    _ note: inout String?
  ) -> [Explanation] {
    switch part.form {
    case .logic(let connective, let operands):
      return deciding(operands, of: connective, value)
    case .unary(.not, let operand): return [explain(operand)]
    case .conditional(let condition, let yes, let no):
      let test = evaluate(condition)
      guard test.has(.bool) else { return [explain(condition)] }
      return [explain(condition), explain(test.isTrue ? yes : no)]
    case .comprehension(let macro) where macro.isQuantifier:
      return causes(of: value, macro, &note)
    case .bind(_, _, let body): return [explain(body)]
    case .has(let owner, let field, _): return [presence(field, of: owner)]
    case .binary, .call, .index, .unary: return operands(of: part)
    case .select(let operand, _, _): return value.isFailure ? operands(of: operand) : []
    case .literal, .name, .list, .map, .comprehension, .optionalMap: return []
    }
  }

  /// What stands in the field that `has` asks for; the owner itself says nothing about that.
  private mutating func presence(_ field: FieldName, of owner: Expression) -> Explanation {
    var place = evaluate(owner)
    if place.isFailure { return explain(owner) }
    if place.has(.optional), let inner = machine.call.memory.wrapped(place) { place = inner }
    let value = machine.call.memory.field(field.text, of: place)
    return Explanation(
      expression: text(owner.range.lowerBound..<field.range.upperBound),
      value: value.map { machine.call.memory.briefText($0) } ?? "not stated",
      location: machine.call.location(of: value ?? place)
    )
  }

  /// The operands without which a connective would have come out differently.
  private mutating func deciding(
    _ operands: [Expression],
    of connective: LogicOperator,
    _ value: Value
  ) -> [Explanation] {
    let decider = connective == .or
    var causes: [Explanation] = []
    for operand in operands where remaining > 0 {
      let result = evaluate(operand)
      let decides = result.has(.bool) && (result.bits != 0) == decider
      // A decided connective shows the deciding operands, a failed one the failures, and one
      // that nothing decided shows all of them.
      let isShown =
        value.isFailure ? !result.has(.bool) : (value.bits != 0) == decider ? decides : true
      if isShown { causes.append(explain(operand)) }
    }
    return causes
  }

  /// What the parts of an operation saw: everything but what is written out.
  private mutating func operands(of part: Expression) -> [Explanation] {
    var seen: [Explanation] = []
    for operand in part.children where remaining > 0 {
      switch operand.form {
      case .literal, .list, .map: continue
      case .name:
        // A function's namespace, such as `math`, has no value.
        if case .unbound = machine.code.checked.references[operand.id] { continue }
        if machine.code.checked.references[operand.id] == nil { continue }
      default: break
      }
      seen.append(explain(operand))
    }
    return seen
  }
}
