// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Digests
internal import GateModel

/// Takes the bytes of an index apart (gitformat-index(5)).
struct IndexReader {
  private let bytes: ArraySlice<UInt8>
  private let checksum: ArraySlice<UInt8>
  private let attempt: String
  private var position = 0

  /// The bytes of one entry before its path, without the second pair of flags.
  private static let fixedLength = 62
  private static let checksumLength = 20

  init(_ content: [UInt8], _ attempt: String) {
    checksum = content.suffix(Self.checksumLength)
    bytes = content.dropLast(Self.checksumLength)
    self.attempt = attempt
  }

  /// The entries in the order of the file.
  mutating func entries() throws(GitError) -> [IndexFile.Entry] {
    guard bytes.count >= 12, try take(4) == Array("DIRC".utf8)[...] else {
      throw damaged("it does not start as an index does")
    }
    let (version, count) = (Int(try number()), Int(try number()))
    guard (2...4).contains(version) else { throw damaged("it has the unknown version \(version)") }
    // An index that was written with index.skipHash ends in zeros.
    guard checksum.allSatisfy({ $0 == 0 }) || GitHash.digest(bytes)[...] == checksum else {
      throw damaged("its checksum is wrong")
    }
    guard count <= bytes.count / Self.fixedLength else { throw damaged("it ends too early") }
    var entries: [IndexFile.Entry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try entry(version, after: entries.last)) }
    try checkExtensions()
    // In a split index, which the extensions tell, the name may stand in the other file.
    guard entries.allSatisfy({ $0.path.count > 1 }) else { throw damaged("an entry has no name") }
    return entries
  }

  private mutating func entry(
    _ version: Int,
    after previous: IndexFile.Entry?
  ) throws(GitError) -> IndexFile.Entry {
    let start = position
    var raw = git_index_entry()
    raw.ctime = git_index_time(seconds: try signed(), nanoseconds: try number())
    raw.mtime = git_index_time(seconds: try signed(), nanoseconds: try number())
    (raw.dev, raw.ino, raw.mode) = (try number(), try number(), try number())
    (raw.uid, raw.gid, raw.file_size) = (try number(), try number(), try number())
    raw.id = ObjectID(bytes: Array(try take(Self.checksumLength))).raw
    raw.flags = try short()
    if raw.flags & UInt16(GIT_INDEX_ENTRY_EXTENDED.rawValue) != 0 {
      raw.flags_extended = try short()
    }
    let path = version == 4 ? try shortenedPath(after: previous?.path ?? [0]) : try path()
    // Up to version 3 an entry is filled up with NUL to a multiple of eight bytes.
    if version < 4 { position = start + (position - start + 7) / 8 * 8 }
    return IndexFile.Entry(raw: raw, path: path)
  }

  /// A path with its NUL.
  private mutating func path() throws(GitError) -> [CChar] {
    guard position <= bytes.count,
      let end = bytes[(bytes.startIndex + position)...].firstIndex(of: 0)
    else { throw damaged("it ends too early") }
    return try take(end - bytes.startIndex - position + 1).map { CChar(bitPattern: $0) }
  }

  /// A path of version 4: how much to take off the end of the one before, and what follows.
  private mutating func shortenedPath(after previous: [CChar]) throws(GitError) -> [CChar] {
    var (byte, removed) = (try take(1), 0)
    removed = Int(byte[byte.startIndex] & 127)
    while byte[byte.startIndex] & 128 != 0 {
      byte = try take(1)
      removed = (removed + 1) << 7 + Int(byte[byte.startIndex] & 127)
      guard removed < previous.count else { throw damaged("a name is shorter than nothing") }
    }
    guard removed < previous.count else { throw damaged("a name is shorter than nothing") }
    return previous.dropLast(removed + 1) + (try path())
  }

  /// Extensions that start with a capital letter only help; the others change what the index says.
  private mutating func checkExtensions() throws(GitError) {
    while position < bytes.count {
      let name = String(decoding: try take(4), as: UTF8.self)
      let length = Int(try number())
      switch name {
      case "link":
        throw GitError(
          .unsupportedRepository,
          attempt: attempt,
          reason: "the index is split over two files (core.splitIndex)",
          help: "write it as one file: git config core.splitIndex false"
            + " && git update-index --no-split-index"
        )
      case "sdir": break
      case let name where name.utf8.first.map { (0x41...0x5A).contains($0) } ?? false: break
      default:
        throw GitError(
          .unsupportedRepository,
          attempt: attempt,
          reason: "the index has the unknown extension '\(name)'"
        )
      }
      _ = try take(length)
    }
  }

  private mutating func take(_ count: Int) throws(GitError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw damaged("it ends too early") }
    defer { position += count }
    return bytes[(bytes.startIndex + position)..<(bytes.startIndex + position + count)]
  }

  private mutating func number() throws(GitError) -> UInt32 {
    try take(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func signed() throws(GitError) -> Int32 { Int32(bitPattern: try number()) }

  private mutating func short() throws(GitError) -> UInt16 {
    try take(2).reduce(0) { $0 << 8 | UInt16($1) }
  }

  private func damaged(_ reason: String) -> GitError {
    GitError(
      .corrupt,
      attempt: attempt,
      reason: "the index is damaged: \(reason)",
      help: "write it anew: rm .git/index && git reset"
    )
  }
}
