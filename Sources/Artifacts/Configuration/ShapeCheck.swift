// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Compares a document with its shape and remembers everything that is wrong with it.
///
/// Most nodes are as they should be: names and pointers are made only for those that are not.
struct ShapeCheck {
  /// The most problems that are listed: nobody reads more, and a hostile file has millions.
  private static let maximumProblems = 500

  private let root: NodeCursor
  /// What leads from the root to the node that is looked at.
  private var place = ShapePlace()
  private(set) var problems: [Problem] = []

  /// Every problem of a document, in the order of the text.
  static func problems(of root: NodeCursor, against shape: Shape) -> [Problem] {
    var check = ShapeCheck(root: root)
    check.check(root.node, against: shape)
    return check.problems
  }

  private init(root: NodeCursor) {
    self.root = root
  }

  private mutating func check(_ node: Node, against shape: Shape) {
    guard problems.count < Self.maximumProblems else { return }
    switch shape {
    case .list(let element):
      checkElements(of: node, against: element, expected: shape)
    case .oneOrMore(let element):
      guard node.list != nil else { return check(node, against: element) }
      checkElements(of: node, against: element, expected: shape)
    case .map(let fields, let alternatives):
      checkMembers(of: node, against: fields, alternatives)
    case .dictionary(let element):
      checkValues(of: node, against: element)
    case .textOr(let other):
      check(node, against: node.text == nil ? other : .text)
    case .justified(let value):
      check(node, against: node.map != nil ? .longForm(of: value) : value)
    case .nullable(let value):
      if !node.isNull { check(node, against: value) }
    default:
      if !shape.accepts(node) { addMismatch(of: node, with: shape) }
    }
  }

  private mutating func checkElements(
    of node: Node,
    against element: Shape,
    expected: Shape
  ) {
    guard let elements = node.list else { return addMismatch(of: node, with: expected) }
    for index in elements.indices {
      place.enter(.element(index))
      checkPresent(elements[index], against: element)
      place.leave()
    }
  }

  private mutating func checkValues(of node: Node, against element: Shape) {
    guard let members = node.map else { return addMismatch(of: node, with: .dictionary(element)) }
    for index in members.indices {
      place.enter(.entry(members[index].key))
      checkPresent(members[index].value, against: element)
      place.leave()
    }
  }

  private mutating func checkMembers(
    of node: Node,
    against fields: [Field],
    _ alternatives: [[String]]
  ) {
    guard let members = node.map else { return addMismatch(of: node, with: .map(fields)) }
    // Most files keep to one order of keys, so that the next field is the next to be looked for.
    var next = 0
    for index in members.indices {
      guard let found = Self.field(members[index].key, among: fields, expectedAt: next) else {
        addUnknownKey(members[index], known: fields.map(\.key))
        continue
      }
      next = found + 1
      place.enter(.member(fields[found].key))
      checkMember(members[index].value, against: fields[found])
      place.leave()
    }
    for field in fields where field.isRequired && node[field.key] == nil {
      addMissing(field, of: node)
    }
    checkAlternatives(alternatives, of: node)
  }

  private static func field(
    _ key: String,
    among fields: [Field],
    expectedAt next: Int
  ) -> Int? {
    if next < fields.count, fields[next].key == key { return next }
    return fields.firstIndex { $0.key == key }
  }

  private mutating func checkMember(_ value: Node, against field: Field) {
    if field.isRequired {
      checkPresent(value, against: field.shape)
    } else if !value.isNull {
      check(value, against: field.shape)
    }
  }

  /// A value that must say something: blank text and null do not.
  private mutating func checkPresent(_ value: Node, against shape: Shape) {
    let isBlank = value.isNull ? !shape.isNullable : value.isBlankText
    guard !isBlank else { return addMismatch(of: value, with: shape) }
    check(value, against: shape)
  }

  private mutating func checkAlternatives(_ alternatives: [[String]], of node: Node) {
    guard !alternatives.isEmpty else { return }
    let met = alternatives.count { keys in keys.allSatisfy { node.has($0) } }
    guard met != 1 else { return }
    let choices = alternatives.map { $0.map { "'\($0)'" }.joined(separator: ", ") }
    add(
      "missing-key",
      "\(place.name) has \(met == 0 ? "none" : "more than one") of the key sets it must choose from",
      help: "write either \(choices.joined(separator: " or "))",
      at: node
    )
  }
}

extension ShapeCheck {
  private mutating func addUnknownKey(_ member: Node.Member, known: [String]) {
    guard problems.count < Self.maximumProblems else { return }
    let suggestion = Suggestion.closest(to: member.key, among: known)
    add(
      "unknown-key",
      "unknown key '\(Excerpt.line(member.key))'",
      help: suggestion.map { "did you mean '\($0)'?" }
        ?? "known keys are \(known.joined(separator: ", "))",
      at: root.file.reference(at: member.keyPosition, pointer: place.pointer(from: root.pointer))
    )
  }

  private mutating func addMissing(_ field: Field, of node: Node) {
    add(
      "missing-key",
      "\(place.name) has no '\(field.key)'",
      help: "add '\(field.key)': \(field.summary)",
      at: node
    )
  }

  private mutating func addMismatch(of node: Node, with shape: Shape) {
    let name = place.name
    let seen = node.text.map { "'\(Excerpt.line($0))'" } ?? node.kindName
    var message = "'\(name)' must be \(shape.expectation), not \(seen)"
    var help = "write \(shape.expectation)"
    if case .choice = shape { message = "\(seen) is no value of '\(name)'" }
    if case .choice(let members) = shape, let text = node.text,
      let suggestion = Suggestion.closest(to: text, among: members)
    {
      help = "did you mean '\(suggestion)'?"
    }
    add("wrong-value", message, help: help, at: node)
  }

  private mutating func add(_ code: String, _ message: String, help: String, at node: Node) {
    let source = root.file.reference(
      at: node.position,
      endLine: node.endLine,
      pointer: place.pointer(from: root.pointer)
    )
    add(code, message, help: help, at: source)
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
