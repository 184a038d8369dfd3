// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage
import TestSupport
import Testing

@Suite struct PropertyTests {
  private let facts = SampleFacts()
  private static let seed: UInt64 = 20_260_131

  /// The facts without checks, so that every text that parses is evaluated.
  private static let unchecked = RuleEnvironment(
    schema: SampleFacts.schema,
    functions: [SampleFacts.metric],
    mode: .unchecked
  )

  @Test func `printing and reading again changes nothing`() throws {
    var random = SeededGenerator(seed: Self.seed)
    for _ in 0..<2_000 {
      let source = random.expression(depth: 3)
      let program = try Self.unchecked.compile(source).get()
      let printed = program.formatted()
      let again = try Self.unchecked.compile(printed).get()
      #expect(again.formatted() == printed, "seed \(Self.seed): \(source)")
      let (one, two) = (outcome(program), outcome(again))
      #expect(one == two, "seed \(Self.seed): \(source) printed as \(printed)")
    }
  }

  private func outcome(_ program: Program) -> String {
    switch program.evaluate(in: facts.arena, bindings: facts.bindings).result {
    case .failure(let error): error.kind.rawValue + error.message
    case .success(let value): value.tagged().map { "\($0)" } ?? "too large"
    }
  }

  @Test func `a checked condition never meets a wrong type`() {
    var random = SeededGenerator(seed: Self.seed + 1)
    let environment = RuleEnvironment(schema: SampleFacts.schema, mode: .language)
    var accepted = 0
    for _ in 0..<20_000 {
      let source = random.expression(depth: 2)
      guard !source.contains("dyn("), !source.contains("extra"), !source.contains("evaluations"),
        case .success(let program) = environment.compile(source),
        !program.resultType.description.contains("dyn")
      else { continue }
      accepted += 1
      let result = program.evaluate(in: facts.arena, bindings: facts.bindings)
      #expect(result.error?.kind != .noSuchField, "seed \(Self.seed + 1): \(source)")
      #expect(result.error?.kind != .noSuchFunction, "seed \(Self.seed + 1): \(source)")
      #expect(result.error?.kind != .noSuchVariable, "seed \(Self.seed + 1): \(source)")
    }
    #expect(accepted > 500)
  }

  @Test func `no text crashes any part of the engine`() {
    var random = SeededGenerator(seed: Self.seed + 2)
    let corpus =
      LanguageTests.syntax.map(\.expression) + LanguageTests.texts.map(\.expression)
      + LanguageTests.times.map(\.expression) + LanguageTests.optionals.map(\.expression)
      + LanguageTests.macros.map(\.expression) + LanguageTests.refused.map(\.expression)
    for round in 0..<6_000 {
      var bytes = Array((corpus.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, &random, corpus) }
      let source = String(decoding: bytes, as: UTF8.self)
      exercise(source, in: round.isMultiple(of: 2) ? Self.unchecked : SampleFacts.environment)
    }
  }

  private func mutate(
    _ bytes: inout [UInt8],
    _ random: inout SeededGenerator,
    _ corpus: [String]
  ) {
    let position = Int.random(in: 0...bytes.count, using: &random)
    let end = Int.random(in: position...bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: position)
    case 1: bytes.removeSubrange(position..<min(end, position + 6))
    case 2: bytes.insert(contentsOf: bytes[position..<min(end, position + 20)], at: position)
    case 3:
      bytes.insert(
        contentsOf: Array("(){}[].?:&|!<>=+-*/%,'\"`".utf8).shuffled(using: &random).prefix(2),
        at: position
      )
    default:
      bytes.insert(
        contentsOf: (corpus.randomElement(using: &random) ?? "").utf8.prefix(40),
        at: position
      )
    }
  }

  private func exercise(_ source: String, in environment: RuleEnvironment) {
    switch environment.compile(source) {
    case .failure(let list):
      for diagnostic in list.diagnostics { _ = diagnostic.text }
    case .success(let program):
      _ = outcome(program)
      _ = program.explain(in: facts.arena, bindings: facts.bindings)
      _ = program.english()
      _ = program.mutations().count
    }
    if case .success(let template) = environment.compileTemplate("{" + source + "} {{" + source) {
      _ = template.render(in: facts.arena, bindings: facts.bindings)
    }
  }

  @Test func `explanations and evaluations agree`() throws {
    var random = SeededGenerator(seed: Self.seed + 3)
    for _ in 0..<1_000 {
      let source = random.expression(depth: 3)
      let program = try Self.unchecked.compile(source).get()
      let result = program.evaluate(in: facts.arena, bindings: facts.bindings)
      let explained = program.explain(in: facts.arena, bindings: facts.bindings)
      if let error = result.error {
        #expect(explained.value == "error: \(error.message)", "seed \(Self.seed + 3): \(source)")
      } else if let truth = result.bool {
        #expect(explained.value == "\(truth)", "seed \(Self.seed + 3): \(source)")
      }
    }
  }
}
