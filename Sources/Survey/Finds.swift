// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel

/// What a tree holds that may matter, before any file but its declarations is read.
struct Finds {
  /// The tree, for whoever looks for a path.
  let index: EntryIndex
  /// The entries that may be anything that is looked for by its path.
  let telling: [TreeEntry]
  /// The declarations with their files.
  var declared: [Surveying.Declared]
  /// What the declarations claim.
  let claims: Claims
  /// The files that may be artifacts, by path.
  let candidates: [Candidate]
  /// What came of looking into the files near declarations for what they call themselves.
  let looked: Surveying.Looked

  var declarations: [SystemDeclaration] { declared.map(\.declaration) }
}

extension Surveying {
  /// Looks a tree through.
  func finds(
    in tree: borrowing some SourceTree & ~Copyable,
    faults: inout [Fault]
  ) -> Finds {
    let index = EntryIndex(tree.entries)
    let telling = Discovery.telling(among: tree.entries, policy: policy)
    let declared = declarations(in: tree, telling, index, faults: &faults)
    let claims = Claims(of: declared.map(\.declaration), in: index)
    let named = Discovery.candidates(
      in: telling,
      claims: claims,
      policy: policy,
      formats: mappings + ArtifactFormats.all
    )
    let known = Set(named.map(\.entry.path)).union(declared.map(\.declaration.source.path))
    let looked = looked(near: claims, besides: known, among: telling, in: tree)
    let candidates = followingLinks(
      of: (named + looked.candidates).inPathOrder,
      among: index,
      in: tree
    )
    return Finds(
      index: index,
      telling: telling,
      declared: declared,
      claims: claims,
      candidates: withMetrics(of: candidates, among: tree.entries, in: tree),
      looked: looked
    )
  }
}
