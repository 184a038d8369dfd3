// SPDX-License-Identifier: Apache-2.0

internal import CZstd
internal import Synchronization

/// The files of one folder of the package, as the build packed them into the program.
///
/// Every file is cut in three: what every check reads, what those checks read that cannot do with it, and
/// what only tests, documentation and evidence do. Each third of all files is one frame, which is unpacked
/// when its first byte is asked for.
package final class PackedFolder: Sendable {
  /// The folder's name; empty for files that lie in none.
  package let name: String
  private let fronts: PackedFrame
  private let heads: PackedFrame
  private let tails: PackedFrame

  /// Creates a folder of what the build wrote.
  package init(name: String, fronts: PackedFrame, heads: PackedFrame, tails: PackedFrame) {
    (self.name, self.fronts, self.heads, self.tails) = (name, fronts, heads, tails)
  }

  /// The files, sorted by path.
  ///
  /// The first frame begins with a line for each of them, `path TAB front TAB head TAB tail TAB sha256`, and
  /// with an empty line after them.
  package var files: [PackedFile] {
    let bytes = fronts.bytes
    var files: [PackedFile] = []
    var start = 0
    var (front, head, tail) = (0, 0, 0)
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")), end > start {
      let fields = bytes[start..<end].split(separator: UInt8(ascii: "\t"))
      guard fields.count == 5, let frontSize = Self.number(fields[1]),
        let headSize = Self.number(fields[2]), let tailSize = Self.number(fields[3])
      else { return [] }
      files.append(
        PackedFile(
          path: String(decoding: fields[0], as: UTF8.self),
          sha256: String(decoding: fields[4], as: UTF8.self),
          folder: self,
          frontRange: front..<(front + frontSize),
          headRange: head..<(head + headSize),
          tailRange: tail..<(tail + tailSize)
        )
      )
      front += frontSize
      head += headSize
      tail += tailSize
      start = end + 1
    }
    return files.map { $0.moved(by: start + 1) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: digits, as: UTF8.self))
  }

  fileprivate func front(_ range: Range<Int>) -> ArraySlice<UInt8> { fronts.part(range) }

  fileprivate func head(_ range: Range<Int>) -> ArraySlice<UInt8> { heads.part(range) }

  fileprivate func tail(_ range: Range<Int>) -> ArraySlice<UInt8> { tails.part(range) }
}

/// A file that is part of the program.
package struct PackedFile: Sendable {
  /// The path from the folder.
  package let path: String
  /// The SHA-256 of the whole file in hexadecimal digits, as the build computed it.
  package let sha256: String
  private let folder: PackedFolder
  private let frontRange: Range<Int>
  private let headRange: Range<Int>
  private let tailRange: Range<Int>

  fileprivate init(
    path: String,
    sha256: String,
    folder: PackedFolder,
    frontRange: Range<Int>,
    headRange: Range<Int>,
    tailRange: Range<Int>
  ) {
    (self.path, self.sha256, self.folder) = (path, sha256, folder)
    (self.frontRange, self.headRange, self.tailRange) = (frontRange, headRange, tailRange)
  }

  fileprivate func moved(by distance: Int) -> Self {
    Self(
      path: path,
      sha256: sha256,
      folder: folder,
      frontRange: (frontRange.lowerBound + distance)..<(frontRange.upperBound + distance),
      headRange: headRange,
      tailRange: tailRange
    )
  }

  /// The number of bytes of the whole file.
  package var size: Int { frontRange.count + headRange.count + tailRange.count }

  /// Whether the build cut something off.
  package var isCut: Bool { !tailRange.isEmpty }

  /// What a check reads of the file.
  package var head: [UInt8] {
    // A frame is unpacked for the first of its bytes that somebody needs.
    let front = frontRange.isEmpty ? [] : Array(folder.front(frontRange))
    return headRange.isEmpty ? front : front + folder.head(headRange)
  }

  /// The whole file.
  package var bytes: [UInt8] { isCut ? head + folder.tail(tailRange) : head }
}

/// A frame of Zstandard in a string literal: a source file can state no other bytes that the program then
/// has without copying them at start.
///
/// A literal holds only text, so seven bytes, the lowest bit first, stand as eight characters of seven bits.
package final class PackedFrame: Sendable {
  private let text: String
  private let size: Int
  private let unpacked = Mutex<[UInt8]?>(nil)

  /// Creates a frame.
  ///
  /// - Parameters:
  ///   - text: The literal.
  ///   - size: The number of bytes that it unpacks to.
  package init(_ text: String, size: Int) {
    (self.text, self.size) = (text, size)
  }

  /// What it holds; nothing where it is damaged, which a test excludes.
  fileprivate var bytes: [UInt8] {
    unpacked.withLock { known in
      if let known { return known }
      let bytes = unpack()
      known = bytes
      return bytes
    }
  }

  fileprivate func part(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let bytes = bytes
    return range.upperBound <= bytes.count ? bytes[range] : []
  }

  private func unpack() -> [UInt8] {
    let frame = packed
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let written = ZSTD_decompress(buffer.baseAddress, size, frame, frame.count)
      count = ZSTD_isError(written) == 0 ? written : 0
    }
  }

  /// The bytes of the frame.
  private var packed: [UInt8] {
    var text = text
    return text.withUTF8 { characters in
      [UInt8](unsafeUninitializedCapacity: characters.count * 7 / 8) { bytes, count in
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for character in characters {
          held |= UInt32(character) << bits
          bits += 7
          guard bits >= 8 else { continue }
          bytes[count] = UInt8(truncatingIfNeeded: held)
          count += 1
          held >>= 8
          bits -= 8
        }
      }
    }
  }
}
