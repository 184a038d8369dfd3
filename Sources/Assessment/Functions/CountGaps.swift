// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import RuleLanguage

// What the counts of one evaluation leave out, as far as they tell on each other: the same people are
// counted by every attribute and crossing.

extension RuleFunctions {
  static let countGaps = FunctionDeclaration(
    name: "count_gaps",
    receiver: .object("Artifact"),
    parameters: [.init(name: "slices", type: .list(.string))],
    result: .list(.string),
    summary: "what its counts of these attributes and crossings leave out, in words: cases "
      + "that one of them counts and another does not, and parts of a crossing "
      + "whose values are counted alone",
    example: "e.count_gaps(['sex', 'age_band × sex']).size() == 0",
    phrase: "what the counts of {1} in {0} leave out",
    isRemembered: true
  ) { arguments, call throws(EvaluationError) in
    let names = (call.elements(of: arguments[1]) ?? []).map { call.string($0) ?? "" }
    let slices = names.map { SliceCounts(of: $0, in: arguments[0], call) }
      .filter { !$0.groups.isEmpty }
    try call.charge(slices.reduce(0) { $0 + $1.groups.count * 10 })
    let gaps = CountGaps(slices.map { CountGaps.Slice($0, call) })
    return call.makeList(
      gaps.inWords.map { call.placing(call.makeString($0), at: arguments[0]) }
    )
  }
}

/// The attributes and crossings of one evaluation beside each other.
private struct CountGaps {
  struct Slice {
    let name: String
    let parts: [String]
    /// The groups that are compared, each with its values.
    let compared: [[String]]
    let present: [[String]]
    let cases: Double
  }

  let slices: [Slice]

  init(_ slices: [Slice]) { self.slices = slices }

  var inWords: [String] { totals + absent }

  private var totals: [String] {
    let largest = slices.min { ($1.cases, $0.name) < ($0.cases, $1.name) }
    guard let largest else { return [] }
    return slices.filter { $0.cases < largest.cases }.map { slice in
      "\(slice.name) counts \(PlainNumber.text(slice.cases)) cases and \(largest.name) "
        + PlainNumber.text(largest.cases)
    }
  }

  private static let namedCells = 6

  private var absent: [String] {
    let alone = Dictionary(
      slices.filter { $0.parts.count == 1 }.map { ($0.parts[0], $0.compared.flatMap { $0 }) }
    ) { first, _ in first }
    return slices.compactMap { slice in
      let values = slice.parts.map { alone[$0] ?? [] }
      let absent = Crossing.absent(from: slice.compared, besides: values)
        .filter { !slice.present.contains($0) }.map(SliceName.joined)
      guard !absent.isEmpty else { return nil }
      let more = absent.count - Self.namedCells
      return "\(slice.name) does not count "
        + absent.prefix(Self.namedCells).joined(separator: ", ")
        + (more > 0 ? " and \(more) more" : "")
    }
  }
}

extension CountGaps.Slice {
  init(_ counts: SliceCounts, _ call: FunctionCall) {
    func pairs(_ group: SliceCounts.Group) -> [SlicePair] {
      RuleFunctions.slice(of: group.value, call).sorted()
    }
    self.init(
      name: counts.slice,
      parts: counts.groups.first.map { pairs($0).map(\.attribute) } ?? [],
      compared: counts.compared.map { pairs($0).map(\.group) },
      present: counts.groups.map { pairs($0).map(\.group) },
      cases: counts.groups.reduce(0) { $0 + Double($1.n) }
    )
  }
}
