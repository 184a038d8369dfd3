// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Name and address of somebody as people type them: `Name <mail>`, `name, mail`, or either alone.
struct TypedContact: Hashable, Sendable {
  /// The name; the address where there is none, because an address names who answers as well.
  let name: String
  /// The address, if one was typed.
  let email: String?

  init(_ text: String) {
    let words = text.split { $0.isWhitespace || Self.marks.contains($0) }
    let address = words.last { $0.contains("@") }
    let rest = address.map { text.replacing($0, with: " ") } ?? text
    let name = rest.split { $0.isWhitespace || "<>".contains($0) }
      .joined(separator: " ")
      .trimmingMarks(Self.marks)
    email = address.map(String.init)
    self.name = name.isEmpty ? String(address ?? Substring(text)) : name
  }

  /// What stands between or around the parts.
  private static let marks: Set<Character> = ["<", ">", ",", ";", "(", ")", "[", "]", "\"", "'"]
}

extension String {
  /// The text without some marks and spaces at its ends.
  fileprivate func trimmingMarks(_ marks: Set<Character>) -> String {
    func isMark(_ character: Character) -> Bool {
      character.isWhitespace || marks.contains(character)
    }
    guard let start = firstIndex(where: { !isMark($0) }),
      let end = lastIndex(where: { !isMark($0) })
    else { return "" }
    return String(self[start...end])
  }
}
