// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Compression
internal import Digests
internal import GateModel
internal import Glibc

/// Hashes blobs of a repository in pieces, loose and packed ones, on as many cores as somebody likes.
///
/// libgit2 reads what is in a pack as a whole only, and what is loose without asking for its id.
struct BlobReader: Sendable {
  /// Why a blob was not hashed in pieces.
  enum Unread: Error, Hashable {
    /// It is in no folder, or in a pack whose index is of another version.
    case absent
    /// It is stored as a change to another object.
    case delta
    case damaged(String)
  }

  /// How far alternates of alternates are followed, as by git (`alt_odb_usable`, object-file.c).
  private static let alternateDepth = 5

  /// The folders with objects, also those of other repositories.
  private let folders: [String]

  init(_ repository: SharedRepository) {
    var path = git_buf()
    defer { git_buf_dispose(&path) }
    let code = git_repository_item_path(&path, repository.pointer, GIT_REPOSITORY_ITEM_OBJECTS)
    let own = code == 0 && path.ptr != nil ? [withoutTrailingSlash(text(of: path.ptr))] : []
    folders = Self.withAlternates(own + repository.environment.objectDirectories)
  }

  /// The SHA-256 of a blob whose bytes have the id.
  func sha256(of id: ObjectID) throws(Unread) -> ContentDigest {
    var reason = Unread.absent
    for folder in folders {
      do throws(Unread) {
        return try Self.loose(id, in: folder)
      } catch {
        if error != .absent { reason = error }
      }
      for pack in Self.packs(in: folder) {
        do throws(Unread) {
          return try Self.packed(id, in: pack)
        } catch {
          if error != .absent { reason = error }
        }
      }
    }
    throw reason
  }

  private static func loose(_ id: ObjectID, in folder: String) throws(Unread) -> ContentDigest {
    guard let file = PieceFile("\(folder)/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))") else {
      throw .absent
    }
    var hasher: BlobHasher?
    try unpack(file, 0..<file.byteCount) { bytes throws(Unread) in
      if hasher == nil {
        let header = bytes.prefix { $0 != 0 }
        hasher = try BlobHasher(header: String(decoding: header, as: UTF8.self))
        try hasher?.append(bytes.dropFirst(header.count + 1))
      } else {
        try hasher?.append(bytes[...])
      }
    }
    guard let hasher else { throw .damaged("it is empty") }
    return try hasher.digest(of: id)
  }

  private static func packed(_ id: ObjectID, in pack: String) throws(Unread) -> ContentDigest {
    guard let start = PackIndex("\(pack).idx")?.offset(of: id) else { throw .absent }
    guard let file = PieceFile("\(pack).pack"), start <= file.byteCount,
      let bytes = file.read(start..<min(start + PackedHeader.largest, file.byteCount)),
      let header = PackedHeader(bytes)
    else { throw .damaged("its pack ends before it") }
    if header.isDelta { throw .delta }
    guard header.kind == .blob else { throw .damaged("it is no blob in its pack") }
    var hasher = BlobHasher(byteCount: header.size)
    let end = max(start + header.byteCount, file.byteCount - ObjectID.byteCount)
    try unpack(file, start + header.byteCount..<end) { bytes throws(Unread) in
      try hasher.append(bytes[...])
    }
    return try hasher.digest(of: id)
  }

  private static func unpack(
    _ file: borrowing PieceFile,
    _ range: Range<Int>,
    _ body: ([UInt8]) throws(Unread) -> Void
  ) throws(Unread) {
    var (rest, packed) = (range, [UInt8]()[...])
    do {
      var inflater = try Inflater(.zlib)
      while true {
        if packed.isEmpty, !rest.isEmpty {
          guard let piece = file.piece(of: &rest) else { throw Unread.damaged("it ends too early") }
          packed = piece[...]
        }
        let step = try inflater.step(packed)
        packed = packed.dropFirst(step.consumed)
        if !step.bytes.isEmpty { try body(step.bytes) }
        if step.isEnd { return }
        if step.isIdle { throw Unread.damaged("it ends too early") }
      }
    } catch let error as Unread {
      throw error
    } catch {
      throw .damaged("it cannot be unpacked")
    }
  }
}

// MARK: Where objects are

extension BlobReader {
  /// The packs of a folder, without the ending.
  private static func packs(in folder: String) -> [String] {
    guard let stream = opendir("\(folder)/pack") else { return [] }
    defer { closedir(stream) }
    var packs: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let name = PathText.text(of: bytes)
      if name.hasSuffix(".idx") { packs.append("\(folder)/pack/\(name.dropLast(4))") }
    }
    return packs.sorted()
  }

  /// Some folders, and those that `info/alternates` names in them (gitrepository-layout(5)).
  private static func withAlternates(_ start: [String]) -> [String] {
    var (found, next) = (start, start)
    for _ in 0..<alternateDepth {
      next = next.flatMap(alternates).filter { !found.contains($0) }
      found += next
    }
    return found
  }

  private static func alternates(of folder: String) -> [String] {
    guard let file = PieceFile("\(folder)/info/alternates") else { return [] }
    var range = 0..<file.byteCount
    let lines = file.piece(of: &range)?.split(separator: UInt8(ascii: "\n")) ?? []
    return lines.filter { $0.first != UInt8(ascii: "#") }.map { line in
      let path = PathText.text(of: Array(line))
      return path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
  }
}
