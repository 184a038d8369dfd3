// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Survey
internal import Texts

/// The groups that an earlier revision counted and the judged one does not.
struct LostGroups: Hashable, Sendable {
  /// A group that is gone.
  struct Group: Hashable, Sendable {
    /// The system, by its id in the judged tree.
    var system: String
    /// The group, one pair per attribute, sorted.
    var slice: [SlicePair]
    /// The cases that the earlier revision has of it, where it says so.
    var caseCount: Int?
    /// The file of the earlier revision that counts it; of several, the first by path.
    var path: String
    /// Another file that counts it in the judged tree, if there is one.
    var countedIn: String?
  }

  /// The earlier commit.
  var commit: ObjectID
  /// Its tag; nil where the caller named a base.
  var tag: String?
  /// The groups, by system, then by name.
  var groups: [Group]

  /// Those that a survey indeed lacks: the file of that name, if there is one, does not count them.
  func stillLost(in survey: Survey) -> LostGroups {
    let counted = survey.dossiers.reduce(into: [:]) {
      $0[$1.systemID] = CountedGroups.evaluations(of: $1)
    }
    var lost = self
    lost.groups = groups.compactMap { group in
      let files = (counted[group.system] ?? []).filter { $0.groups[group.slice] != nil }
      let isBack = files.contains {
        $0.path == group.path && $0.groups[group.slice]?.isCounted == true
      }
      guard !isBack else { return nil }
      var copy = group
      copy.countedIn = group.countedIn.flatMap { path in files.first { $0.path == path }?.path }
      return copy
    }
    return lost
  }
}

extension LostGroups {
  var json: JSONValue {
    .object(present: [
      ("commit", .string(commit.hex)),
      ("tag", tag.map { .string($0) }),
      ("missing", .array(groups.map(\.json))),
    ])
  }

  init?(reading node: Node) {
    guard let commit = node["commit"]?.text.flatMap({ ObjectID(hex: $0) }) else { return nil }
    self.commit = commit
    tag = node["tag"]?.text
    groups = (node["missing"]?.list ?? .empty).map(Group.init(reading:))
  }
}

extension LostGroups.Group {
  fileprivate var json: JSONValue {
    .object(present: [
      ("system", .string(system)),
      (
        "slice",
        .array(
          slice.map { ["attribute": .string($0.attribute), "group": .string($0.group)] }
        )
      ),
      ("n", caseCount.map { .int($0) }),
      ("path", .string(path)),
      ("countedIn", countedIn.map { .string($0) }),
    ])
  }

  fileprivate init(reading node: Node) {
    system = node["system"]?.text ?? ""
    slice = (node["slice"]?.list ?? .empty).map { pair in
      SlicePair(attribute: pair["attribute"]?.text ?? "", group: pair["group"]?.text ?? "")
    }
    caseCount = node["n"]?.int
    path = node["path"]?.text ?? ""
    countedIn = node["countedIn"]?.text
  }
}
