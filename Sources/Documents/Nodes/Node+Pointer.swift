// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Node {
  /// The JSON Pointer (RFC 6901) from the root of the document to the node, as text.
  package var pointer: String { tree.pointer(of: place) }

  /// The JSON Pointer from the root of the document to the node.
  package var pointerPath: PointerPath {
    var tokens: [String] = []
    var slot = place.slot
    while let container = tree.container(of: slot) {
      let key = tree.slots[slot].link.key
      tokens.append(tree.isList(container) ? String(key) : tree.keys[key])
      slot = container.slot
    }
    return PointerPath(tokens: tokens.reversed())
  }
}

extension NodeTree {
  /// The JSON Pointer (RFC 6901) from the root of the document to a node, as text.
  package func pointer(of place: Node.Index) -> String {
    String(unsafeUninitializedCapacity: pointerLength(of: place.slot)) { text in
      writePointer(of: place.slot, into: text)
    }
  }

  fileprivate func container(of slot: Int) -> Node.Index? {
    let distance = Int(slots[slot].link.distance)
    return distance > 0 ? Node.Index(slot: slot - distance) : nil
  }

  /// The bytes of a pointer; an escape takes two where the key has one.
  private func pointerLength(of slot: Int) -> Int {
    guard let container = container(of: slot) else { return 0 }
    let key = slots[slot].link.key
    let above = pointerLength(of: container.slot) + 1
    if isList(container) { return above + DecimalDigits.count(of: key) }
    return above + keys.escapedLength(of: key)
  }

  /// Writes a pointer and returns how many bytes that were; the depth limit bounds the recursion.
  private func writePointer(
    of slot: Int,
    into text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    guard let container = container(of: slot) else { return 0 }
    var count = writePointer(of: container.slot, into: text)
    let key = slots[slot].link.key
    text[count] = UInt8(ascii: "/")
    count += 1
    if isList(container) { return count + DecimalDigits.write(key, at: count, of: text) }
    for byte in keys[key].utf8 {
      let isEscaped = PointerPath.isEscaped(byte)
      text[count] = isEscaped ? UInt8(ascii: "~") : byte
      count += 1
      guard isEscaped else { continue }
      text[count] = byte == UInt8(ascii: "~") ? UInt8(ascii: "0") : UInt8(ascii: "1")
      count += 1
    }
    return count
  }
}

/// Writes whole numbers as digits where a text of their own would cost more than they do.
private enum DecimalDigits {
  static func count(of number: UInt32) -> Int {
    var count = 1
    var rest = number / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    return count
  }

  /// Writes the digits from an offset on and returns how many they are.
  static func write(
    _ number: UInt32,
    at offset: Int,
    of text: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let count = count(of: number)
    var rest = number
    for place in (offset..<offset + count).reversed() {
      text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    return count
  }
}
