// SPDX-License-Identifier: Apache-2.0

/// A place in a text: line and column, both counted from 1.
///
/// Columns count Unicode scalars, as SARIF's `unicodeCodePoints` does.
@usableFromInline
package struct SourcePosition: Hashable, Sendable, Comparable {
  // A document has a position per value and key, so that their size counts; a text of more than two
  // billion lines or columns is beyond every limit.
  @usableFromInline var storedLine: Int32
  @usableFromInline var storedColumn: Int32

  /// The line, counted from 1.
  @inlinable
  package var line: Int {
    get { Int(storedLine) }
    set { storedLine = Int32(clamping: newValue) }
  }

  /// The column in Unicode scalars, counted from 1.
  @inlinable
  package var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = Int32(clamping: newValue) }
  }

  /// Creates a position from a line and a column, both counted from 1.
  @inlinable
  package init(line: Int, column: Int) {
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
  }

  /// The first character of a text.
  package static let start = SourcePosition(line: 1, column: 1)

  /// Orders positions as they follow each other in a text.
  @inlinable
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A file of the checked tree and, where known, the place in it.
package struct SourceLocation: Hashable, Sendable, Comparable {
  /// The path from the root of the checked tree, with `/` between its parts.
  package var path: String
  /// The place in the file, or nil when the whole file is meant.
  package var position: SourcePosition?

  /// Creates a location from a path and an optional place in that file.
  package init(path: String, position: SourcePosition? = nil) {
    self.path = path
    self.position = position
  }

  /// Orders locations by path, then by position; a whole file comes before places in it.
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.path != right.path { return left.path < right.path }
    let start = SourcePosition(line: 0, column: 0)
    return (left.position ?? start) < (right.position ?? start)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The location as `path:line:column`, or the path alone.
  package var description: String {
    guard let position else { return path }
    return "\(path):\(position.line):\(position.column)"
  }
}

/// Where a record was read: the file, the blob that held it and the place inside.
package struct SourceReference: Hashable, Sendable {
  /// The path from the root of the checked tree.
  package var path: String
  /// The git blob that was read, or nil for a file outside a repository.
  package var blob: ObjectID?
  /// The RFC 6901 JSON Pointer of the node, for JSON and YAML.
  package var pointer: String?
  /// The headings that lead to the text, outermost first, for Markdown.
  package var headingPath: [String]
  /// Where the record starts.
  package var position: SourcePosition
  /// The last line of the record.
  package var endLine: Int

  /// Creates a reference; `endLine` defaults to the line of `position`.
  package init(
    path: String,
    blob: ObjectID? = nil,
    pointer: String? = nil,
    headingPath: [String] = [],
    position: SourcePosition = .start,
    endLine: Int? = nil
  ) {
    self.path = path
    self.blob = blob
    self.pointer = pointer
    self.headingPath = headingPath
    self.position = position
    self.endLine = endLine ?? position.line
  }

  /// The reference as a path and a place, for findings.
  package var location: SourceLocation {
    SourceLocation(path: path, position: position)
  }
}
