// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Compares the counts of crossings with those of each value alone, which count the same people.
///
/// A crossing may leave people out, whose other values nobody knows; it cannot have more of them.
struct GroupMargins {
  /// A value of an attribute within the crossings of some attributes.
  private struct Key: Hashable {
    let attributes: [String]
    let pair: SlicePair
  }

  /// What crossings hold more of than the value alone has.
  struct Excess {
    let pair: SlicePair
    let crossing: String
    let source: SourceReference
  }

  private var alone: [SlicePair: [Double]] = [:]
  private var totals: [String: Double] = [:]
  private var sums: [Key: [Double]] = [:]
  private var firsts: [Key: SourceReference] = [:]
  private var isMixed: Set<Key> = []

  /// Nothing is compared where no crossing is counted.
  init?(_ groups: [GroupCounts]) {
    guard groups.contains(where: { $0.slice.count > 1 }) else { return nil }
    for group in groups where group.slice.count == 1 && !group.isRecovered {
      alone[group.slice[0]] = Self.parts(of: group.counts)
      totals[group.slice[0].attribute, default: 0] += Double(group.counts.caseCount)
    }
    for group in groups where group.slice.count > 1 && !group.isRecovered { add(group) }
  }

  private mutating func add(_ group: GroupCounts) {
    let attributes = group.slice.map(\.attribute)
    let parts = Self.parts(of: group.counts)
    for pair in group.slice {
      let key = Key(attributes: attributes, pair: pair)
      let sum = sums[key] ?? parts.map { _ in 0 }
      guard sum.count == parts.count else {
        isMixed.insert(key)
        continue
      }
      sums[key] = zip(sum, parts).map { $0 + $1 }
      if firsts[key] == nil { firsts[key] = group.source }
    }
  }

  /// The values of which crossings count more, in the order of the document.
  var excesses: [Excess] {
    sums.compactMap { key, sum in
      guard let whole = alone[key.pair], whole.count == sum.count, !isMixed.contains(key),
        let source = firsts[key], zip(sum, whole).contains(where: { $0 > $1 }), isOfOneKind(key)
      else { return nil }
      return Excess(
        pair: key.pair,
        crossing: key.attributes.joined(separator: " × "),
        source: source
      )
    }
    .sorted { ($0.source.position, $0.pair) < ($1.source.position, $1.pair) }
  }

  /// Whether nobody is in several groups of another attribute, so that the parts of a crossing add up.
  private func isOfOneKind(_ key: Key) -> Bool {
    let own = totals[key.pair.attribute] ?? 0
    return key.attributes.allSatisfy { totals[$0].map { $0 <= own } ?? false }
  }

  private static func parts(of counts: GroupCounts.Counts) -> [Double] {
    switch counts {
    case .confusion(let tp, let fp, let tn, let fn): [tp, fp, tn, fn].map(Double.init)
    case .selection(let selected, let n): [Double(selected), Double(n) - Double(selected)]
    }
  }
}

extension Artifact {
  /// Names the values of which crossings count more people, or more of some outcome, than the value alone.
  mutating func checkMargins() {
    for excess in GroupMargins(groups)?.excesses ?? [] {
      let name = Excerpt.line("\(excess.pair.attribute)=\(excess.pair.group)")
      addIssue(
        "crossing-exceeds-value",
        .error,
        "the crossings \(Excerpt.line(excess.crossing)) count more of '\(name)' than it has alone; count the same "
          + "people both times",
        at: excess.source
      )
    }
  }
}
