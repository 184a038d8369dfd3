// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The rules that SARIF results refer to, each once.
struct SARIFRules {
  private var descriptors: [JSONValue] = []
  private var indices: [String: Int] = [:]

  /// The rule that faults are results of.
  static let faultID = "modelgate/fault"

  /// Where that rule stands, if there are faults.
  private(set) var faultIndex = -1

  init(_ results: [CheckResult], _ rules: RuleTexts, hasFaults: Bool) {
    for result in results where indices[Self.id(of: result)] == nil {
      indices[Self.id(of: result)] = descriptors.count
      descriptors.append(Self.descriptor(of: result, rules[result]))
    }
    guard hasFaults else { return }
    faultIndex = descriptors.count
    descriptors.append(Self.faultDescriptor)
  }

  private static let faultDescriptor: JSONValue = [
    "id": .string(faultID),
    "shortDescription": text("Something could not be read or judged"),
    "fullDescription": text("What cannot be read is never taken for evidence."),
    "help": text("Correct the file, so that it can be judged."),
    "defaultConfiguration": ["level": "error"],
    "properties": ["tags": ["compliance"], "problem.severity": "error"],
  ]

  var json: JSONValue { .array(descriptors) }

  func index(of result: CheckResult) -> Int { indices[Self.id(of: result)] ?? -1 }

  static func id(of result: CheckResult) -> String {
    VisibleText.line(result.ruleName, limit: 255)
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .block, .error: "error"
    case .warn: "warning"
    case .info: "note"
    }
  }

  /// GitHub requires the descriptions and the help, and refuses empty ones.
  private static func descriptor(of result: CheckResult, _ rule: RuleReport) -> JSONValue {
    let title = rule.title.isEmpty ? result.ruleName : rule.title
    let source = rule.clause.isEmpty ? "" : " (\(rule.clause))"
    return [
      "id": .string(id(of: result)),
      "shortDescription": text(title),
      "fullDescription": text(title + source),
      "help": text(rule.remedy.isEmpty ? title : rule.remedy),
      "defaultConfiguration": ["level": .string(level(result.severity))],
      "properties": [
        "tags": .strings(["compliance", VisibleText.line(result.pack, limit: 100)]),
        "problem.severity": .string(problemSeverity(result.severity)),
      ],
    ]
  }

  private static func text(_ text: String) -> JSONValue {
    ["text": .string(VisibleText.line(text, limit: 1_000))]
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    switch severity {
    case .block, .error: "error"
    case .warn: "warning"
    case .info: "recommendation"
    }
  }
}
