// SPDX-License-Identifier: Apache-2.0

/// What came of evaluating an expression once.
package struct Evaluation: Sendable {
  /// The value, or why there is none.
  package let result: Result<EvaluatedValue, EvaluationError>
  /// The steps it took.
  package let cost: Int
  /// Whether a quantifier over an empty list or map decided the result.
  package let isVacuous: Bool

  /// The result when it is a boolean.
  package var bool: Bool? {
    guard case .success(let value) = result else { return nil }
    return value.bool
  }

  /// Why there is no value, if there is none.
  package var error: EvaluationError? {
    guard case .failure(let error) = result else { return nil }
    return error
  }

  /// The value, or nil when there is none.
  package var value: EvaluatedValue? {
    guard case .success(let value) = result else { return nil }
    return value
  }
}
