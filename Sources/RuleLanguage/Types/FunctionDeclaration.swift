// SPDX-License-Identifier: Apache-2.0

/// A function that rules may call, with its documentation.
package struct FunctionDeclaration: Sendable {
  /// A named argument.
  package struct Parameter: Hashable, Sendable {
    /// The name, for documentation.
    package var name: String
    /// The type of the argument.
    package var type: ValueType

    /// Creates a parameter.
    package init(name: String, type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// What the function does: the arguments, receiver first, and the call's surroundings.
  package typealias Body =
    @Sendable (_ arguments: [Value], _ call: inout FunctionCall) throws(EvaluationError) -> Value

  /// The name, as written in rules.
  package var name: String
  /// The type that the function is a member of; nil for a free function.
  package var receiver: ValueType?
  /// The arguments in parentheses.
  package var parameters: [Parameter]
  /// The type of the result.
  package var result: ValueType
  /// What the function gives, in one line.
  package var summary: String
  /// An expression that calls it.
  package var example: String
  /// How a sentence speaks of the result, with `{0}`, `{1}` for the arguments, receiver first.
  package var phrase: String?
  /// Whether it costs enough to keep its results for other evaluations over the same facts.
  package var isRemembered: Bool
  /// What the function does.
  package var body: Body

  /// Creates a declaration.
  package init(
    name: String,
    receiver: ValueType? = nil,
    parameters: [Parameter],
    result: ValueType,
    summary: String,
    example: String,
    phrase: String? = nil,
    isRemembered: Bool = false,
    body: @escaping Body
  ) {
    self.name = name
    self.receiver = receiver
    self.parameters = parameters
    self.result = result
    self.summary = summary
    self.example = example
    self.phrase = phrase
    self.isRemembered = isRemembered
    self.body = body
  }

  /// The function as documentation shows it, such as `Artifact.words(text: string) -> int`.
  package var signature: String {
    let arguments = parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    let owner = receiver.map { "\($0)." } ?? ""
    return "\(owner)\(name)(\(arguments)) -> \(result)"
  }
}
