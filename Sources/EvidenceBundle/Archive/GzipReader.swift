// SPDX-License-Identifier: Apache-2.0

internal import Compression
internal import GateModel

/// Unpacks an archive of one gzip member (RFC 1952), piece by piece.
struct GzipReader: ~Copyable {
  private static let pieceSize = 1 << 18

  private let file: OpenFile
  private let byteCount: Int
  private let maximumBytes: Int
  private var inflater: Inflater
  private var spool = Spool()

  /// How many bytes were unpacked.
  var unpackedCount: Int { spool.count }

  /// Prepares to unpack a file.
  ///
  /// Text and tables pack to a tenth, bombs to a thousandth (the most that DEFLATE can do is 1032 to
  /// 1).
  init(_ file: consuming OpenFile, byteCount: Int, limits: BundleLimits) throws(MalformedBytes) {
    self.file = file
    self.byteCount = byteCount
    maximumBytes = min(limits.bytes, max(64 << 20, byteCount * 300))
    do throws(CompressionError) {
      inflater = try Inflater(.gzip)
    } catch {
      throw MalformedBytes(error)
    }
  }

  /// The bytes of the archive.
  mutating func unpacked() throws(MalformedBytes) -> any ByteStore {
    var position = 0
    var rest: ArraySlice<UInt8> = []
    while true {
      if rest.isEmpty, position < byteCount {
        rest = try piece(at: position)[...]
        position += rest.count
      }
      let step = try inflater.checkedStep(rest)
      rest = rest.dropFirst(step.consumed)
      guard spool.count + step.bytes.count <= maximumBytes else {
        throw MalformedBytes(.tooLarge(limit: maximumBytes))
      }
      try keep(step.bytes)
      if step.isEnd { break }
      if step.isIdle { throw MalformedBytes(.truncated) }
    }
    guard rest.isEmpty, position == byteCount else {
      throw MalformedBytes("has something after its end")
    }
    do throws(Problem) {
      return try spool.finish()
    } catch {
      throw MalformedBytes(error)
    }
  }

  private mutating func keep(_ bytes: [UInt8]) throws(MalformedBytes) {
    do throws(Problem) {
      try spool.append(bytes)
    } catch {
      throw MalformedBytes(error)
    }
  }

  private func piece(at position: Int) throws(MalformedBytes) -> [UInt8] {
    let range = position..<min(position + Self.pieceSize, byteCount)
    do throws(Problem) {
      let bytes = try file.read(range)
      guard bytes.count == range.count else { throw Problem(changed: file.path) }
      return bytes
    } catch {
      throw MalformedBytes(error)
    }
  }
}
