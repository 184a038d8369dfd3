// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// Packs bytes as one gzip member (RFC 1952) that does not depend on time, name or system.
package struct GzipEncoder: ~Copyable {
  /// The header: DEFLATE, no name, no time, no extra flags, operating system "unknown" (255).
  package static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  private static let level: Int32 = 6
  private static let chunkSize = 1 << 16

  // zlib keeps a pointer back to the stream, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var checksum = Checksum()
  /// The length of the input modulo 2^32, as the trailer states it.
  private var length: UInt32 = 0
  private var isBegun = false

  /// Prepares a member; `windowBits` -15 asks zlib for bare DEFLATE, memory level 8 is its default.
  ///
  /// - Throws: `noMemory`.
  package init() throws(CompressionError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream,
      Self.level,
      Z_DEFLATED,
      -15,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard status == Z_OK else { throw .noMemory }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Packs some bytes and emits what is ready.
  ///
  /// - Throws: What `emit` throws.
  package mutating func append<Failure: Error>(
    _ bytes: [UInt8],
    emit: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try begin(emit: emit)
    checksum.append(bytes[...])
    length &+= UInt32(truncatingIfNeeded: bytes.count)
    // zlib counts in 32 bits.
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 30)
      rest = rest.dropFirst(piece.count)
      try deflate(piece, flush: Z_NO_FLUSH, emit: emit)
    }
  }

  /// Emits the rest and the trailer; nothing may be appended after it.
  ///
  /// - Throws: What `emit` throws.
  package mutating func finish<Failure: Error>(
    emit: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try begin(emit: emit)
    try deflate([], flush: Z_FINISH, emit: emit)
    try emit(
      [checksum.value, length].flatMap { word in
        (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
      }
    )
  }

  private mutating func begin<Failure: Error>(
    emit: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isBegun else { return }
    isBegun = true
    try emit(Self.header)
  }

  private mutating func deflate<Failure: Error>(
    _ input: ArraySlice<UInt8>,
    flush: Int32,
    emit: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try input.withUnsafeBufferPointer { buffer throws(Failure) in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
      stream.pointee.avail_in = UInt32(buffer.count)
      var isFull = true
      while isFull {
        let output = chunk(flush: flush)
        isFull = output.count == Self.chunkSize
        if !output.isEmpty { try emit(output) }
      }
    }
  }

  /// Runs zlib until one chunk is full or nothing is left to do.
  private mutating func chunk(flush: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = UInt32(Self.chunkSize)
      // With a live stream the call cannot fail: Z_BUF_ERROR only says that nothing was left.
      _ = CZlib.deflate(stream, flush)
      count = Self.chunkSize - Int(stream.pointee.avail_out)
    }
  }
}
