// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

/// A text with the error that reading it must report.
struct Flaw: Sendable, CustomTestStringConvertible {
  let text: String
  let line: Int
  let column: Int
  let message: String
  var testDescription: String { text.debugDescription }

  init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    (self.text, self.line, self.column, self.message) = (text, line, column, message)
  }

  /// Expects that a reader reports exactly this flaw.
  func expect<Document>(
    from read: ([UInt8]) throws -> Document,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: Problem.self, sourceLocation: sourceLocation) {
      _ = try read(Array(text.utf8))
    }
    #expect(error?.message == message, sourceLocation: sourceLocation)
    #expect(
      error?.position == SourcePosition(line: line, column: column),
      sourceLocation: sourceLocation
    )
    #expect(error?.help.isEmpty == false, sourceLocation: sourceLocation)
  }
}
