// SPDX-License-Identifier: Apache-2.0

internal import Fairness
internal import GateModel
internal import Texts

extension FairnessReport {
  /// The report as pretty-printed JSON with a closing newline.
  ///
  /// Numbers are the shortest decimals that read back as the same doubles. A value that is
  /// undefined, or that JSON has no form for, is `null` beside a `reason`; an open end of an
  /// interval is `null`.
  package var json: [UInt8] {
    CanonicalJSON.prettyBytes(of: ["attributes": .array(attributes.map(\.json))])
  }
}

extension FairnessReport.Attribute {
  fileprivate var json: JSONValue {
    .object(present: [
      ("attribute", .string(name)),
      ("groups", .array(groups.map(\.json))),
      ("metrics", .array(metrics.map(\.json))),
      ("absentGroups", absent.isEmpty ? nil : .strings(absent)),
    ])
  }
}

extension AttributeAssessment.Group {
  fileprivate var json: JSONValue {
    let rates = rates.map { rate in
      JSONMember(rate.entry.rate.rawValue, rate.json)
    }
    return [
      "group": .string(group),
      "n": n.map { .int($0) } ?? .null,
      "rates": .object(rates),
    ]
  }
}

extension AttributeAssessment.GroupRate {
  fileprivate var json: JSONValue {
    .object(present: [
      ("value", .number(entry.value)),
      ("lower", .number(interval?.lower)),
      ("upper", .number(interval?.upper)),
      ("reason", (entry.reason?.rawValue).map { .string($0) }),
    ])
  }
}

extension FairnessReport.Metric {
  fileprivate var json: JSONValue {
    .object(present: [
      ("name", .string(name)),
      ("convention", .string(convention)),
      ("value", valueJSON),
      ("lower", .number(interval?.lower)),
      ("upper", .number(interval?.upper)),
      ("level", .double(level)),
      ("method", (interval?.method.rawValue).map { .string($0) } ?? .null),
      ("groups", groups.map { .strings([$0.group, $0.comparator]) }),
      ("limit", (limit?.value).map { .double($0) }),
      ("origin", (limit?.origin.rawValue).map { .string($0) }),
      ("verdict", .string(verdict.rawValue)),
      ("reason", reason.map { .string($0) }),
      ("neededN", neededN.map { .int($0) }),
      ("adjustedP", adjustedP.map { .double($0) }),
      ("decidedBy", decidedBy?.json),
    ])
  }

  private var valueJSON: JSONValue {
    switch value {
    case .number(let number): .double(number)
    case .flag(let flag): flag.map { .bool($0) } ?? .null
    case nil: .null
    }
  }
}

extension DecidingComparison {
  fileprivate var json: JSONValue {
    [
      "rate": .string(rate.rawValue),
      "groups": .strings([groups.group, groups.comparator]),
      "lower": .number(interval?.lower),
      "upper": .number(interval?.upper),
    ]
  }
}

extension JSONValue {
  /// A number; `null` when there is none.
  fileprivate static func number(_ number: Double?) -> JSONValue {
    number.map { .double($0) } ?? .null
  }
}
