// SPDX-License-Identifier: Apache-2.0

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
