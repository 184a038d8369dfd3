// SPDX-License-Identifier: Apache-2.0

/// What an attacker who guesses membership in the training data achieves.
package struct MembershipAttack: Hashable, Sendable {
  /// True and false positive rate of every threshold, strictest first, (0, 0) included.
  private let points: [(tpr: Double, fpr: Double)]
  /// The number of members attacked.
  package let members: Int
  /// The number of non-members attacked.
  package let nonMembers: Int
  /// P(member scores higher) + ½ P(equal).
  package let areaUnderCurve: Double

  /// An attack from its scores; higher means more likely a member.
  ///
  /// Refuses empty lists and scores that are not finite.
  package init(memberScores: [Double], nonMemberScores: [Double]) throws(FairnessError) {
    for (name, scores) in [("member scores", memberScores), ("non-member scores", nonMemberScores)]
    where scores.isEmpty || !scores.allSatisfy(\.isFinite) {
      throw .invalidSample(name)
    }
    let first = memberScores.sorted(by: >)
    let second = nonMemberScores.sorted(by: >)
    let (m, n) = (Double(first.count), Double(second.count))
    var (i, j, area) = (0, 0, 0.0)
    var points = [(tpr: 0.0, fpr: 0.0)]
    while i < first.count || j < second.count {
      let threshold = max(
        first.dropFirst(i).first ?? -.infinity,
        second.dropFirst(j).first ?? -.infinity
      )
      let before = (i, j)
      while i < first.count, first[i] >= threshold { i += 1 }
      while j < second.count, second[j] >= threshold { j += 1 }
      area += Double(j - before.1) * (Double(before.0) + Double(i)) / 2
      points.append((Double(i) / m, Double(j) / n))
    }
    self.points = points
    members = first.count
    nonMembers = second.count
    areaUnderCurve = area / m / n
  }

  /// The largest TPR − FPR over all thresholds.
  package var advantage: Double { points.reduce(0) { max($0, $1.tpr - $1.fpr) } }

  /// The largest TPR of a threshold with FPR at most `limit`, whatever the sample size.
  package func truePositiveRate(atFalsePositiveRate limit: Double) -> Double {
    points.reduce(0) { $1.fpr <= limit ? max($0, $1.tpr) : $0 }
  }

  /// Whether there are enough non-members to resolve a false positive rate: 1000 for 0.001.
  package func resolves(falsePositiveRate limit: Double) -> Bool {
    limit > 0 && Double(nonMembers) * limit >= 1 - 1e-9
  }

  /// A lower confidence bound of ``advantage`` that holds for all thresholds at once.
  ///
  /// The inequality of Dvoretzky, Kiefer & Wolfowitz with Massart's constant (1990), half the
  /// error on either sample. Nil for a level outside (0, 1).
  package func advantageLowerBound(level: Double = 0.95) -> Double? {
    guard level > 0, level < 1 else { return nil }
    let exponent = log(2 / (1 - level))
    let reach =
      (exponent / (2 * Double(members))).squareRoot()
      + (exponent / (2 * Double(nonMembers))).squareRoot()
    return max(0, advantage - reach)
  }

  /// Whether the attack contradicts a differential-privacy guarantee.
  ///
  /// A fail when the lower bound exceeds what the guarantee allows, a pass when the measured
  /// advantage stays below it, else inconclusive.
  package func verdict(
    against guarantee: PrivacyGuarantee,
    level: Double = 0.95
  ) -> FairnessVerdict {
    guard let bound = advantageLowerBound(level: level) else { return .notEvaluable }
    if bound > guarantee.advantageBound { return .fail }
    return advantage <= guarantee.advantageBound ? .pass : .inconclusive
  }

  /// Whether two attacks have the same points and sizes.
  package static func == (left: Self, right: Self) -> Bool {
    left.members == right.members && left.nonMembers == right.nonMembers
      && left.points.elementsEqual(right.points) { $0 == $1 }
  }

  /// Hashes the sizes and the area.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(members)
    hasher.combine(nonMembers)
    hasher.combine(areaUnderCurve)
  }
}
