// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// The groups that the evaluations of a system count.
enum CountedGroups {
  /// How many cases of a group there are, where that is said, and in which file.
  struct Count {
    var caseCount: Int?
    var path: String
    /// Whether its outcomes are counted beside those of another group, so that the two are compared.
    var isCounted = false
  }

  /// The groups of several systems, by the id of the system and by the group.
  static func bySystem(in dossiers: [Dossier]) -> [String: [[SlicePair]: Count]] {
    dossiers.reduce(into: [:]) { $0[$1.systemID] = groups(of: $1) }
  }

  /// Groups with outcome counts, and those of declared protected attributes with a measurement alone: a
  /// measurement may be about a part that is no group of people, such as a class or a category.
  ///
  /// A value that the evaluation takes for not known is no group.
  static func groups(of dossier: Dossier) -> [[SlicePair]: Count] {
    let attributes = Set(dossier.declaration?.facts.texts(.protectedAttributes) ?? [])
    var counts: [[SlicePair]: Count] = [:]
    for artifact in dossier.artifacts where artifact.kind == .evaluation {
      let compared = Dictionary(grouping: artifact.groups) { $0.slice.map(\.attribute).sorted() }
      let counted = artifact.groups.map { group in
        let isCompared = (compared[group.slice.map(\.attribute).sorted()]?.count ?? 0) > 1
        return (slice: group.slice, n: Int?.some(group.counts.caseCount), isCounted: isCompared)
      }
      let measured = artifact.measurements
        .filter { $0.kind == .level && $0.value != nil }
        .filter { $0.slice.contains { attributes.contains($0.attribute) } }
        .map { (slice: $0.slice, n: $0.n, isCounted: false) }
      for (slice, n, isCounted) in counted + measured where !slice.isEmpty && n != 0 {
        guard !slice.contains(where: { artifact.isUnknown($0) }) else { continue }
        counts[slice.sorted(), default: Count(path: artifact.source.path)].add(n, isCounted)
      }
    }
    return counts
  }
}

extension CountedGroups.Count {
  /// The largest number counts: it is what was known of the group.
  fileprivate mutating func add(_ count: Int?, _ isCounted: Bool) {
    self.isCounted = self.isCounted || isCounted
    guard let count else { return }
    caseCount = max(caseCount ?? count, count)
  }
}

extension Artifact {
  /// Whether a group stands for a value that is not known.
  fileprivate func isUnknown(_ pair: SlicePair) -> Bool {
    [pair.attribute, ""].contains { unknownValues[$0]?.contains(pair.group) ?? false }
  }
}
