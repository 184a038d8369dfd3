// SPDX-License-Identifier: Apache-2.0

/// Results of costly functions, shared by evaluations over the same facts.
///
/// Functions are pure: the same arguments give the same result, and it is charged the same cost.
public struct Recollection: Sendable {
  /// A function with its arguments.
  struct Call: Hashable {
    private struct Argument: Hashable {
      var tag: UInt8
      var extra: UInt8
      var node: UInt32
      var bits: UInt64
      var text: [UInt8]
    }

    private let function: String
    private let arguments: [Argument]

    /// Nil when an argument is a list or an object that only this evaluation has.
    init?(_ function: String, _ values: [Value], in memory: Memory) {
      var arguments: [Argument] = []
      for value in values {
        var argument = Argument(
          tag: value.tag,
          extra: value.extra,
          node: value.node,
          bits: value.bits,
          text: []
        )
        switch value.kind {
        case .string, .bytes, .type: (argument.bits, argument.text) = (0, Array(memory.text(value)))
        case .list, .map, .object, .optional:
          guard value.space == .arena else { return nil }
        case .null, .bool, .int, .uint, .double, .timestamp, .duration: break
        }
        arguments.append(argument)
      }
      self.function = function
      self.arguments = arguments
    }
  }

  struct Result {
    let value: EvaluatedValue
    let cost: Int
  }

  private var arena: FactsArena?
  private var results: [Call: Result] = [:]

  /// Creates a recollection of nothing.
  public init() {}

  /// What the call gave over these facts before.
  func result(of call: Call, over arena: FactsArena) -> Result? {
    isAbout(arena) ? results[call] : nil
  }

  private func isAbout(_ facts: FactsArena) -> Bool {
    arena.map { $0.isIdentical(to: facts) } ?? false
  }

  /// Keeps a result of its own, because the evaluation's memory ends with it; what belongs to other
  /// facts is forgotten.
  mutating func keep(_ value: Value, cost: Int, of call: Call, from memory: Memory) {
    if !isAbout(memory.arena) { results = [:] }
    arena = memory.arena
    var own = Memory(arena: memory.arena)
    var importer = ValueImporter(source: memory)
    let copy = importer.copy(value, into: &own)
    results[call] = Result(value: EvaluatedValue(copy, in: own), cost: cost)
  }
}

extension Machine {
  /// The result of a function whose results are kept: from an earlier call, or by calling it.
  mutating func remembered(
    _ signature: Recollection.Call,
    _ number: Int32,
    _ function: (inout FunctionCall) throws(EvaluationError) -> Value
  ) -> Value {
    attempt(at: number) { machine throws(EvaluationError) in
      let arena = machine.call.memory.arena
      if let known = machine.recollection.result(of: signature, over: arena) {
        try machine.call.charge(known.cost)
        var importer = ValueImporter(source: known.value.memory)
        return importer.copy(known.value.value, into: &machine.call.memory)
      }
      let before = machine.call.cost
      let value = try function(&machine.call)
      let cost = machine.call.cost - before
      machine.recollection.keep(value, cost: cost, of: signature, from: machine.call.memory)
      return value
    }
  }
}
