// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// Checks that what the indexes list is there, under its digest, with the stated size and blob.
enum IndexCheck {
  /// The problems of the inputs.
  static func problems(of index: InputIndex, in bag: StoredBag) -> [Problem] {
    let blobs = blobIDs(of: index, in: bag)
    return index.entries.flatMap { entry -> [Problem] in
      guard let place = entry.file else { return [] }
      let problems = contentProblems(
        of: entry.path,
        place,
        entry.sha256,
        entry.size,
        in: bag,
        BagLayout.inputIndex
      )
      return problems + blobProblems(of: entry, blobs[place]) + pointerProblems(of: entry, in: bag)
    }
  }

  private static func blobProblems(
    of entry: InputIndex.Entry,
    _ blob: String?
  ) -> [Problem] {
    guard let blob, blob != entry.blob.hex else { return [] }
    let what = "states the blob \(entry.blob) for \(quoted(entry.path)), but the content is \(blob)"
    return [.unproven(BagLayout.inputIndex, what)]
  }

  /// A Git LFS pointer has a line `oid sha256:<digest>` and less than 1024 bytes (git-lfs, spec.md).
  private static func pointerProblems(
    of entry: InputIndex.Entry,
    in bag: StoredBag
  ) -> [Problem] {
    guard let object = entry.lfsObject, let content = entry.file.flatMap({ bag.files[$0] }),
      !points(content, to: object)
    else { return [] }
    let what =
      "states that \(quoted(entry.path)) points to the LFS object \(object), but it does not"
    return [.unproven(BagLayout.inputIndex, what)]
  }

  private static func points(_ content: FileContent, to object: ContentDigest) -> Bool {
    guard content.count < 1024 else { return false }
    do throws(Problem) {
      let lines = try content.bytes().split { $0 == 0x0A || $0 == 0x0D }
      return lines.contains(Array("oid sha256:\(object)".utf8)[...])
    } catch {
      return false
    }
  }

  /// The ids of the blobs that the contents really are, each computed once.
  ///
  /// A forged index may name one large content for any number of inputs.
  private static func blobIDs(of index: InputIndex, in bag: StoredBag) -> [String: String] {
    let places = Set(index.entries.compactMap(\.file))
    return bag.files.filter { places.contains($0.key) }.compactMapValues { content in
      switch content {
      case .held(let bytes): GitHash.hex(of: .blob, bytes)
      case .stored(let stored): stored.blob?.hex
      }
    }
  }

  /// The problems of the policy files.
  static func problems(of index: PolicyIndex, in bag: StoredBag) -> [Problem] {
    index.entries.flatMap { entry -> [Problem] in
      let problems = contentProblems(
        of: entry.path,
        entry.file,
        entry.sha256,
        entry.size,
        in: bag,
        BagLayout.policyIndex
      )
      guard let bytes = bag.held(entry.file), GitHash.id(of: .blob, bytes) != entry.blob else {
        return problems
      }
      let what =
        "states the blob \(entry.blob) for \(quoted(entry.path)), but the content is another"
      return problems + [.unproven(BagLayout.policyIndex, what)]
    }
  }

  private static func contentProblems(
    of path: String,
    _ place: String,
    _ digest: ContentDigest,
    _ size: Int,
    in bag: StoredBag,
    _ index: String
  ) -> [Problem] {
    guard let content = bag.files[place] else {
      return [.damaged(place, "is missing, although \(index) names it for \(quoted(path))")]
    }
    var problems: [Problem] = []
    if bag.digests[place] != digest {
      problems.append(.damaged(place, "does not have the SHA-256 that \(index) states"))
    }
    if content.count != size {
      let what = "states \(size) bytes for \(quoted(path)), but there are \(content.count)"
      problems.append(.unproven(index, what))
    }
    return problems
  }
}
