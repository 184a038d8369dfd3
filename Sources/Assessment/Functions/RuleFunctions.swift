// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
package import RuleLanguage
internal import Texts

/// The functions that rules may call besides those of the language: one literal list.
package enum RuleFunctions {
  /// Every function, in the order of the documentation.
  package static let all: [FunctionDeclaration] = [
    statement, dossierStatement, speaksOf, hasMetric, measurement, intervalOf, change, fairness,
    fairnessBy, fairnessOf, fairnessOfBy, fairnessOfLooks, groupsSetAside, statedValues, statedGaps,
    cases, countGaps, totalsFor, countsFor, contradictions, contradictionsOf, undecided, driftNoise,
    privacyBound, daysSince, daysUntil, daysOf, hasEnded, sameVersion, sameName, sameSubject,
    titleFits, samePerson, namesSomething, words, listed, usedIn,
    record, coverage, isCovered, attested, treeHas, firstSeen, madeOn, changedSince,
    factsChangedAfter, signed, thresholdPreceded, signedBy, approvedBy,
  ]

  static let statementType = ValueType.object("Statement")

  private static let statement = FunctionDeclaration(
    name: "statement",
    receiver: .object("Artifact"),
    parameters: [.init(name: "topic", type: .string)],
    result: statementType,
    summary: "what the artifact says about a topic; the state is 'absent' when it says nothing",
    example: "d.statement('dpia.residualRisk').state == 'substantive'",
    phrase: "{0}'s statement on {1}"
  ) { arguments, call throws(EvaluationError) in
    let topic = try topic(arguments[1], call)
    return try bestStatement(on: topic, in: [arguments[0]], &call)
  }

  private static let dossierStatement = FunctionDeclaration(
    name: "statement",
    receiver: .object("Dossier"),
    parameters: [.init(name: "topic", type: .string)],
    result: statementType,
    summary: "the best statement that any artifact makes about a topic",
    example: "dossier.statement('oversight').state == 'substantive'",
    phrase: "{0}'s statement on {1}"
  ) { arguments, call throws(EvaluationError) in
    let topic = try topic(arguments[1], call)
    let artifacts = call.field("artifacts", of: arguments[0]).flatMap { call.elements(of: $0) }
    return try bestStatement(on: topic, in: artifacts ?? [], &call)
  }

  private static let speaksOf = FunctionDeclaration(
    name: "speaks_of",
    receiver: .object("Artifact"),
    parameters: [.init(name: "topic", type: .string)],
    result: .bool,
    summary: "whether the artifact says something substantive about a topic",
    example: "card.speaks_of('limitations')",
    phrase: "{0} speaks of {1}"
  ) { arguments, call throws(EvaluationError) in
    let topic = try topic(arguments[1], call)
    let best = try bestStatement(on: topic, in: [arguments[0]], &call)
    let state = call.field("state", of: best).flatMap { call.string($0) }
    return call.placing(.bool(state == Statement.State.substantive.rawValue), at: best)
  }

  private static let hasMetric = FunctionDeclaration(
    name: "has_metric",
    receiver: .object("Artifact"),
    parameters: [.init(name: "metric", type: .string)],
    result: .bool,
    summary: "whether the artifact states an overall value of a metric",
    example: "e.has_metric('accuracy')",
    phrase: "{0} reports a value of {1}"
  ) { arguments, call throws(EvaluationError) in
    .bool(try overall(arguments[1], of: arguments[0], &call) != nil)
  }

  private static let measurement = FunctionDeclaration(
    name: "measurement",
    receiver: .object("Artifact"),
    parameters: [.init(name: "metric", type: .string)],
    result: .object("Measurement"),
    summary: "the overall value of a metric; absent evidence when the artifact states none",
    example: "e.measurement('accuracy').value >= 0.9",
    phrase: "{0}'s measurement of {1}"
  ) { arguments, call throws(EvaluationError) in
    if let found = try overall(arguments[1], of: arguments[0], &call) { return found }
    throw missing("no overall value of '\(call.string(arguments[1]) ?? "")'", arguments[0], call)
  }

  private static let daysSince = FunctionDeclaration(
    name: "days_since",
    parameters: [.init(name: "moment", type: .timestamp), .init(name: "as_of", type: .timestamp)],
    result: .int,
    summary: "the whole days from a moment to the day of the check",
    example: "days_since(e.modified, as_of) <= 365",
    phrase: "the number of days from {0} to {1}"
  ) { arguments, _ throws(EvaluationError) in
    try days(from: arguments[0], to: arguments[1])
  }

  private static let daysUntil = FunctionDeclaration(
    name: "days_until",
    parameters: [.init(name: "moment", type: .timestamp), .init(name: "as_of", type: .timestamp)],
    result: .int,
    summary: "the whole days from the day of the check to a moment",
    example: "days_until(system.placed_on_market, as_of) > 0",
    phrase: "the number of days from {1} to {0}"
  ) { arguments, _ throws(EvaluationError) in
    try days(from: arguments[1], to: arguments[0])
  }

  private static let sameVersion = FunctionDeclaration(
    name: "same_version",
    parameters: [.init(name: "one", type: .string), .init(name: "other", type: .string)],
    result: .bool,
    summary: "whether two versions are the same: 'v1.4' is '1.4.0'",
    example: "same_version(card.models[0].version, '1.4.0')",
    phrase: "{0} and {1} are the same version"
  ) { arguments, call throws(EvaluationError) in
    let versions = arguments.map { VersionText.normalized(call.string($0) ?? "") }
    return .bool(versions[0] == versions[1])
  }

  private static let words = FunctionDeclaration(
    name: "words",
    parameters: [.init(name: "text", type: .string)],
    result: .int,
    summary: "the number of words in a text; a placeholder such as 'TBD' or 'unknown' has none",
    example: "words(card.title) >= 2",
    phrase: "the number of words in {0}"
  ) { arguments, call throws(EvaluationError) in
    let text = call.string(arguments[0]) ?? ""
    try call.charge(text.utf8.count / 64)
    let isSaid =
      MarkupText.state(of: text, for: .value) == .substantive && !UnansweredWords.fill(text)
      && !CreedWords.fill(text)
    return .int(isSaid ? Int64(TextMeasure.words(in: text)) : 0)
  }
}

extension RuleFunctions {
  static func missing(
    _ message: String,
    _ place: Value,
    _ call: FunctionCall
  ) -> EvaluationError {
    EvaluationError(.missingEvidence, message, location: call.location(of: place))
  }

  private static func topic(
    _ value: Value,
    _ call: FunctionCall
  ) throws(EvaluationError) -> Topic {
    let name = call.string(value) ?? ""
    if let topic = Topic(rawValue: name) { return topic }
    let closest = Suggestion.closest(to: name, among: Topic.allCases.map(\.rawValue))
    let advice = closest.map { "; did you mean '\($0)'?" } ?? ""
    throw EvaluationError(.invalidArgument, "there is no topic '\(name)'\(advice)")
  }

  /// The statement with the strongest state; the first one of the text where two are equal.
  private static func bestStatement(
    on topic: Topic,
    in artifacts: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    var best: (rank: Int, value: Value)?
    for artifact in artifacts {
      let statements = call.field("statements", of: artifact).flatMap { call.elements(of: $0) }
      try call.charge(statements?.count ?? 0)
      for statement in statements ?? [] where isText(topic.rawValue, "topic", statement, call) {
        let rank = rank(text("state", of: statement, call))
        if rank > best?.rank ?? -1 { best = (rank, statement) }
      }
    }
    return best?.value ?? absentStatement(on: topic, in: artifacts.first, &call)
  }

  private static func rank(_ state: String?) -> Int {
    switch state.flatMap(Statement.State.init(rawValue:)) {
    case .substantive: 4
    case .undecided: 3
    case .placeholder: 2
    case .empty: 1
    case .absent, nil: 0
    }
  }

  private static func absentStatement(
    on topic: Topic,
    in artifact: Value?,
    _ call: inout FunctionCall
  ) -> Value {
    let source = artifact.flatMap { call.field("source", of: $0) } ?? emptySource(&call)
    let fields = [
      ("topic", call.makeString(topic.rawValue)),
      ("text", call.makeString("")),
      ("state", call.makeString(Statement.State.absent.rawValue)),
      ("items", call.makeList([])),
      ("word_count", Value.int(0)),
      ("source", source),
    ]
    let place = artifact ?? .null
    let placed = fields.map { ($0.0, call.placing($0.1, at: place)) }
    return call.placing(call.makeObject("Statement", placed), at: place)
  }

  private static func emptySource(_ call: inout FunctionCall) -> Value {
    let path = call.makeString("")
    return call.makeObject("Source", [("path", path), ("line", .int(1)), ("column", .int(1))])
  }

  /// Whether a field of an object is this text.
  private static func isText(
    _ text: String,
    _ field: String,
    _ value: Value,
    _ call: FunctionCall
  ) -> Bool {
    call.field(field, of: value).map { call.isString($0, text) } ?? false
  }

  static func text(_ name: String, of value: Value, _ call: FunctionCall) -> String? {
    call.field(name, of: value).flatMap { call.string($0) }
  }

  /// The pairs of attribute and group of a record, in their order.
  static func slice(
    _ field: String = "slice",
    of record: Value,
    _ call: FunctionCall
  ) -> [SlicePair] {
    (call.field(field, of: record).flatMap { call.elements(of: $0) } ?? []).map { pair in
      SlicePair(
        attribute: text("attribute", of: pair, call) ?? "",
        group: text("group", of: pair, call) ?? ""
      )
    }
  }

  /// The overall value of a metric: the measurement without a slice.
  static func overall(
    _ metric: Value,
    of artifact: Value,
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value? {
    let name = call.string(metric) ?? ""
    let measurements = call.field("measurements", of: artifact).flatMap { call.elements(of: $0) }
    try call.charge(measurements?.count ?? 0)
    return measurements?.first {
      isText(name, "metric", $0, call) && isText("", "slice_label", $0, call)
    }
  }

  private static func days(from: Value, to: Value) throws(EvaluationError) -> Value {
    guard let start = from.timestamp?.unixSeconds, let end = to.timestamp?.unixSeconds else {
      throw EvaluationError(.typeMismatch, "days are counted between two moments")
    }
    return .int((end - start) / 86_400)
  }
}

/// Versions as people write them.
enum VersionText {
  /// The version without a leading `v` and without trailing `.0` parts.
  static func normalized(_ text: String) -> String {
    var parts = text.lowercased().drop { $0 == "v" }.split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    while parts.count > 1, parts.last == "0" { parts.removeLast() }
    return parts.joined(separator: ".")
  }
}
