// SPDX-License-Identifier: Apache-2.0

/// The file names that are safe in every archive, manifest and file system.
enum SafeName {
  /// The most folders that a path of a bundle may lead through.
  static let deepestPath = 40

  /// Whether a character may occur: ASCII letters and digits, `.`, `_`, `-` and `=`.
  ///
  /// Manifests (RFC 8493 §2.1.3) percent-encode line breaks and `%`, and readers disagree on how;
  /// names of this alphabet need no encoding.
  static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-", "=": true
    default: false
    }
  }

  /// Whether a name is one part of a path, at most 100 bytes long, that starts with no dot or dash.
  static func isPart(_ name: some StringProtocol) -> Bool {
    guard let first = name.unicodeScalars.first, first != ".", first != "-" else { return false }
    return name.utf8.count <= 100 && name.unicodeScalars.allSatisfy(allows)
  }

  /// Whether every part of a path is safe; an absolute path or one with `..` is not.
  static func isPath(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { isPart($0) }
  }
}
