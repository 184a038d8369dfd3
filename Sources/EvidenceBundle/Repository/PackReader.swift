// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import Digests
internal import GateModel

/// One object of a git pack.
struct PackedObject: Hashable {
  let kind: GitObject.Kind
  /// The content of a commit, tree or tag; none of a blob, whose id says it all, because the blobs of
  /// a large bundle would need the memory twice.
  let bytes: [UInt8]
}

/// Reads git packs of version 2 without deltas (gitformat-pack(5)), piece by piece.
struct PackReader: ~Copyable {
  /// A SHA-1 of everything before it.
  private static let trailerSize = 20
  private static let pieceSize = 1 << 18

  private let pack: FileContent
  /// What was read and is not used up.
  private var rest: ArraySlice<UInt8> = []
  /// How far the pack was read.
  private var position = 0
  private var hasher = ContentHasher()
  /// Of everything before the trailer.
  private var ending = GitHasher()
  private var remainingBytes: Int
  private var inflater: Inflater

  /// The objects by the 40 digits of their ids, which are computed, not believed.
  static func objects(
    in pack: FileContent,
    limits: BundleLimits
  ) throws(MalformedBytes) -> [String: PackedObject] {
    var reader = try PackReader(pack, maximumBytes: limits.bytes)
    do throws(MalformedBytes) {
      return try reader.objects(atMost: limits.files)
    } catch {
      // What was damaged on its way is told by the checksum, and not by what became of its objects.
      try reader.requireChecksum()
      throw error
    }
  }

  private init(_ pack: FileContent, maximumBytes: Int) throws(MalformedBytes) {
    (self.pack, remainingBytes) = (pack, maximumBytes)
    do {
      inflater = try Inflater(.zlib)
    } catch {
      throw MalformedBytes(error)
    }
  }

  private mutating func objects(
    atMost maximum: Int
  ) throws(MalformedBytes) -> [String: PackedObject] {
    let count = try header(maximumObjects: maximum)
    var objects: [String: PackedObject] = [:]
    for _ in 0..<count {
      let (id, object) = try self.object()
      guard objects.updateValue(object, forKey: id.hex) == nil else {
        throw MalformedBytes("holds the object \(id) twice")
      }
    }
    try requireEnd()
    return objects
  }

  private var end: Int { pack.count - Self.trailerSize }

  /// Reads signature and version, and returns the number of objects.
  private mutating func header(maximumObjects: Int) throws(MalformedBytes) -> Int {
    guard pack.count >= 12 + Self.trailerSize, try refill() else {
      throw MalformedBytes("ends too early")
    }
    guard rest.starts(with: Array("PACK".utf8) + [0, 0, 0, 2]) else {
      throw MalformedBytes("is not a git pack of version 2")
    }
    let count = rest[8..<12].reduce(0) { $0 << 8 | Int($1) }
    guard count <= maximumObjects else {
      throw MalformedBytes("states \(count) objects, more than \(maximumObjects)")
    }
    rest = rest.dropFirst(12)
    return count
  }

  /// Reads to the end, and requires that it is the SHA-1 of everything before.
  private mutating func requireChecksum() throws(MalformedBytes) {
    guard pack.count >= Self.trailerSize else { return }
    while try refill() {}
    guard try ending.digest == read(end..<pack.count) else {
      throw MalformedBytes("does not match the checksum at its end")
    }
  }

  /// Requires that nothing but the trailer is left, and that the pack is the one that was hashed: it is
  /// read from a disk a second time.
  private mutating func requireEnd() throws(MalformedBytes) {
    guard rest.isEmpty, position == end else {
      throw MalformedBytes("holds something after its last object")
    }
    let trailer = try read(end..<pack.count)
    guard ending.digest == trailer else {
      throw MalformedBytes("does not match the checksum at its end")
    }
    hasher.append(trailer[...])
    guard hasher.digest == pack.sha256 else { throw MalformedBytes("changed while it was read") }
  }

  private mutating func object() throws(MalformedBytes) -> (ObjectID, PackedObject) {
    let (kind, size) = try objectHeader()
    guard size <= remainingBytes else { throw MalformedBytes("unpacks to too many bytes") }
    var hasher = GitHasher(kind, byteCount: size)
    var kept: [UInt8] = []
    var count = 0
    inflater.start()
    while true {
      if rest.isEmpty { _ = try refill() }
      let step = try inflater.checkedStep(rest)
      rest = rest.dropFirst(step.consumed)
      count += step.bytes.count
      guard count <= size else { throw MalformedBytes(.tooLarge(limit: size)) }
      hasher.append(step.bytes[...])
      if kind != .blob { kept += step.bytes }
      if step.isEnd { break }
      if step.isIdle { throw MalformedBytes(.truncated) }
    }
    guard count == size else {
      throw MalformedBytes("has an object that is shorter than it states")
    }
    remainingBytes -= size
    return (hasher.id, PackedObject(kind: kind, bytes: kept))
  }

  private mutating func objectHeader() throws(MalformedBytes) -> (GitObject.Kind, Int) {
    var bytes: [UInt8] = []
    var isContinued = true
    while isContinued, bytes.count < PackedHeader.largest {
      let byte = try nextByte()
      bytes.append(byte)
      isContinued = byte & 0x80 != 0
    }
    guard let header = PackedHeader(bytes) else {
      throw MalformedBytes("has an object of an impossible size")
    }
    guard !header.isDelta else {
      throw MalformedBytes("holds a delta, which packs of a bundle do not")
    }
    guard let kind = header.kind else { throw MalformedBytes("holds an object of an unknown type") }
    return (kind, header.size)
  }

  private mutating func nextByte() throws(MalformedBytes) -> UInt8 {
    if rest.isEmpty { _ = try refill() }
    guard let byte = rest.popFirst() else { throw MalformedBytes("ends too early") }
    return byte
  }

  /// Reads the next bytes before the trailer; false when there are none.
  private mutating func refill() throws(MalformedBytes) -> Bool {
    guard position < end else { return false }
    let piece = try read(position..<min(position + Self.pieceSize, end))
    hasher.append(piece[...])
    ending.append(piece[...])
    position += piece.count
    rest = piece[...]
    return true
  }

  private func read(_ range: Range<Int>) throws(MalformedBytes) -> [UInt8] {
    do throws(Problem) {
      return try pack.read(range)
    } catch {
      throw MalformedBytes(error)
    }
  }
}

extension Inflater {
  /// A step whose failure is one of the bytes.
  mutating func checkedStep(_ input: ArraySlice<UInt8>) throws(MalformedBytes) -> Step {
    do throws(CompressionError) {
      return try step(input)
    } catch {
      throw MalformedBytes(error)
    }
  }
}
