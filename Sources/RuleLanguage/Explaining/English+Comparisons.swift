// SPDX-License-Identifier: Apache-2.0

extension English {
  func comparison(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    if let count = count(sign, left, right) { return count }
    switch sign {
    case .contained: return membership(left, right, isIn: true)
    case .equal, .notEqual:
      let verb = isPlural(checked.types[left.id]) ? "are" : "is"
      let isEmpty = Self.isEmptyText(right)
      return
        "\(noun(left)) \(verb)\(sign == .equal ? "" : " not") \(isEmpty ? "empty" : noun(right))"
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return "\(noun(left)) \(verb(sign, checked.types[left.id])) \(noun(right))"
    case .add, .subtract, .multiply, .divide, .remainder: return arithmetic(sign, left, right)
    }
  }

  static func isEmptyText(_ expression: Expression) -> Bool {
    if case .literal(.string(let bytes)) = expression.form { bytes.isEmpty } else { false }
  }

  private static func isBlank(_ expression: Expression) -> Bool {
    if case .literal(.string(let bytes)) = expression.form { bytes == [0x20] } else { false }
  }

  private func verb(_ sign: BinaryOperator, _ type: ValueType) -> String {
    switch (type, sign) {
    case (.timestamp, .less): "is before"
    case (.timestamp, .lessOrEqual): "is not after"
    case (.timestamp, .greater): "is after"
    case (.timestamp, _): "is not before"
    case (.string, .less): "comes before"
    case (.string, .lessOrEqual): "does not come after"
    case (.string, .greater): "comes after"
    case (.string, _): "does not come before"
    case (_, .less): "is below"
    case (_, .lessOrEqual): "is at most"
    case (_, .greater): "is above"
    default: "is at least"
    }
  }

  func membership(_ left: Expression, _ right: Expression, isIn: Bool) -> String {
    let verb = isIn ? "is" : "is not"
    guard case .list(let elements) = right.form else {
      return "\(noun(left)) \(verb) among \(noun(right))"
    }
    let isOnly = elements.count == 1
    return "\(noun(left)) \(verb) \(isOnly ? "" : "one of ")\(noun(right))"
  }

  func arithmetic(_ sign: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    if sign == .add, checked.types[left.id] == .string {
      return Self.isBlank(right) ? noun(left) : "\(noun(left)) followed by \(noun(right))"
    }
    let word =
      switch sign {
      case .add: "plus"
      case .subtract: "minus"
      case .multiply: "times"
      case .divide: "divided by"
      case .remainder: "modulo"
      default: sign.rawValue
      }
    return "\(noun(left)) \(word) \(noun(right))"
  }
}

extension English {
  /// What `size` is asked of, or nil for any other expression.
  private func sized(_ expression: Expression) -> Expression? {
    guard case .call(let name, let target, let arguments) = expression.form, name.text == "size"
    else { return nil }
    return target ?? arguments.first
  }

  /// A comparison of a size with a number, said of the entries: "there is at least one …".
  private func count(
    _ sign: BinaryOperator,
    _ left: Expression,
    _ right: Expression
  ) -> String? {
    guard let counted = sized(left), case .literal(.int(let number)) = right.form else {
      return nil
    }
    let isText = checked.types[counted.id] == .string
    switch (sign, number) {
    case (.greater, 0), (.notEqual, 0), (.greaterOrEqual, 1):
      return isText
        ? "\(noun(counted)) is not empty" : "there is at least one \(entry(counted))"
    case (.equal, 0), (.less, 1), (.lessOrEqual, 0):
      return isText ? "\(noun(counted)) is empty" : "there is no \(entry(counted))"
    case (.greater, 1) where !isText, (.greaterOrEqual, 2) where !isText:
      return "there is more than one \(entry(counted))"
    default: return nil
    }
  }

  /// One entry of a list: "entry in the dossier's model cards".
  private func entry(_ list: Expression) -> String {
    if case .comprehension(let macro) = list.form, macro.kind == .filter { return members(macro) }
    return "entry in \(noun(list))"
  }

  /// How many entries a list has, or how long a text is.
  func size(_ counted: Expression) -> String {
    let isText = checked.types[counted.id] == .string
    return isText ? "the length of \(noun(counted))" : "the number of entries in \(noun(counted))"
  }
}
