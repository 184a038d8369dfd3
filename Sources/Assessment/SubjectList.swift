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

/// Names the subjects of a rule, so that a waiver or a test history can point at one.
enum SubjectName {
  /// The fields that tell one record of a file from another, most telling first.
  private static let details = [
    "metric", "topic", "name", "title", "attribute", "decision", "role", "code",
  ]

  /// The name of one subject: a path, `path#detail`, or the text itself.
  static func name(of value: EvaluatedValue) -> String {
    if let text = value.string { return text }
    if let number = value.int { return String(number) }
    if let elements = value.elements { return elements.map(name).joined(separator: " × ") }
    guard let type = value.typeName else { return "element" }
    let path = value.field("source")?.text(of: "path") ?? ""
    if type == "Artifact" { return path }
    let detail = details.lazy.compactMap { value.text(of: $0) }.first { !$0.isEmpty } ?? ""
    let slice = value.text(of: "slice_label") ?? value.text(of: "slice") ?? ""
    let label = [detail, slice.isEmpty ? "" : "[\(slice)]"].joined()
    return label.isEmpty ? path : "\(path)#\(label)"
  }

  /// The names of all subjects in order; equal ones are numbered, so that each is unique.
  static func names(of values: [EvaluatedValue]) -> [String] {
    var seen: [String: Int] = [:]
    return values.map { value in
      let name = name(of: value)
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      return count == 1 ? name : "\(name) (\(count))"
    }
  }
}
