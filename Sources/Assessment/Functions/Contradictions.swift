// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

extension RuleFunctions {
  static let contradiction = FactsSchema.ObjectType(
    name: "Contradiction",
    summary: "A reported number that the counts in the same evaluation do not give.",
    fields: [
      .init(name: "metric", type: .string, summary: "the metric"),
      .init(name: "slice_label", type: .string, summary: "the slice as text, empty for all"),
      .init(name: "reported", type: .double, summary: "the number in the report"),
      .init(name: "recomputed", type: .double, summary: "the closest that the counts give"),
      .init(name: "definition", type: .string, summary: "whose definition gives that"),
      .init(name: "text", type: .string, summary: "both numbers in one phrase"),
      .init(name: "source", type: .object("Source"), summary: "where the number is reported"),
    ]
  )

  static let contradictions = contradicting([])
  static let contradictionsOf = contradicting([
    .init(name: "counts", type: .list(.object("Artifact")))
  ])

  private static func contradicting(
    _ counts: [FunctionDeclaration.Parameter]
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name: "contradictions",
      receiver: .object("Artifact"),
      parameters: counts,
      result: .list(.object(contradiction.name)),
      summary: "the reported metrics that the group counts of "
        + (counts.isEmpty ? "the same artifact contradict" : "some artifacts all contradict")
        + " under every definition of their name; half a unit of the last written decimal is excused",
      example: counts.isEmpty
        ? "e.contradictions().size() == 0"
        : "e.contradictions(dossier.counts_for(e)).size() == 0",
      phrase: "the reported numbers that the counts in {0} contradict",
      isRemembered: true
    ) { arguments, call throws(EvaluationError) in
      let sources = arguments.count > 1 ? call.elements(of: arguments[1]) ?? [] : [arguments[0]]
      let searches = sources.map { ContradictionSearch($0, call) }
      let measurements = call.field("measurements", of: arguments[0])
      var found: [Value] = []
      for measurement in measurements.flatMap({ call.elements(of: $0) }) ?? [] {
        try call.charge(searches.reduce(0) { $0 + $1.cost })
        let candidates = searches.compactMap { $0.contradiction(of: measurement, call) }
        guard let candidate = candidates.first, candidates.count == searches.count else { continue }
        found.append(record(candidate, of: measurement, &call))
      }
      return call.makeList(found)
    }
  }

  private static func record(
    _ candidate: Recomputation.Candidate,
    of measurement: Value,
    _ call: inout FunctionCall
  ) -> Value {
    let metric = text("metric", of: measurement, call) ?? ""
    let slice = text("slice_label", of: measurement, call) ?? ""
    let reported = call.field("value", of: measurement)?.double ?? .nan
    let phrase =
      "\(metric)\(slice.isEmpty ? "" : " of \(slice)") is reported as "
      + "\(PlainNumber.text(reported)), but the counts give \(PlainNumber.text(candidate.value))"
    var fields: [(String, Value)] = [
      ("metric", call.makeString(metric)), ("slice_label", call.makeString(slice)),
      ("reported", .double(reported)), ("recomputed", .double(candidate.value)),
      ("definition", call.makeString("\(candidate.convention.rawValue) \(candidate.name)")),
      ("text", call.makeString(phrase)),
    ].map { ($0.0, call.placing($0.1, at: measurement)) }
    if let source = call.field("source", of: measurement) { fields.append(("source", source)) }
    return call.placing(call.makeObject(contradiction.name, fields), at: measurement)
  }
}

/// Compares the numbers of one evaluation with its counts.
struct ContradictionSearch {
  private struct Attribute {
    let name: String
    var groups: [GroupOutcome]
  }

  private let attributes: [Attribute]

  /// What one comparison costs.
  var cost: Int {
    attributes.reduce(1) { $0 + min($1.groups.count, 64) * min($1.groups.count, 64) }
  }

  init(_ evaluation: Value, _ call: FunctionCall) {
    var attributes: [Attribute] = []
    var places: [String: Int] = [:]
    for group in call.field("groups", of: evaluation).flatMap({ call.elements(of: $0) }) ?? [] {
      let name = RuleFunctions.text("attribute", of: group, call) ?? ""
      guard !name.isEmpty else { continue }
      let place = places[name] ?? attributes.count
      if place == attributes.count { attributes.append(Attribute(name: name, groups: [])) }
      places[name] = place
      attributes[place].groups.append(SliceCounts.outcome(of: group, call))
    }
    self.attributes = attributes
  }

  /// What the counts give instead of a number, or nil where they agree or cannot tell.
  func contradiction(of measurement: Value, _ call: FunctionCall) -> Recomputation.Candidate? {
    guard let value = call.field("value", of: measurement)?.double,
      let metric = RuleFunctions.text("metric", of: measurement, call)
    else { return nil }
    let readings = readings(of: value, measurement, call)
    var contradicting: [Recomputation.Candidate] = []
    for setting in settings(of: measurement, call) {
      for reading in readings {
        switch Recomputation.check(metric: metric, value: reading, in: setting) {
        case .agrees: return nil
        case .contradicts(let candidates): contradicting += candidates
        case .cannotTell: continue
        }
      }
    }
    return contradicting.filter(\.value.isFinite).min {
      ($0.value - readings[0]).magnitude < ($1.value - readings[0]).magnitude
    }
  }

  /// The number as a fraction; where the scale is not stated, both readings are tried.
  private func readings(of value: Double, _ measurement: Value, _ call: FunctionCall) -> [Double] {
    switch RuleFunctions.text("unit", of: measurement, call).flatMap(Measurement.Unit.init) {
    case .percent, .percentagePoints: [value / 100]
    case .unknown where value.magnitude > 1: [value, value / 100]
    default: [value]
    }
  }

  /// The counts that the number may be about.
  private func settings(of measurement: Value, _ call: FunctionCall) -> [Recomputation.Setting] {
    let slice = RuleFunctions.slice(of: measurement, call)
    guard slice.isEmpty else {
      let label = SliceName.attribute(of: slice)
      let group = SliceName.group(of: slice)
      return attributes.filter { $0.name == label }.map {
        Recomputation.Setting(groups: $0.groups, slice: group.isEmpty ? nil : group)
      }
    }
    let isLevel =
      RuleFunctions.text("kind", of: measurement, call) == Measurement.Kind.level.rawValue
    guard isLevel else { return attributes.map { Recomputation.Setting(groups: $0.groups) } }
    let n = call.field("n", of: measurement)?.int.map { Int(clamping: $0) }
    return attributes.compactMap { overall($0, n) }
  }

  /// All groups of an attribute as one; nil when the number is about other cases than these.
  private func overall(_ attribute: Attribute, _ n: Int?) -> Recomputation.Setting? {
    var (cells, isLabelled) = ([0, 0, 0, 0], true)
    for group in attribute.groups {
      switch group.counts {
      case .confusion(let tp, let fp, let tn, let fn):
        cells = zip(cells, [tp, fp, tn, fn]).map { $0.addingReportingOverflow($1).partialValue }
      case .selection(let cases, let selected):
        isLabelled = false
        cells[0] = cells[0].addingReportingOverflow(selected).partialValue
        cells[2] = cells[2].addingReportingOverflow(cases - selected).partialValue
      case .weighted: return nil
      }
    }
    guard cells.allSatisfy({ (0...Self.largestCell).contains($0) }) else { return nil }
    let (tp, fp, tn, fn) = (cells[0], cells[1], cells[2], cells[3])
    let denominators = isLabelled ? [tp + fn, fp + tn, tp + fp, tn + fn] : []
    if let n, n != tp + fp + tn + fn, !denominators.contains(n) { return nil }
    let counts: GroupOutcome.Counts =
      isLabelled
      ? .confusion(tp: tp, fp: fp, tn: tn, fn: fn) : .selection(n: tp + tn, selected: tp)
    return Recomputation.Setting(groups: [GroupOutcome("all", counts)], slice: "all")
  }

  /// Sums up to here cannot overflow when four of them are added.
  private static let largestCell = Int.max / 4
}
