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
  }

  /// The earlier commit.
  var commit: ObjectID
  /// Its tag; nil where the caller named a base.
  var tag: String?
  /// The groups, by system, then by name.
  var groups: [Group]

  /// Those that a survey indeed lacks.
  func stillLost(in survey: Survey) -> LostGroups {
    var lost = self
    let counted = CountedGroups.bySystem(in: survey.dossiers)
    lost.groups = groups.filter { counted[$0.system]?[$0.slice]?.isCounted != true }
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
    ])
  }

  fileprivate init(reading node: Node) {
    system = node["system"]?.text ?? ""
    slice = (node["slice"]?.list ?? .empty).map { pair in
      SlicePair(attribute: pair["attribute"]?.text ?? "", group: pair["group"]?.text ?? "")
    }
    caseCount = node["n"]?.int
    path = node["path"]?.text ?? ""
  }
}
