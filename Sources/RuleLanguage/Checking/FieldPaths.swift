// SPDX-License-Identifier: Apache-2.0

/// Finds the dotted paths from declared names that an expression mentions, such as `system.tier`.
struct FieldPaths {
  private let checked: CheckedExpression
  private var found: Set<String> = []
  /// The paths that variables of `cel.bind` stand for, by the node of their value.
  private var bound: [Int: String] = [:]

  static func all(in checked: CheckedExpression) -> Set<String> {
    var paths = FieldPaths(checked)
    _ = paths.visit(checked.root)
    return paths.found
  }

  private init(_ checked: CheckedExpression) {
    self.checked = checked
  }

  /// Collects the paths of a part; the result is the path of the part itself, if it has one.
  private mutating func visit(_ part: Expression) -> String? {
    if case .root(let number) = checked.references[part.id] {
      return insert(checked.rootNames[number])
    }
    switch part.form {
    case .name:
      guard case .bound(_, let value) = checked.references[part.id] else { return nil }
      return bound[value]
    case .select(let owner, let field, _):
      return visit(owner).map { insert("\($0).\(field.text)") }
    case .has(let owner, let field, _):
      if let path = visit(owner) { _ = insert("\(path).\(field.text)") }
      return nil
    case .bind(_, let value, let body):
      bound[value.id] = visit(value)
      return visit(body)
    default:
      for child in part.children { _ = visit(child) }
      return nil
    }
  }

  private mutating func insert(_ path: String) -> String {
    found.insert(path)
    return path
  }
}
