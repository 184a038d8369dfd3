// SPDX-License-Identifier: Apache-2.0

/// Why a bundle could not be made, written or read.
package struct BundleError: Error, Hashable, Sendable {
  /// The file or directory that it concerns.
  package var path: String
  /// What was attempted and what went wrong, as a lower-case phrase.
  package var reason: String
  /// What the user can do about it.
  package var help: String

  /// Creates an error for one path.
  package init(path: String, reason: String, help: String) {
    self.path = path
    self.reason = reason
    self.help = help
  }
}

extension BundleError: CustomStringConvertible {
  /// The path, what went wrong and what to do, on one line.
  package var description: String { "\(path): \(reason); \(help)" }
}
