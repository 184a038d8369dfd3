// SPDX-License-Identifier: Apache-2.0

import GateModel
import RuleLanguage

/// A small world of facts: one system with a model card and two evaluations.
struct SampleFacts {
  static let schema = FactsSchema(
    objects: [
      .init(
        name: "System",
        fields: [
          .init(name: "name", type: .string),
          .init(name: "tier", type: .string, members: ["high", "limited", "minimal"]),
          .init(name: "domain", type: .string, isOptional: true),
          .init(name: "profiling", type: .bool, isOptional: true),
          .init(name: "jurisdictions", type: .list(.string)),
          .init(name: "started", type: .timestamp, isOptional: true),
        ]
      ),
      .init(
        name: "Evaluation",
        fields: [
          .init(name: "version", type: .string),
          .init(name: "metrics", type: .list(.object("Metric"))),
          .init(name: "reviewer", type: .string, isOptional: true),
        ]
      ),
      .init(
        name: "Metric",
        fields: [
          .init(name: "name", type: .string),
          .init(name: "value", type: .double, isOptional: true),
          .init(name: "count", type: .int),
          .init(
            name: "unit",
            type: .string,
            members: ["fraction", "percent"]
          ),
        ]
      ),
      .init(
        name: "Parameters",
        fields: [
          .init(name: "limit", type: .double), .init(name: "min_n", type: .int),
        ]
      ),
    ],
    roots: [
      .init(name: "system", type: .object("System")),
      .init(name: "evaluations", type: .list(.object("Evaluation"))),
      .init(name: "as_of", type: .timestamp),
      .init(name: "extra", type: .map(.string, .dyn)),
      .init(name: "parameters", type: .object("Parameters")),
      .init(name: "kinds", type: .list(.string), members: ["card", "datasheet"]),
    ]
  )

  /// A function as a host provides it: the first metric with a name.
  static let metric = FunctionDeclaration(
    name: "metric",
    receiver: .object("Evaluation"),
    parameters: [.init(name: "name", type: .string)],
    result: .object("Metric"),
    summary: "the first metric with a name",
    example: "evaluations[0].metric('accuracy').value >= 0.9"
  ) { arguments, call throws(EvaluationError) in
    let metrics = call.field("metrics", of: arguments[0]).flatMap { call.elements(of: $0) } ?? []
    try call.charge(metrics.count)
    let name = call.string(arguments[1]) ?? ""
    for metric in metrics where call.field("name", of: metric).flatMap({ call.string($0) }) == name
    {
      return metric
    }
    throw EvaluationError(
      .missingEvidence,
      "no metric '\(name)' is reported",
      field: name,
      location: call.location(of: arguments[0])
    )
  }

  static let environment = RuleEnvironment(schema: schema, functions: [metric])

  let arena: FactsArena
  let bindings: Bindings

  init() {
    var builder = FactsArena.Builder()
    let evaluations = [
      Self.evaluation("1.3", [("accuracy", 0.91, 400), ("recall", 0.7, 400)], line: 10, &builder),
      Self.evaluation("1.4", [("accuracy", 0.88, 900), ("f1", nil, 900)], line: 20, &builder),
    ]
    let system = builder.object(
      "System",
      [
        ("name", builder.string("loan scoring", at: Self.place(2))),
        ("tier", builder.string("high", at: Self.place(3))),
        (
          "jurisdictions",
          builder.list([builder.string("DE"), builder.string("FR")], at: Self.place(4))
        ),
      ],
      at: Self.place(1)
    )
    let parameters = builder.object(
      "Parameters",
      [("limit", builder.double(0.9)), ("min_n", builder.int(500))]
    )
    bindings = [
      "system": system,
      "evaluations": builder.list(evaluations, at: Self.place(9)),
      "as_of": builder.timestamp(unixSeconds: 1_795_219_200),
      "extra": builder.map([(builder.string("owner"), builder.string("R&D"))]),
      "parameters": parameters,
      "kinds": builder.list([builder.string("card")]),
    ]
    arena = builder.finish()
  }

  private static func place(_ line: Int, _ column: Int = 1) -> SourceLocation {
    SourceLocation(
      path: "facts.json",
      position: SourcePosition(line: line, column: column)
    )
  }

  private static func evaluation(
    _ version: String,
    _ metrics: [(String, Double?, Int64)],
    line: Int,
    _ builder: inout FactsArena.Builder
  ) -> Value {
    var values: [Value] = []
    for (index, metric) in metrics.enumerated() {
      var fields = [("name", builder.string(metric.0, at: place(line + index + 1, 5)))]
      if let value = metric.1 {
        fields.append(("value", builder.double(value, at: place(line + index + 1, 30))))
      }
      fields.append(("count", builder.int(metric.2, at: place(line + index + 1, 40))))
      fields.append(("unit", builder.string("fraction")))
      values.append(builder.object("Metric", fields, at: place(line + index + 1)))
    }
    return builder.object(
      "Evaluation",
      [
        ("version", builder.string(version, at: place(line, 5))),
        ("metrics", builder.list(values, at: place(line, 20))),
      ],
      at: place(line)
    )
  }

  /// The result of an expression, which must compile.
  func evaluate(_ source: String, locals: [FactsSchema.Field] = []) throws -> Evaluation {
    try Self.environment.compile(source, locals: locals).get()
      .evaluate(in: arena, bindings: bindings)
  }

  func explain(_ source: String) throws -> Explanation {
    try Self.environment.compile(source).get().explain(in: arena, bindings: bindings)
  }
}

extension Explanation {
  /// The explanation as indented lines.
  var outline: String { lines(indent: "").joined(separator: "\n") }

  private func lines(indent: String) -> [String] {
    let place = location.map { " [\($0)]" } ?? ""
    let remark = note.map { " (\($0))" } ?? ""
    let first = "\(indent)\(expression) -> \(value)\(remark)\(place)"
    return [first] + children.flatMap { $0.lines(indent: indent + "  ") }
  }
}
