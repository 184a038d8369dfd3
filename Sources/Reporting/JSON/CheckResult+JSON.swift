// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension CheckResult {
  var json: JSONValue {
    .object(present: [
      ("system", .string(system)),
      ("pack", .string(pack)),
      ("rule", .string(rule)),
      ("code", code.map(JSONValue.string)),
      ("title", .string(title)),
      ("subject", .string(subject)),
      ("outcome", .string(outcome.rawValue)),
      ("rawOutcome", .string(rawOutcome.rawValue)),
      ("severity", .string(severity.rawValue)),
      ("message", .string(message)),
      ("required", .string(required)),
      ("seen", .string(seen)),
      ("control", .string(control)),
      ("remedy", .string(remedy)),
      ("locations", .array(locations.map(\.json))),
      ("explanation", explanation?.json(depth: 0)),
      ("waiver", waiver?.json),
    ])
  }
}

extension Explanation {
  /// Rules are bounded in depth; this bound holds for reports that are made by hand as well.
  static let maximumDepth = 64

  func json(depth: Int) -> JSONValue {
    let isCut = depth >= Self.maximumDepth && !children.isEmpty
    let steps = isCut ? [] : children.map { $0.json(depth: depth + 1) }
    return .object(present: [
      ("expression", .string(expression)),
      ("value", .string(value)),
      ("location", location?.json),
      ("note", (isCut ? "deeper steps are left out" : note).map(JSONValue.string)),
      ("children", steps.isEmpty ? nil : .array(steps)),
    ])
  }
}

extension AppliedWaiver {
  var json: JSONValue {
    .object(present: [
      ("owner", .string(owner)),
      ("approvedBy", .string(approvedBy)),
      ("created", .string(created.description)),
      ("expires", .string(expires.description)),
      ("reason", .string(reason)),
      ("reference", reference.map(JSONValue.string)),
      ("location", location.json),
    ])
  }
}

extension SourceLocation {
  var json: JSONValue {
    .object(present: [
      ("path", .string(path)),
      ("line", position.map { .int($0.line) }),
      ("column", position.map { .int($0.column) }),
    ])
  }
}

extension Fault {
  var json: JSONValue {
    .object(present: [
      ("message", .string(message)),
      ("path", location.map { .string($0.path) }),
      ("line", location?.position.map { .int($0.line) }),
      ("column", location?.position.map { .int($0.column) }),
      ("help", .string(help)),
      ("system", system.map(JSONValue.string)),
    ])
  }
}
