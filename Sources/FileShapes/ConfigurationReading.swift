// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel
internal import Texts

/// What the readers of configuration files share: the checked root, and problems beyond the shape.
package struct ConfigurationReading {
  package let root: NodeCursor
  package private(set) var problems: [Problem]

  /// Checks a document, or the value of a key in one, against its shape.
  package init(
    _ node: Node,
    isMember: Bool = false,
    shape: Shape,
    path: String,
    blob: ObjectID?
  ) {
    root = NodeCursor(node, of: FileIdentity(path: path, blob: blob))
    problems = ShapeCheck.problems(of: root, isMember: isMember, against: shape)
  }

  /// The folder of the file, to which its paths are relative.
  package var folder: String { TreePath.folder(of: root.file.path) }

  /// Notes a problem that no shape can express.
  package mutating func add(_ code: String, _ message: String, help: String, at cursor: NodeCursor)
  {
    problems.append(Problem(code: code, message: message, help: help, source: cursor.source))
  }

  /// The problems in the order of the text.
  package var sortedProblems: [Problem] { problems.sorted() }

  /// The day that a key states.
  package func date(_ key: String, of map: NodeCursor) -> CalendarDate? {
    map[key]?.text.flatMap { CalendarDate(dayOf: $0) }
  }

  /// A glob relative to a folder; one that cannot be used is a problem.
  package mutating func pattern(_ cursor: NodeCursor, in folder: String) -> PathPattern? {
    guard let text = cursor.text else { return nil }
    if let pattern = PathPattern(text, in: folder) { return pattern }
    add(
      "bad-pattern",
      "'\(Excerpt.line(text))' is no usable path or pattern",
      help: "write a path relative to \(folder.isEmpty ? "the root" : folder) inside the tree",
      at: cursor
    )
    return nil
  }

  /// Names every later element that repeats the key of an earlier one.
  package mutating func rejectDuplicates(_ elements: [NodeCursor], by key: (NodeCursor) -> String?)
  {
    var first: [String: NodeCursor] = [:]
    for element in elements {
      guard let name = key(element) else { continue }
      guard let earlier = first[name] else {
        first[name] = element
        continue
      }
      add(
        "duplicate",
        "'\(Excerpt.line(name))' is already there in line \(earlier.node.position.line)",
        help: "keep one of the two",
        at: element
      )
    }
  }
}
