// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension DifferenceReport {
  /// The value of `schema` in every difference of this form.
  package static let identifier = "modelgate/difference/v1"

  var json: JSONValue {
    [
      "schema": .string(Self.identifier),
      "verdict": .string(verdict.rawValue),
      "asOf": .string(asOf.description),
      "failOn": .string(failOn.rawValue),
      "tool": ["name": .string(tool.name), "version": .string(tool.version)],
      "base": side(base, verdicts.base),
      "head": side(head, verdicts.head),
      "findings": .array(findings.map(\.json)),
      "measurements": .array(movements.map(\.json)),
      "settings": .array(settings.map(\.json)),
      "stale": .array(
        stale.map {
          [
            "system": .string($0.system), "path": .string($0.path),
            "because": .strings($0.because),
          ]
        }
      ),
      "faults": .array(
        newFaults.map { fault in
          .object(present: [
            ("message", .string(fault.message)), ("help", .string(fault.help)),
            ("path", fault.location.map { .string($0.path) }),
            ("system", fault.system.map { .string($0) }),
          ])
        }
      ),
    ]
  }

  private func side(_ repository: Report.Repository, _ verdict: Verdict) -> JSONValue {
    .object(present: [
      ("commit", repository.commit.map { .string($0.hex) } ?? .null),
      ("tree", repository.tree.map { .string($0.hex) } ?? .null),
      ("verdict", .string(verdict.rawValue)),
    ])
  }
}

extension DifferenceReport.Finding {
  fileprivate var json: JSONValue {
    [
      "change": .string(change.rawValue),
      "system": .string(result.system),
      "pack": .string(result.pack),
      "rule": .string(result.rule),
      "subject": .string(result.subject),
      "outcome": .string(result.outcome.rawValue),
      "severity": .string(result.severity.rawValue),
      "message": .string(result.message),
      "locations": .array(
        result.locations.map { location in
          .object(present: [
            ("path", .string(location.path)),
            ("line", location.position.map { .int($0.line) }),
            ("column", location.position.map { .int($0.column) }),
          ])
        }
      ),
    ]
  }
}

extension DifferenceReport.Movement {
  fileprivate var json: JSONValue {
    .object(present: [
      ("system", .string(system)), ("metric", .string(metric)), ("scope", .string(scope)),
      ("before", before?.json ?? .null), ("after", after?.json ?? .null),
      ("distance", distance.map { .double($0) }),
    ])
  }
}

extension DifferenceReport.Value {
  fileprivate var json: JSONValue {
    .object(present: [
      ("value", value.map { .double($0) } ?? .null),
      ("lower", lower.map { .double($0) }), ("upper", upper.map { .double($0) }),
    ])
  }
}

extension DifferenceReport.Setting {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind), "name": .string(name),
      "before": before.map { .string($0) } ?? .null,
      "after": after.map { .string($0) } ?? .null,
    ]
  }
}
