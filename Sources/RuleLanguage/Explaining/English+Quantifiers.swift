// SPDX-License-Identifier: Apache-2.0

extension English {
  func phrase(_ macro: Comprehension, isNegated: Bool) -> String {
    switch macro.kind {
    case .exists:
      "there is \(isNegated ? "no" : "at least one") \(elements(macro)) \(relative(macro, macro.body))"
    case .existsOne: "there is exactly one \(elements(macro)) \(relative(macro, macro.body))"
    case .all: "for every \(elements(macro)), \(phrase(macro.body))"
    case .filter: "every \(members(macro))"
    case .map, .transformMap, .transformMapEntry:
      "\(noun(macro.body)) for every \(elements(macro))"
        + (macro.condition.map { " \(relative(macro, $0))" } ?? "")
    }
  }

  /// The entries that a filter keeps.
  func members(_ macro: Comprehension) -> String {
    "\(elements(macro)) \(relative(macro, macro.body))"
  }

  /// What a macro visits: "party in the system's contacts".
  private func elements(_ macro: Comprehension) -> String {
    let title = title(of: macro)
    guard case .comprehension(let inner) = macro.range.form, inner.kind == .filter,
      inner.variables.map(\.name) == macro.variables.map(\.name)
    else { return "\(title) in \(noun(macro.range))" }
    return members(inner)
  }

  /// The variables; one of a letter or two with what it is, such as "measurement m".
  private func title(of macro: Comprehension) -> String {
    guard macro.variables.count == 1, case .list(let element) = checked.types[macro.range.id] else {
      return macro.variables.map(\.name).joined(separator: " and ")
    }
    let name = macro.variables[0].name
    guard name.utf8.count <= 2 else { return variable(name, element) }
    guard case .object(let type) = element else { return name }
    return "\(separated(type)) \(name)"
  }

  /// "DeclaredModel" as "declared model".
  func separated(_ type: String) -> String {
    var words = ""
    for scalar in type.unicodeScalars {
      if scalar.properties.isUppercase, !words.isEmpty { words += " " }
      words += scalar.properties.lowercaseMapping
    }
    return words
  }

  /// A condition on an element: "whose role is 'owner'", or "for which …".
  ///
  /// Each part is put into words once, however deep conditions are nested.
  private func relative(_ macro: Comprehension, _ condition: Expression) -> String {
    let isJoint = condition.isConjunction
    let operands = isJoint ? condition.children : [condition]
    let phrases = operands.map { phrase($0) }
    let name = macro.variables[0].name
    let owner =
      name.utf8.count > 2 ? "the \(possessive(title(of: macro))) " : "\(possessive(name)) "
    if macro.variables.count == 1, phrases.allSatisfy({ $0.hasPrefix(owner) }) {
      return series(phrases.map { "whose " + $0.dropFirst(owner.count) }, "and")
    }
    return "for which " + (isJoint ? series(enclosed(operands, phrases), "and") : phrases[0])
  }
}

extension Expression {
  fileprivate var isConjunction: Bool {
    if case .logic(.and, _) = form { true } else { false }
  }
}
