// SPDX-License-Identifier: Apache-2.0

/// Reads an expression by precedence climbing (language definition, "Syntax").
struct Parser {
  let source: String
  let bytes: [UInt8]
  let tokens: [Token]
  var index = 0
  private var nesting = 0
  let limits: EvaluationLimits
  private let expandsMacros: Bool
  private var nextID = 0

  /// The whole text as one expression.
  static func parse(
    _ source: String,
    limits: EvaluationLimits,
    expandsMacros: Bool = true
  ) throws(RuleDiagnostic) -> Expression {
    guard source.utf8.count <= limits.maximumSourceBytes else {
      throw RuleDiagnostic(
        "the expression has more than \(limits.maximumSourceBytes) bytes",
        help: "split it into several rules",
        range: 0..<0,
        in: source
      )
    }
    var parser = try Parser(source, limits: limits, expandsMacros: expandsMacros)
    let expression = try parser.expression()
    guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private init(
    _ source: String,
    limits: EvaluationLimits,
    expandsMacros: Bool
  ) throws(RuleDiagnostic) {
    self.source = source
    self.limits = limits
    self.expandsMacros = expandsMacros
    bytes = Array(source.utf8)
    tokens = try Lexer.tokens(of: source, bytes: bytes)
  }

  mutating func expression() throws(RuleDiagnostic) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= limits.maximumDepth else { throw tooDeep(at: current.range) }
    let condition = try logic(.or)
    guard accept(.question) != nil else { return condition }
    let yes = try logic(.or)
    try expect(.colon, "`:`")
    let no = try expression()
    return try make(
      .conditional(condition, yes, no),
      condition.range.lowerBound..<no.range.upperBound
    )
  }

  private mutating func logic(_ connective: LogicOperator) throws(RuleDiagnostic) -> Expression {
    let token: Token.Kind = connective == .or ? .or : .and
    let first = connective == .or ? try logic(.and) : try binary(above: 2)
    guard current.kind == token else { return first }
    var operands: [Expression] = []
    operands.reserveCapacity(4)
    operands.append(first)
    while accept(token) != nil {
      operands.append(connective == .or ? try logic(.and) : try binary(above: 2))
    }
    let end = operands[operands.count - 1].range.upperBound
    return try make(.logic(connective, operands), first.range.lowerBound..<end)
  }

  private mutating func binary(above precedence: Int) throws(RuleDiagnostic) -> Expression {
    var left = try unary()
    while let found = current.kind.binaryOperator, found.precedence > precedence {
      index += 1
      let right = try binary(above: found.precedence)
      left = try make(
        .binary(found, left, right),
        left.range.lowerBound..<right.range.upperBound
      )
    }
    return left
  }

  private mutating func unary() throws(RuleDiagnostic) -> Expression {
    let token = current
    guard token.kind == .not || token.kind == .minus else { return try member() }
    index += 1
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= limits.maximumDepth else { throw tooDeep(at: token.range) }
    if token.kind == .minus, current.kind == .int || current.kind == .double {
      return try suffixes(of: number(isNegative: true, from: token.start))
    }
    let operand = try unary()
    return try make(
      .unary(token.kind == .not ? .not : .negate, operand),
      token.start..<operand.range.upperBound
    )
  }

  private mutating func member() throws(RuleDiagnostic) -> Expression {
    try suffixes(of: primary())
  }

  private mutating func suffixes(of start: Expression) throws(RuleDiagnostic) -> Expression {
    var result = start
    while true {
      switch current.kind {
      case .dot: result = try selection(from: result)
      case .leftBracket: result = try subscription(of: result)
      case .leftBrace:
        guard case .select = result.form else { return result }
        throw messageLiteral()
      default: return result
      }
    }
  }

  private mutating func selection(from operand: Expression) throws(RuleDiagnostic) -> Expression {
    index += 1
    let isOptional = accept(.question) != nil
    let token = current
    switch token.kind {
    case .identifier, .reservedWord, .quotedIdentifier: break
    default: throw unexpected("a field name")
    }
    index += 1
    let isQuoted = token.kind == .quotedIdentifier
    let text = isQuoted ? text(token.start + 1..<token.end - 1) : text(token.range)
    let start = operand.range.lowerBound
    if !isQuoted, !isOptional, current.kind == .leftParenthesis {
      let arguments = try arguments()
      return try call(
        FunctionName(text: text, range: token.range),
        target: operand,
        arguments,
        start..<previousEnd
      )
    }
    return try make(
      .select(operand, field: FieldName(text: text, range: token.range), isOptional: isOptional),
      start..<token.end
    )
  }

  private mutating func subscription(of operand: Expression) throws(RuleDiagnostic) -> Expression {
    index += 1
    let isOptional = accept(.question) != nil
    let position = try expression()
    try expect(.rightBracket, "`]`")
    return try make(
      .index(operand, position, isOptional: isOptional),
      operand.range.lowerBound..<previousEnd
    )
  }

  mutating func arguments() throws(RuleDiagnostic) -> [Expression] {
    try expect(.leftParenthesis, "`(`")
    var arguments: [Expression] = []
    guard accept(.rightParenthesis) == nil else { return [] }
    repeat {
      arguments.append(try expression())
    } while accept(.comma) != nil
    try expect(.rightParenthesis, "`,` or `)`")
    return arguments
  }

  mutating func call(
    _ name: FunctionName,
    target: Expression?,
    _ arguments: [Expression],
    _ range: Range<Int>
  ) throws(RuleDiagnostic) -> Expression {
    if expandsMacros {
      let macro = MacroCall(
        name: name,
        target: target,
        arguments: arguments,
        range: range,
        source: source
      )
      if let form = try macro.expanded() { return try make(form, range) }
    }
    return try make(.call(name, target: target, arguments: arguments), range)
  }
}

extension Parser {
  var current: Token { tokens[index] }
  var previousEnd: Int { tokens[index - 1].end }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func accept(_ kind: Token.Kind) -> Token? {
    guard current.kind == kind else { return nil }
    index += 1
    return tokens[index - 1]
  }

  mutating func expect(
    _ kind: Token.Kind,
    _ description: String
  ) throws(RuleDiagnostic) {
    guard accept(kind) != nil else { throw unexpected(description) }
  }

  mutating func make(
    _ form: Expression.Form,
    _ range: Range<Int>
  ) throws(RuleDiagnostic) -> Expression {
    var node = Expression(id: nextID, range: range, depth: 1, form: form)
    nextID += 1
    guard nextID <= limits.maximumNodes else {
      throw RuleDiagnostic(
        "the expression has more than \(limits.maximumNodes) parts",
        help: "split it into several rules",
        range: range,
        in: source
      )
    }
    node.depth = node.deepestChild + 1
    guard node.depth <= limits.maximumDepth else { throw tooDeep(at: range) }
    return node
  }

  func tooDeep(at range: Range<Int>) -> RuleDiagnostic {
    RuleDiagnostic(
      "the expression is nested more than \(limits.maximumDepth) levels deep",
      help: "split it into several rules",
      range: range,
      in: source
    )
  }

  func literal(
    _ range: Range<Int>,
    _ read: () throws(Literal.Malformed) -> Literal
  ) throws(RuleDiagnostic) -> Literal {
    do {
      return try read()
    } catch {
      throw RuleDiagnostic(error.message, range: range, in: source)
    }
  }

  func unexpected(_ wanted: String) -> RuleDiagnostic {
    let token = current
    guard token.kind != .end else {
      return RuleDiagnostic(
        "the expression ends where \(wanted) was expected",
        range: token.range,
        in: source
      )
    }
    let found = text(token.range)
    let words = ["and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "is": "=="]
    let help = token.kind == .identifier ? words[found].map { "did you mean `\($0)`?" } : nil
    return RuleDiagnostic(
      "expected \(wanted), found `\(found)`",
      help: help,
      range: token.range,
      in: source
    )
  }

  func messageLiteral() -> RuleDiagnostic {
    RuleDiagnostic(
      "message literals are not part of this language",
      help: "write a map, such as `{'a': 1}`",
      range: current.range,
      in: source
    )
  }
}

extension [Expression] {
  fileprivate var deepest: Int { reduce(0) { Swift.max($0, $1.depth) } }
}

extension Token.Kind {
  /// The operator that the sign or word is between two operands.
  fileprivate var binaryOperator: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .inWord: .contained
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .percent: .remainder
    default: nil
    }
  }
}

extension Expression {
  /// The depth of the deepest part.
  fileprivate var deepestChild: Int {
    switch form {
    case .literal, .name: 0
    case .select(let operand, _, _), .has(let operand, _, _), .unary(_, let operand):
      operand.depth
    case .binary(_, let left, let right), .index(let left, let right, _):
      max(left.depth, right.depth)
    case .logic(_, let operands): operands.deepest
    case .call(_, let target, let arguments): max(target?.depth ?? 0, arguments.deepest)
    case .list(let elements): elements.reduce(0) { max($0, $1.value.depth) }
    case .comprehension(let macro):
      max(macro.range.depth, macro.condition?.depth ?? 0, macro.body.depth)
    default: children.deepest
    }
  }
}
