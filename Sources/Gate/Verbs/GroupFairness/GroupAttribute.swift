// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel

/// The counted groups of one attribute, or of one crossing of attributes.
struct GroupAttribute: Sendable {
  /// One group with the place where its counts stand.
  struct Group: Sendable {
    /// The group, a crossing joined with `×`.
    let name: String
    /// The values of the group, one per attribute of a crossing.
    let parts: [String]
    let counts: GroupOutcome.Counts
    let source: SourceReference

    /// Whether there is not a single case.
    var isEmpty: Bool {
      counts == .selection(n: 0, selected: 0) || counts == .confusion(tp: 0, fp: 0, tn: 0, fn: 0)
    }
  }

  /// The attribute, a crossing joined with `×`.
  let name: String
  var groups: [Group]

  /// The groups as the arithmetic knows them.
  var outcomes: [GroupOutcome] { groups.map { GroupOutcome($0.name, $0.counts) } }

  /// The same with crossings joined by `|`, which is how Fairlearn's crossings are recognized.
  var crossedOutcomes: [GroupOutcome] {
    groups.map { GroupOutcome($0.parts.joined(separator: "|"), $0.counts) }
  }

  /// The group that a text names, in either spelling of crossings.
  func group(named text: String) -> Group? {
    groups.first { $0.name == text || $0.parts.joined(separator: "|") == text }
  }

  /// Sorts counts by attribute; single attributes in the order of the file, then crossings.
  ///
  /// Counts without a group are those of everybody and belong to no attribute.
  static func all(in counts: [GroupCounts]) -> [GroupAttribute] {
    var attributes: [GroupAttribute] = []
    var places: [String: Int] = [:]
    for group in counts where !group.slice.isEmpty {
      let slice = group.slice.sorted()
      let name = slice.map(\.attribute).joined(separator: " × ")
      let place = places[name] ?? attributes.count
      if place == attributes.count { attributes.append(GroupAttribute(name: name, groups: [])) }
      places[name] = place
      attributes[place].groups.append(Group(slice, group))
    }
    let isCrossing = { (attribute: GroupAttribute) in attribute.groups[0].parts.count > 1 }
    return attributes.filter { !isCrossing($0) } + attributes.filter(isCrossing)
  }
}

extension GroupAttribute.Group {
  fileprivate init(_ slice: [SlicePair], _ group: GroupCounts) {
    let counts: GroupOutcome.Counts =
      switch group.counts {
      case .confusion(let tp, let fp, let tn, let fn): .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
      case .selection(let selected, let n): .selection(n: n, selected: selected)
      }
    self.init(
      name: slice.map(\.group).joined(separator: " × "),
      parts: slice.map(\.group),
      counts: counts,
      source: group.source
    )
  }
}
