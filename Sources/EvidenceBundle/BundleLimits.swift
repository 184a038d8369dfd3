// SPDX-License-Identifier: Apache-2.0

/// How much a bundle may hold before its reader refuses it.
///
/// An archive or a git pack of a few kilobytes can unpack to terabytes; the limits bound memory.
/// A bundle of 10,000 artifacts has about 20,000 files and some hundred megabytes; one of 1 GiB of
/// inputs has them twice, as files and in the git pack.
package struct BundleLimits: Hashable, Sendable {
  /// The largest number of files, or of objects in the git pack.
  package var files: Int
  /// The largest number of bytes of all files, or of all objects in the git pack, unpacked.
  package var bytes: Int
  /// The largest number of bytes that are parsed as a whole: of `report.json`, the indexes, manifests
  /// and policy files together.
  package var held: Int

  /// Creates limits; the defaults are 200,000 files, 4 GiB and 256 MiB.
  package init(files: Int = 200_000, bytes: Int = 4 << 30, held: Int = 256 << 20) {
    self.files = files
    self.bytes = bytes
    self.held = held
  }
}
