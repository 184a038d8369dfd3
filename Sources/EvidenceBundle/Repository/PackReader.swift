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

/// Reads git packs of version 2 without deltas (gitformat-pack(5)).
struct PackReader: ~Copyable {
  /// A SHA-1 of everything before it.
  private static let trailerSize = 20

  private let pack: [UInt8]
  private var position = 0
  private var remainingBytes: Int
  private var inflater: Inflater

  /// The objects by the 40 digits of their ids, which are computed, not believed.
  static func objects(
    in pack: [UInt8],
    limits: BundleLimits
  ) throws(MalformedBytes) -> [String: PackedObject] {
    var reader = try PackReader(pack, maximumBytes: limits.bytes)
    let count = try reader.header(maximumObjects: limits.files)
    var objects: [String: PackedObject] = [:]
    for _ in 0..<count {
      let (kind, bytes) = try reader.object()
      let id = GitHash.hex(of: kind, bytes)
      let object = PackedObject(kind: kind, bytes: kind == .blob ? [] : bytes)
      guard objects.updateValue(object, forKey: id) == nil else {
        throw MalformedBytes("holds the object \(id) twice")
      }
    }
    guard reader.position == reader.end else {
      throw MalformedBytes("holds something after its last object")
    }
    return objects
  }

  private init(_ pack: [UInt8], maximumBytes: Int) throws(MalformedBytes) {
    (self.pack, remainingBytes) = (pack, maximumBytes)
    do {
      inflater = try Inflater(.zlib)
    } catch {
      throw MalformedBytes(error)
    }
  }

  private var end: Int { pack.count - Self.trailerSize }

  /// Checks the trailer, reads signature and version, and returns the number of objects.
  private mutating func header(maximumObjects: Int) throws(MalformedBytes) -> Int {
    guard pack.count >= 12 + Self.trailerSize else { throw MalformedBytes("ends too early") }
    guard GitHash.digest(pack.dropLast(Self.trailerSize)).elementsEqual(pack[end...]) else {
      throw MalformedBytes("does not match the checksum at its end")
    }
    guard pack.starts(with: Array("PACK".utf8) + [0, 0, 0, 2]) else {
      throw MalformedBytes("is not a git pack of version 2")
    }
    let count = pack[8..<12].reduce(0) { $0 << 8 | Int($1) }
    guard count <= maximumObjects else {
      throw MalformedBytes("states \(count) objects, more than \(maximumObjects)")
    }
    position = 12
    return count
  }

  private mutating func object() throws(MalformedBytes) -> (GitObject.Kind, [UInt8]) {
    let (kind, size) = try objectHeader()
    guard size <= remainingBytes else { throw MalformedBytes("unpacks to too many bytes") }
    let bytes = try unpacked(maximumBytes: size)
    guard bytes.count == size else {
      throw MalformedBytes("has an object that is shorter than it states")
    }
    remainingBytes -= size
    return (kind, bytes)
  }

  private mutating func unpacked(maximumBytes: Int) throws(MalformedBytes) -> [UInt8] {
    do {
      let (bytes, consumed) = try inflater.unpack(pack[position..<end], maximumBytes: maximumBytes)
      position += consumed
      return bytes
    } catch {
      throw MalformedBytes(error)
    }
  }

  /// Reads type and size: four bits of size in the first byte, then seven a byte, lowest first.
  private mutating func objectHeader() throws(MalformedBytes) -> (GitObject.Kind, Int) {
    var byte = try nextByte()
    let kind = try Self.kind(byte >> 4 & 7)
    var size = Int(byte & 15)
    var shift = 4
    while byte & 0x80 != 0 {
      guard shift <= 46 else { throw MalformedBytes("has an object of an impossible size") }
      byte = try nextByte()
      size |= Int(byte & 0x7F) << shift
      shift += 7
    }
    return (kind, size)
  }

  private mutating func nextByte() throws(MalformedBytes) -> UInt8 {
    guard position < end else { throw MalformedBytes("ends too early") }
    defer { position += 1 }
    return pack[position]
  }

  private static func kind(_ code: UInt8) throws(MalformedBytes) -> GitObject.Kind {
    switch code {
    case 1: .commit
    case 2: .tree
    case 3: .blob
    case 4: .tag
    case 6, 7: throw MalformedBytes("holds a delta, which packs of a bundle do not")
    default: throw MalformedBytes("holds an object of an unknown type")
    }
  }
}
