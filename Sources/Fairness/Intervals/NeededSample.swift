// SPDX-License-Identifier: Apache-2.0

/// The search for the smallest sample with which a comparison of groups passes in 80 % of draws.
///
/// For large samples the rates, or their logarithms for ratios, are taken as normal. With equal
/// rates and equal sizes that is the closed form n = 2 (1 − p)/p · (z / ln τ)² · ((z + q/√2)/z)²,
/// where q is the 80 % quantile of the range of as many standard normal deviates. Samples with few
/// cases on one side are drawn, with the intervals that judge.
struct NeededSample: Hashable, Sendable {
  let comparison: Comparison
  let limit: Double
  let z: Double

  init(_ comparison: Comparison, limit: Double, z: Double) {
    self.comparison = comparison
    self.limit = limit
    self.z = z
  }

  /// The groups in one rate with the values that it is taken to have.
  private struct Part {
    let groups: [Proportion]
    var rates: [Double]
    let kept: [Double]

    /// The cases of each group where the smallest has so many.
    func sizes(_ n: Int) -> [Double] {
      zip(groups, kept).map { max($1, Double(n) / $0.designEffect) }
    }
  }

  /// The cases for equal rates and for the rates as measured; nil without a rate to go by.
  func cases(_ groups: [Proportion], floor: Int, isOneSided: Bool = false) -> NeededCases? {
    cases(together: [groups], floor: floor, isOneSided: isOneSided)
  }

  /// The same for several rates that all have to pass, each counted among other cases.
  func cases(
    together groups: [[Proportion]],
    floor: Int,
    isOneSided: Bool = false
  ) -> NeededCases? {
    guard !groups.isEmpty, limit > 0, comparison == .difference || limit < 1 else { return nil }
    var equal: [Part] = []
    var measured: [Part] = []
    for groups in groups {
      let trials = groups.reduce(0.0) { $0 + $1.effectiveTrials }
      guard groups.count > 1, trials > 0 else { return nil }
      let pooled = groups.reduce(0.0) { $0 + $1.effectiveSuccesses } / trials
      let part = Part(groups: groups, rates: groups.map { _ in pooled }, kept: kept(groups))
      equal.append(part)
      measured.append(
        Part(groups: groups, rates: groups.map { $0.value ?? pooled }, kept: part.kept)
      )
    }
    return NeededCases(
      equal: search(equal, floor, isOneSided),
      measured: search(measured, floor, isOneSided)
    )
  }

  /// With fewer cases than this on the rarer side of a rate the normal approximation is off by up to
  /// 16 %; such samples are drawn, for up to this many groups.
  private static let drawnCases = 80.0
  private static let drawnGroups = 8
  /// The largest groups that are drawn: beyond them a rate is so rare that time grows for little.
  private static let drawnSize = 5_000
  /// How many of the lowest and of the highest rates stand for all.
  private static let extremes = 4

  private func search(_ parts: [Part], _ floor: Int, _ isOneSided: Bool) -> Int? {
    guard comparison == .difference || parts.allSatisfy({ $0.rates.allSatisfy { $0 > 0 } }) else {
      return nil
    }
    func passes(_ n: Int) -> Bool {
      var together = 1.0
      for part in parts where together >= NeededCases.power {
        together *= chance(part.rates, part.sizes(n), isOneSided)
      }
      return together >= NeededCases.power
    }
    guard passes(NeededCases.searchLimit) else { return nil }
    var (low, high) = (max(1, floor) - 1, NeededCases.searchLimit)
    // Half a per cent is far below what the approximation is good for.
    while high - low > max(1, high / 200) {
      let middle = Int((Double(max(1, low)) * Double(high)).squareRoot().rounded(.up))
      let next = min(max(middle, low + 1), high - 1)
      if passes(next) { high = next } else { low = next }
    }
    return parts.contains { isDrawn($0.groups, $0.rates, high) }
      ? drawn(parts, around: high, floor: max(1, floor), isOneSided) : high
  }

  private func isDrawn(_ groups: [Proportion], _ rates: [Double], _ n: Int) -> Bool {
    let rarest = rates.map { min($0, 1 - $0) }.min() ?? 0
    return groups.count <= Self.drawnGroups && groups.allSatisfy { $0.designEffect == 1 }
      && Double(n) * rarest < Self.drawnCases
      && max(n, groups.map(\.trials).max() ?? 0) <= Self.drawnSize
  }

  /// The cases that groups keep; the smallest groups are those whose size is sought.
  private func kept(_ groups: [Proportion]) -> [Double] {
    let smallest = groups.map(\.effectiveTrials).min()
    return groups.map { $0.effectiveTrials == smallest ? 0 : $0.effectiveTrials }
  }

  /// The size at which drawn samples pass often enough, sought around the approximation.
  private func drawn(
    _ parts: [Part],
    around approximation: Int,
    floor: Int,
    _ isOneSided: Bool
  ) -> Int {
    func chance(_ part: Part, _ n: Int) -> Double {
      guard isDrawn(part.groups, part.rates, n) else {
        return self.chance(part.rates, part.sizes(n), isOneSided)
      }
      return SampleDraws(
        comparison: comparison,
        limit: limit,
        z: z,
        rates: part.rates,
        sizes: part.kept.map { max(Int($0), n) },
        isOneSided: isOneSided
      ).chance()
    }
    func passes(_ n: Int) -> Bool {
      parts.reduce(1.0) { $0 * chance($1, n) } >= NeededCases.power
    }
    var (low, high) = (max(floor, approximation * 2 / 3) - 1, approximation)
    while !passes(high), high < Self.drawnSize { (low, high) = (high, high + max(2, high / 4)) }
    while high - low > max(1, high / 60) {
      let middle = (low + high) / 2
      if passes(middle) { high = middle } else { low = middle }
    }
    return high
  }

  // MARK: - The chance of a pass

  /// Groups with one rate and one size.
  private struct Kind {
    let place: Double
    let error: Double
    var count: Int
  }

  /// The probability that every pair of groups is shown to keep the limit.
  ///
  /// The group with the lowest value is integrated out; all others have to lie within the reach of
  /// it. That is exact for equal sizes and close for others.
  func chance(_ rates: [Double], _ sizes: [Double], _ isOneSided: Bool) -> Double {
    let room = comparison == .ratio ? -log(limit) : limit
    let kinds = kinds(rates, sizes)
    if rates.count == 2 {
      return pairChance(rates, sizes, room, isOneSided)
    }
    var total = 0.0
    for (index, lowest) in kinds.enumerated() {
      let reaches = kinds.map { room - z * hypot($0.error, lowest.error) }
      guard
        reaches.enumerated().allSatisfy({ place, reach in
          reach > 0 || place == index && lowest.count == 1
        })
      else { return 0 }
      total += Double(lowest.count) * chance(lowest, index, kinds, reaches)
    }
    return min(1, total)
  }

  /// The probability that one group of a kind is the lowest and all others are within reach.
  private func chance(_ lowest: Kind, _ index: Int, _ kinds: [Kind], _ reaches: [Double]) -> Double
  {
    var sum = 0.0
    for (deviate, weight) in Self.points {
      let y = lowest.place + deviate * lowest.error
      var density = weight
      for (place, kind) in kinds.enumerated() where density > Self.negligible {
        let others = kind.count - (place == index ? 1 : 0)
        guard others > 0 else { continue }
        let above = NormalTable.upperTail((y - kind.place) / kind.error)
        let beyond = NormalTable.upperTail((y + reaches[place] - kind.place) / kind.error)
        let within = max(0, above - beyond)
        for _ in 0..<others { density *= within }
      }
      sum += density
    }
    return sum
  }

  /// Where the lowest group is looked at, in standard errors, with the probability that each stands for.
  private static let points = Quadrature.points(from: -5.5, to: 5.5, panels: 2).map {
    (deviate: $0.place, weight: $0.weight * NormalTable.density($0.place))
  }
  /// A probability that no sum of them notices.
  private static let negligible = 1e-12

  private func pairChance(
    _ rates: [Double],
    _ sizes: [Double],
    _ room: Double,
    _ isOneSided: Bool
  ) -> Double {
    let (first, second) = (place(rates[0], sizes[0]), place(rates[1], sizes[1]))
    let error = hypot(first.error, second.error)
    let gap = first.place - second.place
    let reach = room - z * error
    guard reach > 0 else { return 0 }
    let within = NormalDistribution.upperTail((-reach - gap) / error)
    return isOneSided ? within : within - NormalDistribution.upperTail((reach - gap) / error)
  }

  /// Where the value of a group lies, and its standard error; a rate of 0 or 1 has half a case.
  private func place(_ rate: Double, _ n: Double) -> (place: Double, error: Double) {
    let p = min(max(rate, 0.5 / (n + 1)), (n + 0.5) / (n + 1))
    return comparison == .ratio
      ? (log(p), ((1 - p) / (p * n)).squareRoot()) : (p, (p * (1 - p) / n).squareRoot())
  }

  private func kinds(_ rates: [Double], _ sizes: [Double]) -> [Kind] {
    let sorted = zip(rates, sizes).map { place($0, $1) }
      .sorted { ($0.place, $0.error) < ($1.place, $1.error) }
    var kinds: [Kind] = []
    for (place, error) in sorted {
      if let last = kinds.last, last.place == place, last.error == error {
        kinds[kinds.count - 1].count += 1
      } else {
        kinds.append(Kind(place: place, error: error, count: 1))
      }
    }
    guard kinds.count > 2 * Self.extremes else { return kinds }
    // What lies between the extremes hardly ever decides.
    return Array(kinds.prefix(Self.extremes) + kinds.suffix(Self.extremes))
  }
}
