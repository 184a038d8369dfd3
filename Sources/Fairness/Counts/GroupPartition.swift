// SPDX-License-Identifier: Apache-2.0

extension AttributeGroups {
  /// Sets aside the groups that the data cannot speak of.
  ///
  /// People whose value is not known are shown and not compared, while they are few; so are groups below
  /// a smallest share of all cases whose value is known (6 RCNY 5-301(d) has two per cent).
  ///
  /// - Parameters:
  ///   - isUnknown: Whether a group stands for a value that is not known.
  ///   - minimumShare: The smallest share of a group that is compared; nil compares all. The file that is
  ///     judged names it, so that no group above two per cent is left out, whatever it says, and none where
  ///     they add up to more than is set aside of unknown value.
  /// - Returns: The groups that are compared, with the others beside them.
  package func settingAside(
    unknown isUnknown: (GroupOutcome) -> Bool,
    minimumShare: Double?
  ) -> AttributeGroups {
    var result = self
    result.groups = []
    let isFew = share(where: isUnknown) <= Self.largestUnknownShare
    let unknown = isFew ? Set(groups.filter(isUnknown).map(\.group)) : []
    let known = groups.filter { !unknown.contains($0.group) }
    let total = known.reduce(0.0) { $0 + Double($1.caseCount) }
    let small = small(known, below: minimumShare, of: total)
    for group in groups {
      if unknown.contains(group.group) {
        result.notCompared.append((group, .unknownValue))
      } else if small.isFew, small.names.contains(group.group) {
        result.notCompared.append((group, .belowMinimumShare))
      } else {
        result.groups.append(group)
      }
    }
    return result
  }

  /// The groups below a smallest share, and whether they are few enough to be set aside.
  private func small(
    _ known: [GroupOutcome],
    below minimumShare: Double?,
    of total: Double
  ) -> (names: Set<String>, isFew: Bool) {
    let bound = min(minimumShare ?? 0, Self.largestMinimumShare) * total
    let small = known.filter { $0.caseCount > 0 && Double($0.caseCount) < bound }
    let cases = small.reduce(0.0) { $0 + Double($1.caseCount) }
    return (Set(small.map(\.group)), cases <= Self.largestUnknownShare * total)
  }

  /// The share that the groups below a smallest share hold of the cases of all groups; 0 where they may be
  /// set aside.
  ///
  /// - Parameters:
  ///   - isUnknown: Whether a group stands for a value that is not known.
  ///   - minimumShare: The smallest share of a group that is compared.
  /// - Returns: The share, a fraction.
  package func shareOfTooManySmall(
    unknown isUnknown: (GroupOutcome) -> Bool,
    minimumShare: Double?
  ) -> Double {
    let isFew = share(where: isUnknown) <= Self.largestUnknownShare
    let known = groups.filter { !isFew || !isUnknown($0) }
    let total = known.reduce(0.0) { $0 + Double($1.caseCount) }
    let small = small(known, below: minimumShare, of: total)
    return small.isFew ? 0 : share { small.names.contains($0.group) }
  }

  /// The largest group that a file may leave out, as a share of all (6 RCNY 5-301(d), 29 CFR
  /// 1607.15(A)(2)(a)).
  private static let largestMinimumShare = 0.02

  /// The largest share of cases of unknown value that is set aside; a convention.
  ///
  /// The file that is judged names these values, so a larger part is compared like any group: what
  /// does badly cannot be called unknown.
  package static let largestUnknownShare = 0.05

  /// The share of the cases of all groups that some of them hold.
  package func share(where isMeant: (GroupOutcome) -> Bool) -> Double {
    let all = groups + notCompared.map(\.group)
    let total = all.reduce(0.0) { $0 + Double($1.caseCount) }
    return total > 0
      ? all.filter(isMeant).reduce(0.0) { $0 + Double($1.caseCount) } / total : 0
  }
}
