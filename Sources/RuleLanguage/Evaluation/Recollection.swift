// SPDX-License-Identifier: Apache-2.0

/// Results of costly functions, shared by evaluations over the same facts and kept among their
/// temporaries.
///
/// Functions are pure: the same arguments give the same result, and it is charged the same cost.
struct Recollection: Sendable {
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
    let value: Value
    let cost: Int
  }

  private var results: [Call: Result] = [:]
  /// How much of the temporaries belongs to results.
  private(set) var extent = Storage.Extent()

  /// What the call gave before.
  func result(of call: Call) -> Result? { results[call] }

  /// Keeps a result that refers to nothing but facts and temporaries, together with these.
  mutating func keep(_ result: Result, of call: Call, in temporaries: borrowing Storage) {
    results[call] = result
    extent = temporaries.extent
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
      if let known = machine.recollection.result(of: signature) {
        try machine.call.charge(known.cost)
        return known.value
      }
      let before = machine.call.cost
      let value = machine.copyOfOwn(try function(&machine.call))
      let result = Recollection.Result(value: value, cost: machine.call.cost - before)
      machine.recollection.keep(result, of: signature, in: machine.call.memory.temporaries)
      return value
    }
  }

  /// The same value without references to the constants of this program.
  private mutating func copyOfOwn(_ value: Value) -> Value {
    var importer = ValueImporter(source: call.memory)
    return importer.copy(value, into: &call.memory)
  }
}
