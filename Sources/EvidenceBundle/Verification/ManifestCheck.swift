// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Checks that a manifest lists exactly the files it is for, with the digests they have.
struct ManifestCheck {
  private let path: String
  private let manifest: Manifest
  private let digests: [String: ContentDigest]
  private let bytes: [UInt8]

  /// The problems of the manifest of `data/` and of the manifest of the files beside it.
  static func problems(of bag: StoredBag) -> [Problem] {
    let payload = bag.digests.filter { $0.key.hasPrefix(BagLayout.payloadFolder) }
    let tags = bag.digests.filter {
      !$0.key.hasPrefix(BagLayout.payloadFolder) && $0.key != BagLayout.tagManifest
    }
    return problems(of: BagLayout.payloadManifest, in: bag, for: payload)
      + problems(of: BagLayout.tagManifest, in: bag, for: tags)
  }

  private static func problems(
    of path: String,
    in bag: StoredBag,
    for digests: [String: ContentDigest]
  ) -> [Problem] {
    guard let bytes = bag.held(path) else { return [] }
    let manifest = Manifest(reading: bytes)
    let check = ManifestCheck(path: path, manifest: manifest, digests: digests, bytes: bytes)
    let problems = check.lineProblems + check.fileProblems
    guard problems.isEmpty, Manifest(of: digests).bytes != bytes else { return problems }
    return [.damaged(path, "lists the right files, but not in the one form that it has")]
  }

  private var lineProblems: [Problem] {
    var seen: Set<String> = []
    let repeated = manifest.lines.filter { !seen.insert($0.path).inserted }
    return manifest.unreadable.map { .damaged(path, "line \($0) is no line of a manifest") }
      + repeated.map { .damaged(path, "lists \($0.path) twice") }
  }

  private var fileProblems: [Problem] {
    let listed = Set(manifest.lines.map(\.path))
    let unlisted = digests.keys.filter { !listed.contains($0) }.sorted()
    return manifest.lines.compactMap(problem(of:))
      + unlisted.map { .damaged($0, "is not listed in \(path)") }
  }

  private func problem(of line: Manifest.Line) -> Problem? {
    guard let digest = digests[line.path] else {
      return .damaged(line.path, "is missing, although \(path) lists it")
    }
    guard digest != line.digest else { return nil }
    return .damaged(line.path, "was changed: its SHA-256 is not the one in \(path)")
  }
}
