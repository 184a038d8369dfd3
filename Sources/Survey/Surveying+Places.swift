// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// Where files lie: behind links, and deeper than they are looked for.
extension Surveying {
  /// The candidates with links replaced by the files that they lead to.
  func followingLinks(
    of candidates: [Candidate],
    among index: EntryIndex,
    in tree: borrowing some SourceTree & ~Copyable
  ) -> [Candidate] {
    var targets: [String: String] = [:]
    for candidate in candidates where candidate.entry.kind == .symlink {
      do throws(Problem) {
        let bytes = try tree.bytes(of: candidate.entry)
        targets[candidate.entry.path] = String(decoding: bytes, as: UTF8.self)
      } catch {
        // It is a fault when the candidate is read itself.
        continue
      }
    }
    return Discovery.followingLinks(of: candidates, among: index, targets: targets)
  }

  /// The files that are named like artifacts and lie deeper than they are looked for, and the tables
  /// and texts beside evaluations that nobody looks at.
  func notLookedAt(
    _ claims: Claims,
    in entries: [TreeEntry]
  ) -> [(path: String, reason: String)] {
    let formats = mappings + ArtifactFormats.all
    return Discovery.beyondLimit(
      in: entries,
      claims: claims,
      policy: policy,
      formats: formats
    )
      + Discovery.unreadTables(
        in: entries,
        claims: claims,
        policy: policy,
        formats: formats
      )
  }
}
