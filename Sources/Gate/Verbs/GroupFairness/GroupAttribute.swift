// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel

/// The counted groups of one attribute, or of one crossing of attributes.
struct GroupAttribute: Sendable {
  /// One group with the place where its counts stand.
  struct Group: Sendable {
    /// The group, a crossing joined with `×`; no two groups of an attribute share it.
    let name: String
    /// The values of the group, one per attribute of a crossing.
    let parts: [String]
    let counts: GroupOutcome.Counts
    /// The number of its cases.
    let cases: Int
    /// How many of its cases are worth one independent case.
    let designEffect: Double
    /// Whether the counts were worked out from rates and numbers of cases.
    let isRecovered: Bool
    let source: SourceReference

    /// Whether there is not a single case.
    var isEmpty: Bool { cases == 0 }
  }

  /// The attribute, a crossing joined with `×`; no two attributes of a file share it.
  let name: String
  /// The attributes of a crossing, or the one attribute.
  let parts: [String]
  var groups: [Group]

  /// The groups as the arithmetic knows them.
  var outcomes: [GroupOutcome] {
    groups.map { GroupOutcome($0.name, $0.counts, designEffect: $0.designEffect) }
  }

  /// The cases of all groups.
  var cases: Double { groups.reduce(0) { $0 + Double($1.cases) } }

  /// The same with crossings joined by `|`, which is how Fairlearn's crossings are recognized.
  var crossedOutcomes: [GroupOutcome] {
    groups.map { GroupOutcome($0.parts.joined(separator: "|"), $0.counts) }
  }

  /// The group that a text names, in either spelling of crossings.
  func group(named text: String) -> Group? {
    groups.first { $0.name == text } ?? groups.first { $0.parts.joined(separator: "|") == text }
  }

  /// What an attribute is called that nobody named.
  static let unnamed = "unnamed"

  /// The mistakes in giving a name to groups that have none, whether they are counted or only measured.
  static func naming(_ slices: [[SlicePair]], _ name: String) -> [Problem] {
    let named = Set(slices.joined().map(\.attribute))
    if name.isEmpty || named.contains(name) {
      return [
        Problem(
          message:
            "--attribute '\(name)' is \(name.isEmpty ? "empty" : "an attribute of the file")",
          help: "give another name to the groups that have none"
        )
      ]
    }
    guard !named.contains("") else { return [] }
    return [
      Problem(
        message: "every group of the file has an attribute, so that --attribute names nothing",
        help: "leave the option out"
      )
    ]
  }

  /// Sorts counts by attribute; single attributes in the order of the file, then crossings.
  ///
  /// Counts without a group are those of everybody and belong to no attribute.
  ///
  /// - Parameters:
  ///   - counts: The counts of a file.
  ///   - name: What the attribute is called whose groups the file leaves without one.
  /// - Returns: The attributes, no two of one name.
  static func all(in counts: [GroupCounts], unnamed name: String? = nil) -> [GroupAttribute] {
    var attributes: [GroupAttribute] = []
    var places: [[String]: Int] = [:]
    for group in counts where !group.slice.isEmpty {
      let slice = group.slice.map { pair in
        guard pair.attribute.isEmpty else { return pair }
        return SlicePair(attribute: name ?? Self.unnamed, group: pair.group)
      }.sorted()
      let parts = slice.map(\.attribute)
      let place = places[parts] ?? attributes.count
      if place == attributes.count {
        let name = SliceName.joined(parts)
        attributes.append(GroupAttribute(name: name, parts: parts, groups: []))
      }
      places[parts] = place
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
      name: SliceName.group(of: slice),
      parts: slice.map(\.group),
      counts: counts,
      cases: group.counts.caseCount,
      designEffect: group.designEffect,
      isRecovered: group.isRecovered,
      source: group.source
    )
  }
}
