// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// What a tree holds that may matter, before any file but its declarations is read.
struct Finds {
  /// The tree, for whoever looks for a path.
  let index: EntryIndex
  /// The declarations with their files.
  var declared: [Surveying.Declared]
  /// What the declarations claim.
  let claims: Claims
  /// The files that may be artifacts, by path.
  let candidates: [Candidate]
  /// The files near declarations that were not looked into for what they call themselves.
  let notLookedInto: ArraySlice<TreeEntry>
  /// The paths of the candidates that no name tells, and that state a schema of the project.
  let stated: [String]

  var declarations: [SystemDeclaration] { declared.map(\.declaration) }
}

extension Surveying {
  /// Looks a tree through.
  func finds(
    in tree: borrowing some SourceTree & ~Copyable,
    faults: inout [Fault]
  ) -> Finds {
    let index = EntryIndex(tree.entries)
    let declared = declarations(in: tree, index, faults: &faults)
    let claims = Claims(of: declared.map(\.declaration), in: index)
    let named = Discovery.candidates(
      in: tree.entries,
      claims: claims,
      policy: policy,
      formats: mappings + ArtifactFormats.all
    )
    let (stated, rest) = stated(near: claims, besides: named, in: tree)
    let candidates = followingLinks(
      of: (named + stated).inPathOrder,
      among: index,
      in: tree
    )
    return Finds(
      index: index,
      declared: declared,
      claims: claims,
      candidates: withMetrics(of: candidates, among: tree.entries, in: tree),
      notLookedInto: rest,
      stated: stated.map(\.entry.path)
    )
  }
}
