// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Finds the numbers of nested maps; lists and texts are no metrics (DVC, `repo/metrics/show.py`).
enum NumericLeaves {
  /// A number with the keys that lead to it.
  struct Leaf {
    let path: [String]
    let cursor: NodeCursor
    /// The number of cases that stands beside it.
    var n: Int?
    var uncertainty: Uncertainty?
    /// Whether its key is a group of people, and no key before it a metric.
    var isOfGroup = false

    /// The keys as one name.
    var name: String { path.joined(separator: " ") }

    /// The keys with what they stand for that is no part of a name; those below `models` are models.
    var labels: [(key: String, label: RunLabel?)] {
      path.enumerated().map { place, key in
        let isModel = place > 0 && place < path.count - 1 && Self.namesModels(path[place - 1])
        return (key, RunLabel(key) ?? (isModel ? .model : nil))
      }
    }

    private static func namesModels(_ key: String) -> Bool {
      ["models", "by_model", "per_model", "algorithms", "classifiers", "candidates", "estimators"]
        .contains(FoldedText.identifier(key))
    }
  }

  /// What was measured in a map, in the maps in it, and so on, in the order of the text: its numbers
  /// without settings, such as thresholds, and numbers of cases.
  static func measured(below cursor: NodeCursor, path: [String]) -> [Leaf] {
    below(cursor, path: path, n: nil).filter { !SettingName.isSetting($0.path) }
  }

  private static func below(_ cursor: NodeCursor, path: [String], n: Int?) -> [Leaf] {
    if cursor.node.double != nil {
      return path.isEmpty ? [] : [Leaf(path: path, cursor: cursor, n: n)]
    }
    let members = cursor.members
    let n = members.lazy.compactMap { SettingName.cases($0.key, $0.value.node.double) }.first
    // `accuracy` is an average among the rows of a report, and a metric elsewhere.
    if let name = path.last, RunLabel(name) == nil || MetricName.isNamed(by: name),
      let runs = RunStatistics(members)
    {
      return [Leaf(path: path, cursor: runs.value, n: n, uncertainty: runs.uncertainty)]
        + runs.further.map { Leaf(path: path + [$0.key], cursor: $0.value, n: n) }
        + members.filter(\.value.node.isMap).flatMap {
          below($0.value, path: path + [$0.key], n: n)
        }
    }
    // The readers of documents bound the depth, and with it this recursion.
    let leaves = members.flatMap { below($0.value, path: path + [$0.key], n: n) }
    guard PeopleLabel.areGroups(members), !path.contains(where: PeopleLabel.mayBeMetric) else {
      return leaves
    }
    return leaves.map { leaf in
      var leaf = leaf
      leaf.isOfGroup = true
      return leaf
    }
  }

  /// Whether there is any number below.
  static func contains(_ cursor: NodeCursor) -> Bool {
    (cursor.node.map ?? .empty).contains { contains($0.value) }
  }

  /// Whether maps with numbers stand in a list at the root or in one of its members.
  static func containsLists(_ cursor: NodeCursor) -> Bool {
    let lists = cursor.node.isList ? [cursor] : cursor.members.map(\.value).filter(\.node.isList)
    return lists.contains { list in
      list.elements.first.map { $0.node.isMap && contains($0) } ?? false
    }
  }

  /// Whether there is any number below, those in lists included.
  static func holdsAny(_ cursor: NodeCursor) -> Bool {
    cursor.node.double != nil || cursor.elements.contains(where: holdsAny)
      || cursor.members.contains { holdsAny($0.value) }
  }

  private static func contains(_ node: Node) -> Bool {
    node.double != nil || (node.map ?? .empty).contains { contains($0.value) }
  }
}
