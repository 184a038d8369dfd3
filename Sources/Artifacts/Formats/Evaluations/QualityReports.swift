// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Results of Great Expectations: of a validation, described (`describe()`), and of checkpoints.
  static let greatExpectations = evaluation(
    "great-expectations",
    summary: "the result of a validation or a checkpoint of Great Expectations",
    fileNames: [
      "**/*expectation*.json", "**/*validation*.json", "**/*checkpoint*.json",
    ],
    detect: { root in
      validations(in: root).isEmpty
        ? .no(reason: "it has no statistics of Great Expectations")
        : .evaluation(.certain, because: "it has the statistics of Great Expectations")
    },
    fill: { root, artifact in
      for validation in validations(in: root) { addValidation(validation, to: &artifact) }
    }
  )

  /// The validation that a file is, or those of its checkpoint.
  private static func validations(in root: NodeCursor) -> [NodeCursor] {
    ([root] + (root["validation_results"]?.elements ?? [])).filter { part in
      (part["statistics"]?.hasAny("evaluated_expectations") ?? false)
        && part.hasAny("results", "expectations")
    }
  }

  private static func addValidation(_ validation: NodeCursor, to artifact: inout Artifact) {
    let n = artifact.count(validation["statistics"]?["evaluated_expectations"])
    if let value = validation["statistics"]?["success_percent"],
      let found = Measurement("expectations_success", at: value, n: n)
    {
      artifact.measurements.append(found.onScale(.percent))
    }
    var unread: [(name: String, place: NodeCursor)] = []
    for result in (validation["results"] ?? validation["expectations"])?.elements ?? [] {
      let configuration = result["expectation_config"] ?? result
      guard let type = (configuration["expectation_type"] ?? configuration["type"])?.text else {
        continue
      }
      let column = configuration["kwargs"]?["column"]?.text.map { " \($0)" } ?? ""
      guard let found = expectation("\(type)\(column)", result["result"]) else {
        if result["success"]?.node.value == .bool(false) { unread.append((type, result)) }
        continue
      }
      artifact.measurements.append(found)
    }
    artifact.addUnread(unread)
  }

  /// What an expectation found: the share of unexpected values, or the number that it observed.
  private static func expectation(_ name: String, _ result: NodeCursor?) -> Measurement? {
    let count = result?["element_count"]?.node.int
    let n = count.flatMap { $0 < 0 ? nil : $0 }
    if let share = result?["unexpected_percent"],
      var found = Measurement("unexpected_share_\(name)", at: share, n: n)
    {
      found.higherIsBetter = false
      return found.onScale(.percent)
    }
    guard let value = result?["observed_value"], value.node.double != nil else { return nil }
    return Measurement("observed_\(name)", at: value)
  }

  /// The outcome of an evaluation of promptfoo.
  static let promptfoo = evaluation(
    "promptfoo",
    summary: "the outcome of an evaluation of promptfoo",
    fileNames: ["**/*promptfoo*.json", "**/promptfoo/**/*.json"],
    detect: { root in
      (root["results"]?["stats"]?.hasAny("successes") ?? false)
        ? .evaluation(.certain, because: "it has the statistics of promptfoo")
        : .no(reason: "it has no statistics of promptfoo")
    },
    fill: { root, artifact in
      guard let stats = root["results"]?["stats"] else { return }
      let successes = artifact.count(stats["successes"]) ?? 0
      let failures = artifact.count(stats["failures"]) ?? 0
      let errors = artifact.count(stats["errors"]) ?? 0
      let (sum, overflow) = successes.addingReportingOverflow(failures)
      guard !overflow, errors <= Int.max - sum, sum + errors > 0 else { return }
      let total = sum + errors
      artifact.measurements.append(
        Measurement(
          metric: "pass_rate",
          value: Double(successes) / Double(total),
          raw: "\(successes) of \(total)",
          unit: .fraction,
          kind: .level,
          n: total,
          source: stats.source
        )
      )
    }
  )
}
