// SPDX-License-Identifier: Apache-2.0

/// All comparisons of one rate within one attribute: the family of Holm's correction.
///
/// A pass needs every ordered pair (an intersection–union test, no correction); a fail is a union
/// of tests and is corrected. Up to ``pairwiseLimit`` groups every pair is computed. Above it:
///
/// - A group is compared with the undominated ones only: those for which no other group has a
///   rate as extreme and as few cases. Both bounds used here worsen as the other rate moves away
///   and as the other group shrinks, so passing against these is passing against all. (For
///   Newcombe's interval: p₂ + √(a² + (u₂ − p₂)²) rises with p₂ and falls with n₂, because u₂
///   does and du₂/dp₂ ≥ 0. For the score of the ratio a property test confirms it.)
/// - For a fail, the undominated ones with many cases are added, and Bonferroni's correction
///   replaces Holm's. That can leave a fail inconclusive, never the reverse.
/// - With more than ``frontLimit`` undominated groups nothing is proven: at best inconclusive.
struct PairFamily {
  static let pairwiseLimit = 64
  static let frontLimit = 64

  /// One row's verdicts and the opponent that decided them in the given mode.
  struct Row {
    var verdicts: ModeVerdicts
    var opponent: Int?
  }

  let members: [Proportion]
  private let adjusted: [Double?]?
  private let opponents: [Int]
  private let isProven: Bool

  /// The number of comparisons in the family.
  var comparisonCount: Double { Double(members.count) * Double(members.count - 1) / 2 }

  init(_ members: [Proportion]) {
    self.members = members
    guard members.count > Self.pairwiseLimit else {
      adjusted = Self.adjustedPairs(members)
      opponents = Array(members.indices)
      isProven = true
      return
    }
    adjusted = nil
    let small = [true, false].map { Self.front(members, highRate: $0, manyCases: false) }
    let large = [true, false].map { Self.front(members, highRate: $0, manyCases: true) }
    isProven = small.allSatisfy { $0.count <= Self.frontLimit }
    let chosen = (small + large).flatMap { $0.prefix(Self.frontLimit) }
    opponents = Array(Set(chosen)).sorted()
  }

  /// The corrected p-value of a pair; nil without evidence.
  func adjustedP(_ i: Int, _ j: Int, factor: Double = 1) -> Double? {
    guard i != j else { return nil }
    let raw: Double? =
      if let adjusted {
        adjusted[Self.place(min(i, j), max(i, j), of: members.count)]
      } else {
        TwoProportions(members[i], members[j]).equalityTest().map { $0.pValue * comparisonCount }
      }
    return raw.map { min(1, $0 * factor) }
  }

  /// Every member against all others.
  func rows(_ claim: PairClaim, mode: GateMode) -> [Row] {
    members.indices.map { row($0, claim, mode) }
  }

  /// The verdicts on all pairs together, and two members whose comparison led to them.
  struct Whole {
    var verdicts: ModeVerdicts
    var decided: (Int, Int)?
  }

  /// All pairs together: whatever decides a pair is among the opponents on both sides.
  ///
  /// `factor` multiplies the family when a metric joins the families of several rates. Of several
  /// pairs with the prevailing verdict the one with the extreme rates is named.
  func whole(_ claim: PairClaim, mode: GateMode, factor: Double) -> Whole {
    let rows = opponents.map { row($0, claim, mode, factor) }
    let verdicts = ModeVerdicts.all(rows.map(\.verdicts))
    if let (low, high) = extremes {
      let pair = TwoProportions(members[low], members[high])
      let shown = claim.verdicts(pair, sides: .both) { adjustedP(low, high, factor: factor) }
      if shown[mode] == verdicts[mode] { return Whole(verdicts: verdicts, decided: (low, high)) }
    }
    let place = rows.firstIndex { $0.verdicts[mode] == verdicts[mode] }
    let decided = place.flatMap { place in rows[place].opponent.map { (opponents[place], $0) } }
    return Whole(verdicts: verdicts, decided: decided)
  }

  /// The members with the lowest and the highest rate.
  private var extremes: (low: Int, high: Int)? {
    guard members.count > 1,
      let low = members.indices.min(by: { (members[$0].value ?? 0) < (members[$1].value ?? 0) }),
      let high = members.indices.max(by: { (members[$0].value ?? 0) < (members[$1].value ?? 0) }),
      low != high
    else { return nil }
    return (low, high)
  }

  private func row(_ i: Int, _ claim: PairClaim, _ mode: GateMode, _ factor: Double = 1) -> Row {
    var row = Row(verdicts: ModeVerdicts(members.count > 1 ? .pass : .notEvaluable), opponent: nil)
    for j in opponents where j != i {
      if row.verdicts == ModeVerdicts(.fail) { break }
      let pair = TwoProportions(members[i], members[j])
      let verdicts = claim.verdicts(pair, sides: .both) { adjustedP(i, j, factor: factor) }
      let joined = row.verdicts.joined(with: verdicts)
      if row.opponent == nil || joined[mode] != row.verdicts[mode] { row.opponent = j }
      row.verdicts = joined
    }
    if !isProven, row.verdicts.assurance == .pass {
      row.verdicts = ModeVerdicts(
        screen: row.verdicts.screen,
        twoKey: row.verdicts.twoKey,
        assurance: .inconclusive
      )
    }
    return row
  }

  /// Holm-corrected p-values of all unordered pairs; pairs without evidence count as 1.
  private static func adjustedPairs(_ members: [Proportion]) -> [Double?] {
    var raw: [Double?] = []
    for i in members.indices {
      for j in members.index(after: i)..<max(members.count, i + 1) {
        raw.append(TwoProportions(members[i], members[j]).equalityTest()?.pValue)
      }
    }
    let corrected = MultipleTesting.correct(raw.map { $0 ?? 1 }, .holm)?.adjusted ?? []
    return zip(raw, corrected).map { $0 == nil ? nil : $1 }
  }

  /// The position of pair (i, j), i < j, in the list of all pairs.
  private static func place(_ i: Int, _ j: Int, of count: Int) -> Int {
    i * count - i * (i + 1) / 2 + j - i - 1
  }

  /// The members that no other member beats in both rate and number of cases.
  private static func front(
    _ members: [Proportion],
    highRate: Bool,
    manyCases: Bool
  ) -> [Int] {
    let keys = members.map { member in
      let rate = member.value ?? 0
      return (rate: highRate ? -rate : rate, size: manyCases ? -member.trials : member.trials)
    }
    let order = members.indices.sorted { a, b in
      (keys[a].rate, keys[a].size, a) < (keys[b].rate, keys[b].size, b)
    }
    var best: Int?
    return order.filter { index in
      guard let least = best, keys[index].size >= least else {
        best = keys[index].size
        return true
      }
      return false
    }
  }
}
