// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension Shape {
  /// Whether a node is a scalar of this shape; shapes of lists and maps accept none.
  func accepts(_ node: Node) -> Bool {
    switch self {
    case .text: node.bool == nil && node.text != nil
    case .identifier: Self.isIdentifier(node.text ?? "")
    case .digest: Self.isDigest(node.text ?? "")
    case .flag: node.bool != nil
    case .ternary: node.bool != nil || node.text == "unknown"
    case .number: node.double?.isFinite ?? false
    case .integer(let minimum): node.int.map { $0 >= minimum } ?? false
    case .date: node.text.flatMap { CalendarDate($0) } != nil
    case .choice(let members): members.contains(node.text ?? "")
    case .version(let number): node.int == number
    case .anything: true
    case .list, .oneOrMore, .map, .dictionary, .textOr, .justified, .nullable: false
    }
  }

  /// Whether null is one of the values, and not the absence of one.
  var isNullable: Bool {
    switch self {
    case .nullable, .anything: true
    default: false
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLowerOrDigit(first) else { return false }
    return text.utf8.allSatisfy { isLowerOrDigit($0) || ".-_".utf8.contains($0) }
  }

  private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isDigest(_ text: String) -> Bool {
    ContentDigest(hex: text.lowercased()) != nil
  }
}
