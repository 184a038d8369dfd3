// SPDX-License-Identifier: Apache-2.0

/// Where a bundle is written, and in which of its three forms.
package enum BundleDestination: Hashable, Sendable {
  /// A directory that becomes the bag itself.
  case directory(String)
  /// A ustar archive.
  case tar(String)
  /// A ustar archive compressed with gzip.
  case tarGz(String)

  /// Chooses the form by the path's ending: `.tar`, `.tar.gz` or `.tgz`, otherwise a directory.
  package init(path: String) {
    if path.hasSuffix(".tar.gz") || path.hasSuffix(".tgz") {
      self = .tarGz(path)
    } else if path.hasSuffix(".tar") {
      self = .tar(path)
    } else {
      self = .directory(path)
    }
  }

  /// The path of the directory or archive.
  package var path: String {
    switch self {
    case .directory(let path), .tar(let path), .tarGz(let path): path
    }
  }
}
