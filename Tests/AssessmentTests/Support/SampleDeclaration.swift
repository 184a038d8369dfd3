// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import GateModel
import Survey
import Testing

/// A declaration as a YAML text, built from answers to the questionnaire.
struct SampleDeclaration: Sendable {
  /// The answers as YAML, by the path of the fact, such as `practices.ncii`.
  var answers: [String: String]

  /// Every question answered in the way that leaves a system in the Union at minimal risk, except for
  /// some; `unknown` takes an answer away.
  static func harmless(_ changes: [String: String] = [:]) -> SampleDeclaration {
    var sample = SampleDeclaration(
      answers: Fact.allCases.reduce(into: [:]) { $0[$1.rawValue] = $1.harmlessAnswer }
    )
    sample.answers["deployed_to"] = "[EU-DE]"
    sample.answers["role"] = "[provider]"
    for (fact, answer) in changes { sample.answers[fact] = answer == "unknown" ? nil : answer }
    return sample
  }

  /// Every question answered with something that is neither empty nor a default.
  static var complete: SampleDeclaration {
    SampleDeclaration(
      answers: Fact.allCases.reduce(into: [:]) { $0[$1.rawValue] = $1.tellingAnswer }
    )
  }

  /// The text of the file.
  var text: String {
    var lines = ["version: 1", "id: sample", "name: Sample system", "description: A sample."]
    let groups = Dictionary(grouping: answers.keys) { path in
      path.split(separator: ".").count == 2 ? String(path.prefix { $0 != "." }) : ""
    }
    for (group, paths) in groups.sorted(by: { $0.key < $1.key }) {
      if !group.isEmpty { lines.append("\(group):") }
      for path in paths.sorted() {
        let key = path.split(separator: ".").last.map(String.init) ?? path
        lines.append("\(group.isEmpty ? "" : "  ")\(key): \(answers[path] ?? "")")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The declaration, which must be free of mistakes.
  func read() throws -> SystemDeclaration {
    let node = try YAMLReader.read(Array(text.utf8))
    let (declaration, problems) = SystemDeclaration.read(node, path: "ai-system.yml")
    #expect(problems.isEmpty)
    return try #require(declaration)
  }
}

/// An answer with a reason and somebody who answers for it.
func justified(_ value: String) -> String {
  "{value: \(value), reason: The firm asked a court about it., owner: Legal department}"
}

extension Fact {
  fileprivate var harmlessAnswer: String? {
    switch definition.type {
    case .flag: "false"
    case .choice: "none"
    case .choices, .texts, .places, .attributes, .listOfLists: "[]"
    case .date: "null"
    case .number, .text, .path: nil
    }
  }

  fileprivate var tellingAnswer: String {
    let member = definition.members.last { $0 != "none" } ?? "text"
    return switch definition.type {
    case .flag: "true"
    case .choice, .text, .path: member
    case .choices, .texts: "[\(member)]"
    case .attributes: "{sex: [F, M]}"
    case .places: "[EU-DE]"
    case .listOfLists: "[[one, two]]"
    case .date: "2026-01-02"
    case .number: "1.0e24"
    }
  }
}
