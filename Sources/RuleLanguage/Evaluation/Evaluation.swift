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

/// How large expressions may be and how much work one evaluation may do.
package struct EvaluationLimits: Hashable, Sendable {
  /// Steps and elements that one evaluation may visit.
  ///
  /// The default is the per-expression limit of Kubernetes admission policies
  /// (`pkg/apis/cel/config.go`).
  package var maximumCost = 1_000_000
  /// Bytes of source text.
  package var maximumSourceBytes = 16_384
  /// Nodes of the syntax tree.
  package var maximumNodes = 4_096
  /// Levels of the syntax tree; the language definition asks for 32 terms and 12 levels at least.
  package var maximumDepth = 96
  /// Lines of an explanation.
  package var maximumExplanationSteps = 60

  /// The default limits.
  package init() {}
}
