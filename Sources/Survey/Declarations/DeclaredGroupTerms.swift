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
    guard (0...0.5).contains(share) else {
      add(
        "wrong-value",
        "'minimum_share' is \(share), which is no share from 0 to 0.5",
        help: "write 0.02 for two per cent",
        at: stated
      )
      return terms
    }
    terms.minimumShare = share
    return terms
  }
}
