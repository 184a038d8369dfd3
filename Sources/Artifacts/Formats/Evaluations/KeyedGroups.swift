// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Groups in a map whose key says what tells them apart: `{"sex": {"F": {"recall": 0.7}, "M": …}}`,
/// `{"fnr_by_region": {"north": 0.2, "south": 0.3}}`.
///
/// Key and groups are no parts of the name of a metric.
struct KeyedGroups {
  private let keys: [String]
  private let name: GroupingKey
  private let groups: NodeCursor
  /// The groups as rows with several metrics; nil where each has one number.
  private let table: FairlearnTable?
  /// How many cases each group has, where a map beside says so.
  private let counts: NodeCursor?

  /// The map of groups under a key, or nil where it is something else.
  ///
  /// - Parameters:
  ///   - key: The key of the map.
  ///   - groups: The map.
  ///   - keys: What leads to the key.
  ///   - siblings: What stands beside the map, itself included.
  init?(
    _ key: String,
    _ groups: NodeCursor,
    below keys: [String],
    among siblings: [(key: String, value: NodeCursor)]
  ) {
    guard groups.node.isMap, let name = GroupingKey(key),
      !keys.contains(where: { RunLabel($0) == .baseline })
    else { return nil }
    let labels = groups.members.map(\.key)
    (self.keys, self.name, self.groups) = (keys, name, groups)
    counts =
      siblings.first { SettingName.isSection($0.key) && $0.value.members.map(\.key) == labels }?
      .value
    let table = name.metric == nil ? FairlearnTable(byGroup: groups) : nil
    self.table = table.flatMap { $0.isFrame ? $0 : nil }
    guard metric != nil || self.table != nil else { return nil }
  }

  /// The metric that the key or the one before it names, where every group has one number.
  private var metric: String? {
    let above = keys.last.flatMap { MetricName.isNamed(by: $0) ? $0 : nil }
    guard let metric = name.metric ?? above, groups.members.count > 1,
      groups.members.allSatisfy({ $0.value.node.double != nil }),
      !RunStatistics.describe(groups.members.map(\.key))
    else { return nil }
    return metric
  }

  /// Adds every number with its group.
  func add(to artifact: inout Artifact) {
    let first = artifact.measurements.count
    if let metric {
      artifact.measurements += groups.members.compactMap { group, value in
        let slice = [SlicePair(attribute: name.attribute, group: group)]
        let n = SettingName.cases("n", counts?[group]?.node.double)
        return Measurement(metric, at: value, slice: slice, n: n)
      }
    } else {
      table?.add(to: &artifact, attributes: [name.attribute])
    }
    let splits = keys.compactMap { key in
      if case .split(let name) = RunLabel(key) { name } else { nil }
    }
    for place in artifact.measurements.indices[first...] {
      artifact.measurements[place].split = splits.last
    }
  }
}

/// A key that says what tells groups apart, and perhaps what was measured of them.
struct GroupingKey {
  let attribute: String
  let metric: String?

  /// Reads `sex`, `by_region`, `per_language_f1` and `fnr_by_quartile`; nil for any other key.
  init?(_ key: String) {
    let words = FoldedText.identifier(key).split(separator: "_")
    guard let place = words.firstIndex(where: { $0 == "by" || $0 == "per" }) else {
      guard PersonalTrait.isNamed(by: key), !MetricName.isNamed(by: key) else { return nil }
      self.init(attribute: key, metric: nil)
      return
    }
    let rest = words[(place + 1)...]
    if place > 0 {
      let name = words[..<place].joined(separator: "_")
      guard MetricName.isNamed(by: name) else { return nil }
      self.init(rest, name)
    } else {
      // `per_language_f1`: the metric is what the end names.
      let start = rest.indices.dropFirst().first {
        MetricName.isNamed(by: rest[$0...].joined(separator: "_"))
      }
      self.init(rest[..<(start ?? rest.endIndex)], start.map { rest[$0...].joined(separator: "_") })
    }
  }

  private init?(_ attribute: ArraySlice<Substring>, _ metric: String?) {
    let name = attribute.joined(separator: "_")
    guard !name.isEmpty, !["group", "groups", "subgroup", "slice", "segment"].contains(name),
      !MetricColumn.namesRuns(name)
    else { return nil }
    let isClass = ListedFields.classes.contains(attribute.joined(separator: " ")) || name == "label"
    self.init(attribute: isClass ? SliceReader.classAttribute : name, metric: metric)
  }

  private init(attribute: String, metric: String?) {
    self.attribute = attribute
    self.metric = metric
  }
}
