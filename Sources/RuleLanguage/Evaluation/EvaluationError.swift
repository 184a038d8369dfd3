// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Why an expression has no value.
package struct EvaluationError: Error, Hashable, Sendable {
  /// The reason, for decisions.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A declared optional field has no value: the evidence is absent.
    case missingEvidence
    /// An object has no such field.
    case noSuchField
    /// A map has no such key.
    case noSuchKey
    /// Nothing is bound to the name.
    case noSuchVariable
    /// No function has that name.
    case noSuchFunction
    /// The operands have no operation in common.
    case typeMismatch
    case divideByZero
    /// A number, moment or duration leaves its range.
    case overflow
    /// A list index is outside the list.
    case indexOutOfRange
    /// An argument has the right type and an impossible value.
    case invalidArgument
    /// The evaluation took more steps than it may.
    case costLimit
    /// Values or expressions are nested too deeply.
    case tooDeep
  }

  /// The reason, for decisions.
  package var kind: Kind
  /// What went wrong, as a lower-case phrase.
  package var message: String
  /// The field that is absent, for `missingEvidence`.
  package var field: String?
  /// Where the object or value stands that the error is about, if it was read somewhere.
  package var location: SourceLocation?
  /// Where in the expression the error arose.
  package var position: SourcePosition?

  /// Creates an error; the position is filled in by the evaluation.
  package init(
    _ kind: Kind,
    _ message: String,
    field: String? = nil,
    location: SourceLocation? = nil
  ) {
    self.kind = kind
    self.message = message
    self.field = field
    self.location = location
  }
}

extension EvaluationError {
  /// The message for whoever writes evidence: a place in the expression helps only whoever wrote that.
  package var reason: String { kind == .missingEvidence ? message : description }
}

extension EvaluationError: CustomStringConvertible {
  /// The message with its place in the expression, where known.
  package var description: String {
    guard let position else { return message }
    return "\(message) (line \(position.line), column \(position.column))"
  }
}
