// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel
package import Reporting
internal import Texts

extension FairnessReport {
  /// The report as pretty-printed JSON with a closing newline.
  ///
  /// Numbers are the shortest decimals that read back as the same doubles. A value that is
  /// undefined, or that JSON has no form for, is `null` beside a `reason`; an open end of an
  /// interval is `null`.
  package var jsonPage: Page {
    let meaning = positiveMeans.map { JSONValue.string($0.rawValue) } ?? .null
    return Page(
      json: .object(present: [
        ("attributes", .array(attributes.map { $0.json(extent, origin) })),
        ("dataset", origin.dataset.map { .string($0) }),
        ("failBy", request.library == nil ? .string(request.failBy.rawValue) : nil),
        ("model", origin.model.map { .string($0) }),
        ("omitted", omissions.isEmpty ? nil : .strings(omissions)),
        ("positiveMeans", meaning),
        ("unjudged", unjudged.isEmpty ? nil : .strings(unjudged)),
        ("verdict", request.library == nil ? .string(verdict.rawValue) : nil),
      ])
    )
  }
}

extension FairnessReport.Attribute {
  fileprivate func json(_ extent: ReportExtent, _ origin: FairnessReport.Origin) -> JSONValue {
    .object(present: [
      ("attribute", .string(name)),
      ("parts", parts.count > 1 ? .strings(parts) : nil),
      ("groups", .array(extent.groups(of: self).map { $0.json(extent) })),
      ("groupCount", extent.isShortened ? .int(groups.count) : nil),
      (
        "metrics",
        .array(extent.metrics(of: self).map { $0.json(sentence(about: $0, of: origin)?.text) })
      ),
      (
        "moderated",
        ModeratedGap.isOfUse(for: groups)
          ? ModeratedGap(of: .selectionRate, in: groups)?.json : nil
      ),
      ("stated", stated.isEmpty ? nil : .array(stated.map(\.json))),
      ("absentGroups", absent.isEmpty ? nil : .strings(absent)),
      ("recoveredGroups", recovered.isEmpty ? nil : .strings(recovered)),
      ("uncountedGroups", uncounted.isEmpty ? nil : .strings(uncounted)),
      ("warnings", warnings.isEmpty ? nil : .strings(warnings.map(\.text))),
    ])
  }
}

extension AttributeAssessment.Group {
  fileprivate func json(_ extent: ReportExtent) -> JSONValue {
    let rates = extent.rates(of: self).map { rate in
      JSONMember(rate.entry.rate.rawValue, rate.json)
    }
    let effective = effectiveN.flatMap { effective in
      effective == n.map(Double.init) ? nil : JSONValue.double(effective)
    }
    return .object(present: [
      ("group", .string(group)),
      ("n", n.map { .int($0) } ?? .null),
      ("nEffective", effective),
      ("notJudged", (reason?.rawValue).map { .string($0) }),
      ("rates", .object(rates)),
    ])
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
  fileprivate func json(_ sentence: String?) -> JSONValue {
    .object(present: [
      ("name", .string(name)),
      ("convention", .string(convention)),
      ("value", valueJSON),
      ("lower", .number(interval?.lower)),
      ("upper", .number(interval?.upper)),
      ("level", .double(level)),
      ("method", (interval?.method.rawValue).map { .string($0) } ?? .null),
      ("groups", groups.map { .strings([$0.group, $0.comparator]) }),
      ("about", about.map { .string($0) }),
      ("limit", (limit?.value).map { .double($0) }),
      ("origin", (limit?.origin.rawValue).map { .string($0) }),
      ("verdict", .string(verdict.rawValue)),
      ("reason", reason.map { .string($0) }),
      ("neededN", native?.neededN?.json),
      ("comparisons", native.map { .int($0.comparisons) }),
      ("screen", native.flatMap { $0.limit == nil ? nil : .string($0.screen.rawValue) }),
      ("oneMoreOf", (native?.oneMoreOf).map { .string($0) }),
      ("adjustedP", (native?.adjustedPValue).map { .double($0) }),
      ("decidedBy", native?.decidedBy?.json),
      ("sentence", sentence.map { .string($0) }),
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

extension StatedNumber {
  /// Information beside the verdicts; without a group the gap between groups.
  fileprivate var json: JSONValue {
    .object(present: [
      ("metric", .string(metric)),
      ("group", group.map { .string($0) }),
      ("value", .double(value)),
      ("lower", .number(interval?.lower)),
      ("upper", .number(interval?.upper)),
      ("recomputed", .bool(origin != .stated)),
    ])
  }
}

extension ModeratedGap {
  /// Information beside the verdicts.
  fileprivate var json: JSONValue {
    .object(present: [
      ("rate", .string(Rate.selectionRate.rawValue)),
      ("common", .double(common)),
      ("sizeWeightedGap", .double(sizeWeighted)),
      ("shrunkenDifference", .double(difference)),
      ("shrunkenRatio", ratio.map { .double($0) }),
      ("lowest", .string(lowest.group)),
      ("highest", .string(highest.group)),
    ])
  }
}

extension NeededCases {
  /// Either number is `null` where a pass is not reachable below 50,000 cases.
  fileprivate var json: JSONValue {
    [
      "equal": equal.map { .int($0) } ?? .null,
      "measured": measured.map { .int($0) } ?? .null,
    ]
  }
}

extension DecidingComparison {
  fileprivate var json: JSONValue {
    [
      "rate": .string(rate.rawValue),
      "groups": .strings([groups.group, groups.comparator]),
      "value": .number(value),
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
