// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The fields of one element of a home-made list, by their names in lower-case words.
struct ListedFields {
  private static let attributes = [
    "attribute", "feature", "facet", "column", "sensitive feature", "protected attribute",
    "sensitive attribute",
  ]
  private static let groups = ["group", "subgroup", "segment", "group value", "category"]
  private static let caseCounts = [
    "n", "count", "support", "n samples", "sample size", "number of samples",
  ]
  private static let selections = ["selected", "n selected", "predicted positives"]

  /// What the classes of a target are headed with.
  static let classes = ["class", "class label", "class name"]

  /// The columns that name the attribute and the group of each row; nil where a table has them not.
  static func longForm(_ columns: [String]) -> (attribute: String, group: String)? {
    let attribute = columns.first { attributes.contains(FoldedText.words($0)) }
    let group = columns.first { groups.contains(FoldedText.words($0)) }
    guard let attribute, let group, columns.count == 2 else { return nil }
    return (attribute, group)
  }

  private let element: NodeCursor
  private let fields: [String: NodeCursor]

  init(_ element: NodeCursor) {
    self.element = element
    fields = Dictionary(
      element.members.map { (FoldedText.words($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The first field of some names.
  func first(_ keys: [String]) -> NodeCursor? { keys.lazy.compactMap { fields[$0] }.first }

  /// The number of cases.
  var cases: Int? { first(Self.caseCounts)?.node.int }

  /// What the element is about: an attribute with its group, or a map of several.
  var slice: [SlicePair] {
    if let map = fields["slice"], map.node.isMap {
      return map.members.compactMap { key, value in
        value.text.map { SlicePair(attribute: key, group: $0) }
      }.sorted()
    }
    if let label = first(Self.classes)?.text {
      return [SlicePair(attribute: SliceReader.classAttribute, group: label)]
    }
    let (attribute, group) = (first(Self.attributes)?.text, first(Self.groups)?.text)
    guard attribute != nil || group != nil else { return [] }
    if let group, attribute == nil, RunLabel(group) != nil { return [] }
    return [SlicePair(attribute: attribute ?? "", group: group ?? "")]
  }

  /// The outcome counts: the four cells, or cases and selections.
  var counts: GroupCounts.Counts? {
    var cells: [String: Int] = [:]
    for (key, value) in element.members {
      if let cell = OutcomeCell.named(key), let count = value.node.int, count >= 0 {
        cells[cell] = count
      }
    }
    if let tp = cells["tp"], let fp = cells["fp"], let tn = cells["tn"], let fn = cells["fn"] {
      return .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
    }
    guard let n = cases, n >= 0, let selected = first(Self.selections)?.node.int,
      (0...n).contains(selected)
    else { return nil }
    return .selection(selected: selected, n: n)
  }

  /// The counts of a group of people, with its attribute.
  var group: GroupCounts? {
    guard let counts, !slice.isEmpty,
      slice.allSatisfy({ !$0.attribute.isEmpty && !$0.group.isEmpty })
    else { return nil }
    return GroupCounts(slice: slice, counts: counts, source: element.source)
  }
}
