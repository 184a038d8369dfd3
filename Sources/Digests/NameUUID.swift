// SPDX-License-Identifier: Apache-2.0

internal import Crypto

/// UUIDs that follow from a name: version 5 of RFC 9562, §5.5.
package enum NameUUID {
  /// The namespace for URLs (RFC 9562, §6.6), in which names of the project are `urn:modelgate:`.
  private static let namespace: [UInt8] = [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ]

  /// The UUID of a name, in lower-case digits.
  package static func text(of name: String) -> String {
    var bytes = Array(
      Insecure.SHA1.hash(data: namespace + Array("urn:modelgate:\(name)".utf8)).prefix(16)
    )
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = GitHash.hex(bytes)
    var parts: [String] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
