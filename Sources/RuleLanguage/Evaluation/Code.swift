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
  ///
  /// Of a selection or `has`, `c` is 0 where only the owner that is found tells whether it may have the field.
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

/// The tables of an expression in flat form.
struct CodeTables: Sendable {
  /// The step that gives the value.
  var root: Int
  /// The declared names that are mentioned, in the order of their numbers.
  var rootNames: [String]
  /// How many variables macros introduce.
  var variableCount: Int
  var steps: [Step]
  /// Numbers of children; list and map elements have a second number that is 1 when optional.
  var lists: [Int32] = []
  var constants: [Value] = []
  /// What the constants refer to.
  var storage = Storage()
  /// The names of selected fields, in the bytes of the constants.
  var fields: [StorageRange] = []
  var calls: [Code.Call] = []
}

/// A checked expression in the form that is evaluated: immutable and shared by all evaluations.
final class Code: Sendable {
  /// An expression as it was read and checked, for whoever explains or changes it.
  struct Syntax: Sendable {
    let checked: CheckedExpression
    let environment: RuleEnvironment
    let expecting: ValueType?
    let locals: [FactsSchema.Field]
  }

  let source: String
  let limits: EvaluationLimits
  let zones: TimeZoneSource
  let functionTable: FunctionTable
  let root: Int
  let rootNames: [String]
  let variableCount: Int
  let steps: [Step]
  let lists: [Int32]
  let constants: [Value]
  let constantStorage: ConstantStorage
  let fields: [StorageRange]
  let calls: [Call]
  private let reading: Deferred<Syntax>

  /// A call site: the functions that may be meant.
  struct Call: Sendable {
    var name: String
    var isMember: Bool
    /// The number of arguments, receiver first.
    var count: Int
    var overloads: [Overload]
    /// The constant that holds the pattern of `matches`, where it is written out; else -1.
    var patternConstant: Int32 = -1
    var pattern: Deferred<Pattern?>?

    init(name: String, isMember: Bool, count: Int, in table: FunctionTable) {
      (self.name, self.isMember, self.count) = (name, isMember, count)
      overloads = table.overloads(name, isMember: isMember).filter { $0.accepts(count: count) }
    }
  }

  /// Creates the code of tables.
  ///
  /// - Parameters:
  ///   - tables: What was planned.
  ///   - source: The text of the expression.
  ///   - environment: The functions, limits and time zones.
  ///   - reading: The expression as it was read, in the environment with all that it may refer to.
  init(
    _ tables: CodeTables,
    source: String,
    environment: RuleEnvironment,
    reading: Deferred<Syntax>
  ) {
    self.source = source
    self.reading = reading
    (limits, zones) = (environment.limits, environment.zones)
    functionTable = environment.functionTable
    (root, rootNames, variableCount) = (tables.root, tables.rootNames, tables.variableCount)
    (steps, lists, fields, calls) = (tables.steps, tables.lists, tables.fields, tables.calls)
    constants = tables.constants
    constantStorage = ConstantStorage(tables.storage)
  }

  var syntax: Syntax { reading.value }
  var checked: CheckedExpression { syntax.checked }
}

/// The storage of a program's constants, shared without copies.
final class ConstantStorage: Sendable {
  let storage: Storage

  init(_ storage: Storage) { self.storage = storage }

  static let empty = ConstantStorage(Storage())
}
