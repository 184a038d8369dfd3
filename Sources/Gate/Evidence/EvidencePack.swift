// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel

/// The git pack of a bundle in the making.
///
/// The blobs were kept when they were read for the check; pack and inputs are read out of what was kept,
/// piece by piece, so that no two of them have to be in memory.
struct EvidencePack {
  /// The commit and its trees, and what else is in memory already.
  private let objects: [GitObject]
  private let kept: KeptBlobs
  /// The blobs of files, with the digests that are known.
  private var blobs: [ObjectID: ContentDigest?] = [:]

  init(_ objects: [GitObject], of kept: KeptBlobs) {
    (self.objects, self.kept) = (objects.inPackOrder, kept)
  }

  /// Adds the blob of a file that was read; several files may have one.
  mutating func add(_ id: ObjectID, knownAs sha256: ContentDigest?) {
    blobs[id] = .some(sha256 ?? blobs[id] ?? nil)
  }

  /// Puts the pack together.
  ///
  /// - Returns: The pack, and what each blob in it was found to be.
  /// - Throws: When what was kept cannot be read.
  func written() throws(RunFailure) -> (content: FileContent, blobs: [ObjectID: MeasuredInput]) {
    let others = objects.filter { $0.kind != .blob }
    let loaded = objects.filter { $0.kind == .blob && blobs[$0.id] == nil }
    let loadedByID = Dictionary(loaded.map { ($0.id, $0) }) { first, _ in first }
    return try Self.packing { () throws(Problem) in
      var writer = PackWriter(objectCount: others.count + loaded.count + blobs.count)
      for object in others { try writer.append(object) }
      for id in Set(blobs.keys).union(loadedByID.keys).sorted() {
        if let object = loadedByID[id] {
          try writer.append(object)
        } else {
          try writer.append(id, of: kept, knownAs: blobs[id] ?? nil)
        }
      }
      let pack = writer.finish()
      var measured: [ObjectID: MeasuredInput] = [:]
      for (id, content) in pack.blobs { measured[id] = try MeasuredInput(content) }
      return (pack.content, measured)
    }
  }

  /// What a file that was read was found to be, where the pack does not hold it.
  func measured(_ id: ObjectID) throws(RunFailure) -> MeasuredInput {
    try Self.packing { () throws(Problem) in
      try MeasuredInput(try kept.content(of: id))
    }
  }

  static func packing<Value: ~Copyable>(
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

extension MeasuredInput {
  /// What a file with this content is.
  init(_ content: FileContent) throws(Problem) {
    let isSmall = content.count < LFSPointer.sizeLimit
    self.init(
      sha256: content.sha256,
      size: content.count,
      lfsObject: isSmall ? LFSPointer(bytes: try content.bytes())?.oid : nil,
      content: content
    )
  }
}
