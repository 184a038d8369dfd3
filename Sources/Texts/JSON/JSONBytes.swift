// SPDX-License-Identifier: Apache-2.0

/// JSON as it is written, one value after the other, for callers that know the order of members.
///
/// Between values and members the commas come by themselves; there is no white space. Callers open
/// and close what they nest, and give the members of an object in the order of RFC 8785 §3.2.3.
package struct JSONBytes {
  /// From how many bytes on they are handed on.
  private static let pieceSize = 1 << 20

  /// What was written and not handed on so far.
  package private(set) var bytes: [UInt8] = []
  private let handOn: (([UInt8]) -> Void)?

  /// Creates an empty text.
  ///
  /// - Parameter handOn: Takes what was written, piece by piece; what is left then is in `bytes`.
  package init(handingOn handOn: (([UInt8]) -> Void)? = nil) { self.handOn = handOn }

  /// Starts an object.
  package mutating func openObject() { open(UInt8(ascii: "{")) }

  /// Ends an object.
  package mutating func closeObject() {
    if let handOn, bytes.count >= Self.pieceSize {
      handOn(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Starts an array.
  package mutating func openArray() { open(UInt8(ascii: "[")) }

  /// Ends an array.
  package mutating func closeArray() { bytes.append(UInt8(ascii: "]")) }

  /// Writes the name of a member; its value follows.
  package mutating func name(_ text: String) {
    separate()
    bytes.append(quoted: text)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(quoted: text)
  }

  /// Writes a whole number.
  package mutating func integer(_ number: Int) { literal(String(number)) }

  /// Writes a number; NaN and the infinities become `null`, because JSON has no form for them.
  package mutating func number(_ number: Double) { literal(JSONNumber.text(of: number)) }

  /// Writes a truth value.
  package mutating func flag(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes a null.
  package mutating func null() { literal("null") }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
  }

  /// A comma, unless this is the first of its object or array, or the value of a member.
  private mutating func separate() {
    switch bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
    default: bytes.append(UInt8(ascii: ","))
    }
  }
}
