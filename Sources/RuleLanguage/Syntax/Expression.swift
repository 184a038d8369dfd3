// SPDX-License-Identifier: Apache-2.0

/// A node of the syntax tree; macros are recognized and kept as what they mean.
struct Expression: Sendable {
  /// Unique within its tree.
  var id: Int
  /// The text it was read from, in UTF-8 offsets.
  var range: Range<Int>
  /// The levels of the tree below and including this node.
  var depth: Int
  var form: Form

  indirect enum Form: Sendable {
    case literal(Literal)
    /// A name; absolute ones start with a dot and are not looked up in the container.
    case name(String, isAbsolute: Bool)
    /// `operand.field`, or `operand.?field`.
    case select(Expression, field: FieldName, isOptional: Bool)
    /// `has(operand.field)`.
    case has(Expression, field: FieldName, isOptional: Bool)
    /// `operand[index]`, or `operand[?index]`.
    case index(Expression, Expression, isOptional: Bool)
    case call(FunctionName, target: Expression?, arguments: [Expression])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a && b && c`, without the parentheses that would make parts of it a part of their own.
    case logic(LogicOperator, [Expression])
    case conditional(Expression, Expression, Expression)
    case list([ListElement])
    case map([MapEntry])
    case comprehension(Comprehension)
    /// `cel.bind(variable, value, body)`.
    case bind(Variable, value: Expression, body: Expression)
    /// `target.optMap(variable, body)`, or `optFlatMap`.
    case optionalMap(Expression, Variable, body: Expression, isFlat: Bool)
  }
}

struct FieldName: Hashable, Sendable {
  var text: String
  var range: Range<Int>
}

struct FunctionName: Hashable, Sendable {
  var text: String
  var isAbsolute = false
  var range: Range<Int>
}

struct Variable: Hashable, Sendable {
  var name: String
  var range: Range<Int>
}

struct ListElement: Sendable {
  var value: Expression
  var isOptional: Bool
}

struct MapEntry: Sendable {
  var key: Expression
  var value: Expression
  var isOptional: Bool
}

enum UnaryOperator: String, Hashable, Sendable {
  case not = "!"
  case negate = "-"
}

enum LogicOperator: String, Hashable, Sendable {
  case and = "&&"
  case or = "||"

  var precedence: Int { self == .or ? 1 : 2 }
}

enum BinaryOperator: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  var precedence: Int {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    }
  }
}

/// A macro that visits every element of a list or every entry of a map.
struct Comprehension: Sendable {
  enum Kind: Sendable {
    case all
    case exists
    case existsOne
    case map
    case filter
    case transformMap
    case transformMapEntry
  }

  var kind: Kind
  /// The macro as it was written, such as `exists_one` or `existsOne`.
  var name: String
  var range: Expression
  /// One variable for the element or key, or two for index or key and value.
  var variables: [Variable]
  /// The condition of `map(x, condition, result)` and of the transforming macros.
  var condition: Expression?
  var body: Expression

  var isQuantifier: Bool {
    switch kind {
    case .all, .exists, .existsOne: true
    case .map, .filter, .transformMap, .transformMapEntry: false
    }
  }
}

extension Expression {
  /// The direct parts, in the order of the text.
  var children: [Expression] {
    switch form {
    case .literal, .name: []
    case .select(let operand, _, _), .has(let operand, _, _), .unary(_, let operand): [operand]
    case .index(let left, let right, _), .binary(_, let left, let right): [left, right]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .logic(_, let operands): operands
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let macro):
      [macro.range] + (macro.condition.map { [$0] } ?? []) + [macro.body]
    case .bind(_, let value, let body): [value, body]
    case .optionalMap(let target, _, let body, _): [target, body]
    }
  }
}
