// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
internal import GitStore

/// The git pack of a bundle in the making.
///
/// It is written while the blobs are read, one at a time: the inputs of a bundle are read out of it
/// again, so that no two of them have to be in memory.
struct EvidencePack {
  /// The commit and its trees, and what else is in memory already.
  private let objects: [GitObject]
  /// The files whose blobs are yet to be read, with the digests that are known.
  private var files: [ObjectID: (entry: TreeEntry, sha256: ContentDigest?)] = [:]

  init(_ objects: [GitObject]) { self.objects = objects.inPackOrder }

  /// Adds the blob of a file; several files may have one.
  mutating func add(_ entry: TreeEntry, knownAs sha256: ContentDigest?) {
    let known = sha256 ?? files[entry.id]?.sha256
    files[entry.id] = (entry, known)
  }

  /// Writes the pack.
  ///
  /// - Returns: The pack, and what each added blob was found to be.
  /// - Throws: When a blob cannot be read, or no disk takes the pack.
  func written(
    reading tree: borrowing Snapshot
  ) throws(RunFailure) -> (content: FileContent, blobs: [ObjectID: MeasuredInput]) {
    let others = objects.filter { $0.kind != .blob }
    let loaded = Dictionary(
      objects.filter { $0.kind == .blob }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let blobs = Set(loaded.keys).union(files.keys).sorted()
    var pointers: [ObjectID: ContentDigest] = [:]
    var writer = try Self.packing { () throws(Problem) in
      try PackWriter(objectCount: others.count + blobs.count)
    }
    for object in others {
      try Self.packing { () throws(Problem) in try writer.append(object) }
    }
    for id in blobs {
      let object = if let object = loaded[id] { object } else { try blob(id, in: tree) }
      let known = files[id]?.sha256
      pointers[id] = LFSPointer(bytes: object.bytes)?.oid
      try Self.packing { () throws(Problem) in try writer.append(object, sha256: known) }
    }
    let pack = try Self.packing { () throws(Problem) in try writer.finish() }
    let measured = pack.blobs.map { id, content in
      (
        id,
        MeasuredInput(
          sha256: content.sha256,
          size: content.count,
          lfsObject: pointers[id],
          content: content
        )
      )
    }
    return (pack.content, Dictionary(measured) { first, _ in first })
  }

  private func blob(
    _ id: ObjectID,
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> GitObject {
    guard let file = files[id] else { return GitObject(id: id, kind: .blob, bytes: []) }
    do throws(Problem) {
      return GitObject(id: id, kind: .blob, bytes: try tree.bytes(of: file.entry))
    } catch {
      throw RunFailure(unreadable: error)
    }
  }

  private static func packing<Value: ~Copyable>(
    _ body: () throws(Problem) -> Value
  ) throws(RunFailure) -> Value {
    do throws(Problem) {
      return try body()
    } catch {
      throw .configuration(
        "collecting the evidence in '\(error.path)' failed: \(error.message)",
        help: error.help
      )
    }
  }
}
