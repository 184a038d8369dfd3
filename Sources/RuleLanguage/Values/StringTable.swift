// SPDX-License-Identifier: Apache-2.0

/// Finds text that a storage already holds, byte for byte.
///
/// `String` is no key for this: it compares by canonical equivalence, the language by code point.
struct StringTable: Sendable {
  private var slots: [StorageRange?] = Array(repeating: nil, count: 64)
  private var count = 0

  /// The place of the bytes in the storage, which are appended when they are not there.
  mutating func intern(_ text: [UInt8], in storage: inout Storage) -> StorageRange {
    text.withUnsafeBufferPointer { intern($0, in: &storage) }
  }

  /// The place of the bytes in the storage, which are appended when they are not there.
  mutating func intern(
    _ text: UnsafeBufferPointer<UInt8>,
    in storage: inout Storage
  ) -> StorageRange {
    if count * 2 >= slots.count { grow(storage) }
    var index = Self.hash(text) & (slots.count - 1)
    while let range = slots[index] {
      let isSame = storage.bytes.withUnsafeBufferPointer { bytes in
        UnsafeBufferPointer(rebasing: bytes[range.indices]).isSame(as: text)
      }
      if isSame { return range }
      index = (index + 1) & (slots.count - 1)
    }
    let range = storage.append(bytes: text)
    slots[index] = range
    count += 1
    return range
  }

  private mutating func grow(_ storage: Storage) {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    for case .some(let range) in old {
      var index = Self.hash(storage.bytes[range.indices]) & (slots.count - 1)
      while slots[index] != nil { index = (index + 1) & (slots.count - 1) }
      slots[index] = range
    }
  }

  private static func hash(_ text: some Collection<UInt8>) -> Int {
    // All bytes at once: one by one costs several times as much.
    text.withContiguousStorageIfAvailable(hash) ?? Array(text).withUnsafeBufferPointer(hash)
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize()
  }
}
