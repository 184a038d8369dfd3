// SPDX-License-Identifier: Apache-2.0

import GateModel
internal import Texts

extension Checker {
  mutating func checkName(_ name: String, _ isAbsolute: Bool, _ expression: Expression) -> Typed {
    if !isAbsolute, let variable = scope.find(name) {
      references[expression.id] = variable.reference
      return variable.typed
    }
    if let typed = declared(name, isAbsolute: isAbsolute, expression) { return typed }
    references[expression.id] = .unbound(name)
    guard isTyped else { return .dyn }
    let meant = Suggestion.closest(to: name, among: declaredNames)
    report(
      "unknown name `\(name)`",
      help: meant.map { "did you mean `\($0)`?" },
      expression.range
    )
    return .dyn
  }

  /// What a possibly qualified name stands for, looked up in the container first.
  private mutating func declared(
    _ name: String,
    isAbsolute: Bool,
    _ expression: Expression
  ) -> Typed? {
    if isAbsolute || environment.container.isEmpty { return declared(name, expression) }
    for candidate in candidates(name, isAbsolute: isAbsolute) {
      if let typed = declared(candidate, expression) { return typed }
    }
    return nil
  }

  private mutating func declared(_ name: String, _ expression: Expression) -> Typed? {
    if let field = root(name) {
      references[expression.id] = .root(number(ofRoot: name))
      return Typed(type: field.type, members: field.members)
    }
    guard Self.typeNames.contains(name) else { return nil }
    references[expression.id] = .typeName(name)
    return Typed(type: .type)
  }

  /// The names to look up, most qualified first (language definition, "Name Resolution").
  private func candidates(_ name: String, isAbsolute: Bool) -> [String] {
    guard !isAbsolute, !environment.container.isEmpty else { return [name] }
    var prefix = environment.container[...]
    var names: [String] = []
    while !prefix.isEmpty {
      names.append("\(prefix).\(name)")
      prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
    }
    return names + [name]
  }

  static let typeNames: Set<String> = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
    "optional_type", "google.protobuf.Timestamp", "google.protobuf.Duration",
  ]

  private mutating func number(ofRoot name: String) -> Int {
    if let known = rootNames.firstIndex(of: name) { return known }
    rootNames.append(name)
    return rootNames.count - 1
  }

  mutating func checkSelect(
    _ whole: Expression,
    _ operand: Expression,
    _ field: FieldName,
    isOptional: Bool
  ) -> Typed {
    if !isOptional, let (name, isAbsolute) = qualifiedName(whole),
      let typed = declared(name, isAbsolute: isAbsolute, whole)
    {
      return typed
    }
    let owner = check(operand)
    return self.field(field, of: owner, isOptional: isOptional)
  }

  /// The dotted name that a chain of selections may be, unless it starts at a macro's variable.
  private func qualifiedName(_ expression: Expression) -> (String, isAbsolute: Bool)? {
    switch expression.form {
    case .name(let name, let isAbsolute):
      guard isAbsolute || scope.find(name) == nil else { return nil }
      let isPlainRoot = !environment.hasQualifiedNames && isRoot(name)
      return isPlainRoot ? nil : (name, isAbsolute)
    case .select(let operand, let field, isOptional: false):
      guard let (prefix, isAbsolute) = qualifiedName(operand) else { return nil }
      return ("\(prefix).\(field.text)", isAbsolute)
    default: return nil
    }
  }

  /// A function that a target and a name denote together, such as `math` and `greatest`.
  func qualifiedFunction(_ target: Expression, _ name: FunctionName) -> String? {
    guard let (prefix, isAbsolute) = qualifiedName(target) else { return nil }
    return candidates("\(prefix).\(name.text)", isAbsolute: isAbsolute)
      .first { environment.functionTable.has($0) }
  }

  func freeFunction(_ name: FunctionName) -> String? {
    candidates(name.text, isAbsolute: name.isAbsolute)
      .first { environment.functionTable.has($0) }
  }
}

extension Checker {
  /// The type of a field; optional values are looked through.
  mutating func field(
    _ field: FieldName,
    of owner: Typed,
    isOptional: Bool
  ) -> Typed {
    guard isTyped else { return .dyn }
    var result = plainField(field, of: owner.type)
    if isOptional, !owner.type.isOptional { result.type = .optional(result.type) }
    return result
  }

  private mutating func plainField(_ field: FieldName, of owner: ValueType) -> Typed {
    switch inference.resolved(owner) {
    case .dyn, .variable: return .dyn
    case .optional(let wrapped):
      let inner = plainField(field, of: wrapped)
      return Typed(type: .optional(inner.type), members: inner.members)
    case .map(let key, let value):
      if !inference.assign(.string, to: key) {
        report("the keys of the map are \(inference.final(key)), not string", field.range)
      }
      return Typed(type: inference.resolved(value))
    case .object(let type): return objectField(field, of: type)
    case let other:
      report("\(other) has no fields", field.range)
      return .dyn
    }
  }

  private mutating func objectField(_ field: FieldName, of type: String) -> Typed {
    if let known = environment.schemaIndex.field(field.text, of: type) {
      return known
    }
    let names = environment.schemaIndex.fieldNames(of: type)
    let meant = Suggestion.closest(to: field.text, among: names).map { "did you mean `\($0)`?" }
    let all = names.isEmpty ? nil : "its fields are \(names.joined(separator: ", "))"
    report("unknown field `\(field.text)` of \(type)", help: meant ?? all, field.range)
    return .dyn
  }
}

extension ValueType {
  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }
}
