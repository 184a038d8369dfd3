// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Where the parts of a bundle stand below its top directory.
///
/// The outer form is a BagIt 1.0 bag (RFC 8493); inputs and policy stand under their own paths.
enum BagLayout {
  static let declaration = "bagit.txt"
  static let metadata = "bag-info.txt"
  static let readme = "README.md"
  static let payloadManifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"
  static let payloadFolder = "data/"
  static let report = "data/report.json"
  static let page = "data/index.html"
  static let facts = "data/facts.json"
  static let inputIndex = "data/inputs/index.json"
  static let policyIndex = "data/policy/index.json"
  static let pack = "data/repo/objects.pack"
  static let logCheckpoint = "data/log/checkpoint"
  static let logInclusion = "data/log/inclusion.json"
  static let logConsistency = "data/log/consistency.json"
  static let attestationFolder = "attestations/"

  /// How the names of OpenSSF Model Signing signatures end.
  static let sealSuffix = ".oms.sig"

  /// The exact bytes of `bagit.txt` (RFC 8493 §2.1.1).
  static let declarationBytes =
    Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)

  /// The files that every bundle has.
  static let required = [
    declaration, metadata, readme, payloadManifest, tagManifest, report, facts, inputIndex,
    policyIndex, pack,
  ]

  /// The folders that may hold files of a bundle, and no folders.
  private static let flatFolders: Set<String> = [
    "data", "data/reports", "data/inputs", "data/inputs/sha256", "data/policy",
    "data/policy/sha256", "data/repo", "data/log", "attestations",
  ]

  /// The folders below which the paths of the checked tree are kept.
  private static let deepFolders = ["data/inputs/files", "data/policy/files"]

  /// Whether a bundle may have a folder.
  static func isFolder(_ path: String) -> Bool {
    flatFolders.contains(path)
      || deepFolders.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether a path names an input.
  static func isInput(_ path: String) -> Bool {
    path.hasPrefix("data/inputs/files/") || path.hasPrefix("data/inputs/sha256/")
  }

  /// Whether a path names what may be large and is not read as a whole when a bundle is opened.
  static func isLarge(_ path: String) -> Bool {
    isInput(path) || path == pack || path == page || isChild(path, of: "data/reports/")
  }

  /// The place of a report: two have a place of their own, because people look for them.
  static func report(named name: String) -> String {
    switch name {
    case "report.json": report
    case "index.html": page
    default: "data/reports/\(name)"
    }
  }

  /// Whether a path names a report.
  static func isReport(_ path: String) -> Bool {
    path == report || path == page || isChild(path, of: "data/reports/")
  }

  /// Whether a path names an attestation: a signature over the bundle, which is no part of it.
  static func isAttestation(_ path: String) -> Bool {
    isChild(path, of: attestationFolder)
      && (path.hasSuffix(".dsse.json") || path.hasSuffix(sealSuffix))
  }

  /// Whether the contents of a bundle alone decide what a file holds; attestations come later, and
  /// the manifests follow from the rest.
  static func isDecided(_ path: String) -> Bool {
    !isAttestation(path) && path != payloadManifest && path != tagManifest
  }

  private static func isChild(_ path: String, of folder: String) -> Bool {
    path.hasPrefix(folder) && !path.dropFirst(folder.count).contains("/")
  }
}
