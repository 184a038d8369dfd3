// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The short form of a requirement, which is defined by its expansion to an expression.
///
/// ```yaml
/// require: {field: card.title, present: true, min_length: 3}
/// ```
///
/// means `has(card.title) && card.title.size() >= 3`. An absent field is absent evidence under every
/// check, so that none of them can pass on it.
struct ShortForm {
  /// The checks in the order in which they are expanded and documented.
  static let checks: [(key: String, summary: String)] = [
    ("present", "the field has a value: has(FIELD)"),
    ("equals", "FIELD == VALUE"),
    ("one_of", "FIELD in [VALUE, …]"),
    ("min", "FIELD >= VALUE"),
    ("max", "FIELD <= VALUE"),
    ("min_length", "FIELD.size() >= VALUE"),
    ("matches", "FIELD.matches('VALUE'), an RE2 pattern"),
    ("max_age", "days_since(FIELD, as_of) <= VALUE"),
  ]

  /// The map as written, on one line.
  let source: String
  /// The expression that it stands for.
  let expansion: String

  /// Reads a short form; nil, with the reason in `reading`, when it is none.
  init?(_ node: Node, into reading: inout PackFileReading) {
    guard let field = node["field"]?.trimmedText else { return nil }
    var parts: [String] = []
    for (key, _) in Self.checks {
      guard let value = node[key] else { continue }
      guard let part = Self.part(key, field, value) else {
        reading.add(
          "'\(key)' has a value that it cannot use",
          at: value.position,
          help: "see CONTRIBUTING for the short form; parameters are written parameters.name"
        )
        return nil
      }
      parts.append(part)
    }
    guard !parts.isEmpty else {
      let known = Self.checks.map(\.key).joined(separator: ", ")
      reading.add("the short form checks nothing", at: node.position, help: "add one of: \(known)")
      return nil
    }
    expansion = parts.joined(separator: " && ")
    let members = (node.map ?? .empty).map { "\($0.key): \($0.value.inlineText)" }
    source = members.joined(separator: ", ")
  }

  private static func part(_ key: String, _ field: String, _ value: Node) -> String? {
    switch key {
    case "present": value.bool == true ? "has(\(field))" : nil
    case "equals": literal(value).map { "\(field) == \($0)" }
    case "one_of": list(value).map { "\(field) in \($0)" }
    case "min": number(value).map { "\(field) >= \($0)" }
    case "max": number(value).map { "\(field) <= \($0)" }
    case "min_length": number(value).map { "\(field).size() >= \($0)" }
    case "matches": value.text.map { "\(field).matches(\(quoted($0)))" }
    case "max_age": number(value).map { "days_since(\(field), as_of) <= \($0)" }
    default: nil
    }
  }

  /// A number or a parameter, as the language writes it.
  private static func number(_ node: Node) -> String? {
    guard let text = node.text else { return nil }
    return isParameter(text) || node.double?.isFinite == true ? text : nil
  }

  /// A number, a truth value, a parameter or a text.
  private static func literal(_ node: Node) -> String? {
    if let flag = node.bool { return String(flag) }
    if let number = number(node) { return number }
    return node.text.map(quoted)
  }

  private static func list(_ node: Node) -> String? {
    if let text = node.text, isParameter(text) { return text }
    let elements = (node.list ?? .empty).compactMap(literal)
    guard !elements.isEmpty, elements.count == node.list?.count else { return nil }
    return "[\(elements.joined(separator: ", "))]"
  }

  private static func isParameter(_ text: String) -> Bool {
    text.hasPrefix("parameters.")
      && text.utf8.allSatisfy { byte in
        Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      }
  }

  /// A text as a literal of the rule language.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "'": "\\'"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "'\(escaped.joined())'"
  }
}

extension Node {
  /// The node on one line, as YAML's flow style would show it.
  fileprivate var inlineText: String {
    if let list { return "[\(list.map(\.inlineText).joined(separator: ", "))]" }
    return text ?? "null"
  }
}
