// SPDX-License-Identifier: Apache-2.0

/// One node of a program in flat form; its number is the id of the syntax node.
struct Step: Sendable, BitwiseCopyable {
  enum Operation: UInt8, Sendable {
    case constant
    case root
    case variable
    case boundVariable
    case unbound
    case select
    case has
    case index
    case not
    case negate
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual
    case contained
    case add
    case subtract
    case multiply
    case divide
    case remainder
    case and
    case or
    case conditional
    case call
    case list
    case map
    case all
    case exists
    case existsOne
    case transformList
    case filter
    case transformMap
    case transformMapEntry
    case bind
    case optionalMap
    case optionalFlatMap
    case optionalOr
    case optionalOrValue
  }

  let operation: Operation
  /// Optional selection or indexing, or a macro with two variables.
  let flag: Bool
  /// The slot of the first variable that the operation introduces.
  let slot: Int32
  /// Children, positions in tables, or counts, as the operation needs.
  let a: Int32
  let b: Int32
  var c: Int32

  init(
    operation: Operation,
    flag: Bool = false,
    a: Int32 = 0,
    b: Int32 = 0,
    c: Int32 = -1,
    slot: Int32 = 0
  ) {
    self.operation = operation
    self.flag = flag
    self.slot = slot
    self.a = a
    self.b = b
    self.c = c
  }
}

/// A checked expression in the form that is evaluated: immutable and shared by all evaluations.
final class Code: Sendable {
  let source: String
  let checked: CheckedExpression
  let environment: RuleEnvironment
  let expecting: ValueType?
  let locals: [FactsSchema.Field]
  let steps: [Step]
  /// Numbers of children; list and map elements have a second number that is 1 when optional.
  let lists: [Int32]
  let constants: [Value]
  let constantStorage: ConstantStorage
  /// The names of selected fields, in the bytes of the constants.
  let fields: [StorageRange]
  let calls: [Call]
  /// Patterns of `matches` that are written out, by the number of the call.
  let patterns: [Int: Pattern]

  /// A call site: the functions that may be meant.
  struct Call: Sendable {
    var name: String
    var overloads: [Overload]
  }

  init(
    source: String,
    checked: CheckedExpression,
    environment: RuleEnvironment,
    expecting: ValueType?,
    locals: [FactsSchema.Field],
    planner: Planner
  ) {
    self.expecting = expecting
    self.locals = locals
    self.source = source
    self.checked = checked
    self.environment = environment
    steps = planner.steps
    lists = planner.lists
    constants = planner.constants
    constantStorage = ConstantStorage(planner.storage)
    fields = planner.fields
    calls = planner.calls
    patterns = planner.patterns
  }

  var root: Int { checked.root.id }
  var rootNames: [String] { checked.rootNames }
}

/// The storage of a program's constants, shared without copies.
final class ConstantStorage: Sendable {
  let storage: Storage

  init(_ storage: Storage) { self.storage = storage }

  static let empty = ConstantStorage(Storage())
}
