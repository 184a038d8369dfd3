// SPDX-License-Identifier: Apache-2.0

internal import Compression
package import GateModel

/// Adds attestations to a bundle that exists already.
package enum BundleSigning {
  /// Writes a bundle again, in its form and place, with further attestations.
  ///
  /// Attestations are no part of the payload: the evidence digest stays the same.
  ///
  /// - Parameters:
  ///   - attestations: The files by plain name; one of the same name is replaced.
  ///   - path: The folder or archive.
  ///   - baseName: The top directory inside an archive.
  ///   - modified: The time stamp of archive entries, in seconds since 1970-01-01T00:00:00Z.
  /// - Throws: When the bundle cannot be read, holds what no bundle has, or cannot be written.
  package static func add(
    _ attestations: [BundleFile],
    to path: String,
    named baseName: String,
    modified: Int64
  ) throws(Problem) {
    let listing = try BundleReader.listing(of: path, limits: BundleLimits())
    guard listing.problems.isEmpty else {
      throw Problem(
        path: path,
        message: "cannot sign the bundle: it holds what no bundle has",
        help: "see 'modelgate verify'"
      )
    }
    let added = attestations.map {
      PlacedFile(path: BagLayout.attestationFolder + $0.path, content: .held($0.bytes))
    }
    let names = Set(added.map(\.path))
    let kept = listing.files.filter { !names.contains($0.path) && $0.path != BagLayout.tagManifest }
    try BundleWriter.write(
      EvidenceBundle.listingTags(of: kept + added),
      named: baseName,
      modified: modified,
      to: try BundleReader.form(of: path)
    )
  }
}
