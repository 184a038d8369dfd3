// SPDX-License-Identifier: Apache-2.0

/// Bytes that are taken in their order, from memory or from a disk.
protocol ByteSource: ~Copyable {
  /// Takes exactly some bytes, of which there are enough.
  mutating func take(_ count: Int) throws(MalformedBytes) -> [UInt8]
}

/// Bytes that are in memory already.
struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func take(_ count: Int) throws(MalformedBytes) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}

extension OpenFile: ByteSource {
  func take(_ count: Int) throws(MalformedBytes) -> [UInt8] {
    let bytes: [UInt8]
    do throws(BundleError) {
      bytes = try read(count)
    } catch {
      throw MalformedBytes(error.reason)
    }
    guard bytes.count == count else { throw MalformedBytes("ends too early") }
    return bytes
  }
}
