// SPDX-License-Identifier: Apache-2.0

public import Documents
internal import GateModel

extension ParameterValue {
  /// The value that a scalar or a list of texts states, or nil for anything else.
  ///
  /// A plain `0.8` is a double, `40` an int, `true` a bool; a quoted scalar is always a string.
  public init?(_ node: Node) {
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
  public func converted(toTypeOf other: ParameterValue) -> ParameterValue? {
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

extension NodeFields {
  /// The parameters of a rule: `name: value`, or `name: {value, type, summary, origin}`.
  mutating func parameters(of rule: Node) -> [RuleParameter] {
    members("parameters", of: rule).compactMap { parameter($0) }
  }

  private mutating func parameter(_ member: Node.Member) -> RuleParameter? {
    let isLong = member.value.map != nil
    if isLong {
      rejectUnknownKeys(of: member.value, known: ["value", "type", "summary", "origin"])
    }
    let node = isLong ? member.value["value"] : member.value
    guard let node, var value = ParameterValue(node) else {
      add(
        "the parameter '\(member.key)' has no value",
        at: member.value.position,
        help: "write a number, a text, true, false or a list of texts"
      )
      return nil
    }
    if isLong, let type = optionalText("type", of: member.value) {
      guard let typed = value.declared(as: type) else {
        add(
          "the parameter '\(member.key)' is no \(type)",
          at: node.position,
          help: "types are: bool, int, double, string, list"
        )
        return nil
      }
      value = typed
    }
    return RuleParameter(
      name: member.key,
      value: value,
      summary: isLong ? optionalText("summary", of: member.value) ?? "" : "",
      origin: isLong ? choice("origin", of: member.value) : nil,
      isOverridden: false
    )
  }
}

extension ParameterValue {
  fileprivate func declared(as typeName: String) -> ParameterValue? {
    switch typeName {
    case "double", "number": converted(toTypeOf: .double(0))
    case "list": converted(toTypeOf: .strings([]))
    default: typeName == self.typeName ? self : nil
    }
  }
}
