// SPDX-License-Identifier: Apache-2.0

extension English {
  func noun(_ expression: Expression) -> String {
    switch expression.form {
    case .literal(let literal): return Printer.text(literal)
    case .name(let name, _): return self.name(name, expression)
    case .select(let owner, let field, let isOptional):
      return self.field(field, of: owner) + (isOptional ? " (if stated)" : "")
    case .index(let operand, let position, _): return entry(position, of: operand)
    case .list(let elements): return list(elements.map { noun($0.value) })
    case .map, .optionalMap: return Printer.text(expression)
    case .unary(.negate, let operand): return "minus \(noun(operand))"
    case .binary(let sign, let left, let right) where sign.precedence > 3:
      return arithmetic(sign, left, right)
    case .conditional(let condition, let yes, let no): return choice(condition, yes, no)
    case .call(let name, let target, let arguments):
      return call(expression, name, target, arguments)
    default: return "(\(phrase(expression)))"
    }
  }

  /// A name as a word; a letter or two read as a name for one of many.
  private func name(_ name: String, _ expression: Expression) -> String {
    if case .root = checked.references[expression.id], let phrase = environment.root(name)?.phrase {
      return phrase
    }
    return name.utf8.count > 2 ? "the \(variable(name, checked.types[expression.id]))" : name
  }

  /// A name as a noun: one that only says which of several, such as `declared`, lacks the noun.
  func variable(_ name: String, _ type: ValueType) -> String {
    guard case .object(let object) = type, name.hasSuffix("ed") || name == "other" else {
      return words(name[...])
    }
    return "\(words(name[...])) \(separated(object).split(separator: " ").last ?? "")"
  }

  /// A field of something: "the system's tier", or "the value of the first of the evaluations".
  func field(_ field: FieldName, of owner: Expression) -> String {
    let phrase = declared(field, of: owner)?.phrase ?? "{}'s \(words(field.text[...]))"
    return filled(phrase, "{}", owner)
  }

  /// A phrase with a noun in its place; a noun of several words is no good owner.
  private func filled(_ phrase: String, _ place: String, _ expression: Expression) -> String {
    let owned = place + "'s "
    guard phrase.hasPrefix(owned) else {
      return phrase.replacing(place, with: argument(expression))
    }
    let rest = phrase.dropFirst(owned.count)
    switch expression.form {
    case .name, .select: return "\(possessive(noun(expression))) \(rest)"
    default: return "the \(rest) of \(noun(expression))"
    }
  }

  private func argument(_ expression: Expression) -> String {
    if case .binary = expression.form { "(\(noun(expression)))" } else { noun(expression) }
  }

  func declared(_ field: FieldName, of owner: Expression) -> Typed? {
    switch checked.types[owner.id] {
    case .object(let type), .optional(.object(let type)):
      environment.schemaIndex.field(field.text, of: type)
    default: nil
    }
  }

  func possessive(_ noun: String) -> String { noun + (noun.hasSuffix("s") ? "'" : "'s") }

  func words(_ name: Substring) -> String {
    String(decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
  }

  private func list(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }

  private func entry(_ position: Expression, of list: Expression) -> String {
    guard case .literal(.int(let number)) = position.form else {
      return "entry \(noun(position)) of \(noun(list))"
    }
    let ordinals = ["first", "second", "third"]
    guard ordinals.indices.contains(Int(clamping: number)) else {
      return "entry \(number) (counted from 0) of \(noun(list))"
    }
    return "the \(ordinals[Int(clamping: number)]) of \(noun(list))"
  }

  /// One of two values: "the card's date of change (the card's date of creation if not stated)".
  private func choice(_ condition: Expression, _ yes: Expression, _ no: Expression) -> String {
    let (asked, used, other) = (phrase(condition), noun(yes), noun(no))
    let isQuestion = asked == "\(used) is stated" || asked == "\(used) are stated"
    return isQuestion ? "\(used) (\(other) if not stated)" : "\(used) (\(other) unless \(asked))"
  }
}

extension English {
  private static let testVerbs = [
    "startsWith": "starts with", "endsWith": "ends with", "contains": "contains",
  ]

  /// What functions of the language are called in a sentence; numbers stand for the arguments.
  private static let phrases = [
    "lowerAscii": "{0} in small letters", "upperAscii": "{0} in capitals",
    "trim": "{0} without the space around it", "split": "the parts of {0} around {1}",
    "replace": "{0} with {2} for {1}", "hasValue": "{0} has a value", "value": "{0}",
    "math.abs": "the magnitude of {0}", "math.greatest": "the greatest of {0} and {1}",
    "math.least": "the least of {0} and {1}", "int": "{0}", "double": "{0}", "string": "{0}",
    "timestamp": "{0}", "duration": "{0}", "dyn": "{0}",
  ]

  private func call(
    _ whole: Expression,
    _ name: FunctionName,
    _ target: Expression?,
    _ arguments: [Expression]
  ) -> String {
    var (function, parts) = (name.text, (target.map { [$0] } ?? []) + arguments)
    if case .function(let qualified) = checked.references[whole.id] {
      (function, parts) = (qualified, arguments)
    }
    switch (function, parts.count) {
    case ("size", 1): return size(parts[0])
    case ("orValue", 2): return alternative(parts[0], parts[1])
    case ("math.least", 1): return "the least of \(noun(parts[0]))"
    case ("math.greatest", 1): return "the greatest of \(noun(parts[0]))"
    case ("replace", 3) where Self.isEmptyText(parts[2]):
      return "\(noun(parts[0])) without \(noun(parts[1]))"
    case (_, 2):
      if target != nil, let verb = Self.testVerbs[function] {
        return "\(noun(parts[0])) \(verb) \(noun(parts[1]))"
      }
      if function == "matches" {
        return "\(noun(parts[0])) matches the pattern \(pattern(parts[1]))"
      }
    default: break
    }
    return inserted(parts, in: phrase(of: function, parts, isMember: target != nil))
  }

  private func phrase(of function: String, _ parts: [Expression], isMember: Bool) -> String {
    let declared = environment.functions.first {
      $0.name == function && ($0.receiver != nil) == isMember
    }
    if let phrase = declared?.phrase ?? Self.phrases[function] { return phrase }
    let places = parts.indices.map { "{\($0)}" }
    if isMember {
      let others = places.dropFirst().joined(separator: ", ")
      return "{0}'s \(words(function[...]))" + (others.isEmpty ? "" : " \(others)")
    }
    return "\(words(function[...]))(\(places.joined(separator: ", ")))"
  }

  private func inserted(_ parts: [Expression], in phrase: String) -> String {
    // From the last to the first, so that text that was put in is not looked at again at the start.
    parts.indices.reversed().reduce(phrase) { filled($0, "{\($1)}", parts[$1]) }
  }

  private func pattern(_ expression: Expression) -> String {
    if case .literal = expression.form { noun(expression) } else { "in \(noun(expression))" }
  }

  private func alternative(_ target: Expression, _ other: Expression) -> String {
    let found =
      if case .select(let owner, let field, true) = target.form {
        self.field(field, of: owner)
      } else {
        noun(target)
      }
    if Self.isEmptyText(other) { return "\(found) (empty if not stated)" }
    if case .list(let elements) = other.form, elements.isEmpty {
      return "\(found) (none if not stated)"
    }
    return "\(found) (\(noun(other)) if not stated)"
  }
}
