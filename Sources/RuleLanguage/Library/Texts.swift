// SPDX-License-Identifier: Apache-2.0

/// Functions on text; positions count code points (strings extension of the language).
enum Texts {
  static let functions: [StandardFunction] = searches + edits

  private static let searches: [StandardFunction] = [
    StandardFunction(
      "contains",
      "whether the text contains another",
      "'model card'.contains('card')",
      [.member([.string, .string], .bool, contains)]
    ),
    StandardFunction(
      "startsWith",
      "whether the text starts with another",
      "'v1.4'.startsWith('v')",
      [
        .member([.string, .string], .bool) { arguments, call throws(EvaluationError) in
          .bool(call.memory.text(arguments[0]).starts(with: call.memory.text(arguments[1])))
        }
      ]
    ),
    StandardFunction(
      "endsWith",
      "whether the text ends with another",
      "'card.md'.endsWith('.md')",
      [
        .member([.string, .string], .bool) { arguments, call throws(EvaluationError) in
          let (text, end) = (call.memory.text(arguments[0]), call.memory.text(arguments[1]))
          return .bool(text.suffix(end.count).elementsEqual(end))
        }
      ]
    ),
    StandardFunction(
      "matches",
      "whether an RE2 pattern matches somewhere in the text",
      "'v1.4'.matches('^v[0-9]+')",
      [
        .member([.string, .string], .bool, matches), .free([.string, .string], .bool, matches),
      ]
    ),
    StandardFunction(
      "indexOf",
      "the first position of another text, or -1",
      "'banana'.indexOf('an') == 1",
      [
        .member([.string, .string], .int, indexOf),
        .member([.string, .string, .int], .int, indexOf),
      ]
    ),
    StandardFunction(
      "lastIndexOf",
      "the last position of another text, or -1",
      "'banana'.lastIndexOf('an') == 3",
      [
        .member([.string, .string], .int, lastIndexOf),
        .member([.string, .string, .int], .int, lastIndexOf),
      ]
    ),
    StandardFunction(
      "charAt",
      "the text of one code point",
      "'card'.charAt(0) == 'c'",
      [.member([.string, .int], .string, charAt)]
    ),
  ]

  private static let edits: [StandardFunction] = [
    StandardFunction(
      "substring",
      "the text from a position to before another",
      "'model card'.substring(0, 5) == 'model'",
      [
        .member([.string, .int], .string, substring),
        .member([.string, .int, .int], .string, substring),
      ]
    ),
    StandardFunction(
      "lowerAscii",
      "the text with ASCII letters in lower case",
      "'CARD'.lowerAscii() == 'card'",
      [
        .member([.string], .string) { arguments, call throws(EvaluationError) in
          try call.charged(
            call.memory.text(arguments[0]).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
          )
        }
      ]
    ),
    StandardFunction(
      "upperAscii",
      "the text with ASCII letters in upper case",
      "'card'.upperAscii() == 'CARD'",
      [
        .member([.string], .string) { arguments, call throws(EvaluationError) in
          try call.charged(
            call.memory.text(arguments[0]).map { (0x61...0x7A).contains($0) ? $0 - 32 : $0 }
          )
        }
      ]
    ),
    StandardFunction(
      "trim",
      "the text without white space at its ends",
      "' card '.trim() == 'card'",
      [.member([.string], .string, trim)]
    ),
    StandardFunction(
      "reverse",
      "the text backwards",
      "'card'.reverse() == 'drac'",
      [
        .member([.string], .string) { arguments, call throws(EvaluationError) in
          let scalars = try call.scalars(arguments[0])
          return call.makeString(scalars.reversed())
        }
      ]
    ),
    StandardFunction(
      "replace",
      "the text with occurrences of another replaced",
      "'a-b-c'.replace('-', '+') == 'a+b+c'",
      [
        .member([.string, .string, .string], .string, replace),
        .member([.string, .string, .string, .int], .string, replace),
      ]
    ),
    StandardFunction(
      "split",
      "the parts of the text between a separator",
      "'a,b'.split(',') == ['a', 'b']",
      [
        .member([.string, .string], .list(.string), split),
        .member([.string, .string, .int], .list(.string), split),
      ]
    ),
    StandardFunction(
      "join",
      "the texts of a list in one, with a separator",
      "['a', 'b'].join('-') == 'a-b'",
      [
        .member([.list(.string)], .string, join),
        .member([.list(.string), .string], .string, join),
      ]
    ),
    StandardFunction(
      "strings.quote",
      "the text in double quotes, with escapes",
      "strings.quote('a') == '\"a\"'",
      [.free([.string], .string, quote)]
    ),
  ]
}

extension Texts {
  private static func contains(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = Array(call.memory.text(arguments[0]))
    let part = Array(call.memory.text(arguments[1]))
    return .bool(try find(part, in: text, from: 0, &call) != nil)
  }

  /// The first occurrence at or after a position.
  private static func find<Element: Equatable>(
    _ part: [Element],
    in text: [Element],
    from start: Int,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Int? {
    guard text.count - start >= part.count else { return nil }
    guard !part.isEmpty else { return start }
    try call.charge(text.count / 8)
    var position = start
    while position + part.count <= text.count {
      var length = 0
      while length < part.count, text[position + length] == part[length] { length += 1 }
      if length == part.count { return position }
      // Near matches cost as many steps as they compared.
      if length > 8 { try call.charge(length / 8) }
      position += 1
    }
    return nil
  }

  private static func matches(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let bytes = Array(call.memory.text(arguments[1]))
    try call.charge(100 + bytes.count + Int(arguments[0].range.count) / 8)
    switch Pattern.compile(bytes) {
    case .success(let pattern):
      return .bool(call.memory.withText(arguments[0]) { pattern.matches($0) })
    case .failure(let invalid): throw FunctionCall.invalid(invalid.message)
    }
  }

  private static func position(
    _ value: Value?,
    upTo limit: Int
  ) throws(EvaluationError) -> Int? {
    guard let value else { return nil }
    guard let position = Int(exactly: value.rawInt), (0...limit).contains(position) else {
      throw EvaluationError(.indexOutOfRange, "index out of range: \(value.rawInt)")
    }
    return position
  }

  private static func indexOf(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let part = try call.scalars(arguments[1])
    let start = try position(arguments.count > 2 ? arguments[2] : nil, upTo: text.count) ?? 0
    return .int(Int64(try find(part, in: text, from: start, &call) ?? -1))
  }

  private static func lastIndexOf(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let part = try call.scalars(arguments[1])
    let given = try position(arguments.count > 2 ? arguments[2] : nil, upTo: text.count)
    guard part.count <= text.count else { return .int(-1) }
    var start = min(given ?? text.count, text.count - part.count)
    while start >= 0 {
      try call.charge(1 + part.count / 8)
      if text[start..<start + part.count].elementsEqual(part) { return .int(Int64(start)) }
      start -= 1
    }
    return .int(-1)
  }

  private static func charAt(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let start = try position(arguments[1], upTo: text.count) ?? 0
    return call.makeString(text[start...].prefix(1))
  }
}

extension Texts {
  private static func substring(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let start = try position(arguments[1], upTo: text.count) ?? 0
    let end = try position(arguments.count > 2 ? arguments[2] : nil, upTo: text.count) ?? text.count
    guard start <= end else {
      throw FunctionCall.invalid("invalid substring range: start \(start), end \(end)")
    }
    return call.makeString(text[start..<end])
  }

  private static func trim(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let head = text.drop { $0.properties.isWhitespace }
    let tail = head.reversed().drop { $0.properties.isWhitespace }
    return call.makeString(tail.reversed())
  }

  private static func replace(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let old = try call.scalars(arguments[1])
    let new = try call.scalars(arguments[2])
    var left = arguments.count > 3 && arguments[3].rawInt >= 0 ? arguments[3].rawInt : .max
    var output: [Unicode.Scalar] = []
    var position = 0
    while position <= text.count {
      let isMatch = left > 0 && text[position...].starts(with: old)
      if isMatch {
        output += new
        left -= 1
        try call.charge(1 + new.count / 8)
      }
      if isMatch, !old.isEmpty {
        position += old.count
      } else {
        if position < text.count { output.append(text[position]) }
        position += 1
      }
    }
    return call.makeString(output)
  }

  private static func split(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let text = try call.scalars(arguments[0])
    let separator = try call.scalars(arguments[1])
    let limit = arguments.count > 2 && arguments[2].rawInt >= 0 ? arguments[2].rawInt : .max
    guard limit > 0 else { return call.makeList([]) }
    var parts: [Value] = []
    var start = 0
    while Int64(parts.count) < limit - 1, start < text.count || !separator.isEmpty {
      guard let end = try partEnd(separator, text, from: start, &call) else { break }
      parts.append(call.makeString(text[start..<end]))
      start = end + separator.count
    }
    if start < text.count || !separator.isEmpty { parts.append(call.makeString(text[start...])) }
    return call.makeList(parts)
  }

  /// Where a part ends: before the separator, or after one code point when that is empty.
  private static func partEnd(
    _ separator: [Unicode.Scalar],
    _ text: [Unicode.Scalar],
    from start: Int,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Int? {
    try call.charge(1)
    if separator.isEmpty { return start + 1 < text.count ? start + 1 : nil }
    var position = start
    while position + separator.count <= text.count {
      if text[position...].starts(with: separator) { return position }
      position += 1
    }
    return nil
  }

  private static func join(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let separator = arguments.count > 1 ? call.memory.text(arguments[1]) : []
    var output: [UInt8] = []
    for (index, element) in (call.elements(of: arguments[0]) ?? []).enumerated() {
      guard element.has(.string) else {
        throw EvaluationError(.typeMismatch, "no such overload: join needs a list of strings")
      }
      if index > 0 { output += separator }
      output += call.memory.text(element)
      try call.charge(1 + (Int(element.range.count) + separator.count) / 8)
    }
    return call.memory.makeString(output)
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\u{7}": "\\a", "\u{8}": "\\b", "\u{C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{B}": "\\v", "\\": "\\\\", "\"": "\\\"",
  ]

  private static func quote(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    var output = "\""
    for scalar in try call.scalars(arguments[0]) {
      output += escapes[scalar] ?? String(scalar)
    }
    return try call.charged((output + "\"").utf8)
  }
}
