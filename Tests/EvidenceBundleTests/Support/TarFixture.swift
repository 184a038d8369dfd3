// SPDX-License-Identifier: Apache-2.0

/// Entries of tar archives made by hand, as nobody should make them.
enum TarFixture {
  static func entry(
    _ path: String,
    type: Character,
    _ bytes: [UInt8],
    putting field: (text: String, offset: Int)? = nil
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    put(path, at: 0, in: &header)
    put("0000644\u{0}0000000\u{0}0000000\u{0}", at: 100, in: &header)
    put(octal(bytes.count, digits: 11), at: 124, in: &header)
    put(octal(0, digits: 11), at: 136, in: &header)
    put("        ", at: 148, in: &header)
    put(String(type), at: 156, in: &header)
    put("ustar\u{0}00", at: 257, in: &header)
    put("0000000\u{0}0000000\u{0}", at: 329, in: &header)
    if let field { put(field.text, at: field.offset, in: &header) }
    let sum = header.reduce(0) { $0 + Int($1) }
    put(octal(sum, digits: 6) + "\u{0} ", at: 148, in: &header)
    return header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }

  private static func put(_ text: String, at offset: Int, in header: inout [UInt8]) {
    for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
