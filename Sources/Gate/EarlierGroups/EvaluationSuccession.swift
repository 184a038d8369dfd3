// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// The evaluations of a system before and after a change, and which of them take the place of which.
///
/// Groups are looked for where they were counted: in the same file, or in the one that took its place.
/// A file about other data that counts a group of the same name stands for nothing here.
struct EvaluationSuccession {
  private let before: [CountedGroups]
  private let now: [CountedGroups]
  /// The files of the earlier tree, whatever they hold.
  private let earlierPaths: Set<String>

  init(from before: [CountedGroups], to now: [CountedGroups], earlierPaths: Set<String>) {
    self.before = before
    self.now = now
    self.earlierPaths = earlierPaths
  }

  /// The groups that earlier evaluations count and those in their place do not; a group that several
  /// lost once, with the first of them.
  ///
  /// - Parameter system: The id of the system in the judged tree.
  /// - Returns: The groups, sorted by name.
  func lost(in system: String) -> [LostGroups.Group] {
    var lost: [[SlicePair]: LostGroups.Group] = [:]
    for evaluation in before {
      for (slice, count) in evaluation.groups where lost[slice] == nil {
        let heirs = heirs(of: evaluation, for: slice)
        guard !heirs.contains(where: { $0.keeps(slice, as: count) }) else { continue }
        lost[slice] = LostGroups.Group(
          system: system,
          slice: slice,
          caseCount: count.caseCount,
          path: evaluation.path,
          countedIn: now.first { $0.keeps(slice, as: count) }?.path
        )
      }
    }
    let slices = lost.keys
    return lost.filter { entry in !slices.contains { Self.isPart($0, of: entry.key) } }
      .values.sorted { $0.subject < $1.subject }
  }

  /// Whether a crossing holds a group that is smaller in attributes: what is said of that is said of it.
  private static func isPart(_ part: [SlicePair], of crossing: [SlicePair]) -> Bool {
    part.count < crossing.count && part.allSatisfy(crossing.contains)
  }

  /// The evaluations that may count a group in place of an earlier one.
  ///
  /// A file that stands where it stood, and with it what has the same subject and did not count the
  /// group before. Of a file that is gone: what has its subject, else what is new; of these only such as
  /// divide people by the same attributes. Without any, what did not count the group before: what was there
  /// beside the file and counts it as ever has not taken its place.
  private func heirs(of earlier: CountedGroups, for slice: [SlicePair]) -> [CountedGroups] {
    let kin = earlier.subject.map { subject in now.filter { $0.subject == subject } } ?? []
    if let same = now.first(where: { $0.path == earlier.path }) {
      return [same] + kin.filter { !didCount(slice, $0) }
    }
    let fresh = now.filter { !earlierPaths.contains($0.path) }
    return [kin, fresh].map { $0.filter { $0.divides(asIn: slice) } }.first { !$0.isEmpty }
      ?? now.filter { !didCount(slice, $0) }
  }

  /// Whether a file counted a group before; one that was not read again says what it said.
  private func didCount(_ slice: [SlicePair], _ now: CountedGroups) -> Bool {
    if let before = before.first(where: { $0.path == now.path }) {
      return before.groups[slice] != nil
    }
    return earlierPaths.contains(now.path)
  }
}
