// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import Testing

/// An expression of the plain language with its value as text, or the kind of its error.
struct LanguageCase: CustomTestStringConvertible, Sendable {
  let expression: String
  let expected: String

  init(_ expression: String, _ expected: String) {
    self.expression = expression
    self.expected = expected
  }

  var testDescription: String { expression }
}

@Suite struct LanguageTests {
  private static func outcome(_ source: String, mode: RuleEnvironment.Mode = .language) -> String {
    let environment = RuleEnvironment(schema: .empty, mode: mode)
    switch environment.compile(source) {
    case .failure(let list): return "refused: " + list.diagnostics[0].problem.message
    case .success(let program):
      switch program.evaluate(in: .empty, bindings: [:]).result {
      case .failure(let error): return error.kind.rawValue
      case .success(let value): return value.tagged().map { text($0) } ?? "too large"
      }
    }
  }

  private static func text(_ value: TaggedValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .uint(let value): "\(value)u"
    case .double(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .bytes(let value): "\(value)"
    case .list(let values): "[\(values.map { text($0) }.joined(separator: ", "))]"
    case .map(let entries):
      "{\(entries.map { "\(text($0.key)): \(text($0.value))" }.joined(separator: ", "))}"
    case .object(let type, _): type
    case .timestamp(let moment): TimeText.text(moment)
    case .duration(let nanos): TimeText.text(durationNanoseconds: nanos)
    case .type(let name): name
    case .optional(let inner): "optional(\(inner.map { text($0) } ?? ""))"
    }
  }

  static let syntax: [LanguageCase] = [
    .init("1 + 2 * 3 - 4", "3"),
    .init("(1 + 2) * 3", "9"),
    .init("10 - 4 - 3", "3"),
    .init("// a remark\n 7 // and another", "7"),
    .init("\t1\r\n+\u{C}2", "3"),
    .init("0x1F + 0XA", "41"),
    .init("0xFFFFFFFFFFFFFFFFu", "18446744073709551615u"),
    .init(".5 + 1e3 + 2.5E-1", "1000.75"),
    .init("- 5 + 3", "-2"),
    .init("--5", "5"),
    .init("!!true", "true"),
    .init("1 < 2 == true", "true"),
    .init("true ? 1 : false ? 2 : 3", "1"),
    .init("true || false && false", "true"),
    .init("[1, 2, ][1]", "2"),
    .init("{'a': 1, }['a']", "1"),
    .init("{'in-side': 4}.`in-side`", "4"),
    .init("'a\\x62\\u0063\\U00000064\\145'", "'abcde'"),
    .init("r'\\n' + \"it's\"", "'\\nit's'"),
    .init("'''a\n'b' ''' + \"\"\"c\"\"\"", "'a\n'b' c'"),
    .init("b'\\xff\\000' + br'\\z'", "[255, 0, 92, 122]"),
  ]

  static let refused: [LanguageCase] = [
    .init("", "the expression ends where an expression was expected"),
    .init("1 +* 2", "expected an expression, found `*`"),
    .init("1 2", "expected an operator or the end, found `2`"),
    .init("f(1,)", "expected an expression, found `)`"),
    .init("while", "`while` is a reserved word"),
    .init("'a\nb'", "a string is not closed"),
    .init("'\\q'", "unknown escape `\\q`"),
    .init("'\\ud800'", "an escape names no Unicode character"),
    .init("9223372036854775808", "the integer does not fit in 64 bits"),
    .init("1e999", "the number is too large"),
    .init("12abc", "a number runs into a name"),
    .init("a{b: 1}", "message literals are not part of this language"),
    .init("has(1)", "`has` needs a field, such as `has(system.domain)`"),
    .init("[1].all(x, x)", "`all` needs true or false, found int"),
    .init("'a' + 1", "`+` does not fit string and int"),
    .init("1 == 1.0", "`==` does not fit int and double"),
    .init("[1].exists(i, i, true)", "the two variables of `exists` have the same name"),
    .init("nothing", "unknown name `nothing`"),
    .init("nothing(1)", "unknown function `nothing`"),
    .init("size(1, 2)", "no such call: size(int, int)"),
    .init("1 ? 2 : 3", "`?` needs true or false, found int"),
    .init("true ? 1 : 'a'", "the two sides of `:` have different types, int and string"),
  ]

  static let values: [LanguageCase] = [
    .init("2 + 9223372036854775807", "overflow"),
    .init("-9223372036854775807 - 2", "overflow"),
    .init("-9223372036854775808 / -1", "overflow"),
    .init("-9223372036854775808 % -1", "overflow"),
    .init("-(-9223372036854775807 - 1)", "overflow"),
    .init("3u - 4u", "overflow"),
    .init("5 / 0", "divideByZero"),
    .init("1u % 0u", "divideByZero"),
    .init("-7 / 2", "-3"),
    .init("-7 % 2", "-1"),
    .init("1.0 / 0.0", "inf"),
    .init("dyn(1) == 1.0 && dyn(1u) == 1", "true"),
    .init("dyn('1') == 1", "false"),
    .init("[0.0 / 0.0] == [0.0 / 0.0]", "false"),
    .init("dyn(9007199254740993) > 9007199254740992.0", "false"),
    .init("'\\u00fcber' == 'u\\u0308ber'", "false"),
    .init("'\\U0001F600' > '\\uFFFD'", "true"),
    .init("size('e\\u0301\\U0001F600')", "3"),
    .init("{'\\u00e9': 1, 'e\\u0301': 2}.size()", "2"),
    .init("{1: 'a', 1u: 'b'}", "invalidArgument"),
    .init("{1.5: 'a'}", "typeMismatch"),
    .init("{'a': 1}['b']", "noSuchKey"),
    .init("[1][1]", "indexOutOfRange"),
    .init("[1][dyn(0.0)] + [1][dyn(0u)]", "2"),
    .init("[[1], [2, 3]] == [[1], [2, 3]]", "true"),
    .init("{'a': [1], 'b': {}} == {'b': {}, 'a': [1]}", "true"),
    .init("1 in [2, 1] && !('x' in {'y': 1})", "true"),
    .init("[1, 2] + [3]", "[1, 2, 3]"),
    .init("type(type(1)) == type && type(1) == int", "true"),
    .init("null == null && type(null) == null_type", "true"),
  ]

  static let errors: [LanguageCase] = [
    .init("1 / 0 > 0 || true", "true"),
    .init("1 / 0 > 0 && false", "false"),
    .init("true && 1 / 0 > 0", "divideByZero"),
    .init("!(1 / 0 > 0)", "divideByZero"),
    .init("[1, 0].exists(x, 1 / x == 1)", "true"),
    .init("[0, 1].exists(x, 1 / x == 1)", "true"),
    .init("[0, 2].exists(x, 1 / x == 1)", "divideByZero"),
    .init("[0, 2].all(x, 1 / x == 1)", "false"),
    .init("[0, 1].all(x, 1 / x == 1)", "divideByZero"),
    .init("[1, 0].exists_one(x, 1 / x == 1)", "divideByZero"),
    .init("[1, 0].map(x, 1 / x)", "divideByZero"),
    .init("true ? 1 : 1 / 0", "1"),
    .init("optional.of(1).orValue(1 / 0)", "1"),
  ]

  static let macros: [LanguageCase] = [
    .init("[1, 2, 3].filter(x, x > 1).map(x, x * x)", "[4, 9]"),
    .init("[1, 2, 3].map(x, x != 2, -x)", "[-1, -3]"),
    .init("{'a': 1, 'b': 2}.map(k, k + '!')", "['a!', 'b!']"),
    .init("{'a': 1}.exists(k, v, k == 'a' && v == 1)", "true"),
    .init("[5, 6].all(i, x, x - i == 5)", "true"),
    .init("[5, 6].transformList(i, x, i * x)", "[0, 6]"),
    .init("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v * 10)", "{'b': 20}"),
    .init("{'a': 1}.transformMapEntry(k, v, {v: k})", "{1: 'a'}"),
    .init("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", "invalidArgument"),
    .init("[1, 2].exists(x, [2, 3].exists(y, x == y))", "true"),
    .init("[1].exists(x, [2].all(x, x == 2))", "true"),
    .init("cel.bind(a, [1, 2], cel.bind(b, a + a, size(b)))", "4"),
    .init("has({'a': null}.a) && !has({'a': 1}.b)", "true"),
  ]

  static let texts: [LanguageCase] = [
    .init("'model card'.contains('l c') && 'abc'.startsWith('ab') && 'abc'.endsWith('')", "true"),
    .init("'aXbXc'.split('X')", "['a', 'b', 'c']"),
    .init("'aXbXc'.split('X', 2)", "['a', 'bXc']"),
    .init("'äöü'.split('')", "['ä', 'ö', 'ü']"),
    .init("''.split(',')", "['']"),
    .init("'aaa'.replace('a', 'b', 2) + 'ab'.replace('', '-')", "'bba-a-b-'"),
    .init("'äbc'.substring(1, 2) + 'äbc'.charAt(0)", "'bä'"),
    .init("'äbc'.substring(4)", "indexOutOfRange"),
    .init("'abc'.substring(2, 1)", "invalidArgument"),
    .init("'ababab'.indexOf('ab', 1)", "2"),
    .init("'ababab'.lastIndexOf('ab', 3)", "2"),
    .init("'ab'.lastIndexOf('abc')", "-1"),
    .init("['a', 'b'].join(', ')", "'a, b'"),
    .init("' \\t a b\\u2003'.trim()", "'a b'"),
    .init("'ÄbC'.lowerAscii() + 'äbc'.upperAscii()", "'ÄbcäBC'"),
    .init(
      "'%s|%d|%.2f|%e|%x|%X|%o|%b|%%'.format(['a', -3, 2.5, 1.0, 255, b'\\xab', 8, true])",
      "'a|-3|2.50|1.000000e+00|ff|AB|10|1|%'"
    ),
    .init("'%s'.format([[1, 'a', {'b': null}]])", "'[1, a, {b: null}]'"),
    .init("'%d'.format([])", "invalidArgument"),
    .init("'%q'.format([1])", "invalidArgument"),
    .init("'%.500f'.format([1.0])", "invalidArgument"),
    .init("'abc'.matches('^a.c$') && !'abc'.matches('^b')", "true"),
    .init("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')", "false"),
    .init("'x'.matches('(' + 'a')", "invalidArgument"),
    .init("strings.quote('a\"b\\n')", "'\"a\\\"b\\n\"'"),
    .init("base64.decode(base64.encode(b'\\x00\\xff')) == b'\\x00\\xff'", "true"),
    .init("base64.decode('YQ') == b'a' && base64.decode('YWI=') == b'ab'", "true"),
    .init("base64.decode('Y')", "invalidArgument"),
    .init("base64.decode('Y!==')", "invalidArgument"),
  ]

  static let conversions: [LanguageCase] = [
    .init("int('-12') + int(3.9) + int(-3.9) + int(7u)", "-5"),
    .init("int('1.5')", "invalidArgument"),
    .init("int(1e19)", "overflow"),
    .init("int(9223372036854775808u)", "overflow"),
    .init("uint(-3)", "overflow"),
    .init("uint(-0.5)", "overflow"),
    .init("double('1e-3') + double(1u)", "1.001"),
    .init("double('x')", "invalidArgument"),
    .init("string(1.0) + string(0.25) + string(true) + string(b'z')", "'10.25truez'"),
    .init("string(b'\\xff')", "invalidArgument"),
    .init("bool('TRUE') && !bool('f')", "true"),
    .init("bool('yes')", "invalidArgument"),
    .init("bytes('ä')", "[195, 164]"),
  ]

  static let times: [LanguageCase] = [
    .init("timestamp('2026-02-28T23:59:59.5Z') + duration('500ms')", "2026-03-01T00:00:00Z"),
    .init("timestamp('2026-01-31T10:00:00+02:30')", "2026-01-31T07:30:00Z"),
    .init("timestamp('2026-02-30T00:00:00Z')", "invalidArgument"),
    .init("timestamp('2026-02-28 00:00:00Z')", "invalidArgument"),
    .init("timestamp(300000000000)", "overflow"),
    .init("timestamp(0) - timestamp('1969-12-31T23:59:58.5Z')", "1.5s"),
    .init("timestamp('2500-01-01T00:00:00Z') - timestamp('1500-01-01T00:00:00Z')", "overflow"),
    .init("duration('1h1m1.001s') == duration('3661001ms')", "true"),
    .init("duration('-1.5h').getMinutes()", "-90"),
    .init("duration('1')", "invalidArgument"),
    .init("duration('1e3s')", "invalidArgument"),
    .init("duration('99999999999999h')", "invalidArgument"),
    .init("duration('2562047h') + duration('2562047h')", "overflow"),
    .init("duration('1.5s').getMilliseconds()", "500"),
    .init("timestamp('2024-12-31T23:30:00Z').getDayOfYear()", "365"),
    .init("timestamp('2024-12-31T23:30:00Z').getDayOfWeek()", "2"),
    .init("timestamp('2024-12-31T23:30:00Z').getFullYear('+01:00')", "2025"),
    .init("timestamp('2024-12-31T23:30:00Z').getHours('-00:45')", "22"),
    .init("timestamp('2024-12-31T23:30:00Z').getHours('Europe/Berlin')", "invalidArgument"),
    .init("timestamp('9999-12-31T23:30:00Z').getHours('+01:00')", "overflow"),
    .init("timestamp('0001-01-01T00:00:00Z') < timestamp(0)", "true"),
  ]

  static let optionals: [LanguageCase] = [
    .init("{'a': {'b': 1}}.?a.?b", "optional(1)"),
    .init("{'a': dyn(1)}.?b.c.orValue(2)", "2"),
    .init("[1, 2][?5].hasValue()", "false"),
    .init("[?optional.none(), ?optional.of(3)]", "[3]"),
    .init("{?'a': optional.none(), 'b': 1}", "{'b': 1}"),
    .init("optional.of(2).optMap(x, x * 2)", "optional(4)"),
    .init("optional.of({'a': 1}).optFlatMap(m, m.?b)", "optional()"),
    .init("optional.none().value()", "invalidArgument"),
    .init("optional.ofNonZeroValue(0).or(optional.of(5)).value()", "5"),
    .init("[1, 2].first().value() + [1, 2].last().value()", "3"),
    .init("[optional.of(4), optional.none()].unwrapOpt()", "[4]"),
  ]

  static let numbers: [LanguageCase] = [
    .init("math.greatest(1, 2.5, 2u) == 2.5 && math.least([3, 1]) == 1", "true"),
    .init("math.greatest([])", "invalidArgument"),
    .init("math.round(-2.5) + math.ceil(0.1) + math.floor(-0.1) + math.trunc(1.9)", "-2.0"),
    .init("math.abs(-9223372036854775807 - 1)", "overflow"),
    .init("math.sign(-2.5)", "-1.0"),
    .init("math.bitShiftLeft(1, 63) < 0 && math.bitShiftLeft(1, 64) == 0", "true"),
    .init("math.bitShiftLeft(1, -1)", "invalidArgument"),
    .init("math.bitNot(5u)", "18446744073709551610u"),
    .init("math.sqrt(16) == 4.0", "true"),
    .init("math.isNaN(0.0 / -0.0) && math.isInf(-2.0 / 0.0) && math.isFinite(1.0)", "true"),
  ]

  @Test(
    arguments: [
      syntax, values, errors, macros, texts, conversions, times, optionals, numbers,
    ].flatMap { $0 }
  )
  func `an expression has its value`(_ test: LanguageCase) {
    #expect(Self.outcome(test.expression) == test.expected)
  }

  @Test(arguments: refused)
  func `a mistake is refused before evaluation`(_ test: LanguageCase) {
    #expect(Self.outcome(test.expression) == "refused: " + test.expected)
  }

  @Test(
    arguments: [
      LanguageCase("x || 1 < 2", "true"), .init("x", "noSuchVariable"),
      .init("f(1)", "noSuchFunction"), .init("1 + 'a'", "typeMismatch"),
      .init("size(1)", "typeMismatch"), .init("[1, 'a'][0]", "1"),
      .init("1.a", "typeMismatch"), .init("[1].all(x, x)", "typeMismatch"),
      .init("'a' && false", "false"), .init("!1", "typeMismatch"),
    ])
  func `without checks a mistake shows in the evaluation`(_ test: LanguageCase) {
    #expect(Self.outcome(test.expression, mode: .unchecked) == test.expected)
  }

  @Test(arguments: StandardLibrary.functions)
  func `every documented example compiles and holds`(_ entry: StandardLibrary.Entry) throws {
    let environment = RuleEnvironment(schema: SampleFacts.schema, mode: .language)
    let program = try environment.compile(entry.example).get()
    let facts = SampleFacts()
    let result = program.evaluate(in: facts.arena, bindings: facts.bindings)
    #expect(result.error == nil)
    if program.resultType == .bool, !entry.example.contains("has(") {
      #expect(result.bool == true)
    }
    #expect(!entry.signatures.isEmpty && !entry.summary.isEmpty)
  }
}
