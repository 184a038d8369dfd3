// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle

/// Writes files as an archive, whatever they are, and verifies it.
func verification(of files: [BundleFile]) throws -> BundleVerification {
  let folder = try TemporaryFolder()
  let path = folder.path("bundle.tar")
  try BundleWriter.write(files, named: "bundle", modified: 0, to: BundleDestination(path: path))
  return try BundleVerifier.verify(path, readingReport: BundleFixture.facts)
}

/// Verifies bytes that should be an archive.
func verification(
  ofArchive bytes: [UInt8],
  limits: BundleLimits = BundleLimits()
) throws -> BundleVerification {
  let folder = try TemporaryFolder()
  let path = try folder.write(bytes, to: "bundle")
  return try BundleVerifier.verify(path, limits: limits, readingReport: BundleFixture.facts)
}
