// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Where the parts of a bundle stand below its top directory.
///
/// The outer form is a BagIt 1.0 bag (RFC 8493).
enum BagLayout {
  static let declaration = "bagit.txt"
  static let metadata = "bag-info.txt"
  static let payloadManifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let payloadFolder = "data/"
  static let report = "data/report.json"
  static let inputIndex = "data/inputs/index.json"
  static let policyIndex = "data/policy/index.json"
  static let commit = "data/repo/commit"
  static let pack = "data/repo/objects.pack"

  /// The exact bytes of `bagit.txt` (RFC 8493 §2.1.1).
  static let declarationBytes =
    Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// The files that every bundle has.
  static let required = [
    declaration, metadata, payloadManifest, tagManifest, report, inputIndex, policyIndex, commit,
    pack,
  ]

  /// The folders that a bundle may have.
  static let folders: Set<String> = [
    "data", "data/inputs", "data/inputs/sha256", "data/policy", "data/policy/sha256", "data/repo",
  ]

  /// The place of an input, named after its content.
  static func input(_ digest: ContentDigest) -> String { "data/inputs/sha256/\(digest)" }

  /// The place of a policy file, named after its content.
  static func policyFile(_ digest: ContentDigest) -> String { "data/policy/sha256/\(digest)" }

  /// Whether a path names a report: a file directly in `data/`.
  static func isReport(_ path: String) -> Bool {
    path.hasPrefix(payloadFolder) && !path.dropFirst(payloadFolder.count).contains("/")
  }
}
