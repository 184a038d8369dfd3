// SPDX-License-Identifier: Apache-2.0

package import Documents
internal import FileShapes
internal import GateModel

extension ParameterValue {
  /// The value that a scalar or a list of texts states, or nil for anything else.
  ///
  /// A plain `0.8` is a double, `40` an int, `true` a bool; a quoted scalar is always a string.
  package init?(_ node: Node) {
    switch node.value {
    case .list(let elements):
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return nil }
      self = .strings(texts)
    case .string(let text): self = .string(text)
    case .plain(let text), .number(let text):
      if let flag = node.bool {
        self = .bool(flag)
      } else if let int = Int(text) {
        self = .int(int)
      } else if let double = node.double {
        guard double.isFinite else { return nil }
        self = .double(double)
      } else {
        self = .string(text)
      }
    case .bool(let flag): self = .bool(flag)
    case .null, .map: return nil
    }
  }

  /// The value as a parameter of the same type as another, or nil when that would change its kind.
  ///
  /// An integer is accepted where a double is expected, because `limit: 1` means 1.0.
  package func converted(toTypeOf other: ParameterValue) -> ParameterValue? {
    switch (self, other) {
    case (.int(let value), .double): .double(Double(value))
    case (.bool, .bool), (.int, .int), (.double, .double), (.string, .string),
      (.strings, .strings):
      self
    case (.string(let value), .strings): .strings([value])
    default: nil
    }
  }
}

/// The parameters that a rule or a pack declares.
struct ParameterDeclarations: Sendable {
  /// Those that can be used.
  var sound: [RuleParameter] = []
  /// The names of those whose declaration has a mistake: nothing more is said about their use.
  var broken: [String] = []

  /// Whether nothing is declared.
  var isEmpty: Bool { sound.isEmpty && broken.isEmpty }

  /// Every name.
  var names: [String] { sound.map(\.name) + broken }

  /// These and others.
  func adding(_ other: ParameterDeclarations) -> ParameterDeclarations {
    ParameterDeclarations(sound: sound + other.sound, broken: broken + other.broken)
  }
}

extension ParameterDeclarations {
  /// A rule's own parameters and those of its pack that it mentions, with the values in force.
  ///
  /// - Parameters:
  ///   - shared: The parameters of the pack.
  ///   - mentioned: Those that the rule mentions; nil while its conditions have mistakes.
  ///   - settings: What the policy sets for the rule.
  ///   - fileName: The name of the rule's file.
  /// - Returns: The parameters, and what is wrong with the settings.
  func inForce(
    with shared: ParameterDeclarations,
    mentioned: [String]?,
    settings: [ParameterSettings.Setting],
    fileName: String
  ) -> (parameters: [RuleParameter], problems: [Problem]) {
    var declared = adding(shared)
    if let mentioned {
      declared.sound.removeAll { $0.scope == .pack && !mentioned.contains($0.name) }
    }
    guard !declared.sound.isEmpty || !settings.isEmpty else { return ([], []) }
    var check = SettingCheck(subject: "the policy")
    let unmentioned = shared.names.filter { !declared.names.contains($0) }
    let values = check.values(settings, among: declared, of: "the rule '\(fileName)'") { name in
      unmentioned.contains(name)
        ? "the pack has it, but this rule does not mention it; remove it here" : nil
    }
    return (declared.sound.map { $0.overridden(by: values[$0.name]) }, check.problems)
  }
}

extension PackFileReading {
  /// The parameters of a rule or a pack: `name: value`, or a map with type, bounds and summary.
  mutating func parameters(
    of owner: NodeCursor,
    scope: RuleParameter.Scope
  ) -> ParameterDeclarations {
    var declarations = ParameterDeclarations()
    for member in owner["parameters"]?.node.map ?? .empty {
      let value = NodeCursor(member.value, of: root.file)
      if let parameter = parameter(member, value, scope: scope) {
        declarations.sound.append(parameter)
      } else {
        declarations.broken.append(member.key)
      }
    }
    return declarations
  }

  private mutating func parameter(
    _ member: Node.Member,
    _ cursor: NodeCursor,
    scope: RuleParameter.Scope
  ) -> RuleParameter? {
    guard isUsableName(member) else { return nil }
    let isLong = cursor.node.isMap
    // The shape has said what is missing.
    guard let node = isLong ? cursor["value"]?.node : cursor.node,
      let value = declaredValue(
        node,
        of: isLong ? cursor["type"]?.text?.lowercased() : nil,
        name: member.key
      )
    else { return nil }
    guard isLong else {
      return RuleParameter(
        name: member.key,
        value: value,
        summary: "",
        domain: ParameterDomain(),
        scope: scope,
        isOverridden: false
      )
    }
    guard let domain = domain(of: cursor, for: value, name: member.key) else { return nil }
    return RuleParameter(
      name: member.key,
      value: value,
      summary: cursor["summary"]?.text ?? "",
      origin: cursor.choice("origin"),
      domain: domain,
      scope: scope,
      isOverridden: false
    )
  }

  /// Whether a condition can write the name after `parameters.`.
  private mutating func isUsableName(_ member: Node.Member) -> Bool {
    let isName = member.key.utf8.enumerated().allSatisfy { index, byte in
      let character = Character(Unicode.Scalar(byte))
      return character == "_" || byte < 0x80 && character.isLetter
        || index > 0 && byte < 0x80 && character.isNumber
    }
    if isName { return true }
    add(
      "the parameter '\(member.key)' has no name that a condition can use",
      at: member.keyPosition,
      help: "use letters, digits and '_', and start with a letter"
    )
    return false
  }

  /// The value in the declared type.
  private mutating func declaredValue(
    _ node: Node,
    of type: String?,
    name: String
  ) -> ParameterValue? {
    guard let value = ParameterValue(node) else { return nil }
    guard let type else { return value }
    guard let typed = value.declared(as: type) else {
      add(
        "the parameter '\(name)' is no \(type)",
        at: node.position,
        help: "types are: bool, int, double, string, pattern, list"
      )
      return nil
    }
    return typed
  }

  /// What a policy may set; nil, with the reason in the problems, when the default is not in it.
  private mutating func domain(
    of declaration: NodeCursor,
    for value: ParameterValue,
    name: String
  ) -> ParameterDomain? {
    let domain = ParameterDomain(
      minimum: declaration["min"]?.node.double,
      maximum: declaration["max"]?.node.double,
      words: declaration["one_of"]?.texts ?? [],
      isPattern: declaration["type"]?.says("pattern") == true
    )
    // To see whether a pattern compiles takes a language of its own.
    guard isTested || domain.contains(value) else {
      add(
        "the default of the parameter '\(name)' is not \(domain.text ?? "allowed")",
        at: declaration["value"] ?? declaration,
        help: "correct 'value', or 'min', 'max' and 'one_of'"
      )
      return nil
    }
    return domain
  }
}

extension ParameterValue {
  fileprivate func declared(as typeName: String) -> ParameterValue? {
    switch typeName {
    case "double", "number": converted(toTypeOf: .double(0))
    case "list": converted(toTypeOf: .strings([]))
    case "pattern": converted(toTypeOf: .string(""))
    default: typeName == self.typeName ? self : nil
    }
  }
}
