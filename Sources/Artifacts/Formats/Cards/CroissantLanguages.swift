// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes

/// Texts in several languages, as JSON-LD 1.1 writes them (§4.2.4): `{"en": …}`, or a list of
/// `{"@language": "en", "@value": …}`.
enum CroissantLanguages {
  /// The text of a language map: the English one, else the first of the file.
  static func text(of map: NodeCursor) -> String? {
    let members = map.members.filter { isTag($0.key) }
    guard !members.isEmpty, members.count == map.members.count else { return nil }
    let english = members.first { isEnglish($0.key) }
    return (english ?? members[0]).value.texts.first
  }

  /// The English one of some values with a language each; nil where not all have one.
  static func chosen(of values: [NodeCursor]) -> NodeCursor? {
    let tags = values.compactMap { $0["@language"]?.text }
    guard !tags.isEmpty, tags.count == values.count else { return nil }
    return values[tags.firstIndex(where: isEnglish) ?? 0]
  }

  private static func isEnglish(_ tag: String) -> Bool {
    tag.lowercased().prefix { $0 != "-" } == "en"
  }

  /// Whether a key has the form of a language tag (RFC 5646 §2.1), such as `pt-BR` or `@none`.
  private static func isTag(_ key: String) -> Bool {
    guard key != "@none" else { return true }
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(isLetterOrDigit)
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
  }
}
