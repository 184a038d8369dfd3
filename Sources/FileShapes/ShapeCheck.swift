// SPDX-License-Identifier: Apache-2.0

package import Documents
package import GateModel
internal import Texts

/// Compares a document with its shape and remembers everything that is wrong with it.
///
/// Most nodes are as they should be: names and pointers are made only for those that are not.
package struct ShapeCheck {
  /// The most problems that are listed: nobody reads more, and a hostile file has millions.
  private static let maximumProblems = 500

  private let file: FileIdentity
  private let tree: NodeTree
  /// What leads from the root to the node that is looked at.
  private var place = ShapePlace()
  private(set) var problems: [Problem] = []

  /// Every problem of a document, or of the value of a key in one, in the order of the text.
  package static func problems(
    of root: NodeCursor,
    isMember: Bool = false,
    against shape: Shape
  ) -> [Problem] {
    var check = ShapeCheck(of: root)
    if isMember { check.place.enter(.member) }
    check.check(root.node.place, against: shape)
    return check.problems
  }

  private init(of root: NodeCursor) {
    file = root.file
    tree = root.node.tree
  }

  private mutating func check(_ node: Node.Index, against shape: Shape) {
    guard problems.count < Self.maximumProblems else { return }
    switch shape {
    case .list(let element):
      checkElements(of: node, against: element, expected: shape)
    case .oneOrMore(let element):
      guard tree.isList(node) else { return check(node, against: element) }
      checkElements(of: node, against: element, expected: shape)
    case .grouped(let element):
      check(
        node,
        against: tree.isMap(node) ? .dictionary(.oneOrMore(element)) : .oneOrMore(element)
      )
    case .record(let record):
      checkMembers(of: node, against: record)
    case .dictionary(let element):
      checkValues(of: node, against: element)
    case .textOr(let other):
      check(node, against: tree.isText(node) ? .text : other)
    case .justified(let value):
      check(node, against: isLongForm(node, of: value) ? .longForm(of: value) : value)
    case .anyOf(let shapes):
      checkOne(of: shapes, at: node, expected: shape)
    case .nullable(let value):
      if !tree.isNull(node) { check(node, against: value) }
    case .either(let first, let second):
      if !first.accepts(node, of: tree) { check(node, against: second, or: shape) }
    default:
      if !shape.accepts(node, of: tree) { addMismatch(of: node, with: shape) }
    }
  }

  /// A list or map is compared with the shape of a list or map, so that its own flaws are named.
  private mutating func checkOne(of shapes: [Shape], at node: Node.Index, expected: Shape) {
    if shapes.contains(where: { $0.accepts(node, of: tree) }) { return }
    let candidate = shapes.first { shape in
      switch shape {
      case .record, .dictionary: tree.isMap(node)
      case .list: tree.isList(node)
      default: false
      }
    }
    guard let candidate else { return addMismatch(of: node, with: expected) }
    check(node, against: candidate)
  }

  /// Checks against the last of several shapes; where that one is a map and the node none, all of them
  /// are what was expected.
  private mutating func check(_ node: Node.Index, against last: Shape, or whole: Shape) {
    if case .record = last, !tree.isMap(node) { return addMismatch(of: node, with: whole) }
    check(node, against: last)
  }

  /// A map is the long form, unless the value may be a map itself and this one has no `value`.
  private func isLongForm(_ node: Node.Index, of value: Shape) -> Bool {
    guard tree.isMap(node) else { return false }
    switch value {
    case .grouped, .either(.open, .grouped): break
    default: return true
    }
    return tree.value(of: "value", in: node) != nil
  }

  private mutating func checkElements(
    of node: Node.Index,
    against element: Shape,
    expected: Shape
  ) {
    guard tree.isList(node) else { return addMismatch(of: node, with: expected) }
    place.enter(.element)
    for value in tree.children(of: node) { checkPresent(value, against: element) }
    place.leave()
  }

  private mutating func checkValues(of node: Node.Index, against element: Shape) {
    guard tree.isMap(node) else { return addMismatch(of: node, with: .dictionary(element)) }
    place.enter(.entry)
    for value in tree.children(of: node) { checkPresent(value, against: element) }
    place.leave()
  }

  private mutating func checkMembers(of node: Node.Index, against record: RecordShape) {
    guard tree.isMap(node) else { return addMismatch(of: node, with: .record(record)) }
    var stated = FieldSet()
    var answered = FieldSet()
    // Most files keep to one order of keys, so that the next field is the next to be looked for.
    var next = 0
    place.enter(.member)
    for value in tree.children(of: node) {
      guard let found = record.field(tree.key(of: value), expectedAt: next) else {
        addUnknownKey(of: value, in: node, known: record.fields.map(\.key))
        continue
      }
      next = found + 1
      stated.insert(found)
      if !tree.isNull(value) { answered.insert(found) }
      checkMember(value, against: record.fields[found])
    }
    place.leave()
    if !record.required.isSubset(of: stated) { addMissing(of: record, beyond: stated, in: node) }
    checkAlternatives(of: record, answered: answered, in: node)
  }

  private mutating func checkMember(_ value: Node.Index, against field: Field) {
    if field.isRequired {
      checkPresent(value, against: field.shape)
    } else if !tree.isNull(value) {
      check(value, against: field.shape)
    }
  }

  /// A value that must say something: blank text and null do not.
  private mutating func checkPresent(_ value: Node.Index, against shape: Shape) {
    let isBlank = tree.isNull(value) ? !shape.isNullable : tree.isBlank(value)
    guard !isBlank else { return addMismatch(of: value, with: shape) }
    check(value, against: shape)
  }

  private mutating func checkAlternatives(
    of record: RecordShape,
    answered: FieldSet,
    in node: Node.Index
  ) {
    guard !record.choices.isEmpty else { return }
    let met = record.choices.count { $0.isSubset(of: answered) }
    guard met != 1 else { return }
    let choices = record.alternatives.map { $0.map { "'\($0)'" }.joined(separator: ", ") }
    add(
      "missing-key",
      "\(place.name(of: tree.node(at: node))) has \(met == 0 ? "none" : "more than one") of the key sets it must choose from",
      help: "write either \(choices.joined(separator: " or "))",
      at: node
    )
  }
}

extension ShapeCheck {
  private mutating func addUnknownKey(
    of value: Node.Index,
    in map: Node.Index,
    known: [String]
  ) {
    guard problems.count < Self.maximumProblems else { return }
    let key = tree.key(of: value)
    let suggestion = Suggestion.closest(to: key, among: known)
    let pointer = tree.node(at: map).pointer
    add(
      "unknown-key",
      "unknown key '\(Excerpt.line(key))'",
      help: suggestion.map { "did you mean '\($0)'?" }
        ?? "known keys are \(known.joined(separator: ", "))",
      at: file.reference(at: tree.keyPosition(of: value), pointer: pointer)
    )
  }

  private mutating func addMissing(
    of record: RecordShape,
    beyond stated: FieldSet,
    in node: Node.Index
  ) {
    for index in record.fields.indices
    where record.required.contains(index) && !stated.contains(index) {
      let field = record.fields[index]
      add(
        "missing-key",
        "\(place.name(of: tree.node(at: node))) has no '\(field.key)'",
        help: "add '\(field.key)': \(field.summary)",
        at: node
      )
    }
  }

  private mutating func addMismatch(of place: Node.Index, with shape: Shape) {
    let node = tree.node(at: place)
    let name = self.place.name(of: node)
    let seen = node.text.map { "'\(Excerpt.line($0))'" } ?? node.kindName
    var message = "'\(name)' must be \(shape.expectation), not \(seen)"
    var help = "write \(shape.expectation)"
    switch shape {
    case .choice, .word: message = "\(seen) is no value of '\(name)'"
    default: break
    }
    if let words = shape.words, let text = node.text,
      let suggestion = Suggestion.closest(to: text, among: words)
    {
      help = "did you mean '\(suggestion)'?"
    }
    add("wrong-value", message, help: help, at: place)
  }

  private mutating func add(
    _ code: String,
    _ message: String,
    help: String,
    at node: Node.Index
  ) {
    add(code, message, help: help, at: NodeCursor(tree.node(at: node), of: file).source)
  }

  private mutating func add(
    _ code: String,
    _ message: String,
    help: String,
    at source: SourceReference
  ) {
    problems.append(Problem(code: code, message: message, help: help, source: source))
  }
}

extension Node {
  /// What the node is, for messages.
  fileprivate var kindName: String {
    switch value {
    case .null: "null"
    case .list: "a list"
    case .map: "a map"
    case .bool, .number, .string, .plain: "a single value"
    }
  }
}

/// Where in a document a check stands: what leads to each node from the one above.
///
/// The node knows its keys itself, so that nothing is copied for the many nodes without a flaw.
package struct ShapePlace {
  /// What leads from a list or map to one of its nodes.
  package enum Step {
    /// A key that the shape knows.
    case member
    /// A key that the author chose.
    case entry
    case element
  }

  private var steps: [Step] = []

  package mutating func enter(_ step: Step) { steps.append(step) }

  package mutating func leave() { steps.removeLast() }

  /// The name of the node that stands here: the nearest known key with what follows it.
  package func name(of node: Node) -> String {
    var name = "the file"
    for (step, token) in zip(steps, node.pointerPath.tokens.suffix(steps.count)) {
      switch step {
      case .member: name = token
      case .entry: name += ".\(token)"
      case .element: name += "[\(token)]"
      }
    }
    return name
  }
}
