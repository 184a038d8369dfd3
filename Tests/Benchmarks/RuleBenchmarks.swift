// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import RuleLanguage
import RulePacks

/// The rule language: reading, judging, explaining.
enum RuleBenchmarks {
  private static let quantifier = "metrics.exists(m, m.name == 'accuracy' && m.value >= 0.9)"

  static func all(_ options: BenchOptions) throws -> [Benchmark] {
    let pack = try SampleSystem.essentials()
    return try exists() + reading(pack) + judging(pack, rules: options.rules)
  }

  // MARK: One quantifier over twenty elements

  private static let environment = RuleEnvironment(
    schema: FactsSchema(
      objects: [
        .init(
          name: "Metric",
          fields: [
            .init(name: "name", type: .string), .init(name: "value", type: .double),
            .init(name: "n", type: .int), .init(name: "unit", type: .string),
            .init(name: "split", type: .string),
          ]
        )
      ],
      roots: [.init(name: "metrics", type: .list(.object("Metric")))]
    )
  )

  private static func exists() throws -> [Benchmark] {
    let program = try environment.compile(quantifier, expecting: .bool).get()
    let (arena, match) = metrics(last: 0.93)
    let (other, none) = metrics(last: 0.42)
    return [
      Benchmark(
        "exists over 20 elements, last one matches",
        expected: 1,
        .immediate { program.evaluate(in: arena, bindings: match).bool == true ? 1 : 0 }
      ),
      Benchmark(
        "exists over 20 elements, none matches",
        expected: 1,
        .immediate { program.evaluate(in: other, bindings: none).bool == false ? 1 : 0 }
      ),
      Benchmark(
        "explain an exists that found nothing",
        expected: 0,
        .immediate { program.explain(in: other, bindings: none).children.isEmpty ? 1 : 0 }
      ),
      Benchmark(
        "parse, check and plan that exists",
        expected: 1,
        .immediate { try environment.compile(quantifier).get().resultType == .bool ? 1 : 0 }
      ),
    ]
  }

  /// Twenty metrics of which only the last one is the accuracy.
  private static func metrics(last value: Double) -> (FactsArena, Bindings) {
    var builder = FactsArena.Builder()
    let metrics = (0..<20).map { index in
      builder.object(
        "Metric",
        [
          ("name", builder.string(index == 19 ? "accuracy" : "metric-\(index)")),
          ("value", builder.double(index == 19 ? value : 0.95)), ("n", builder.int(400)),
          ("unit", builder.string("fraction")), ("split", builder.string("test")),
        ]
      )
    }
    let list = builder.list(metrics)
    return (builder.finish(), ["metrics": list])
  }

  // MARK: The rules of a pack

  private static func reading(_ pack: RulePack) throws -> [Benchmark] {
    let conditions = pack.rules.filter(\.parameters.isEmpty).flatMap(Condition.all)
    let longest = conditions.max { $0.source.utf8.count < $1.source.utf8.count } ?? conditions[0]
    let loader = PackLoader(environment: Facts.environment)
    return [
      Benchmark(
        "parse, check and plan the longest of them",
        amount: .init(count: Double(longest.source.utf8.count), unit: "bytes"),
        expected: 1,
        .immediate {
          _ = try Facts.environment.compile(longest.source, locals: longest.locals).get()
          return 1
        }
      ),
      Benchmark(
        "parse, check and plan the conditions of a pack",
        amount: .init(count: Double(conditions.count), unit: "conditions"),
        expected: conditions.count,
        .immediate {
          try conditions.reduce(0) { count, condition in
            _ = try Facts.environment.compile(condition.source, locals: condition.locals).get()
            return count + 1
          }
        }
      ),
      Benchmark(
        "load a pack with its examples",
        amount: .init(count: Double(pack.rules.count), unit: "rules"),
        expected: pack.rules.count,
        .immediate { try loader.pack(files: pack.files, folder: pack.id).rules.count }
      ),
    ]
  }

  private struct Condition {
    let source: String
    let locals: [FactsSchema.Field]

    static func all(of rule: Rule) -> [Condition] {
      var locals: [FactsSchema.Field] = []
      if let iteration = rule.iteration, case .list(let element) = iteration.list.resultType {
        locals = [.init(name: iteration.variable, type: element)]
      }
      return [rule.when, rule.require].compactMap { program in
        program.map { Condition(source: $0.source, locals: locals) }
      }
    }
  }

  // MARK: Rules over one dossier

  private static func judging(_ pack: RulePack, rules count: Int) throws -> [Benchmark] {
    let dossier = try SampleSystem.dossier(of: pack)
    let essentials = try SampleSystem.assessor(pack)
    var large = pack
    large.rules = (0..<count).map { index in
      var rule = pack.rules[index % pack.rules.count]
      rule.id = "rule-\(index)"
      return rule
    }
    let many = try SampleSystem.assessor(large)
    return [
      Benchmark(
        "assess one dossier by the essentials pack",
        amount: .init(count: Double(pack.rules.count), unit: "rules"),
        .immediate { essentials.assess(dossier).results.count }
      ),
      Benchmark(
        "assess one dossier by \(count) rules",
        amount: .init(count: Double(count), unit: "rules"),
        .immediate { many.assess(dossier).results.count }
      ),
    ]
  }
}
