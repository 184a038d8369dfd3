// SPDX-License-Identifier: Apache-2.0

internal import GateModel
package import Texts

extension Report {
  /// The report as JSON, in the form that `ReportSchema` describes.
  package var json: JSONValue {
    [
      "schema": .string(ReportSchema.identifier),
      "verdict": .string(verdict.rawValue),
      "asOf": .string(asOf.description),
      "tool": tool.json,
      "repository": repository.json,
      "policy": policy.json,
      "summary": summary.json,
      "systems": .array(systems.map(\.json)),
      "packs": .array(packs.map(\.json)),
      "artifacts": .array(artifacts.map(\.json)),
      "results": .array(results.map(\.json)),
      "waivers": .array(waivers.map(\.json)),
      "faults": .array(faults.map(\.json)),
    ]
  }
}

extension Report.Tool {
  var json: JSONValue { ["name": .string(name), "version": .string(version)] }
}

extension Report.Repository {
  var json: JSONValue {
    .object(present: [
      ("commit", commit.map { .string($0.hex) } ?? .null),
      ("tree", tree.map { .string($0.hex) } ?? .null),
      ("directory", directory.map(JSONValue.string)),
      ("revision", .string(revision)),
      ("shallow", .bool(isShallow)),
      ("committed", .bool(isCommitted)),
      ("commitTime", commitTime.map { .int(Int($0)) }),
    ])
  }
}

extension Report.Policy {
  var json: JSONValue {
    .object(present: [
      ("digest", .string(digest.hex)),
      ("ref", ref.map(JSONValue.string) ?? .null),
      ("path", path.map(JSONValue.string) ?? .null),
      ("failOn", .string(failOn.rawValue)),
      ("parameters", .array(parameters.map(\.json))),
    ])
  }
}

extension ReportSummary {
  var json: JSONValue {
    [
      "passed": .int(passed),
      "failed": .int(failed),
      "undecided": .int(undecided),
      "waived": .int(waived),
      "notApplicable": .int(notApplicable),
      "upcoming": .int(upcoming),
    ]
  }
}

extension SystemReport {
  var json: JSONValue {
    .object(present: [
      ("id", .string(id)),
      ("name", .string(name)),
      ("tier", .string(tier.rawValue)),
      ("flags", .strings(flags)),
      ("jurisdictions", .strings(jurisdictions)),
      ("tierReasons", .array(tierReasons.map(\.json))),
      ("declared", .bool(isDeclared)),
      ("path", path.map(JSONValue.string)),
      ("questions", .strings(questions)),
    ])
  }
}

extension SystemReport.TierReason {
  var json: JSONValue {
    .object(present: [
      ("article", .string(article)),
      ("fact", .string(fact)),
      ("value", .string(value)),
      ("text", .string(text)),
      ("location", location?.json),
    ])
  }
}

extension PackReport {
  var json: JSONValue {
    [
      "id": .string(id),
      "version": .string(version),
      "digest": .string(digest.hex),
      "ruleCount": .int(ruleCount),
      "title": .string(title),
      "parameters": .array(parameters.map(\.json)),
    ]
  }
}

extension ParameterReport {
  var json: JSONValue {
    .object(present: [
      ("rule", rule.map(JSONValue.string)),
      ("name", .string(name)),
      ("value", .string(value)),
      ("origin", .string(origin)),
    ])
  }
}

extension ArtifactReport {
  var json: JSONValue {
    [
      "system": .string(system),
      "kind": .string(kind.rawValue),
      "format": .string(format),
      "path": .string(path),
      "blob": blob.map { .string($0.hex) } ?? .null,
      "sha256": .string(sha256.hex),
      "size": .int(size),
    ]
  }
}

extension WaiverReport {
  var json: JSONValue {
    [
      "rule": .string(rule),
      "subject": .string(subject),
      "owner": .string(owner),
      "approvedBy": .string(approvedBy),
      "expires": .string(expires.description),
      "reason": .string(reason),
      "state": .string(state.rawValue),
      "daysLeft": .int(daysLeft),
      "location": location.json,
    ]
  }
}
