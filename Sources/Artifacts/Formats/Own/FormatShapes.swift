// SPDX-License-Identifier: Apache-2.0

package import FileShapes

/// The shapes of the artifact formats that are the project's own, for their JSON Schemas.
package enum FormatShapes {
  /// Evaluation results, `modelgate/evaluation/v1`.
  package static var evaluation: Shape { EvaluationReading.shape }
  /// A data protection impact assessment, `modelgate/dpia/v1`.
  package static var dpia: Shape { AssessmentForm.dpia.shape }
  /// A fundamental-rights impact assessment, `modelgate/fria/v1`.
  package static var fria: Shape { AssessmentForm.fria.shape }
}
