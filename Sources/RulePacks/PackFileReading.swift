// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// A YAML file of a pack on its way: its root, and everything that is wrong with the file.
struct PackFileReading {
  let root: NodeCursor
  /// Whether the file was compared with its shape before, and has no mistakes.
  let isTested: Bool
  private(set) var problems: [Problem]

  /// Compares a document with its shape; one that was compared before needs none.
  init(_ node: Node, shape: Shape?, path: String) {
    root = NodeCursor(node, of: FileIdentity(path: path, blob: nil))
    isTested = shape == nil
    problems = shape.map { [root] in ShapeCheck.problems(of: root, against: $0) } ?? []
  }

  /// The path of the file.
  var path: String { root.file.path }

  /// Notes a problem that no shape can express.
  mutating func add(_ message: String, at position: SourcePosition, help: String) {
    problems.append(
      Problem(
        message: message,
        location: SourceLocation(path: path, position: position),
        help: help
      )
    )
  }

  /// Notes a problem of one value.
  mutating func add(_ message: String, at cursor: NodeCursor, help: String) {
    add(message, at: cursor.node.position, help: help)
  }

  mutating func add(_ problem: Problem) {
    problems.append(problem)
  }
}

extension NodeCursor {
  /// The word of a choice; nil where there is none, and where it is no word of the choice.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    self[key]?.choice()
  }

  /// The day that a key states.
  func day(_ key: String) -> CalendarDate? {
    self[key]?.text.flatMap { CalendarDate(dayOf: $0) }
  }

  /// The value of a key that states a yes or no.
  func flag(_ key: String, default fallback: Bool) -> Bool {
    self[key]?.node.bool ?? fallback
  }
}
