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
  package static func files(of contents: BundleContents) throws(BundleError) -> [BundleFile] {
    try contents.checkSoundness()
    let payload = Payload(of: contents)
    let tags = [
      BundleFile(path: BagLayout.declaration, bytes: BagLayout.declarationBytes),
      BundleFile(path: BagLayout.metadata, bytes: metadata(of: contents, payload.size).bytes),
      BundleFile(path: BagLayout.payloadManifest, bytes: Manifest(of: payload.digests).bytes),
      BundleFile(path: BagLayout.readme, bytes: contents.readme),
    ]
    return listingTags(of: payload.files + tags)
  }

  /// The files with the manifest of those beside the payload, sorted by the bytes of their paths.
  static func listingTags(of files: [BundleFile]) -> [BundleFile] {
    let tags = files.filter { !$0.path.hasPrefix(BagLayout.payloadFolder) }
    let manifest = BundleFile(
      path: BagLayout.tagManifest,
      bytes: Manifest(of: digests(of: tags)).bytes
    )
    return (files + [manifest]).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files that the contents alone decide, by path: all but the manifests.
  package static func decidedFiles(
    of contents: BundleContents
  ) throws(BundleError) -> [String: [UInt8]] {
    Dictionary(
      try files(of: contents).map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    ).filter { BagLayout.isDecided($0.key) }
  }

  /// The digests of the files that a seal is over: all that the contents decide, and their manifest.
  package static func sealedDigests(
    of files: [String: [UInt8]],
    evidenceDigest: ContentDigest
  ) -> [String: ContentDigest] {
    var digests = files.mapValues { ContentDigest(sha256Of: $0) }
    digests[BagLayout.payloadManifest] = evidenceDigest
    return digests
  }

  /// The evidence digest of a bundle's files: the SHA-256 of their `manifest-sha256.txt`.
  ///
  /// The manifest lists the payload only, so that signatures beside it do not change the digest.
  package static func digest(of files: [BundleFile]) -> ContentDigest {
    let payload = files.filter { $0.path.hasPrefix(BagLayout.payloadFolder) }
    return ContentDigest(sha256Of: Manifest(of: digests(of: payload)).bytes)
  }

  /// The digest of policy files as the bundle lists them: paths, sizes and content together.
  ///
  /// A report that states it lets verification prove under which policy the verdict came about.
  package static func policyDigest(of policy: [BundleFile]) -> ContentDigest {
    PolicyIndex.digest(of: policy)
  }

  private static func digests(of files: [BundleFile]) -> [String: ContentDigest] {
    Dictionary(
      files.map { ($0.path, ContentDigest(sha256Of: $0.bytes)) },
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
