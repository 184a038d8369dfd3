// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Documents
package import GateModel
internal import Texts

/// Everything that was read from a tree: dossiers, what was looked at in vain, and faults.
package struct Survey: Sendable {
  /// A file that an artifact or a declaration was read from.
  package struct Input: Hashable, Sendable {
    package let entry: TreeEntry
    package let kind: ArtifactKind
    package let format: String
    /// The systems that it belongs to.
    package let systems: [String]
    package let sha256: ContentDigest
    package let size: Int
  }

  /// Why a candidate was taken for what it is, or was not.
  package struct Explanation: Sendable {
    package let path: String
    package let outcome: String
    package let reason: String
  }

  package var dossiers: [Dossier]
  /// The files behind the dossiers; complete only in a survey for a judgement.
  package var inputs: [Input]
  /// What looks like evidence and lies beyond what is looked at, by path.
  package let notLookedAt: [(path: String, reason: String)]
  package let candidates: [Explanation]
  /// The kinds of artifacts of which some could not be read, by system.
  package let unreadKinds: [String: Set<ArtifactKind>]
  /// What could not be read, sorted; without it a pass would be possible on missing evidence.
  package var faults: [Fault]
  /// The declared systems that were not selected, sorted.
  package private(set) var notSelected: [String] = []

  /// The kinds of artifacts of a system of which some could not be read.
  package func unread(in system: String) -> Set<ArtifactKind> { unreadKinds[system] ?? [] }

  /// The survey without what the artifacts say: a report tells what was found, and needs the memory.
  package var withoutRecords: Survey {
    var copy = self
    for index in copy.dossiers.indices { copy.dossiers[index].artifacts = [] }
    return copy
  }

  /// The same survey for some systems only.
  ///
  /// - Parameter ids: The ids of declared systems; none selects all.
  /// - Returns: The survey with the dossiers, inputs and faults of these systems.
  /// - Throws: The first id that no system has.
  package func selecting(_ ids: [String]) throws(UnknownSystem) -> Survey {
    guard !ids.isEmpty else { return self }
    let known = dossiers.map(\.systemID)
    if let unknown = ids.first(where: { !known.contains($0) }) {
      throw UnknownSystem(id: unknown, suggestion: Suggestion.closest(to: unknown, among: known))
    }
    var selected = keeping(Set(ids))
    selected.faults = faults.filter { $0.system.map(ids.contains) ?? true }
    selected.notSelected = dossiers.compactMap(\.declaration?.id).filter { !ids.contains($0) }
    return selected
  }

  /// The same survey for some of its systems, which may be none.
  ///
  /// What could not be read and belongs to none of the systems stays: nobody else answers for it.
  package func keeping(_ ids: Set<String>) -> Survey {
    let known = Set(dossiers.map(\.systemID))
    var selected = self
    selected.dossiers = dossiers.filter { ids.contains($0.systemID) }
    selected.inputs = inputs.compactMap { input in
      let systems = input.systems.filter { ids.contains($0) }
      return systems.isEmpty
        ? nil
        : Input(
          entry: input.entry,
          kind: input.kind,
          format: input.format,
          systems: systems,
          sha256: input.sha256,
          size: input.size
        )
    }
    selected.faults = faults.filter { fault in
      fault.system.map { ids.contains($0) || !known.contains($0) } ?? true
    }
    return selected
  }
}

/// A system was asked for that the checked tree does not have.
package struct UnknownSystem: Error, Hashable, Sendable {
  /// The id that was asked for.
  package let id: String
  /// The id that was probably meant.
  package let suggestion: String?
}
