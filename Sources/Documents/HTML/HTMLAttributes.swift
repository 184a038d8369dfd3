// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The attributes of a start tag (HTML standard, sections 13.2.5.32 to 13.2.5.40).
enum HTMLAttributes {
  /// The attributes in their order: names in lower case, values with their references resolved and
  /// empty where there is none.
  static func of(_ tag: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var rest = tag.drop { !separates($0) }.drop(while: separates)
    while !rest.isEmpty {
      // An equals sign at the start belongs to the name.
      let length = 1 + rest.dropFirst().prefix { !separates($0) && $0 != UInt8(ascii: "=") }.count
      let name = String(decoding: rest.prefix(length), as: UTF8.self).lowercased()
      rest = rest.dropFirst(length)
      attributes.append((name, HTMLEntities.resolve(value(&rest))))
      rest = rest.drop(while: separates)
    }
    return attributes
  }

  private static func value(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let sign = rest.drop(while: isWhiteSpace)
    guard sign.first == UInt8(ascii: "=") else { return [] }
    rest = sign.dropFirst().drop(while: isWhiteSpace)
    guard let quote = rest.first, quote == ASCII.quote || quote == UInt8(ascii: "'") else {
      let value = rest.prefix { !isWhiteSpace($0) && $0 != UInt8(ascii: ">") }
      rest = rest.dropFirst(value.count)
      return value
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    rest = rest.dropFirst(value.count + 2)
    return value
  }

  private static func separates(_ byte: UInt8) -> Bool {
    isWhiteSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineBreak(byte) || byte == 0x0C
  }
}
