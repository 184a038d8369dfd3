// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

/// Compares a document with its shape and remembers everything that is wrong with it.
struct ShapeCheck {
  /// The most problems that are listed: nobody reads more, and a hostile file has millions.
  private static let maximumProblems = 500

  private(set) var problems: [Problem] = []

  /// Every problem of a document, in the order of the text.
  static func problems(of root: NodeCursor, against shape: Shape) -> [Problem] {
    var check = ShapeCheck()
    check.check(root, against: shape, named: "the file")
    return check.problems
  }

  private mutating func check(_ cursor: NodeCursor, against shape: Shape, named name: String) {
    guard problems.count < Self.maximumProblems else { return }
    switch shape {
    case .list(let element):
      checkElements(of: cursor, against: element, named: name, expected: shape)
    case .oneOrMore(let element):
      guard cursor.node.list != nil else { return check(cursor, against: element, named: name) }
      checkElements(of: cursor, against: element, named: name, expected: shape)
    case .map(let fields, let alternatives):
      checkMembers(of: cursor, against: fields, alternatives, named: name)
    case .dictionary(let element):
      checkValues(of: cursor, against: element, named: name)
    case .textOr(let other):
      check(cursor, against: cursor.node.text == nil ? other : .text, named: name)
    case .justified(let value):
      let isLong = cursor.node.map != nil
      check(cursor, against: isLong ? .longForm(of: value) : value, named: name)
    case .nullable(let value):
      if !cursor.node.isNull { check(cursor, against: value, named: name) }
    default:
      if !shape.accepts(cursor.node) { addMismatch(of: cursor, with: shape, named: name) }
    }
  }

  private mutating func checkElements(
    of cursor: NodeCursor,
    against element: Shape,
    named name: String,
    expected: Shape
  ) {
    guard cursor.node.list != nil else {
      return addMismatch(of: cursor, with: expected, named: name)
    }
    for (index, value) in cursor.elements.enumerated() {
      checkPresent(value, against: element, named: "\(name)[\(index)]")
    }
  }

  private mutating func checkValues(
    of cursor: NodeCursor,
    against element: Shape,
    named name: String
  ) {
    guard cursor.node.map != nil else {
      return addMismatch(of: cursor, with: .dictionary(element), named: name)
    }
    for (key, value) in cursor.members {
      checkPresent(value, against: element, named: "\(name).\(key)")
    }
  }

  private mutating func checkMembers(
    of cursor: NodeCursor,
    against fields: [Field],
    _ alternatives: [[String]],
    named name: String
  ) {
    guard let members = cursor.node.map else {
      return addMismatch(of: cursor, with: .map(fields), named: name)
    }
    for (member, child) in zip(members, cursor.members) {
      guard let field = fields.first(where: { $0.key == member.key }) else {
        addUnknownKey(member, of: cursor, known: fields.map(\.key))
        continue
      }
      checkMember(child.value, against: field)
    }
    for field in fields where field.isRequired && cursor.node[field.key] == nil {
      addMissing(field, of: cursor, named: name)
    }
    checkAlternatives(alternatives, of: cursor, named: name)
  }

  private mutating func checkMember(_ value: NodeCursor, against field: Field) {
    if field.isRequired {
      checkPresent(value, against: field.shape, named: field.key)
    } else if !value.node.isNull {
      check(value, against: field.shape, named: field.key)
    }
  }

  /// A value that must say something: blank text and null do not.
  private mutating func checkPresent(
    _ value: NodeCursor,
    against shape: Shape,
    named name: String
  ) {
    let isBlank = value.node.isNull ? !shape.isNullable : value.isBlankText
    guard !isBlank else { return addMismatch(of: value, with: shape, named: name) }
    check(value, against: shape, named: name)
  }

  private mutating func checkAlternatives(
    _ alternatives: [[String]],
    of cursor: NodeCursor,
    named name: String
  ) {
    guard !alternatives.isEmpty else { return }
    let met = alternatives.filter { keys in keys.allSatisfy { cursor[$0] != nil } }
    guard met.count != 1 else { return }
    let choices = alternatives.map { $0.map { "'\($0)'" }.joined(separator: ", ") }
    add(
      "missing-key",
      "\(name) has \(met.isEmpty ? "none" : "more than one") of the key sets it must choose from",
      help: "write either \(choices.joined(separator: " or "))",
      at: cursor.source
    )
  }
}

extension ShapeCheck {
  private mutating func addUnknownKey(
    _ member: Node.Member,
    of cursor: NodeCursor,
    known: [String]
  ) {
    guard problems.count < Self.maximumProblems else { return }
    let suggestion = Suggestion.closest(to: member.key, among: known)
    add(
      "unknown-key",
      "unknown key '\(Excerpt.line(member.key))'",
      help: suggestion.map { "did you mean '\($0)'?" }
        ?? "known keys are \(known.joined(separator: ", "))",
      at: cursor.file.reference(at: member.keyPosition, pointer: cursor.pointer)
    )
  }

  private mutating func addMissing(_ field: Field, of cursor: NodeCursor, named name: String) {
    add(
      "missing-key",
      "\(name) has no '\(field.key)'",
      help: "add '\(field.key)': \(field.summary)",
      at: cursor.source
    )
  }

  private mutating func addMismatch(
    of cursor: NodeCursor,
    with shape: Shape,
    named name: String
  ) {
    let seen = cursor.node.text.map { "'\(Excerpt.line($0))'" } ?? cursor.node.kindName
    var message = "'\(name)' must be \(shape.expectation), not \(seen)"
    var help = "write \(shape.expectation)"
    if case .choice = shape { message = "\(seen) is no value of '\(name)'" }
    if case .choice(let members) = shape, let text = cursor.node.text,
      let suggestion = Suggestion.closest(to: text, among: members)
    {
      help = "did you mean '\(suggestion)'?"
    }
    add("wrong-value", message, help: help, at: cursor.source)
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
