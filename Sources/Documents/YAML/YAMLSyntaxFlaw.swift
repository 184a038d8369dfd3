// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Says in the gate's words what libyaml has found.
enum YAMLSyntaxFlaw {
  /// What a problem means, and whether it is better reported where its construct started.
  private struct Meaning {
    let message: String
    let help: String
    var isAtStart = false
  }

  static func error(
    _ problem: String,
    at position: SourcePosition,
    since start: SourcePosition
  ) -> Problem {
    let meaning =
      meanings.first { problem.hasPrefix($0.problem) }?.meaning
      ?? Meaning(message: "the YAML is malformed: \(problem)", help: indentation)
    return Problem(
      message: meaning.message,
      position: meaning.isAtStart ? start : position,
      help: meaning.help
    )
  }

  private static let indentation = "check the indentation and the quotes here and in the line above"

  /// The beginnings of libyaml 0.2.5's messages, in the order in which they are tried.
  private static let meanings: [(problem: String, meaning: Meaning)] = [
    (
      "mapping values are not allowed",
      Meaning(
        message: "a colon stands where no key can be",
        help: "quote the text if the colon belongs to it, else check the indentation"
      )
    ),
    (
      "found unexpected end of stream",
      Meaning(
        message: "the text that opens here is never closed",
        help: "close the quote; a quote inside a quoted text is doubled or escaped",
        isAtStart: true
      )
    ),
    (
      "found unexpected document indicator",
      Meaning(
        message: "the text that opens here is not closed before the next document",
        help: "close the quote",
        isAtStart: true
      )
    ),
    (
      "could not find expected ':'",
      Meaning(
        message: "a key is not followed by a colon",
        help: "write 'key: value', or indent a continued text more than its key",
        isAtStart: true
      )
    ),
    (
      "found character that cannot start any token",
      Meaning(
        message: "this character cannot start a value",
        help: "indent with spaces instead of tabs, and quote texts that start with @, ` or %"
      )
    ),
    (
      "found a tab character",
      Meaning(message: "a tab is used to indent", help: "indent with spaces")
    ),
    (
      "did not find expected ','",
      Meaning(
        message: "a comma or the closing bracket is expected here",
        help: "separate values with commas and close what was opened"
      )
    ),
    (
      "did not find expected key",
      Meaning(message: "a key is expected here", help: indentation)
    ),
    (
      "did not find expected '-'",
      Meaning(message: "an element that starts with '-' is expected here", help: indentation)
    ),
    (
      "did not find expected <document start>",
      Meaning(message: "the document goes on after its value", help: indentation)
    ),
    (
      "found undefined tag handle",
      Meaning(
        message: "the tag here has a prefix that is not declared",
        help: "write plain YAML: no application tags, and no other files included"
      )
    ),
    (
      "found unknown escape character",
      Meaning(
        message: "the escape sequence is not known",
        help: "double the backslash, or use single quotes"
      )
    ),
    (
      "did not find expected hexdecimal number",
      Meaning(
        message: "the escape sequence is malformed",
        help: "double the backslash, or use single quotes"
      )
    ),
  ]
}
