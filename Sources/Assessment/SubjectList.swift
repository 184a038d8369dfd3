// SPDX-License-Identifier: Apache-2.0

internal import RuleLanguage

/// What rules with the same `for_each` look at in one system.
enum SubjectList {
  /// The subjects with their names, each of which is unique.
  case subjects([Subject])
  /// Why nobody knows the subjects.
  case unknown(EvaluationError?)

  struct Subject {
    let name: String
    /// Nil for the system as a whole.
    let element: EvaluatedValue?

    /// The only subject of a rule that looks at the system as a whole.
    static let wholeSystem = Subject(name: "system", element: nil)
  }

  init(_ evaluation: Evaluation) {
    guard let elements = evaluation.value?.elements else {
      self = .unknown(evaluation.error)
      return
    }
    let names = SubjectName.names(of: elements)
    self = .subjects(zip(names, elements).map { Subject(name: $0, element: $1) })
  }
}
