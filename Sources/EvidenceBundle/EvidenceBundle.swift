// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import GateModel

/// Lays out what a run was decided on as a BagIt bag (RFC 8493) that anybody can check.
///
/// The files are a function of the contents alone: no clock, no host, no order of arrival.
package enum EvidenceBundle {
  /// The files of a bundle, sorted by the bytes of their paths.
  ///
  /// Inputs and policy files stand under their own paths, with everything odd written as `=XX`; an
  /// index holds the original paths.
  ///
  /// - Throws: When the contents cannot make a sound bundle, such as two reports of one name.
  package static func files(of contents: BundleContents) throws(Problem) -> [PlacedFile] {
    try contents.checkSoundness()
    let payload = Payload(of: contents)
    let tags = [
      (BagLayout.declaration, BagLayout.declarationBytes),
      (BagLayout.metadata, metadata(of: contents, payload.size).bytes),
      (BagLayout.payloadManifest, Manifest(of: payload.digests).bytes),
      (BagLayout.readme, contents.readme),
    ]
    .map { PlacedFile(path: $0.0, content: .held($0.1)) }
    return listingTags(of: payload.files + tags)
  }

  /// The files with the manifest of those beside the payload, sorted by the bytes of their paths.
  static func listingTags(of files: [PlacedFile]) -> [PlacedFile] {
    let tags = files.filter { !$0.path.hasPrefix(BagLayout.payloadFolder) }
    let manifest = PlacedFile(
      path: BagLayout.tagManifest,
      content: .held(Manifest(of: digests(of: tags)).bytes)
    )
    return (files + [manifest]).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The place of a report among the files of a bundle.
  package static func path(ofReport name: String) -> String { BagLayout.report(named: name) }

  /// Whether the words of a file are those of the version of the program that wrote it: people read it,
  /// and what it says stands elsewhere as values; the metadata counts the bytes of such files.
  package static func isWorded(_ path: String) -> Bool {
    BagLayout.isReport(path) || path == BagLayout.readme || path == BagLayout.metadata
  }

  /// The digests of the files that the contents alone decide, by path: of all but the manifests.
  package static func decidedDigests(
    of contents: BundleContents
  ) throws(Problem) -> [String: ContentDigest] {
    digests(of: try files(of: contents).filter { BagLayout.isDecided($0.path) })
  }

  /// The digests of the files that a seal is over: all that the contents decide, and their manifest.
  package static func sealedDigests(
    of decided: [String: ContentDigest],
    evidenceDigest: ContentDigest
  ) -> [String: ContentDigest] {
    var digests = decided
    digests[BagLayout.payloadManifest] = evidenceDigest
    return digests
  }

  /// The evidence digest of a bundle's files: the SHA-256 of their `manifest-sha256.txt`.
  ///
  /// The manifest lists the payload only, so that signatures beside it do not change the digest.
  package static func digest(of files: [PlacedFile]) -> ContentDigest {
    let payload = files.filter { $0.path.hasPrefix(BagLayout.payloadFolder) }
    return ContentDigest(sha256Of: Manifest(of: digests(of: payload)).bytes)
  }

  /// The digest of policy files as the bundle lists them: paths, sizes and content together.
  ///
  /// A report that states it lets verification prove under which policy the verdict came about.
  package static func policyDigest(
    of policy: [(path: String, sha256: ContentDigest, size: Int)]
  ) -> ContentDigest {
    PolicyIndex.digest(of: policy)
  }

  private static func digests(of files: [PlacedFile]) -> [String: ContentDigest] {
    Dictionary(
      files.map { ($0.path, $0.content.sha256) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static func metadata(of contents: BundleContents, _ size: PayloadSize) -> BagMetadata {
    BagMetadata(
      softwareAgent: contents.softwareAgent,
      baggingDate: contents.asOf,
      commit: contents.commit,
      payload: size
    )
  }
}
