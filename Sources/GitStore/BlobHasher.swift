// SPDX-License-Identifier: Apache-2.0

internal import Digests
internal import GateModel

/// The SHA-256 of a blob in the making, beside the id that its bytes have to have.
struct BlobHasher {
  private var content = ContentHasher()
  private var object: GitHasher
  /// How many bytes are missing.
  private var rest: Int

  init(byteCount: Int) {
    (object, rest) = (GitHasher(.blob, byteCount: byteCount), byteCount)
  }

  /// Starts with what a loose object says before its bytes (gitformat-loose(5)).
  init(header: String) throws(BlobReader.Unread) {
    let words = header.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0] == "blob", let size = Int(words[1]), size >= 0 else {
      throw .damaged("it is no blob")
    }
    self.init(byteCount: size)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) throws(BlobReader.Unread) {
    rest -= bytes.count
    guard rest >= 0 else { throw .damaged("it is longer than it states") }
    content.append(bytes)
    object.append(bytes)
  }

  /// The digest of all bytes, which have to be those of an id.
  func digest(of id: ObjectID) throws(BlobReader.Unread) -> ContentDigest {
    guard rest == 0 else { throw .damaged("it is shorter than it states") }
    guard object.id == id else { throw .damaged("its bytes have another id") }
    return content.digest
  }
}
