// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Bytes that can be read at any place, as often as somebody needs them.
protocol ByteStore: Sendable {
  /// Where they are, for messages.
  var path: String { get }
  /// Whether nobody else can change them.
  var isPrivate: Bool { get }
  /// The bytes of a range that was there when it was looked for.
  func read(_ range: Range<Int>) throws(Problem) -> [UInt8]
}

extension ByteStore {
  var changed: Problem { Problem(changed: path) }
}

extension Problem {
  /// The bytes of a file are not those any more that were looked at first.
  init(changed path: String) {
    self.init(
      path: path,
      message: "cannot read the bundle: it changed while it was read",
      help: "try again when nothing writes to it"
    )
  }
}

/// Bytes in memory.
struct MemoryStore: ByteStore {
  let path = ""
  let isPrivate = true
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }
}

/// The bytes of a file that stays open.
final class FileStore: ByteStore {
  let isPrivate: Bool
  private let file: OpenFile

  init(_ file: consuming OpenFile, isPrivate: Bool = false) {
    self.file = file
    self.isPrivate = isPrivate
  }

  var path: String { file.path }

  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    let bytes = try file.read(range)
    guard bytes.count == range.count else { throw changed }
    return bytes
  }
}

/// The bytes of a file that is opened for each reading: a folder may have more files than a process
/// may hold open.
struct PathStore: ByteStore {
  let path: String
  let isPrivate = false

  func read(_ range: Range<Int>) throws(Problem) -> [UInt8] {
    try FileStore(OpenFile(reading: path)).read(range)
  }
}
