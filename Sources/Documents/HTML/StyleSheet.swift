// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The style sheets in a text of Markdown, as far as they take elements out of sight.
struct StyleSheet {
  /// The last parts of selectors: `.note`, `#note`, `aside`.
  private var hidden: Set<String> = []

  var isEmpty: Bool { hidden.isEmpty }

  init(of text: ArraySlice<UInt8>) {
    var rest = text
    while let start = rest.firstIndex(ofStyle: "<style") {
      rest = rest[start...].drop { $0 != UInt8(ascii: ">") }.dropFirst()
      let end = rest.firstIndex(ofStyle: "</style") ?? rest.endIndex
      read(String(decoding: rest[..<end], as: UTF8.self).lowercased())
      rest = rest[end...]
    }
  }

  /// Whether a rule hides an element by its name, its class or its id.
  func hides(_ name: String, _ tag: ArraySlice<UInt8>) -> Bool {
    if hidden.contains(name) { return true }
    return HTMLAttributes.of(tag).contains { attribute, value in
      switch attribute {
      case "class":
        value.lowercased().split(whereSeparator: \.isWhitespace)
          .contains { hidden.contains(".\($0)") }
      case "id": hidden.contains("#\(value.lowercased())")
      default: false
      }
    }
  }

  /// Takes in the rules of a sheet; those for paper only hide nothing from readers of the screen.
  private mutating func read(_ sheet: String) {
    var isForPaper = false
    for part in sheet.split(separator: "}") {
      let pieces = part.split(separator: "{")
      guard pieces.count >= 2, let selectors = pieces.dropLast().last else {
        isForPaper = false
        continue
      }
      if pieces.count > 2 {
        isForPaper = pieces[0].contains("print") && !pieces[0].contains("screen")
      }
      guard !isForPaper, InlineStyle.hides(String(pieces[pieces.count - 1])) else { continue }
      for selector in selectors.split(separator: ",") {
        guard let last = selector.split(whereSeparator: \.isWhitespace).last else { continue }
        hidden.insert(String(last.firstIndex { ".#".contains($0) }.map { last[$0...] } ?? last))
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The first offset of a tag's start in any letter case.
  fileprivate func firstIndex(ofStyle run: StaticString) -> Int? {
    let wanted = UnsafeBufferPointer(start: run.utf8Start, count: run.utf8CodeUnitCount)
    return indices.first { index in
      self[index] == wanted[0]
        && self[index...].prefix(wanted.count).elementsEqual(wanted) { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}
