// SPDX-License-Identifier: Apache-2.0

/// One block of a PEM text (RFC 7468).
struct PEM {
  /// What the block holds, such as `PUBLIC KEY`.
  let label: String
  /// The bytes, in DER.
  let bytes: [UInt8]

  init(label: String, bytes: [UInt8]) { (self.label, self.bytes) = (label, bytes) }

  /// The blocks of a text, in their order; what is no block is skipped.
  static func blocks(in text: String) -> [PEM] {
    var blocks: [PEM] = []
    var label: String?
    var body = ""
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") {
        (label, body) = (String(line.dropFirst(11).dropLast(5)), "")
      } else if line.hasPrefix("-----END "), let name = label {
        if let bytes = Base64.bytes(of: body) { blocks.append(PEM(label: name, bytes: bytes)) }
        label = nil
      } else if label != nil {
        body += line.filter { $0 != " " }
      }
    }
    return blocks
  }

  /// The text of the block: lines of 64 characters, a line break at its end.
  var text: String {
    var rest = Base64.text(of: bytes)[...]
    var lines: [Substring] = []
    while !rest.isEmpty {
      lines.append(rest.prefix(64))
      rest = rest.dropFirst(64)
    }
    return "-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n"
  }
}

/// Why a key cannot be used, as a lower-case phrase.
package struct KeyError: Error, Hashable, Sendable {
  /// What is wrong with it.
  package let reason: String
}
