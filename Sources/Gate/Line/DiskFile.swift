// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import FoundationEssentials
internal import GateModel
internal import Glibc

/// Files that the caller names on disk, outside any tree.
enum DiskFile {
  /// The bytes of a file.
  static func bytes(at path: String) throws(RunFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .configuration("there is no file '\(path)'", help: "check the path")
    }
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .configuration(
        "reading '\(path)' failed: \(error)",
        help: "check that it is a file that you may read"
      )
    }
  }
}

extension DiskFile {
  /// The SHA-256 of a file, which is read piece by piece.
  static func sha256(at path: String) throws(RunFailure) -> ContentDigest {
    var hasher = ContentHasher()
    try forEachPiece(of: path) { hasher.append($0) }
    return hasher.digest
  }

  /// The id of the git blob that a file is, which is read piece by piece.
  static func blob(at path: String) throws(RunFailure) -> ObjectID {
    var status = stat()
    guard stat(path, &status) == 0 else { throw unreadable(path) }
    var hasher = GitHasher(.blob, byteCount: Int(status.st_size))
    try forEachPiece(of: path) { hasher.append($0) }
    return hasher.id
  }

  private static func forEachPiece(
    of path: String,
    _ body: (ArraySlice<UInt8>) -> Void
  ) throws(RunFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      guard count > 0 else { return }
      body(buffer[..<count])
    }
  }

  private static func unreadable(_ path: String) -> RunFailure {
    .configuration(
      "reading '\(path)' failed: \(String(cString: strerror(errno)))",
      help: "check that it is a file that you may read"
    )
  }
}

/// A file that the caller names, or standard input.
package enum NamedInput {
  /// The bytes of a file; `-` reads standard input to its end.
  package static func bytes(_ path: String) throws(RunFailure) -> [UInt8] {
    guard path == "-" else { return try DiskFile.bytes(at: path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .configuration("reading standard input failed", help: "name a file instead of -")
      }
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }
}
