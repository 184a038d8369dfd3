// SPDX-License-Identifier: Apache-2.0

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
