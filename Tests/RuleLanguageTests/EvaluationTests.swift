// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import Testing

@Suite struct EvaluationTests {
  private let facts = SampleFacts()

  @Test(arguments: [
    "system.domain == 'credit'", "!(system.domain == 'credit')", "system.domain != 'credit'",
    "system.profiling", "!system.profiling", "system.profiling && true",
    "evaluations.all(e, e.reviewer != '')", "!evaluations.exists(e, e.reviewer == 'x')",
    "system.domain in ['credit']", "system.domain.size() > 0",
  ])
  func `an absent optional field is missing evidence, never a verdict`(_ source: String) throws {
    let result = try facts.evaluate(source)
    #expect(result.bool == nil)
    #expect(result.error?.kind == .missingEvidence)
  }

  @Test func `missing evidence names the field, the object's place and the expression's`() throws {
    let error = try facts.evaluate("true &&\n system.domain == 'credit'").error
    #expect(error?.field == "domain")
    #expect(error?.location?.description == "facts.json:1:1")
    #expect(error?.position == SourcePosition(line: 2, column: 9))
    #expect(error?.description == "`domain` is not stated (line 2, column 9)")
  }

  @Test(arguments: [
    "!has(system.domain)", "!has(system.domain) || system.domain == 'x'",
    "system.?domain.orValue('none') == 'none'", "!system.?domain.hasValue()",
    "true || system.profiling",
  ])
  func `absence that the condition asks about is a value`(_ source: String) throws {
    #expect(try facts.evaluate(source).bool == true)
  }

  @Test(arguments: [
    ("[].all(x, x == 1)", true), ("![].exists(x, x == 1)", true),
    ("evaluations.filter(e, e.version == '9').all(e, size(e.metrics) > 0)", true),
    ("system.tier == 'high' && [].all(x, x == 1)", true),
    ("evaluations.all(e, e.metrics.filter(m, m.name == 'f1').all(m, m.count > 0))", true),
    ("[].all(x, x == 1) || true", false),
    ("evaluations.all(e, size(e.metrics) > 0)", false),
    (
      "evaluations.exists(e, e.metrics.filter(m, m.name == 'f1').all(m, m.count > 0)) "
        + "&& evaluations.exists(e, size(e.metrics) == 2)", false
    ),
    ("size(evaluations.filter(e, e.version == '9')) == 0", false),
    ("[].exists(x, x == 1)", true),
  ])
  func `a result that an empty quantifier decided is flagged`(_ test: (String, Bool)) throws {
    let result = try facts.evaluate(test.0)
    #expect(result.bool != nil)
    #expect(result.isVacuous == test.1)
  }

  @Test func `work beyond the limit is an error`() throws {
    var limits = EvaluationLimits()
    limits.maximumCost = 10_000
    let environment = RuleEnvironment(schema: .empty, limits: limits, mode: .language)
    let list = "[1,2,3,4,5,6,7,8,9,10]"
    let source = "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, a + b + c + d > 0))))"
    let result = try environment.compile(source).get().evaluate(in: .empty, bindings: [:])
    #expect(result.error?.kind == .costLimit)
    #expect(result.cost <= 10_002)
  }

  @Test func `shared parts do not make a result or a comparison explode`() throws {
    var nested = "x29 == x29"
    for index in (0..<30).reversed() {
      let value = index == 0 ? "[1]" : "[x\(index - 1), x\(index - 1)]"
      nested = "cel.bind(x\(index), \(value), \(nested))"
    }
    let environment = RuleEnvironment(schema: .empty, mode: .language)
    let comparison = try environment.compile(nested).get().evaluate(in: .empty, bindings: [:])
    #expect(comparison.error?.kind == .costLimit)
    let tree = try environment.compile(nested.replacing("x29 == x29", with: "x29")).get()
      .evaluate(in: .empty, bindings: [:])
    #expect(tree.value?.tagged(maximumNodes: 10_000) == nil)
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "[", count: 5_000),
    String(repeating: "!", count: 5_000) + "true", String(repeating: "-", count: 5_000) + "1",
    String(repeating: "true ? ", count: 2_000), String(repeating: "a.", count: 5_000) + "a",
    "1" + String(repeating: " + 1", count: 3_000),
    "[" + String(repeating: "1,", count: 5_000) + "1]",
    String(repeating: "a(", count: 3_000), String(repeating: "{1:", count: 3_000),
    String(repeating: "[1].map(x, ", count: 1_000),
  ])
  func `deep or large text is refused without exhausting the stack`(_ source: String) {
    guard case .failure(let list) = SampleFacts.environment.compile(source) else {
      Issue.record("accepted")
      return
    }
    #expect(!list.diagnostics.isEmpty)
  }

  @Test func `chains of connectives may be long`() throws {
    let source = (0..<400).map { "system.tier != 'high' || \($0) < 0" }.joined(separator: " || ")
    #expect(try facts.evaluate(source).bool == false)
  }

  @Test func `a value of one evaluation can be bound in another`() throws {
    let lists = try facts.evaluate(
      "evaluations.filter(e, e.version == '1.4').map(e, [e.version + '!', e.metrics[0].name])"
    )
    let first = try #require(lists.value?.elements?.first)
    #expect(first.elements?.map(\.string) == ["1.4!", "accuracy"])
    #expect(first.elements?[1].location?.description == "facts.json:21:5")
    var bindings = facts.bindings
    bindings.bind("pair", to: first)
    let program = try SampleFacts.environment.compile(
      "pair[0] + pair[1] == '1.4!accuracy'",
      locals: [.init(name: "pair", type: .list(.string))]
    ).get()
    #expect(program.evaluate(in: facts.arena, bindings: bindings).bool == true)
  }

  @Test func `a name that nothing is bound to is an error`() throws {
    let program = try SampleFacts.environment.compile("system.tier == 'high'").get()
    #expect(program.evaluate(in: facts.arena, bindings: [:]).error?.kind == .noSuchVariable)
  }

  @Test func `trees of values go in and out unchanged`() throws {
    let tree = TaggedValue.list([
      .null, .bool(true), .int(-1), .uint(7), .double(0.5), .string("ä"), .bytes([0, 255]),
      .map([.init(key: .string("k"), value: .list([.int(1)]))]),
      .object(type: "System", fields: [.init(name: "tier", value: .string("high"))]),
      .timestamp(try #require(Moment(unixSeconds: -1, nanoseconds: 999_999_999))),
      .timestamp(try #require(Moment(unixSeconds: 253_402_300_799, nanoseconds: 1))),
      .timestamp(try #require(Moment(unixSeconds: -62_135_596_800))),
      .duration(nanoseconds: -1), .type("int"), .optional(nil), .optional(.int(1)),
    ])
    var builder = FactsArena.Builder()
    let value = builder.value(tree)
    let arena = builder.finish()
    #expect(EvaluatedValue(value, in: arena).tagged() == tree)
    let environment = RuleEnvironment(
      schema: FactsSchema(objects: [], roots: [.init(name: "x", type: .dyn)]),
      mode: .language
    )
    let program = try environment.compile("[x][0] == x ? x.map(e, e) : []").get()
    #expect(program.evaluate(in: arena, bindings: ["x": value]).value?.tagged() == tree)
  }

  @Test func `an arena reads back what was put in`() throws {
    var builder = FactsArena.Builder()
    let place = SourceLocation(path: "a.json", position: SourcePosition(line: 3, column: 4))
    let name = builder.string("n", at: place)
    let object = builder.object("T", [("name", name)], at: SourceLocation(path: "a.json"))
    let map = builder.map([(builder.string("k"), builder.int(1))])
    let arena = builder.finish()
    #expect(arena.typeName(of: object) == "T")
    #expect(arena.field("name", of: object).flatMap { arena.string($0) } == "n")
    #expect(arena.field("other", of: object) == nil)
    #expect(arena.fields(of: object)?.map(\.name) == ["name"])
    #expect(arena.field("k", of: map)?.int == 1)
    #expect(arena.entries(of: map)?.count == 1)
    #expect(arena.location(of: name) == place)
    #expect(arena.location(of: object)?.description == "a.json")
    #expect(arena.location(of: map) == nil)
    #expect(arena.elements(of: map) == nil && arena.string(map) == nil)
  }

  @Test func `a host function sees its arguments and its errors stay errors`() throws {
    let found = try facts.evaluate("evaluations[0].metric('accuracy').value")
    #expect(found.value?.double == 0.91)
    #expect(found.value?.location?.description == "facts.json:11:30")
    let absent = try facts.evaluate("!(evaluations[0].metric('zz').value > 0.5)")
    #expect(absent.error?.kind == .missingEvidence)
    #expect(absent.error?.position == SourcePosition(line: 1, column: 18))
    #expect(
      SampleFacts.metric.signature == "Evaluation.metric(name: string) -> Metric"
    )
  }

  @Test func `a host function can make objects, maps and text`() throws {
    let make = FunctionDeclaration(
      name: "make",
      parameters: [.init(name: "n", type: .int)],
      result: .object("Made"),
      summary: "makes an object",
      example: "make(1).n == 1"
    ) { arguments, call throws(EvaluationError) in
      let text = call.makeString("made")
      let map = call.makeMap([(call.makeString("k"), call.makeList([arguments[0]]))])
      return call.makeObject("Made", [("n", arguments[0]), ("text", text), ("map", map)])
    }
    let schema = FactsSchema(
      objects: [
        .init(
          name: "Made",
          fields: [
            .init(name: "n", type: .int), .init(name: "text", type: .string),
            .init(name: "map", type: .map(.string, .list(.int))),
            .init(name: "gone", type: .int, isOptional: true),
          ]
        )
      ],
      roots: []
    )
    let environment = RuleEnvironment(schema: schema, functions: [make])
    let program = try environment.compile(
      "make(3).n == 3 && make(1).text == 'made' && make(5).map['k'][0] == 5"
    ).get()
    #expect(program.evaluate(in: .empty, bindings: [:]).bool == true)
    let gone = try environment.compile("make(1).gone == 1").get()
    #expect(gone.evaluate(in: .empty, bindings: [:]).error?.kind == .missingEvidence)
  }
}
