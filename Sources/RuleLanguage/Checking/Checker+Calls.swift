// SPDX-License-Identifier: Apache-2.0

import GateModel
internal import Texts

extension Checker {
  mutating func checkCall(
    _ whole: Expression,
    _ name: FunctionName,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> Typed {
    if let target, let function = qualifiedFunction(target, name) {
      references[whole.id] = .function(function)
      return checkCall(function, isMember: false, arguments, whole, name.range)
    }
    if let target {
      return checkCall(name.text, isMember: true, [target] + arguments, whole, name.range)
    }
    guard let function = freeFunction(name) else {
      return checkCall(name.text, isMember: false, arguments, whole, name.range)
    }
    references[whole.id] = .function(function)
    return checkCall(function, isMember: false, arguments, whole, name.range)
  }

  private mutating func checkCall(
    _ name: String,
    isMember: Bool,
    _ arguments: [Expression],
    _ whole: Expression,
    _ nameRange: Range<Int>
  ) -> Typed {
    let typed = arguments.map { check($0) }
    guard isTyped else { return .dyn }
    let overloads = environment.functionTable.overloads(name, isMember: isMember)
    guard !overloads.isEmpty else {
      reportUnknown(name, isMember: isMember, nameRange)
      return .dyn
    }
    let types = typed.map { inference.resolved($0.type) }
    guard let result = result(of: overloads, types) else {
      reportMismatch(name, overloads, types, whole)
      return .dyn
    }
    checkConstants(name, arguments)
    let isTransparent = name == "orValue" || name == "value" || name == "optional.of"
    return Typed(type: result, members: isTransparent ? typed[0].members : [])
  }

  /// The type of the result; `dyn` when overloads with different results fit.
  private mutating func result(of overloads: [Overload], _ types: [ValueType]) -> ValueType? {
    var found: ValueType?
    for overload in overloads where overload.accepts(count: types.count) {
      var attempt = inference
      var parameters: [String: ValueType] = [:]
      var fits = true
      for (index, type) in types.enumerated() where fits {
        let wanted = attempt.instance(of: overload.parameter(index), &parameters)
        fits = attempt.assign(type, to: wanted)
      }
      guard fits else { continue }
      let instance = attempt.instance(of: overload.result, &parameters)
      let result = attempt.resolved(instance)
      guard let known = found else {
        inference = attempt
        found = result
        if types.allSatisfy(\.isFullyKnown) { return result }
        continue
      }
      if known != result { return .dyn }
    }
    return found
  }

  private mutating func reportUnknown(_ name: String, isMember: Bool, _ range: Range<Int>) {
    let table = environment.functionTable
    let isOther = table.has(name)
    let names = table.names(areMembers: isMember)
    let meant = Suggestion.closest(to: name, among: names.sorted() + Self.macroNames)
      .map { "did you mean `\($0)`?" }
    let swap = isMember ? "write it as \(name)(…)" : "write it after a dot, as in x.\(name)(…)"
    report("unknown function `\(name)`", help: isOther ? swap : meant, range)
  }

  private static let macroNames = ["has", "all", "exists", "exists_one", "map", "filter"]

  private mutating func reportMismatch(
    _ name: String,
    _ overloads: [Overload],
    _ types: [ValueType],
    _ whole: Expression
  ) {
    let found = types.map { inference.final($0).description }
    let isMember = overloads[0].isMember
    let owner = isMember ? found.first.map { "\($0)." } ?? "" : ""
    let call = "\(owner)\(name)(\(found.dropFirst(isMember ? 1 : 0).joined(separator: ", ")))"
    let known = overloads.prefix(4).map { $0.signature(of: name) }.joined(separator: "; ")
    report("no such call: \(call)", help: "use \(known)", whole.range)
  }

  mutating func checkIndex(
    _ operand: Expression,
    _ position: Expression,
    isOptional: Bool
  ) -> Typed {
    let (owner, key) = (check(operand), check(position))
    guard isTyped else { return .dyn }
    let ownerType = inference.resolved(owner.type)
    let element = element(of: ownerType, key.type, operand, position)
    let wraps = isOptional && !ownerType.isOptional
    return Typed(type: wraps ? .optional(element) : element, members: owner.members)
  }

  private mutating func element(
    of owner: ValueType,
    _ key: ValueType,
    _ operand: Expression,
    _ position: Expression
  ) -> ValueType {
    switch owner {
    case .dyn, .variable: return .dyn
    case .optional(let wrapped):
      return .optional(element(of: inference.resolved(wrapped), key, operand, position))
    case .list(let element):
      if !isNumber(key) {
        report("a list position is an int, found \(inference.final(key))", position.range)
      }
      return inference.resolved(element)
    case .map(let wanted, let value):
      if !inference.assign(key, to: wanted), !(isNumber(key) && isNumber(wanted)) {
        report(
          "the keys of the map are \(inference.final(wanted)), found \(inference.final(key))",
          position.range
        )
      }
      return inference.resolved(value)
    default:
      report("\(owner) has no elements", operand.range)
      return .dyn
    }
  }

  private func isNumber(_ type: ValueType) -> Bool {
    switch inference.resolved(type) {
    case .int, .uint, .double, .dyn, .variable: true
    default: false
    }
  }
}

extension Checker {
  /// Finds written-out patterns, moments and durations that can never be right.
  private mutating func checkConstants(_ name: String, _ arguments: [Expression]) {
    guard let last = arguments.last, case .literal(.string(let bytes)) = last.form else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    switch (name, arguments.count) {
    case ("matches", 2):
      do {
        patterns[last.id] = try Pattern(bytes)
      } catch {
        report(error.message, help: "patterns follow RE2 syntax", last.range)
      }
    case ("timestamp", 1) where isStrict && TimeText.moment(bytes) == nil:
      report(
        "'\(text)' is not a moment",
        help: "write it as '2026-01-31T00:00:00Z'",
        last.range
      )
    case ("duration", 1) where isStrict && TimeText.duration(bytes) == nil:
      report("'\(text)' is not a duration", help: "write it as '36h' or '90s'", last.range)
    default: break
    }
  }
}
