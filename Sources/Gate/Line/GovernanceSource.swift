// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import RulePacks

/// Where policy and packs come from that are not in a tree: the program and the disk, or a bundle
/// that keeps what they held.
enum GovernanceSource: Sendable {
  case programAndDisk
  /// The files of a bundle, and the ids of packs by the names under which they were asked for.
  case bundle(files: [PackFile], packs: [String: String])

  /// Whether the examples of packs were read when the packs first came.
  var isReplayed: Bool {
    switch self {
    case .programAndDisk: false
    case .bundle: true
    }
  }

  /// The bytes of a policy file that the caller named.
  func policy(at path: String) throws(RunFailure) -> [UInt8] {
    guard case .bundle(let files, _) = self else { return try DiskFile.bytes(at: path) }
    guard let file = files.first(where: { $0.path == path }) else {
      throw .configuration("the bundle holds no policy '\(path)'", help: "make the bundle anew")
    }
    return file.bytes
  }

  /// The files of a pack that is not in a tree.
  func pack(named name: String) throws(RunFailure) -> PackFiles {
    guard case .bundle(let files, let packs) = self else { return try PackFiles(named: name) }
    let prefix = "packs/\(packs[name] ?? name)/"
    let own = files.filter { $0.path.hasPrefix(prefix) }
    guard !own.isEmpty else {
      throw .configuration("the bundle holds no rule pack '\(name)'", help: "make the bundle anew")
    }
    return PackFiles(
      files: own.map { PackFile(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes) },
      areShipped: true
    )
  }
}
