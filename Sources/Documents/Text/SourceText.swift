// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Bytes that are known to be UTF-8 without NUL and within the size limit.
struct SourceText {
  /// The bytes as they were given, with the byte order mark if there was one.
  let bytes: [UInt8]
  /// The offset of the first character, behind the byte order mark.
  let start: Int

  init(_ bytes: [UInt8], limits: DocumentLimits) throws(Problem) {
    guard bytes.count <= limits.maximumBytes else {
      throw Problem(
        message:
          "the text has \(bytes.count) bytes, more than the limit of \(limits.maximumBytes)",
        position: .start,
        help: "split the file, or keep large payloads in files of their own"
      )
    }
    try Self.refuseWideEncodings(bytes)
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let offset = UTF8Check.firstFlaw(in: bytes) {
      throw Self.encodingError(at: offset, in: bytes, from: start)
    }
  }

  private static func refuseWideEncodings(_ bytes: [UInt8]) throws(Problem) {
    let marks: [(mark: [UInt8], name: String)] = [
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
    ]
    guard let found = marks.first(where: { bytes.starts(with: $0.mark) }) else { return }
    throw Problem(
      message: "the text is encoded in \(found.name), not in UTF-8",
      position: .start,
      help: "save the file as UTF-8"
    )
  }

  private static func encodingError(
    at offset: Int,
    in bytes: [UInt8],
    from start: Int
  ) -> Problem {
    let position = LineTable(bytes[start..<offset]).position(ofOffset: offset)
    guard bytes[offset] != 0 else {
      return Problem(
        message: "the text has a NUL character",
        position: position,
        help: "this is a binary file or UTF-16; save the text as UTF-8"
      )
    }
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    return Problem(
      message: "the byte 0x\(byte) is not valid UTF-8 here",
      position: position,
      help: "the file may be Latin-1 or Windows-1252; save it as UTF-8"
    )
  }
}
