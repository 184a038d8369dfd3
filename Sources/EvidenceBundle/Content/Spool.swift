// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// Bytes in the making that are read again later: few stay in memory, many go to a nameless file.
struct Spool: ~Copyable {
  /// From how many bytes on they go to a disk.
  private static let heldLimit = 8 << 20
  /// How many bytes are written at once.
  private static let pieceSize = 1 << 20

  private var held: [UInt8] = []
  private var file: OpenFile?
  /// How many bytes there are.
  private(set) var count = 0

  /// Adds bytes.
  ///
  /// - Throws: When no disk takes them.
  mutating func append(_ bytes: [UInt8]) throws(Problem) {
    count += bytes.count
    guard held.count + bytes.count >= (file == nil ? Self.heldLimit : Self.pieceSize) else {
      held += bytes
      return
    }
    // What is large is in memory once already.
    try flush()
    try file?.write(bytes)
  }

  /// What was written; nothing may be added after that.
  mutating func finish() throws(Problem) -> any ByteStore {
    guard file != nil else { return MemoryStore(held) }
    try flush()
    guard let file = file.take() else { return MemoryStore(held) }
    return FileStore(file, isPrivate: true)
  }

  private mutating func flush() throws(Problem) {
    if file == nil { file = try Self.namelessFile() }
    try file?.write(held)
    held.removeAll(keepingCapacity: true)
  }

  /// The folders for temporary files (POSIX.1-2017, `TMPDIR`; FHS 3.0, §3.18 and §5.15), and the one in
  /// memory that containers have in any case.
  private static var folders: [String] {
    let named = getenv("TMPDIR").map { [String(cString: $0)] } ?? []
    return named + ["/tmp", "/var/tmp", "/dev/shm"]
  }

  /// A file that is gone with its last reader, whatever happens.
  private static func namelessFile() throws(Problem) -> OpenFile {
    var failure: Problem?
    for folder in folders {
      do throws(Problem) {
        let file = try TemporaryName.claim(beside: "\(folder)/bundle") { name throws(Problem) in
          try OpenFile(creatingPrivate: name)
        }
        unlink(file.path)
        return file
      } catch {
        failure = failure ?? error
      }
    }
    throw Problem(
      path: folders[0],
      message:
        "cannot keep the parts of a large bundle: \(failure?.message ?? "there is no folder")",
      help: "name a folder with room for the bundle in TMPDIR"
    )
  }
}
