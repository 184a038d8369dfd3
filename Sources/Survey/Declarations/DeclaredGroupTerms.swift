// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
package import GateModel

/// How the counts of groups are taken, for evaluation files that do not say it themselves.
package struct DeclaredGroupTerms: Hashable, Sendable {
  /// Values of attributes that mean that the value is not known, by attribute; under an empty name
  /// those of every attribute.
  package var unknownValues: [String: [String]] = [:]
  /// The smallest share of all cases at which a group is compared.
  package var minimumShare: Double?

  /// Completes an evaluation with what it leaves open; every other artifact stays as it is.
  package func completing(_ artifact: Artifact) -> Artifact {
    guard artifact.kind == .evaluation else { return artifact }
    var completed = artifact
    if completed.unknownValues.isEmpty { completed.unknownValues = unknownValues }
    completed.minimumShare = completed.minimumShare ?? minimumShare
    return completed
  }
}

extension SystemDeclaration {
  /// Completes an evaluation with what it leaves open, and names attributes as the declaration spells
  /// them: `Sex` is `sex`, unless the evaluation has both.
  package func completing(_ artifact: Artifact) -> Artifact {
    var completed = groupTerms.completing(artifact)
    guard artifact.kind == .evaluation else { return completed }
    let declared =
      (facts.texts(.protectedAttributes) ?? []) + (facts.lists(.intersections) ?? []).joined()
    let stated = Set(
      (artifact.measurements.map(\.slice) + artifact.groups.map(\.slice)).joined().map(\.attribute)
    )
    let others = stated.subtracting(declared)
    guard !others.isEmpty else { return completed }
    let names = others.reduce(into: [String: String]()) { names, name in
      let known = Shape.member(of: declared, meantBy: name)
      if let known, !stated.contains(known) { names[name] = known }
    }
    guard !names.isEmpty else { return completed }
    func spelt(_ slice: [SlicePair]) -> [SlicePair] {
      slice.map { SlicePair(attribute: names[$0.attribute] ?? $0.attribute, group: $0.group) }
    }
    for index in completed.measurements.indices {
      completed.measurements[index].slice = spelt(completed.measurements[index].slice)
    }
    for index in completed.groups.indices {
      completed.groups[index].slice = spelt(completed.groups[index].slice)
    }
    for index in completed.paired.indices {
      completed.paired[index].slice = spelt(completed.paired[index].slice)
    }
    completed.unknownValues = Dictionary(
      completed.unknownValues.map { (names[$0.key] ?? $0.key, $0.value) }
    ) { first, second in first + second }
    return completed
  }
}

extension DeclaredGroupTerms {
  /// What a declaration may say.
  static let fields: [Field] = [
    Field(
      "unknown_values",
      .grouped(.text),
      "values that stand for not known where an evaluation names none, as a list or by attribute"
    ),
    Field(
      "minimum_share",
      .number,
      "the smallest share of all cases at which a group is compared where an evaluation names none"
    ),
  ]
}

extension ConfigurationReading {
  /// The terms of a declaration; a share that cannot be is a problem of the file.
  mutating func groupTerms() -> DeclaredGroupTerms {
    var terms = DeclaredGroupTerms(unknownValues: root["unknown_values"]?.groupedTexts ?? [:])
    guard let stated = root["minimum_share"], let share = stated.node.double else { return terms }
    guard DeclaredShare.range.contains(share) else {
      add(
        "wrong-value",
        "'minimum_share' is \(share), which is no share from 0 to 0.02",
        help: "write 0.02 for two per cent; no larger group may be left out (6 RCNY 5-301(d))",
        at: stated
      )
      return terms
    }
    terms.minimumShare = share
    return terms
  }
}
