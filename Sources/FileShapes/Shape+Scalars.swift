// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import GateModel

extension Shape {
  /// Whether a node is a scalar of this shape; shapes of lists and maps accept none but an
  /// empty list for nothing.
  package func accepts(_ place: Node.Index, of tree: NodeTree) -> Bool {
    switch self {
    case .text: tree.isText(place) && tree.bool(place) == nil
    case .identifier: Self.isIdentifier(tree.text(of: place) ?? "")
    case .digest: Self.isDigest(tree.text(of: place) ?? "")
    case .flag: tree.bool(place) != nil
    case .ternary: tree.bool(place) != nil || tree.text(of: place) == "unknown"
    case .number: tree.double(place)?.isFinite ?? false
    case .integer(let minimum): tree.int(place).map { $0 >= minimum } ?? false
    case .date: tree.text(of: place).flatMap { CalendarDate(dayOf: $0) } != nil
    case .choice(let members): members.contains(tree.text(of: place) ?? "")
    case .version(let number): tree.int(place) == number
    case .open: ["unknown", "?"].contains(tree.text(of: place) ?? "")
    case .nothing:
      tree.text(of: place) == "none"
        || (tree.isList(place) && tree.children(of: place).allSatisfy { _ in false })
    case .either(let first, let second):
      first.accepts(place, of: tree) || second.accepts(place, of: tree)
    case .anything: true
    case .scalar: tree.isText(place)
    case .anyOf(let shapes): shapes.contains { $0.accepts(place, of: tree) }
    case .list, .oneOrMore, .grouped, .record, .dictionary, .textOr, .justified, .nullable: false
    }
  }

  /// Whether null is one of the values, and not the absence of one.
  package var isNullable: Bool {
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

  private static func isDigest(_ text: String) -> Bool { digest(text) != nil }

  /// The digits of a digest as people and this program write it: `sha256:…`, in any case.
  fileprivate static func digest(_ text: String) -> ContentDigest? {
    let text = text.lowercased()
    return ContentDigest(hex: text.hasPrefix("sha256:") ? String(text.dropFirst(7)) : text)
  }
}

extension NodeCursor {
  /// The SHA-256 that the value states; other text as it stands.
  package var digestText: String? {
    text.map { text in Shape.digest(text)?.hex ?? text.lowercased() }
  }
}
