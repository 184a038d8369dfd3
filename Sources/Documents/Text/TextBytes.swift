// SPDX-License-Identifier: Apache-2.0

/// Looking at the bytes of texts: comparing characters takes some hundred instructions for each.
extension StringProtocol {
  /// Calls a function with the UTF-8 bytes, in place where the text has them in one piece.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether a byte stands in the text.
  func has(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }
}

extension ArraySlice<UInt8> {
  /// Whether some byte is one of those wanted.
  func has(where isWanted: (UInt8) -> Bool) -> Bool {
    withUnsafeBufferPointer { $0.contains(where: isWanted) }
  }

  /// Where a run of bytes stands first.
  func firstIndex(of run: [UInt8]) -> Int? {
    guard let first = run.first else { return startIndex }
    let offset = withUnsafeBufferPointer { bytes -> Int? in
      var index = 0
      while index + run.count <= bytes.count {
        if bytes[index] == first, bytes[index...].starts(with: run) { return index }
        index += 1
      }
      return nil
    }
    return offset.map { startIndex + $0 }
  }

  /// Whether no byte is anything but a space or a tab.
  var isBlank: Bool { withUnsafeBufferPointer { $0.allSatisfy(Byte.isBlank) } }
}
