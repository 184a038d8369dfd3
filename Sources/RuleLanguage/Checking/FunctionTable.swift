// SPDX-License-Identifier: Apache-2.0

/// One way to call a function.
struct Overload: Sendable {
  var isMember: Bool
  /// The types of the arguments, receiver first.
  var parameters: [ValueType]
  /// Whether the last parameter may be given any number of times.
  var isVariadic = false
  var result: ValueType
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
  private(set) var overloads: [String: [Overload]]

  static let standard = FunctionTable(StandardLibrary.definitions)

  init(_ definitions: [StandardFunction]) {
    overloads = [:]
    for definition in definitions {
      overloads[definition.name, default: []] += definition.overloads
    }
  }

  func adding(_ declarations: [FunctionDeclaration]) -> FunctionTable {
    var table = self
    for function in declarations {
      let overload = Overload(
        isMember: function.receiver != nil,
        parameters: (function.receiver.map { [$0] } ?? []) + function.parameters.map(\.type),
        result: function.result,
        body: function.body
      )
      table.overloads[function.name, default: []].insert(overload, at: 0)
    }
    return table
  }

  /// The ways to call a function as a member or freely; empty when there are none.
  func overloads(_ name: String, isMember: Bool) -> [Overload] {
    (overloads[name] ?? []).filter { $0.isMember == isMember }
  }
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
