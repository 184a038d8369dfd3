// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The rules that SARIF results refer to, each once.
struct SARIFRules {
  private var descriptors: [JSONValue] = []
  private var indices: [String: Int] = [:]

  init(_ results: [CheckResult]) {
    for result in results where indices[Self.id(of: result)] == nil {
      indices[Self.id(of: result)] = descriptors.count
      descriptors.append(Self.descriptor(of: result))
    }
  }

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
  private static func descriptor(of result: CheckResult) -> JSONValue {
    let title = result.title.isEmpty ? result.ruleName : result.title
    let source = result.control.isEmpty ? "" : " (\(result.control))"
    return [
      "id": .string(id(of: result)),
      "shortDescription": text(title),
      "fullDescription": text(title + source),
      "help": text(result.remedy.isEmpty ? title : result.remedy),
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
