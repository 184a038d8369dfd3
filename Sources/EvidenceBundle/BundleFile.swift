// SPDX-License-Identifier: Apache-2.0

/// One file of a bundle: its path below the bundle's top directory, and its bytes.
package struct BundleFile: Hashable, Sendable {
  /// The path below the top directory, with `/` between its parts, such as `data/report.json`.
  package var path: String
  /// The content.
  package var bytes: [UInt8]

  /// Creates a file from its path and content.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
