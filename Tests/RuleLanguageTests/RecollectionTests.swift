// SPDX-License-Identifier: Apache-2.0

import RuleLanguage
import Synchronization
import Testing

/// Costly functions are called once for all evaluations over the same facts.
struct RecollectionTests {
  private final class Calls: Sendable {
    let count = Mutex(0)
  }

  private let calls = Calls()

  /// An environment with a function that counts its calls and charges 100 steps for each.
  private var environment: RuleEnvironment {
    let calls = calls
    let greeting = FunctionDeclaration(
      name: "greeting",
      parameters: [
        .init(name: "person", type: .object("Person")), .init(name: "word", type: .string),
      ],
      result: .list(.string),
      summary: "a greeting",
      example: "greeting(person, 'Hello')",
      isRemembered: true
    ) { arguments, call throws(EvaluationError) in
      calls.count.withLock { $0 += 1 }
      try call.charge(100)
      let name = call.field("name", of: arguments[0]).flatMap { call.string($0) } ?? ""
      return call.makeList([arguments[1], call.makeString(name)])
    }
    return RuleEnvironment(
      schema: FactsSchema(
        objects: [.init(name: "Person", fields: [.init(name: "name", type: .string)])],
        roots: [.init(name: "person", type: .object("Person"))]
      ),
      functions: [greeting]
    )
  }

  private func facts(_ name: String) -> (FactsArena, Bindings) {
    var builder = FactsArena.Builder()
    let person = builder.object("Person", [("name", builder.string(name))])
    return (builder.finish(), ["person": person])
  }

  @Test func `another evaluation gets the same result at the same cost`() throws {
    let program = try environment.compile("greeting(person, 'Hello').size() == 2").get()
    let same = try environment.compile("greeting(person, 'Hel' + 'lo')[1] == 'Ada'").get()
    let (arena, bindings) = facts("Ada")
    var evaluator = Evaluator(over: arena)
    let first = evaluator.evaluate(program, bindings: bindings)
    let second = evaluator.evaluate(program, bindings: bindings)
    #expect(first.bool == true && second.bool == true)
    #expect(first.cost == second.cost && first.cost > 100)
    #expect(evaluator.evaluate(same, bindings: bindings).bool == true)
    #expect(calls.count.withLock { $0 } == 1)
  }

  @Test func `other arguments and other facts are asked about anew`() throws {
    let program = try environment.compile("greeting(person, 'Hello')[1]").get()
    let other = try environment.compile("greeting(person, 'Good day')[0]").get()
    let (ada, eve) = (facts("Ada"), facts("Eve"))
    var (aboutAda, aboutEve) = (Evaluator(over: ada.0), Evaluator(over: eve.0))
    let results = [
      aboutAda.evaluate(program, bindings: ada.1), aboutAda.evaluate(other, bindings: ada.1),
      aboutEve.evaluate(program, bindings: eve.1),
    ]
    #expect(results.map { $0.value?.string } == ["Ada", "Good day", "Eve"])
    #expect(calls.count.withLock { $0 } == 3)
  }

  @Test func `a result outlives the values of later evaluations`() throws {
    let source = "['not', 'kept'] + greeting(person, 'Good ' + 'day') + ['not', 'kept']"
    let program = try environment.compile(source).get()
    let other = try environment.compile("['quite', 'another', 'list'] + ['of', 'words']").get()
    let (arena, bindings) = facts("Ada")
    var evaluator = Evaluator(over: arena)
    let results = [program, other, program, other].map {
      evaluator.evaluate($0, bindings: bindings).value
    }
    let texts = results.map { $0?.elements?.compactMap(\.string) }
    #expect(texts[0] == ["not", "kept", "Good day", "Ada", "not", "kept"])
    #expect(texts[1] == ["quite", "another", "list", "of", "words"])
    #expect(texts[2] == texts[0] && texts[3] == texts[1])
    #expect(calls.count.withLock { $0 } == 1)
  }

  @Test func `a limit holds for what is remembered too`() throws {
    var limits = EvaluationLimits()
    limits.maximumCost = 150
    let limited = RuleEnvironment(
      schema: environment.schema,
      functions: environment.functions,
      limits: limits
    )
    let once = try limited.compile("greeting(person, 'a').size() == 2").get()
    let twice = try limited.compile("greeting(person, 'a') == greeting(person, 'a')").get()
    let (arena, bindings) = facts("Ada")
    var evaluator = Evaluator(over: arena)
    #expect(evaluator.evaluate(once, bindings: bindings).bool == true)
    let error = evaluator.evaluate(twice, bindings: bindings).error
    #expect(error?.kind == .costLimit)
  }
}
