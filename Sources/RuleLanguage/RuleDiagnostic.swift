// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// A problem in the text of an expression, found before it is evaluated.
package struct RuleDiagnostic: Error, Hashable, Sendable {
  /// What is wrong, where in the text and with the line in question, and what to do about it, if there
  /// is more to say.
  package let problem: Problem
  /// The part of the text that is wrong, in UTF-8 offsets.
  let range: Range<Int>

  /// Creates a diagnostic for a part of a text.
  init(_ message: String, help: String? = nil, range: Range<Int>, in source: String) {
    let position = SourcePosition(offset: range.lowerBound, in: source)
    self.range = range
    problem = Problem(
      message: message,
      location: SourceLocation(path: "", position: position),
      help: help ?? "",
      excerpt: Self.excerpt(of: source, marking: range, from: position)
    )
  }

  /// The line that a part of a text starts on, with carets below the part.
  private static func excerpt(
    of source: String,
    marking range: Range<Int>,
    from position: SourcePosition
  ) -> String {
    let bytes = Array(source.utf8)
    let start = min(range.lowerBound, bytes.count)
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let marked = max(start, min(range.upperBound, lineEnd))
    let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
    let width = String(decoding: bytes[start..<marked], as: UTF8.self).unicodeScalars.count
    let indent = String(repeating: " ", count: position.column - 1)
    return "  \(line)\n  \(indent)\(String(repeating: "^", count: max(1, width)))"
  }

  /// The message, the line it is about with carets below the wrong part, and the help.
  package var text: String {
    let place = "\(problem.position.line):\(problem.position.column)"
    let parts = ["\(place): \(problem.message)", problem.excerpt ?? ""]
    return (parts + (problem.help.isEmpty ? [] : ["help: \(problem.help)"]))
      .joined(separator: "\n")
  }
}

/// All problems of one text, in the order of the text.
package struct DiagnosticList: Error, Hashable, Sendable {
  /// The problems; never empty.
  package var diagnostics: [RuleDiagnostic]

  /// Creates a list.
  package init(_ diagnostics: [RuleDiagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension SourcePosition {
  /// The position of a UTF-8 offset in a text.
  init(offset: Int, in source: String) {
    var position = SourcePosition.start
    for byte in source.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    self = position
  }
}
