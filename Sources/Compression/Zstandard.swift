// SPDX-License-Identifier: Apache-2.0

internal import CZstd

/// Unpacks what Zstandard packed (RFC 8878).
package enum Zstandard {
  /// The most memory that a frame may ask for, as a power of two: 16 MiB.
  ///
  /// RFC 8878 §3.1.1.1.2 recommends that decoders support at least 8 MiB, the most that the levels
  /// up to 19 use; a frame of one segment asks for as much as it holds.
  private static let maximumWindowLog: Int32 = 24
  private static let chunkSize = 1 << 16

  /// Unpacks some frames, one after the other.
  ///
  /// A frame need not state how much it holds: writers that stream do not know it.
  ///
  /// - Parameters:
  ///   - packed: One frame or more, and nothing else; frames to be skipped hold nothing.
  ///   - maximumBytes: The most bytes that the result may have.
  /// - Returns: What the frames hold.
  /// - Throws: When a frame is damaged, ends too early, needs a dictionary or more memory than
  ///   16 MiB, or when the frames hold more than `maximumBytes`.
  package static func unpack(
    _ packed: ArraySlice<UInt8>,
    maximumBytes: Int
  ) throws(CompressionError) -> [UInt8] {
    guard let decoder = ZSTD_createDCtx() else { throw .noMemory }
    defer { ZSTD_freeDCtx(decoder) }
    let status = ZSTD_DCtx_setParameter(decoder, ZSTD_d_windowLogMax, maximumWindowLog)
    guard ZSTD_isError(status) == 0 else { throw failure(status) }
    return try packed.withUnsafeBufferPointer { bytes throws(CompressionError) in
      try frames(in: UnsafeRawBufferPointer(bytes), decoder, maximumBytes)
    }
  }

  /// Decodes chunk by chunk, so that a bomb is noticed before it has unpacked much more than allowed.
  private static func frames(
    in bytes: UnsafeRawBufferPointer,
    _ decoder: OpaquePointer,
    _ maximumBytes: Int
  ) throws(CompressionError) -> [UInt8] {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 1)
    defer { chunk.deallocate() }
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    var output: [UInt8] = []
    while true {
      var piece = ZSTD_outBuffer(dst: chunk.baseAddress, size: chunk.count, pos: 0)
      let status = ZSTD_decompressStream(decoder, &piece, &input)
      guard ZSTD_isError(status) == 0 else { throw failure(status) }
      guard output.count + piece.pos <= maximumBytes else { throw .tooLarge(limit: maximumBytes) }
      output.append(contentsOf: chunk[..<piece.pos])
      // Zero says that a frame is whole; a full chunk, that more of it may be waiting.
      if input.pos == input.size, status == 0 { return output }
      if input.pos == input.size, piece.pos < piece.size { throw .truncated }
    }
  }

  private static func failure(_ status: Int) -> CompressionError {
    switch ZSTD_getErrorCode(status) {
    case ZSTD_error_dictionary_wrong, ZSTD_error_dictionary_corrupted: .needsDictionary
    case ZSTD_error_frameParameter_windowTooLarge: .windowTooLarge(limit: 1 << maximumWindowLog)
    case ZSTD_error_memory_allocation: .noMemory
    default: .damaged
    }
  }
}
