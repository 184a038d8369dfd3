// SPDX-License-Identifier: Apache-2.0

/// Numbers as text.
enum NumberText {
  /// The shortest digits that read back as the same number, without a needless `.0`.
  static func text(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Memory {
  /// A value as one short line, for messages and explanations.
  func briefText(_ value: Value) -> String {
    switch value.kind {
    case .null: return "null"
    case .bool: return value.bits == 0 ? "false" : "true"
    case .int: return String(value.rawInt)
    case .uint: return String(value.bits)
    case .double: return NumberText.text(value.rawDouble)
    case .string: return "'\(shortened(value))'"
    case .bytes: return "\(value.range.count) bytes"
    case .list: return briefList(value)
    case .map: return value.range.count == 0 ? "{}" : "a map of \(value.range.count)"
    case .object: return objectType(of: value) ?? "an object"
    case .timestamp: return TimeText.text(value.rawMoment)
    case .duration: return TimeText.text(durationNanoseconds: value.rawInt)
    case .type: return String(decoding: text(value), as: UTF8.self)
    case .optional: return wrapped(value).map { briefText($0) } ?? "nothing"
    }
  }

  private static let maximumTextBytes = 80

  private func shortened(_ value: Value) -> String {
    let bytes = text(value)
    guard bytes.count > Self.maximumTextBytes else { return String(decoding: bytes, as: UTF8.self) }
    // Not in the middle of a character.
    var end = bytes.startIndex + Self.maximumTextBytes
    while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self) + "…"
  }

  private func briefList(_ value: Value) -> String {
    let count = Int(value.range.count)
    let elements = (0..<min(count, 5)).map {
      element(Int(value.range.offset) + $0, in: value.space)
    }
    let areSimple = elements.allSatisfy { !$0.has(.list) && !$0.has(.map) && !$0.has(.object) }
    guard areSimple, count <= 5 else { return "a list of \(count)" }
    return "[\(elements.map { briefText($0) }.joined(separator: ", "))]"
  }
}
