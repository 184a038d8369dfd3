// SPDX-License-Identifier: Apache-2.0

/// Turns a JSON value into bytes without recursion, so that no depth exhausts the stack.
package struct JSONWriter {
  /// An array that is empty in the value, and whose elements are made one by one as they are written.
  package typealias Filling = (name: String, count: Int, element: (Int) -> JSONValue)

  /// From how many bytes on they are handed on.
  private static let pieceSize = 1 << 20

  /// What was written and not handed on so far.
  private(set) var bytes: [UInt8] = []
  private let indentation: Int?
  private let filling: Filling?
  private let handOn: (([UInt8]) -> Void)?
  private var pending: [Step] = []

  private enum Step {
    case value(JSONValue, depth: Int)
    case member(JSONMember, depth: Int)
    case byte(UInt8)
    case lineBreak(depth: Int)
    case filling(Filling, next: Int, depth: Int)
  }

  package init(
    indentation: Int?,
    filling: Filling? = nil,
    handingOn handOn: (([UInt8]) -> Void)? = nil
  ) {
    (self.indentation, self.filling, self.handOn) = (indentation, filling, handOn)
  }

  package mutating func write(_ value: JSONValue) {
    pending.append(.value(value, depth: 0))
    while let step = pending.popLast() {
      take(step)
      guard let handOn, bytes.count >= Self.pieceSize else { continue }
      handOn(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private mutating func take(_ step: Step) {
    switch step {
    case .value(let value, let depth): open(value, at: depth)
    case .member(let member, let depth):
      bytes.append(quoted: member.name)
      bytes.append(UInt8(ascii: ":"))
      if indentation != nil { bytes.append(UInt8(ascii: " ")) }
      if let filling, filling.name == member.name, filling.count > 0 {
        bytes.append(UInt8(ascii: "["))
        pending.append(.filling(filling, next: 0, depth: depth))
      } else {
        open(member.value, at: depth)
      }
    case .byte(let byte): bytes.append(byte)
    case .lineBreak(let depth): lineBreak(at: depth)
    case .filling(let filling, let next, let depth):
      guard next < filling.count else {
        lineBreak(at: depth)
        return bytes.append(UInt8(ascii: "]"))
      }
      pending.append(.filling(filling, next: next + 1, depth: depth))
      if next > 0 { bytes.append(UInt8(ascii: ",")) }
      lineBreak(at: depth + 1)
      open(filling.element(next), at: depth + 1)
    }
  }

  private mutating func open(_ value: JSONValue, at depth: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .int(let number): bytes += String(number).utf8
    case .double(let number): bytes += JSONNumber.text(of: number).utf8
    case .string(let text): bytes.append(quoted: text)
    case .array(let elements):
      let steps = elements.map { Step.value($0, depth: depth + 1) }
      nest(steps, between: "[", and: "]", at: depth)
    case .object(let members):
      let steps = Self.ordered(members).map { Step.member($0, depth: depth + 1) }
      nest(steps, between: "{", and: "}", at: depth)
    }
  }

  private mutating func nest(
    _ steps: [Step],
    between opening: Unicode.Scalar,
    and closing: Unicode.Scalar,
    at depth: Int
  ) {
    bytes.append(UInt8(ascii: opening))
    pending.append(.byte(UInt8(ascii: closing)))
    guard !steps.isEmpty else { return }
    pending.append(.lineBreak(depth: depth))
    for (index, step) in steps.enumerated().reversed() {
      pending.append(step)
      pending.append(.lineBreak(depth: depth + 1))
      if index > 0 { pending.append(.byte(UInt8(ascii: ","))) }
    }
  }

  private mutating func lineBreak(at depth: Int) {
    guard let indentation else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: depth * indentation)
  }

  /// Members by the UTF-16 code units of their names (RFC 8785 §3.2.3), one for each name.
  private static func ordered(_ members: [JSONMember]) -> [JSONMember] {
    let sorted = members.enumerated().sorted { left, right in
      if left.element.name.utf16.elementsEqual(right.element.name.utf16) {
        return left.offset < right.offset
      }
      return left.element.name.utf16.lexicographicallyPrecedes(right.element.name.utf16)
    }
    var result: [JSONMember] = []
    for (_, member) in sorted {
      if let last = result.last, last.name.utf8.elementsEqual(member.name.utf8) {
        result.removeLast()
      }
      result.append(member)
    }
    return result
  }
}

/// Writes JSON so that equal values are equal bytes (RFC 8785, JSON Canonicalization Scheme).
package enum CanonicalJSON {
  /// The canonical form: no white space, no line break at the end.
  package static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(indentation: nil)
    writer.write(value)
    return writer.bytes
  }

  /// The same members in the same order for human readers: two-space indent, line break at the end.
  package static func prettyBytes(of value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.write(value)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Hands on the same piece by piece, with an array whose elements are made as they are written.
  package static func writePretty(
    _ value: JSONValue,
    filling: JSONWriter.Filling,
    handingOn handOn: @escaping ([UInt8]) -> Void
  ) {
    var writer = JSONWriter(indentation: 2, filling: filling, handingOn: handOn)
    writer.write(value)
    handOn(writer.bytes + [UInt8(ascii: "\n")])
  }
}
