// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Fairness
internal import GateModel
internal import Reporting
internal import RuleLanguage
internal import RulePacks
internal import Survey

/// How rules judge one fairness metric, so that what a report draws has the interval and the limit of
/// their findings.
struct FairnessRule: Hashable, Sendable {
  let metric: String
  let limit: Double
  let level: Double
  let minimumN: Int
  let failBy: FailRule

  /// The metrics that the rules of some packs judge, each once, in the order of their names.
  static func all(in packs: [RulePack]) -> [FairnessRule] {
    let rules = Set(packs.flatMap(\.rules).compactMap(FairnessRule.init))
    return rules.sorted { ($0.metric, $0.limit, $0.level) < ($1.metric, $1.limit, $1.level) }
  }

  /// What a rule judges with the function `fairness_of`; nil for any other rule.
  private init?(_ rule: Rule) {
    let call = "fairness_of(dossier, system, '"
    guard let start = rule.require.source.firstRange(of: call)?.upperBound,
      let limit = rule.number("limit"), let level = rule.number("level"),
      let minimumN = rule.number("minimum_n")
    else { return nil }
    metric = String(rule.require.source[start...].prefix { $0 != "'" })
    self.limit = limit
    self.level = level
    self.minimumN = Int(minimumN)
    let word = rule.parameters.first { $0.name == "fail_by" }?.value.text
    failBy = word.flatMap { FailRule(rawValue: $0) } ?? .interval
  }

  /// One comparison with what it compares.
  private struct Counted {
    let path: String
    let attribute: GroupAttribute
    let isDeclared: Bool
  }

  /// The metric for each attribute of the evaluations; those that are declared share the error, as in the
  /// rule.
  func measures(of dossier: Dossier) -> [MeasureReport] {
    let declared = Self.slices(of: dossier.declaration)
    let evaluations = dossier.artifacts.filter { $0.kind == .evaluation }
    let counted = evaluations.flatMap { artifact in
      GroupAttribute.all(in: artifact.groups).filter { $0.groups.count > 1 }.map { attribute in
        Counted(
          path: artifact.source.path,
          attribute: attribute,
          isDeclared: declared.isEmpty || declared.contains(attribute.name)
        )
      }
    }
    let meanings = Set(evaluations.compactMap(\.positiveMeans).compactMap(PositiveMeaning.init))
    let meaning = meanings.count == 1 ? meanings.first : nil
    return assess(counted.filter(\.isDeclared), meaning, dossier.systemID)
      + counted.filter { !$0.isDeclared }.flatMap { assess([$0], meaning, dossier.systemID) }
  }

  /// The protected attributes and crossings of a declaration, as evaluations name them.
  private static func slices(of declaration: SystemDeclaration?) -> Set<String> {
    let attributes = declaration?.facts.texts(.protectedAttributes) ?? []
    let crossings = declaration?.facts.lists(.intersections) ?? []
    return Set(
      attributes.map { SliceName.joined([$0]) } + crossings.map { SliceName.joined($0.sorted()) }
    )
  }

  private func assess(
    _ counted: [Counted],
    _ meaning: PositiveMeaning?,
    _ system: String
  ) -> [MeasureReport] {
    let terms = AssessmentTerms(
      limits: FairnessLimits([metric: Limit(limit, origin: .policy)]),
      level: level,
      minimumGroupSize: minimumN,
      minimumEvents: max(1, min(10, minimumN)),
      failBy: failBy,
      positiveMeans: meaning,
      rates: GroupMetrics.rates(of: metric)
    )
    do throws(FairnessError) {
      let all = try AttributeAssessment.assess(
        counted.map { AttributeGroups($0.attribute.outcomes) },
        terms
      )
      return zip(counted, all).compactMap { measure($0, $1, system) }
    } catch {
      // Counts that no arithmetic takes are a matter of the rules; there is nothing to draw.
      return []
    }
  }

  private func measure(
    _ counted: Counted,
    _ assessment: AttributeAssessment,
    _ system: String
  ) -> MeasureReport? {
    let results = assessment.metrics.filter { $0.name == metric }
    let order: [FairnessVerdict] = [.fail, .notEvaluable, .inconclusive, .pass]
    let worst = order.lazy.compactMap { verdict in results.first { $0.verdict == verdict } }.first
    guard let worst else { return nil }
    let rate = worst.decidedBy?.rate ?? GroupMetrics.rates(of: metric).first
    return MeasureReport(
      system: system,
      path: counted.path,
      attribute: counted.attribute.name,
      metric: metric,
      value: worst.value,
      lower: worst.interval?.lower,
      upper: worst.interval?.upper,
      level: worst.interval?.level ?? level,
      limit: worst.limit?.value,
      origin: worst.limit?.origin.rawValue,
      verdict: worst.verdict.rawValue,
      neededN: worst.neededN?.equal,
      groups: assessment.groups.map { MeasureReport.Group($0, rate) }
    )
  }
}

extension MeasureReport.Group {
  fileprivate init(_ group: AttributeAssessment.Group, _ rate: Rate?) {
    let rate = group.rates.first { $0.entry.rate == rate }
    self.init(
      group: group.group,
      n: group.n,
      value: rate?.entry.value,
      lower: rate?.interval?.lower,
      upper: rate?.interval?.upper
    )
  }
}

extension Rule {
  /// The number that a parameter has here.
  fileprivate func number(_ name: String) -> Double? {
    parameters.first { $0.name == name }.flatMap { Double($0.value.text) }
  }
}
