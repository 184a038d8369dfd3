// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Documents
internal import EvidenceBundle
internal import GateModel
internal import Reporting

/// Everything that was read from a tree: dossiers, what was looked at in vain, and faults.
struct Survey: Sendable {
  /// A file that an artifact or a declaration was read from.
  struct Input: Hashable, Sendable {
    let entry: TreeEntry
    let kind: ArtifactKind
    let format: String
    /// The systems that it belongs to.
    let systems: [String]
    let sha256: ContentDigest
    let size: Int
  }

  /// Why a candidate was taken for what it is, or was not.
  struct Explanation: Sendable {
    let path: String
    let outcome: String
    let reason: String
  }

  var dossiers: [Dossier]
  /// The files behind the dossiers; complete only in a survey for a judgement.
  var inputs: [Input]
  let notRecognized: [(path: String, reason: String)]
  let candidates: [Explanation]
  /// The kinds of artifacts of which some could not be read, by system.
  let unreadKinds: [String: Set<ArtifactKind>]
  /// What could not be read, sorted; without it a pass would be possible on missing evidence.
  var faults: [Fault]

  /// The artifacts as the report lists them, one line per system and file.
  var artifactReports: [ArtifactReport] {
    inputs.flatMap { input in
      input.systems.map { system in
        ArtifactReport(
          system: system,
          kind: input.kind,
          format: input.format,
          path: input.entry.path,
          blob: input.entry.id,
          sha256: input.sha256,
          size: input.size
        )
      }
    }
  }

  /// The kinds of artifacts of a system of which some could not be read.
  func unread(in system: String) -> Set<ArtifactKind> { unreadKinds[system] ?? [] }

  /// Forgets what the artifacts say: a report tells what was found, and needs the memory.
  mutating func dropRecords() {
    for index in dossiers.indices { dossiers[index].artifacts = [] }
  }

  /// The same survey for some systems only.
  func selecting(_ ids: [String]) throws(RunFailure) -> Survey {
    guard !ids.isEmpty else { return self }
    let known = dossiers.map(\.systemID)
    if let unknown = ids.first(where: { !known.contains($0) }) {
      let suggestion = Suggestion.closest(to: unknown, among: known).map { "did you mean '\($0)'?" }
      throw .configuration(
        "there is no system '\(unknown)' in the checked tree",
        help: suggestion ?? "see 'modelgate list systems'"
      )
    }
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
    selected.faults = faults.filter { $0.system.map(ids.contains) ?? true }
    return selected
  }
}

/// A file that was read and taken for something, or not.
struct ReadFile: Sendable {
  let reading: CandidateReading
  /// The digest of the bytes; only for artifacts that are to be judged.
  let sha256: ContentDigest?
  let size: Int
}
