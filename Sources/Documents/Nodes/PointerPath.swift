// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// A JSON Pointer (RFC 6901), built key by key.
package struct PointerPath: Hashable, Sendable {
  /// The keys and list indices from the root, without escapes.
  package private(set) var tokens: [String]

  /// Creates the pointer to the whole document.
  package init() {
    tokens = []
  }

  init(tokens: [String]) {
    self.tokens = tokens
  }

  /// Creates a pointer from its text, or nil when the text is none (RFC 6901, section 3).
  package init?(_ text: String) {
    guard !text.isEmpty else {
      tokens = []
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for part in text.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    ) {
      guard let token = Self.unescaped(part) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// The pointer to a member of the map that this one points to.
  package func appending(_ key: String) -> PointerPath {
    var path = self
    path.tokens.append(key)
    return path
  }

  /// The pointer to an element, counted from 0, of the list that this one points to.
  package func appending(_ index: Int) -> PointerPath {
    appending(String(index))
  }

  /// The pointer as text, such as `/metrics/0/a~1b`.
  package var text: String {
    tokens.map { "/" + Self.escaped($0) }.joined()
  }

  /// A key as it stands in a pointer: `~0` for `~` and `~1` for `/`.
  package static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: isEscaped) else { return key }
    var text = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": text.append(contentsOf: "~0".unicodeScalars)
      case "/": text.append(contentsOf: "~1".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  /// Whether a byte of a key is written as an escape.
  static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/")
  }

  private static func unescaped(_ part: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = part[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "~") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PointerPath: CustomStringConvertible {
  /// The pointer as text.
  package var description: String { text }
}

extension Node {
  /// The node that a JSON Pointer leads to, or nil when there is none.
  package func node(at pointer: String) -> Node? {
    PointerPath(pointer).flatMap { node(at: $0) }
  }

  /// The node that a pointer leads to, or nil when there is none.
  package func node(at pointer: PointerPath) -> Node? {
    var node = self
    for token in pointer.tokens {
      guard let next = node.child(token) else { return nil }
      node = next
    }
    return node
  }

  /// Where the node starts that a JSON Pointer leads to, or nil when there is none.
  package func position(of pointer: String) -> SourcePosition? {
    node(at: pointer)?.position
  }

  private func child(_ token: String) -> Node? {
    guard let list else { return self[token] }
    return Self.index(token, below: list.count).flatMap { list.dropFirst($0).first }
  }

  /// An index without sign or leading zeros (RFC 6901, section 4), or nil.
  private static func index(_ token: String, below count: Int) -> Int? {
    guard token.utf8.allSatisfy(ASCII.isDigit), token == "0" || !token.hasPrefix("0"),
      let index = Int(token), index < count
    else { return nil }
    return index
  }
}
