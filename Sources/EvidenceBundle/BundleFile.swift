// SPDX-License-Identifier: Apache-2.0

/// One file of a bundle: its path below the bundle's top directory, and its bytes.
public struct BundleFile: Hashable, Sendable {
  /// The path below the top directory, with `/` between its parts, such as `data/report.json`.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// Creates a file from its path and content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
