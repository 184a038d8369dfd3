// SPDX-License-Identifier: Apache-2.0

extension Parser {
  mutating func primary() throws(RuleDiagnostic) -> Expression {
    let token = current
    switch token.kind {
    case .identifier, .reservedWord: return try name(isAbsolute: false, from: token.start)
    case .dot:
      index += 1
      guard current.kind == .identifier || current.kind == .reservedWord else {
        throw unexpected("a name")
      }
      return try name(isAbsolute: true, from: token.start)
    case .int, .uint, .double: return try number(isNegative: false, from: token.start)
    case .string, .bytes:
      index += 1
      let literal = try literal(token.range) { () throws(Literal.Malformed) in
        try Literal.text(bytes[token.range])
      }
      return try make(.literal(literal), token.range)
    case .trueWord, .falseWord:
      index += 1
      return try make(.literal(.bool(token.kind == .trueWord)), token.range)
    case .nullWord:
      index += 1
      return try make(.literal(.null), token.range)
    case .leftParenthesis:
      index += 1
      var inner = try expression()
      try expect(.rightParenthesis, "`)`")
      inner.range = token.start..<previousEnd
      return inner
    case .leftBracket: return try list()
    case .leftBrace: return try map()
    default: throw unexpected("an expression")
    }
  }

  private mutating func name(
    isAbsolute: Bool,
    from start: Int
  ) throws(RuleDiagnostic) -> Expression {
    let token = current
    index += 1
    let text = text(token.range)
    guard token.kind != .reservedWord else {
      throw RuleDiagnostic(
        "`\(text)` is a reserved word",
        help: "use another name",
        range: token.range,
        in: source
      )
    }
    if current.kind == .leftBrace { throw messageLiteral() }
    guard current.kind == .leftParenthesis else {
      return try make(.name(text, isAbsolute: isAbsolute), start..<token.end)
    }
    let arguments = try arguments()
    let function = FunctionName(text: text, isAbsolute: isAbsolute, range: token.range)
    return try call(function, target: nil, arguments, start..<previousEnd)
  }

  mutating func number(
    isNegative: Bool,
    from start: Int
  ) throws(RuleDiagnostic) -> Expression {
    let token = current
    index += 1
    let text = text(token.range)
    let value = try literal(token.range) { () throws(Literal.Malformed) in
      switch token.kind {
      case .uint: try Literal.uint(text)
      case .double: try Literal.double(text, isNegative: isNegative)
      default: try Literal.int(text, isNegative: isNegative)
      }
    }
    return try make(.literal(value), start..<token.end)
  }

  private mutating func list() throws(RuleDiagnostic) -> Expression {
    let start = current.start
    index += 1
    var elements: [ListElement] = []
    while current.kind != .rightBracket {
      let isOptional = accept(.question) != nil
      elements.append(ListElement(value: try expression(), isOptional: isOptional))
      if accept(.comma) == nil { break }
    }
    try expect(.rightBracket, "`,` or `]`")
    return try make(.list(elements), start..<previousEnd)
  }

  private mutating func map() throws(RuleDiagnostic) -> Expression {
    let start = current.start
    index += 1
    var entries: [MapEntry] = []
    while current.kind != .rightBrace {
      let isOptional = accept(.question) != nil
      let key = try expression()
      try expect(.colon, "`:`")
      entries.append(MapEntry(key: key, value: try expression(), isOptional: isOptional))
      if accept(.comma) == nil { break }
    }
    try expect(.rightBrace, "`,` or `}`")
    return try make(.map(entries), start..<previousEnd)
  }
}
