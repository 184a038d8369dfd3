// SPDX-License-Identifier: Apache-2.0

extension AttributeGroups {
  /// Sets aside the groups that the data cannot speak of.
  ///
  /// People whose value is not known are shown and not compared; so are groups below a smallest
  /// share of all cases whose value is known (6 RCNY 5-301(d) has two per cent).
  ///
  /// - Parameters:
  ///   - isUnknown: Whether a group stands for a value that is not known.
  ///   - minimumShare: The smallest share of a group that is compared; nil compares all. The file that is
  ///     judged names it, so that no group above two per cent is left out, whatever it says.
  /// - Returns: The groups that are compared, with the others beside them.
  package func settingAside(
    unknown isUnknown: (GroupOutcome) -> Bool,
    minimumShare: Double?
  ) -> AttributeGroups {
    var result = self
    result.groups = []
    let known = groups.filter { !isUnknown($0) }
    let total = known.reduce(0.0) { $0 + Double($1.caseCount) }
    for group in groups {
      if isUnknown(group) {
        result.notCompared.append((group, .unknownValue))
      } else if let minimumShare, group.caseCount > 0,
        Double(group.caseCount) < min(minimumShare, Self.largestMinimumShare) * total
      {
        result.notCompared.append((group, .belowMinimumShare))
      } else {
        result.groups.append(group)
      }
    }
    return result
  }

  /// The largest group that a file may leave out, as a share of all (6 RCNY 5-301(d), 29 CFR
  /// 1607.15(A)(2)(a)).
  private static let largestMinimumShare = 0.02

  /// The share of all cases whose value is not known.
  package var unknownShare: Double {
    let unknown = notCompared.filter { $0.reason == .unknownValue }
      .reduce(0.0) { $0 + Double($1.group.caseCount) }
    let total = (groups + notCompared.map(\.group)).reduce(0.0) { $0 + Double($1.caseCount) }
    return total > 0 ? unknown / total : 0
  }
}
