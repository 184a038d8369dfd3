// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The document by which somebody assessed that a system of Annex III is not high-risk.
package struct DerogationAssessment: Hashable, Sendable {
  /// Its path in the tree.
  package let path: String
  /// The declared points of Annex III that it names; nil where its text cannot be read.
  package let points: [String]?

  /// Whether a text names a point of Annex III, such as `4a` as "4a", "4(a)" or "point 4 (a)"; one without
  /// a letter stands behind a word for it.
  static func names(_ point: String, in text: String) -> Bool {
    let text = Array(text.lowercased().utf8)
    let (number, letter) = (Array(point.utf8.prefix(1)), Array(point.utf8.dropFirst()))
    return text.indices.contains { start in
      guard text[start...].starts(with: number), !isWord(text[..<start].last) else { return false }
      guard let letter = letter.first else {
        return !isWord(text[(start + 1)...].first) && isIntroduced(text[..<start])
      }
      let rest = text[(start + 1)...].drop { Array(" .,(".utf8).contains($0) }
      return rest.startIndex - start <= 3 && rest.first == letter && !isWord(rest.dropFirst().first)
    }
  }

  /// Whether a word before a number says that it is one of Annex III.
  private static func isIntroduced(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.suffix(24), as: UTF8.self)
      .split { !$0.isLetter && !$0.isNumber }
    let known = ["iii", "point", "area", "punkt", "nr", "nummer", "no", "number", "punto", "ponto"]
    return words.last.map { known.contains(String($0)) } ?? false
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    byte.map { (48...57).contains($0) || (97...122).contains($0) } ?? false
  }
}

extension SystemDeclaration {
  /// What the assessment names; nil where none is there.
  func derogationAssessment(
    in tree: borrowing some SourceTree & ~Copyable,
    _ index: EntryIndex
  ) -> DerogationAssessment? {
    guard case .text(let stated)? = facts.answer(.art63Assessment)?.value,
      let path = TreePath.resolve(
        String(stated.split(separator: "#").first ?? ""),
        in: folder
      ), let entry = index[path]
    else { return nil }
    var areas: [String] = []
    if case .texts(let declared)? = facts.answer(.annexIII)?.value { areas = declared }
    do throws(Problem) {
      let text = String(validating: try tree.bytes(of: entry), as: UTF8.self)
      return DerogationAssessment(
        path: path,
        points: text.map { text in areas.filter { DerogationAssessment.names($0, in: text) } }
      )
    } catch {
      return DerogationAssessment(path: path, points: nil)
    }
  }
}
