// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Glibc

/// A regular file that is read in pieces.
struct PieceFile: ~Copyable {
  private static let pieceSize = 1 << 18

  private let descriptor: Int32
  /// How many bytes it has.
  let byteCount: Int

  /// Opens a file whose path is spelled as in `TreeEntry`; nil when there is none, or no regular one.
  init?(_ path: String) {
    self.init(name: PathText.bytes(of: path).map { CChar(bitPattern: $0) } + [0])
  }

  /// Opens a file by the bytes of its path, which end in NUL.
  ///
  /// Without blocking, because a named pipe would wait for a writer for ever.
  init?(name: [CChar], flags: Int32 = 0) {
    let descriptor = open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    (self.descriptor, byteCount) = (descriptor, Int(status.st_size))
  }

  deinit { close(descriptor) }

  /// The bytes of a range; nil when the file ends before or cannot be read.
  func read(_ range: Range<Int>) -> [UInt8]? {
    guard range.lowerBound >= 0, range.upperBound <= byteCount else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let place = off_t(range.lowerBound + filled)
        let rest = range.count - filled
        let added = pread(descriptor, buffer.baseAddress.map { $0 + filled }, rest, place)
        if added < 0 && errno == EINTR { continue }
        guard added > 0 else { return }
        filled += added
      }
    }
    return bytes.count == range.count ? bytes : nil
  }

  /// A number of some bytes, highest first; nil when the file ends before.
  func number(at position: Int, byteCount: Int) -> Int? {
    read(position..<position + byteCount).flatMap {
      Int(exactly: $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
  }

  /// Takes the next piece of a range from its front; nil when the file ends before.
  func piece(of range: inout Range<Int>) -> [UInt8]? {
    let piece = range.prefix(Self.pieceSize)
    range = piece.upperBound..<range.upperBound
    return read(piece)
  }
}
