// SPDX-License-Identifier: Apache-2.0

/// What is wrong with something that a person wrote or asked for, and what to do about it.
///
/// Usage failures, faults and issues of records say what they are and hold one of these or its parts.
package struct Problem: Error, Hashable, Sendable {
  /// The name of the problem that evidence names a file by its digest and does not hold it.
  package static let withheld = "withheld"

  /// A permanent kebab-case name of the kind of problem, such as `unknown-key`, where it has one.
  package var code: String?
  /// What was attempted and what went wrong, as a lower-case phrase.
  package var message: String
  /// Where, if it has a place in a file.
  package var location: SourceLocation?
  /// What to do about it.
  package var help: String
  /// The line in question with a caret below the place, where that helps.
  package var excerpt: String?
  /// The node that it is about, for problems of documents.
  package var source: SourceReference?

  /// Creates a problem of a file or of a request.
  package init(
    message: String,
    location: SourceLocation? = nil,
    help: String,
    excerpt: String? = nil
  ) {
    self.message = message
    self.location = location
    self.help = help
    self.excerpt = excerpt
  }

  /// Creates a problem of a whole file.
  package init(path: String, message: String, help: String) {
    self.init(message: message, location: SourceLocation(path: path), help: help)
  }

  /// Creates a problem of a text, whose file is not known yet.
  package init(message: String, position: SourcePosition, help: String) {
    self.init(
      message: message,
      location: SourceLocation(path: "", position: position),
      help: help
    )
  }

  /// Creates a problem of a node of a document.
  package init(code: String, message: String, help: String, source: SourceReference) {
    self.init(message: message, location: source.location, help: help)
    self.code = code
    self.source = source
  }
}

extension Problem {
  /// The file that it concerns; empty for a problem of a request or of a text.
  package var path: String { location?.path ?? "" }

  /// The place in the file or text; its start where the whole of it is meant.
  package var position: SourcePosition { location?.position ?? .start }

  /// The problem of a text, in the file that the text stands in.
  package func placed(in path: String) -> Problem {
    var placed = self
    placed.location = SourceLocation(path: path, position: location?.position)
    return placed
  }
}

extension Problem: CustomStringConvertible {
  /// The place, what is wrong and what to do, on one line.
  package var description: String {
    let position = location?.position.map { "\($0.line):\($0.column)" } ?? ""
    let place = [path, position].filter { !$0.isEmpty }.joined(separator: ":")
    return [place, message].filter { !$0.isEmpty }.joined(separator: ": ") + "; \(help)"
  }
}

extension Problem: Comparable {
  /// Orders problems by place, then by message; those without a place come first.
  package static func < (left: Problem, right: Problem) -> Bool {
    let nowhere = SourceLocation(path: "")
    return (left.location ?? nowhere, left.message) < (right.location ?? nowhere, right.message)
  }
}
