// SPDX-License-Identifier: Apache-2.0

package import FileShapes
internal import GateModel

/// What the files of a rule pack may hold, stated once: the loader's checks, its messages and the
/// JSON Schemas come from here.
package enum PackShapes {
  /// A file in `rules/`.
  package static let rule = Shape.map([
    .required("id", .identifier, "the permanent kebab-case id, which is the name of the file"),
    Field("code", .text, "the short code, such as GDP-021"),
    .required("title", .text, "the gap in one line"),
    .required("controls", .list(control), "the clauses that ask for it"),
    Field("asks", choice(of: Addressee.self), "who can put a failure right"),
    .required("rationale", .text, "why it matters"),
    .required("remedy", .text, "how to put a failure right"),
    .required("severity", severity, "how much a failure matters"),
    Field("status", choice(of: Rule.Status.self), "how far the author stands behind the rule"),
    Field("from", from, "the first day; without it the rule always applies"),
    Field("until", .date, "the last day"),
    Field("alt_from", .date, "a contested earlier first day, used under strict_dates"),
    Field("origin", choice(of: Rule.Origin.self), "where the threshold comes from"),
    Field("for_each", .dictionary(.scalar), "the subjects: one variable and the list it runs over"),
    Field("if_empty", choice(of: Rule.EmptyOutcome.self), "what an empty list means"),
    Field("when", .scalar, "whether the rule applies, as a condition"),
    .required("require", .anyOf([.scalar, shortForm]), "what must hold, as a condition"),
    Field("allow_vacuous", .flag, "whether a quantifier over nothing may pass"),
    .required("message", .scalar, "what is the matter, with {expression} holes"),
    Field("parameters", parameters, "the numbers and words that a policy may set"),
    Field("waivable", .flag, "whether a waiver may accept a failure"),
    Field("limits", .list(limit), "bounds of a number that several packs may set"),
    Field("displaces", .list(displacement), "rules that this one takes the place of"),
    Field("under", .list(.anyOf([.text, cause])), "rules whose findings explain one of this rule"),
    Field("examples", .list(example), "little repositories with the outcome of the rule on them"),
    Field("accepted_mutants", .list(acceptedMutant), "changes that no example can notice"),
  ])

  /// The manifest `pack.yaml`.
  package static let pack = Shape.map([
    .required("id", .identifier, "the id, which is the name of the folder"),
    .required("version", .text, "the version, such as 2026.11"),
    .required("title", .text, "the pack in one line"),
    .required("summary", .text, "what the pack covers and what it does not"),
    Field("law", .text, "the law that the pack is about"),
    Field("status_day", .date, "the day up to which the law was looked up"),
    Field("sources", .list(.text), "what the rules rest on"),
    Field("examples_as_of", .date, "the day that examples without as_of are judged on"),
    Field("parameters", parameters, "the numbers and words that all rules share"),
  ])

  private static let control = Shape.map([
    .required("scheme", .identifier, "the law, standard or text, such as gdpr"),
    .required("id", .text, "the place in it, such as Art. 35(7)(d)"),
    Field("when", .scalar, "the condition under which the clause asks for it"),
    Field("from", .anyOf([.date, .choice(["by_route"])]), "the first day"),
    Field("until", .date, "the last day"),
    Field("confidence", choice(of: Control.Confidence.self), "how well it was confirmed"),
  ])

  private static let scale = [
    choice(of: Severity.self),
    Shape.map(
      SeverityScale.keys.map {
        Field($0, choice(of: Severity.self), "how much a failure matters there")
      }
    ),
  ]

  private static let severity = Shape.anyOf(
    scale + [
      .list(
        .map([
          Field("when", .scalar, "the condition under which it matters so; none for all others"),
          .required("is", .anyOf(scale), "how much a failure matters then"),
        ])
      )
    ]
  )

  private static let from = Shape.anyOf([
    .date, .choice(["by_route"]),
    .list(
      .map([
        Field("when", .scalar, "the condition under which this day counts; none for all others"),
        .required("date", .date, "the first day"),
      ])
    ),
  ])

  private static let shortForm = Shape.map(
    [.required("field", .text, "the field that is looked at")]
      + ShortForm.checks.map { Field($0.key, .anything, $0.summary) }
  )

  private static let limit = Shape.map([
    .required("parameter", .text, "the number that is bounded, such as retention.logs_days"),
    .required("bound", choice(of: RuleLimit.Bound.self), "whether it is the least or the most"),
    .required("value", .scalar, "the bound, itself allowed: a number, or what gives one"),
    Field("when", .scalar, "the condition under which the bound holds"),
    .required("cite", .text, "the clause that sets it"),
    Field("from", .date, "the first day"),
  ])

  private static let displacement = Shape.map([
    .required("rule", .text, "the id or code of the other rule"),
    Field("when", .scalar, "the condition under which it is displaced"),
    .required("cite", .text, "the clause that says so"),
    .required("effect", choice(of: RuleDisplacement.Effect.self), "what happens to it"),
  ])

  private static let cause = Shape.map([
    .required("rule", .text, "the id or code of the rule that explains"),
    .required("of", .choice(["system"]), "its finding on the system explains one on any subject"),
  ])

  private static let parameters = Shape.dictionary(
    .anyOf([
      .scalar, .list(.scalar),
      .map([
        .required(
          "value",
          .anyOf([.scalar, .list(.scalar)]),
          "the value unless a policy sets one"
        ),
        Field(
          "type",
          .choice(["bool", "int", "double", "number", "string", "pattern", "list"]),
          "the type"
        ),
        Field("min", .number, "the smallest number"),
        Field("max", .number, "the largest number"),
        Field("one_of", .list(.text), "the words it may be"),
        Field("summary", .text, "what it means"),
        Field("origin", choice(of: Rule.Origin.self), "where the value comes from"),
      ]),
    ])
  )

  private static let edit = Shape.map([
    .required("file", .text, "the path in the tree of the example"),
    .required("find", .scalar, "a text that occurs exactly once"),
    Field("replace", .scalar, "what stands there instead"),
  ])

  private static let example = Shape.map([
    .required("name", .text, "what the example shows"),
    .required("expect", choice(of: Outcome.self), "the outcome that the rule must have"),
    Field("base", .text, "the fixture that the tree starts from"),
    Field("edits", .list(edit), "changes of the files of the base"),
    Field("files", .dictionary(.anything), "files that are added or replaced"),
    Field("remove", .list(.text), "files that are taken away"),
    Field("as_of", .date, "the day that the example is judged on"),
    Field("committed", .date, "the day of the commit; without it, nothing is committed"),
    Field(
      "history",
      choice(of: RuleExample.History.self),
      "what history tells of the files; without it nothing is known"
    ),
    Field(
      "signature",
      choice(of: RuleExample.Signature.self),
      "what is signed: the commits of the files, or a tag; without it nothing is known"
    ),
    Field(
      "earlier",
      .map([
        .required("until", .date, "the day of the change"),
        .required("edits", .list(edit), "what makes the version before from this one"),
      ]),
      "what the declaration said before its last change; without it, it was never changed"
    ),
    Field(
      "looks",
      .integer(minimum: 1),
      "how often each model was evaluated on the same data since the last release; 1 when missing"
    ),
    Field("parameters", .dictionary(.anything), "parameters that differ from the defaults"),
    Field("subject", .text, "the subject to judge; without it, the gravest outcome counts"),
  ])

  private static let acceptedMutant = Shape.map([
    .required("change", .text, "the change, as 'modelgate test --mutate' names it"),
    .required("reason", .text, "why no example can notice it"),
  ])

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    of type: Choice.Type
  ) -> Shape where Choice.RawValue == String {
    .choice(Choice.allCases.map(\.rawValue))
  }
}
