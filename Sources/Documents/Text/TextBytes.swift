// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Looking at the bytes of texts: comparing characters takes some hundred instructions for each.
extension StringProtocol {
  /// Calls a function with the UTF-8 bytes, in place where the text has them in one piece.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether a byte stands in the text.
  func has(_ byte: UInt8) -> Bool { withBytes { $0.offset(of: byte) != nil } }
}

extension ArraySlice<UInt8> {
  /// Whether a byte stands among these.
  func has(_ byte: UInt8) -> Bool { withUnsafeBufferPointer { $0.offset(of: byte) != nil } }

  /// Where a run of bytes stands first.
  func firstIndex(of run: [UInt8]) -> Int? {
    let offset = withUnsafeBufferPointer { bytes in
      run.withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
    return offset.map { startIndex + $0 }
  }

  /// Whether no byte is anything but a space or a tab.
  var isBlank: Bool { withUnsafeBufferPointer { $0.allSatisfy(Byte.isBlank) } }
}
