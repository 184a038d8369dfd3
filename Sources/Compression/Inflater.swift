// SPDX-License-Identifier: Apache-2.0

internal import CZlib

/// Unpacks what DEFLATE packed (RFC 1951), bare or in the wrapping of zlib or gzip.
package struct Inflater: ~Copyable {
  /// What surrounds the packed bytes; a checksum in it is checked.
  package enum Wrapping: Sendable {
    /// Nothing (RFC 1951), as in ZIP archives, whose directory has the checksum.
    case none
    /// RFC 1950, as git packs use it.
    case zlib
    /// RFC 1952.
    case gzip

    /// The `windowBits` of zlib's `inflateInit2`: the largest window, negative for bare bytes and
    /// plus 16 for gzip.
    fileprivate var windowBits: Int32 {
      switch self {
      case .none: -15
      case .zlib: 15
      case .gzip: 31
      }
    }
  }

  private static let chunkSize = 1 << 16

  // zlib keeps a pointer back to the stream, which therefore must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let chunk: UnsafeMutablePointer<UInt8>

  /// Prepares to unpack any number of streams.
  ///
  /// - Throws: `noMemory`.
  package init(_ wrapping: Wrapping) throws(CompressionError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    chunk = .allocate(capacity: Self.chunkSize)
    let status = inflateInit2_(
      stream,
      wrapping.windowBits,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard status == Z_OK else { throw .noMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    chunk.deallocate()
  }

  /// Unpacks one stream from the start of `input`.
  ///
  /// - Returns: The unpacked bytes, and how many bytes of `input` they were packed in.
  /// - Throws: When the bytes are damaged, end too early, or unpack to more than `maximumBytes`.
  package mutating func unpack(
    _ input: ArraySlice<UInt8>,
    maximumBytes: Int
  ) throws(CompressionError) -> (bytes: [UInt8], consumed: Int) {
    try input.withUnsafeBufferPointer { buffer throws(CompressionError) in
      inflateReset(stream)
      var output: [UInt8] = []
      var consumed = 0
      while true {
        let (status, taken) = step(buffer[consumed...])
        consumed += taken
        let produced = Self.chunkSize - Int(stream.pointee.avail_out)
        guard output.count + produced <= maximumBytes else { throw .tooLarge(limit: maximumBytes) }
        output.append(contentsOf: UnsafeBufferPointer(start: chunk, count: produced))
        guard status != Z_STREAM_END else { return (output, consumed) }
        guard status == Z_OK else { throw status == Z_BUF_ERROR ? .truncated : .damaged }
      }
    }
  }

  /// What one step of unpacking gave.
  package struct Step {
    /// Some of the unpacked bytes, 64 KiB at most.
    package let bytes: [UInt8]
    /// How many packed bytes were used up.
    package let consumed: Int
    /// Whether the stream is at its end.
    package let isEnd: Bool
    /// Whether nothing happened, because there were no packed bytes.
    package var isIdle: Bool { consumed == 0 && bytes.isEmpty && !isEnd }
  }

  /// Starts with a stream whose packed bytes come in pieces.
  package mutating func start() { inflateReset(stream) }

  /// Unpacks a little of a stream that was started.
  ///
  /// - Parameter input: The next packed bytes; what is not used up has to be given again.
  /// - Returns: What came of it.
  /// - Throws: `damaged`.
  package mutating func step(_ input: ArraySlice<UInt8>) throws(CompressionError) -> Step {
    try input.withUnsafeBufferPointer { buffer throws(CompressionError) in
      let (status, consumed) = step(buffer[...])
      guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else { throw .damaged }
      let count = Self.chunkSize - Int(stream.pointee.avail_out)
      return Step(
        bytes: Array(UnsafeBufferPointer(start: chunk, count: count)),
        consumed: consumed,
        isEnd: status == Z_STREAM_END
      )
    }
  }

  /// Fills the chunk once; zlib counts in 32 bits, so that long inputs are fed piece by piece.
  private mutating func step(_ input: Slice<UnsafeBufferPointer<UInt8>>) -> (Int32, Int) {
    let piece = UnsafeBufferPointer(rebasing: input.prefix(1 << 30))
    stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
    stream.pointee.avail_in = UInt32(piece.count)
    stream.pointee.next_out = chunk
    stream.pointee.avail_out = UInt32(Self.chunkSize)
    let status = inflate(stream, Z_NO_FLUSH)
    return (status, piece.count - Int(stream.pointee.avail_in))
  }
}

/// Why bytes cannot be packed or unpacked.
package enum CompressionError: Error, Hashable, Sendable {
  /// The packed bytes end before what they hold does.
  case truncated
  /// The packed bytes are none that a compressor writes, or contradict their own checksum.
  case damaged
  /// What is packed is larger than the caller allows, in bytes.
  case tooLarge(limit: Int)
  /// A Zstandard frame was packed with a dictionary, which is not part of it (RFC 8878 §5).
  case needsDictionary
  /// A Zstandard frame asks for more memory than the limit, in bytes (RFC 8878 §3.1.1.1.2).
  case windowTooLarge(limit: Int)
  /// The library got no memory.
  case noMemory
}
