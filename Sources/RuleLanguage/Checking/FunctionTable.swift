// SPDX-License-Identifier: Apache-2.0

/// One way to call a function.
struct Overload: Sendable {
  var isMember: Bool
  /// The types of the arguments, receiver first.
  var parameters: [ValueType]
  /// Whether the last parameter may be given any number of times.
  var isVariadic = false
  var result: ValueType
  /// Whether a result is kept for other evaluations over the same facts.
  var isRemembered = false
  var body: FunctionDeclaration.Body

  func accepts(count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  func parameter(_ index: Int) -> ValueType {
    parameters[min(index, parameters.count - 1)]
  }
}

/// The functions of an environment by name.
struct FunctionTable: Sendable {
  private var members: [String: [Overload]] = [:]
  private var free: [String: [Overload]] = [:]

  static let standard = FunctionTable(StandardLibrary.definitions)

  init(_ definitions: [StandardFunction]) {
    for definition in definitions {
      let members = definition.overloads.filter(\.isMember)
      let free = definition.overloads.filter { !$0.isMember }
      if !members.isEmpty { self.members[definition.name, default: []] += members }
      if !free.isEmpty { self.free[definition.name, default: []] += free }
    }
  }

  func adding(_ declarations: [FunctionDeclaration]) -> FunctionTable {
    var table = self
    for function in declarations {
      let overload = Overload(
        isMember: function.receiver != nil,
        parameters: (function.receiver.map { [$0] } ?? []) + function.parameters.map(\.type),
        result: function.result,
        isRemembered: function.isRemembered,
        body: function.body
      )
      if overload.isMember {
        table.members[function.name, default: []].insert(overload, at: 0)
      } else {
        table.free[function.name, default: []].insert(overload, at: 0)
      }
    }
    return table
  }

  /// The ways to call a function as a member or freely; empty when there are none.
  func overloads(_ name: String, isMember: Bool) -> [Overload] {
    (isMember ? members : free)[name] ?? []
  }

  /// Whether there is such a function, as a member or freely called.
  func has(_ name: String) -> Bool { free[name] != nil || members[name] != nil }

  /// The names of the functions that are called as members, or of those that are not.
  func names(areMembers: Bool) -> [String] { Array((areMembers ? members : free).keys) }
}

/// A function of the standard library: its overloads share the documentation.
struct StandardFunction: Sendable {
  var name: String
  var summary: String
  var example: String
  var overloads: [Overload]

  init(_ name: String, _ summary: String, _ example: String, _ overloads: [Overload]) {
    self.name = name
    self.summary = summary
    self.example = example
    self.overloads = overloads
  }
}

extension Overload {
  static func free(
    _ parameters: [ValueType],
    _ result: ValueType,
    variadic: Bool = false,
    _ body: @escaping FunctionDeclaration.Body
  ) -> Overload {
    Overload(
      isMember: false,
      parameters: parameters,
      isVariadic: variadic,
      result: result,
      body: body
    )
  }

  static func member(
    _ parameters: [ValueType],
    _ result: ValueType,
    _ body: @escaping FunctionDeclaration.Body
  ) -> Overload {
    Overload(isMember: true, parameters: parameters, result: result, body: body)
  }

  /// The overload as documentation shows it.
  func signature(of name: String) -> String {
    var types = parameters.map(\.description)
    let owner = isMember ? types.removeFirst() + "." : ""
    let dots = isVariadic ? "..." : ""
    return "\(owner)\(name)(\(types.joined(separator: ", "))\(dots)) -> \(result)"
  }
}
