// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Assessment
import GateModel
import RuleLanguage
import RulePacks
import Survey
import TestSupport
import Testing

/// Walks the declared facts and says, as conditions, what each of them must be.
private struct SchemaWalk {
  private let objects: [String: FactsSchema.ObjectType]
  private let takesOptional: Bool
  /// The conditions, each with the path that it is about.
  private(set) var conditions: [(path: String, condition: String)] = []
  /// The names of the object types that were met.
  private(set) var types: Set<String> = []

  init(_ schema: FactsSchema, takesOptional: Bool) {
    objects = Dictionary(uniqueKeysWithValues: schema.objects.map { ($0.name, $0) })
    self.takesOptional = takesOptional
    for root in schema.roots {
      visit(root.type, root.members, at: root.name, path: root.name) { $0 }
    }
  }

  /// Visits the fields of the value of an expression.
  mutating func visit(_ typeName: String, of expression: String) {
    visit(.object(typeName), [], at: expression, path: expression) { $0 }
  }

  /// Takes a condition away.
  mutating func leaveOut(_ path: String) {
    #expect(conditions.contains { $0.path == path })
    conditions.removeAll { $0.path == path }
  }

  private mutating func visit(
    _ type: ValueType,
    _ members: [String],
    at expression: String,
    path: String,
    quantified: @escaping (String) -> String
  ) {
    switch type {
    case .object(let name):
      guard types.insert(name).inserted else {
        // The same table fills every object of a type, so one walk through its fields is enough.
        return conditions.append((path, quantified("\(expression) == \(expression)")))
      }
      for field in objects[name]?.fields ?? [] where takesOptional || !field.isOptional {
        visit(
          field.type,
          field.members,
          at: "\(expression).\(field.name)",
          path: "\(path).\(field.name)",
          quantified: quantified
        )
      }
    case .list(let element):
      let variable = "v\(path.split(separator: "[").count)"
      visit(element, members, at: variable, path: "\(path)[]") {
        quantified("\(expression).all(\(variable), \($0))")
      }
    default:
      let isMember = "\(expression) in [\(members.map { "'\($0)'" }.joined(separator: ", "))]"
      let name = type == .timestamp ? "google.protobuf.Timestamp" : type.description
      let check = members.isEmpty ? "type(\(expression)) == \(name)" : isMember
      conditions.append((path, quantified(check)))
    }
  }
}

@Suite("The declared facts")
struct FactsSchemaTests {
  /// The conditions that do not hold, judged a few at a time, because each rule costs a compilation.
  private func violations(
    of walk: SchemaWalk,
    on dossier: Dossier,
    more: [String] = []
  ) throws -> [String] {
    let conditions = walk.conditions
    #expect(!conditions.isEmpty)
    let rules = stride(from: 0, to: conditions.count, by: 12).map { start in
      let part = conditions[start..<min(start + 12, conditions.count)]
      return SampleRule(
        id: "check-\(1000 + start)",
        require: part.map(\.condition).joined(separator: " && "),
        more: more
      )
    }
    let assessor = Assessor(
      packs: [try SampleRule.pack(rules)],
      policy: PolicyFacts(),
      asOf: try #require(CalendarDate("2026-11-21")),
      revision: .sample
    )
    return assessor.assess(dossier).results.filter { $0.outcome != .passed }
      .map { "\($0.rule) \($0.outcome): \($0.message): \($0.seen)" }
  }

  @Test
  func `every declared field of a complete dossier is there, with its declared type and members`()
    throws
  {
    var walk = SchemaWalk(Facts.schema, takesOptional: true)
    #expect(walk.conditions.count > 200)
    // Where every question is answered, none is left; the sparse dossier has some.
    walk.leaveOut("system.unanswered[]")
    // The sample was committed after all that it says was done.
    walk.leaveOut("system.dated_after_commit[]")
    // A prohibited system has no route and claims no derogation, its plain answers give no reasons, and a content that stands
    // somewhere needs none.
    for path in [
      "system.route", "system.justified[]", "system.covered[].reason", "system.derogation_path",
      "system.derogation_points[]",
    ] {
      walk.leaveOut(path)
    }
    // The policy of the sample binds no key to a role.
    for path in ["repository.files[].signer_roles[]", "repository.signatures[].roles[]"] {
      walk.leaveOut(path)
    }
    let broken = try violations(of: walk, on: try SampleDossier.complete())
    #expect(broken == [])
  }

  @Test
  func `every field that is not optional is there even when nothing was declared or read`() throws {
    let walk = SchemaWalk(Facts.schema, takesOptional: false)
    let declaration = SystemDeclaration(
      id: "sample",
      name: "Sample",
      source: SourceReference(path: "ai-system.yml")
    )
    let dossier = Dossier(
      system: .declared(declaration),
      artifacts: [.modelCard, .datasheet, .evaluation, .dpia, .fria].map { .sample($0) }
    )
    #expect(try violations(of: walk, on: dossier, more: ["allow_vacuous: true"]) == [])
  }

  @Test func `only results of functions are not reached from a root`() {
    let walk = SchemaWalk(Facts.schema, takesOptional: true)
    let unreached = Set(Facts.schema.objects.map(\.name)).subtracting(walk.types)
    #expect(
      unreached == [
        "Contradiction", "FairnessCheck", "Interval", "PairedChange", "SetAsideGroup",
        "StatedCheck",
      ]
    )
  }

  @Test(arguments: [
    ("Interval", "dossier.evaluations[0].interval('accuracy', 0.95)"),
    ("PairedChange", "dossier.evaluations[0].paired[0].change(0.95)"),
    (
      "FairnessCheck",
      "fairness(dossier.evaluations[0], 'sex', "
        + "'demographic_parity_ratio', 0.8, 0.95, 30)"
    ),
    (
      "FairnessCheck",
      "fairness(dossier.evaluations[0], 'age', "
        + "'demographic_parity_ratio', 0.8, 0.95, 30)"
    ),
    ("Statement", "dossier.statement('oversight')"),
    ("Statement", "dossier.evaluations[0].statement('oversight')"),
  ])
  func `what functions return has every field that is not optional`(
    _ type: String,
    _ call: String
  ) throws {
    var walk = SchemaWalk(
      FactsSchema(objects: Facts.schema.objects, roots: []),
      takesOptional: false
    )
    walk.visit(type, of: call)
    let evaluation = Artifact.sample(.evaluation) { artifact, place in
      artifact.measurements = [
        Measurement(metric: "accuracy", value: 0.9, raw: "0.9", n: 100, source: place)
      ]
      artifact.paired = [
        PairedCounts(
          metric: "accuracy",
          against: .baseline,
          both: 80,
          thisOnly: 6,
          otherOnly: 4,
          neither: 10,
          source: place
        )
      ]
      artifact.groups = ["F", "M"].map {
        GroupCounts(
          slice: [SlicePair(attribute: "sex", group: $0)],
          counts: .selection(selected: 50, n: 100),
          source: place
        )
      }
    }
    let dossier = try SampleDossier.with(evaluation)
    #expect(try violations(of: walk, on: dossier, more: ["allow_vacuous: true"]) == [])
  }

  @Test func `names and types of the schema are unique and known`() {
    let names = Facts.schema.objects.map(\.name)
    #expect(Set(names).count == names.count)
    for object in Facts.schema.objects {
      let fields = object.fields.map(\.name)
      #expect(Set(fields).count == fields.count, "\(object.name)")
      #expect(!object.summary.isEmpty)
      for field in object.fields {
        #expect(!field.summary.isEmpty, "\(object.name).\(field.name)")
      }
    }
  }
}
