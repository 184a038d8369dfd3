// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
internal import GateModel

/// Computes one attribute, natively or as another library does.
struct AttributeComputation {
  let attribute: GroupAttribute
  let reference: GroupAttribute.Group?
  let request: FairnessRequest
  let file: GroupCountsFile

  /// The groups as an assessment takes them.
  var groups: AttributeGroups {
    let outcomes = AttributeGroups(
      attribute.outcomes,
      reference: reference?.name,
      expectedGroups: request.library == nil ? uncountedGroups : []
    )
    guard request.library == nil else { return outcomes }
    let unknown = self.unknown
    return outcomes.settingAside(
      unknown: { unknown.contains($0.group) },
      minimumShare: file.minimumShare
    )
  }

  /// The groups that stand for a value that is not known; whoever compares with one knows it.
  private var unknown: Set<String> {
    guard request.library == nil else { return [] }
    let names = attribute.groups.filter { file.isUnknown($0, of: attribute) }.map(\.name)
    return Set(names.filter { $0 != reference?.name })
  }

  /// The rates and metrics of the attribute.
  func report(_ assessment: AttributeAssessment) throws(RunFailure) -> FairnessReport.Attribute {
    do throws(FairnessError) {
      return FairnessReport.Attribute(
        name: attribute.name,
        parts: attribute.parts,
        values: Dictionary(attribute.groups.map { ($0.name, $0.parts) }) { first, _ in first },
        groups: assessment.groups,
        metrics: try metrics(assessment),
        reference: reference?.name,
        absent: absent,
        uncounted: uncountedGroups,
        recovered: attribute.groups.filter(\.isRecovered).map(\.name),
        warnings: warnings + (incompleteness.map { [$0] } ?? []),
        isIncomplete: incompleteness != nil
          || !(absent + uncountedGroups).isEmpty && request.library == nil,
        stated: request.library == nil
          ? try StatedNumbers(
            attribute: attribute,
            groups: assessment.groups,
            level: request.level
          ).all(in: file.measurements) : []
      )
    } catch {
      throw failure(error)
    }
  }

  /// The parts of a crossing that nobody counted, in the order of their names: of values that the crossing
  /// or an attribute of it counts.
  private var absent: [String] {
    let alone = attribute.parts.map { part in
      let single = file.attributes.first { $0.parts == [part] }
      return (single?.groups ?? []).filter { !$0.isEmpty }.map(\.name)
    }
    return Crossing.absent(from: attribute.groups.map(\.parts), besides: alone)
      .filter { !file.isUnknown($0, of: attribute.parts) }.map(SliceName.joined)
  }

  /// How far the cases of all groups may lie from those of the file, as a share of them: what a few cases
  /// without a group take.
  private static let toleratedShare = 0.02

  /// That the groups are not the cases of the file: a group that is left out cannot do badly.
  private var incompleteness: FairnessReport.Warning? {
    guard request.library == nil else { return nil }
    let counted = file.attributes.map(\.cases).max() ?? 0
    let total = file.totalCases.map(Double.init) ?? counted
    let gap = (attribute.cases - total).magnitude
    guard gap > Self.toleratedShare * total else { return nil }
    let source = file.totalCases == nil ? "counts" : "states"
    return FairnessReport.Warning(
      text: "the groups hold \(ConsoleText.number(attribute.cases)) cases and the file \(source) "
        + "\(ConsoleText.number(total)) in all, so that not everybody is judged",
      withoutNumbers: "the groups do not hold all cases of the file, so that not everybody is "
        + "judged"
    )
  }

  private var warnings: [FairnessReport.Warning] {
    var warnings = FairnessSentence.lookalikes(attribute.groups.map(\.name))
      .map { FairnessReport.Warning(text: $0, withoutNumbers: $0) }
    let share = groups.share { unknown.contains($0.group) }
    if share > AttributeGroups.largestUnknownShare {
      warnings.append(Self.tooMany(share, "have no known value", "of no known value"))
    }
    let small = AttributeGroups(attribute.outcomes).shareOfTooManySmall(
      unknown: { unknown.contains($0.group) },
      minimumShare: request.library == nil ? file.minimumShare : nil
    )
    if small > 0 {
      warnings.append(
        Self.tooMany(
          small,
          "are in groups below the minimum share",
          "in groups below the minimum share"
        )
      )
    }
    if let leftOver { warnings.append(leftOver) }
    return warnings
  }

  /// That cases are not set aside, as a file asks for, since they are too many.
  private static func tooMany(
    _ share: Double,
    _ clause: String,
    _ kind: String
  ) -> FairnessReport.Warning {
    let end = "to be set aside, so that they are compared like any group"
    return FairnessReport.Warning(
      text: "\(percent(share)) % of the cases \(clause): too many \(end)",
      withoutNumbers: "the cases \(kind) are too many \(end)"
    )
  }

  private static func percent(_ share: Double) -> String {
    ConsoleText.number((share * 1000).rounded() / 10)
  }

  /// That a few cases of the file are in no group, where they are few enough for a verdict.
  private var leftOver: FairnessReport.Warning? {
    guard incompleteness == nil, let total = file.totalCases.map(Double.init),
      attribute.cases < total
    else { return nil }
    let count = total - attribute.cases
    return FairnessReport.Warning(
      text: "\(ConsoleText.number(count)) of \(ConsoleText.number(total)) cases "
        + "(\(Self.percent(count / total)) %) are in no group, so that nothing judges them",
      withoutNumbers: "a few cases are in no group, so that nothing judges them"
    )
  }

  private func metrics(
    _ assessment: AttributeAssessment
  ) throws(FairnessError) -> [FairnessReport.Metric] {
    switch request.library {
    case nil: try native(assessment)
    case .fairlearn:
      try Compatibility.fairlearn(attribute.crossedOutcomes).map { library($0, .fairlearn) }
    case .aif360: try aif360()
    case .aequitas: try aequitas()
    }
  }

  /// Refuses an attribute with a single group, which has nobody to be compared with.
  ///
  /// Fairlearn and Aequitas compute values all the same.
  func refuseSingleGroup() throws(RunFailure) {
    guard request.library == nil || request.library == .aif360 else { return }
    guard attribute.groups.count < 2 else { return }
    let uncounted = uncountedGroups
    guard let other = uncounted.first else { throw failure(.noGroups) }
    throw RunFailure(
      .configuration,
      [
        .init(
          message:
            "'\(attribute.name)' has counts of one group only: for '\(other)' there are values, "
            + "and no counts follow from them to the last case",
          location: attribute.groups.first?.source.location,
          help: "export tp, fp, tn and fn, or n and selected, for each group"
        )
      ]
    )
  }

  /// The groups of the attribute that the file gives values of, and no counts, sorted.
  private var uncountedGroups: [String] {
    (file.namedGroups[attribute.parts] ?? []).subtracting(attribute.groups.map(\.name)).sorted()
  }

  /// Groups without a single case are a file that was never filled in.
  func refuseEmptyGroups() throws(RunFailure) {
    guard request.library == nil, attribute.groups.allSatisfy(\.isEmpty) else { return }
    throw RunFailure(
      .configuration,
      [
        .init(
          message: "the groups of '\(attribute.name)' are empty: none has a single case",
          location: attribute.groups.first?.source.location,
          help: "fill in the counts, or leave the attribute out"
        )
      ]
    )
  }
}

// MARK: - Native

extension AttributeComputation {
  private func native(
    _ assessment: AttributeAssessment
  ) throws(FairnessError) -> [FairnessReport.Metric] {
    let computed = assessment.metrics.map { metric in
      FairnessReport.Metric(
        name: metric.name,
        convention: metric.convention.rawValue,
        value: metric.value.map { .number($0) },
        interval: metric.interval,
        level: metric.interval?.level ?? request.level,
        groups: metric.groups,
        limit: metric.limit,
        verdict: metric.verdict,
        reason: metric.reason?.rawValue,
        native: metric
      )
    }
    let stated = try StatedGaps(measurements: file.measurements, request: request)
      .metrics(
        of: attribute.parts,
        counted: groups.groups.map(\.group),
        besides: Set(computed.map(\.name))
      )
    let scores = try IdealScores(in: file.measurements, request).metrics(of: attribute.parts)
    return computed + stated + scores + Self.missing(computed + stated, of: request)
  }

  /// The metrics with a limit of which the file says nothing for an attribute.
  static func missing(
    _ computed: [FairnessReport.Metric],
    of request: FairnessRequest
  ) -> [FairnessReport.Metric] {
    let names = Set(computed.map(\.name))
    // Who scores nothing with an ideal has none that misses it.
    let wanted = request.limits.filter { IdealMetrics.ideal(of: $0.metric) == nil }
    return wanted.filter { !names.contains($0.metric) }.map { limit in
      FairnessReport.Metric(
        name: limit.metric,
        convention: Convention.native.rawValue,
        value: nil,
        interval: nil,
        level: request.level,
        limit: Limit(limit.value, origin: .policy),
        reason: GroupMetrics.names.contains(limit.metric)
          ? UndefinedReason.labelsNotRecorded.rawValue : "not_stated"
      )
    }
  }
}

// MARK: - Libraries

extension AttributeComputation {
  /// The name that AIF360 and its users give the group they compare with.
  private static let privileged = "privileged"

  /// Each other group is the unprivileged one in turn.
  private func aif360() throws(FairnessError) -> [FairnessReport.Metric] {
    let known = attribute.groups.map(\.name)
    guard let privileged = reference ?? attribute.group(named: Self.privileged) else {
      throw .unknownReference("", known: known)
    }
    let outcomes = attribute.outcomes
    guard let base = outcomes.first(where: { $0.group == privileged.name }) else {
      throw .unknownReference(privileged.name, known: known)
    }
    var metrics: [FairnessReport.Metric] = []
    for other in outcomes where other.group != base.group {
      metrics += try Compatibility.aif360(unprivileged: other, privileged: base)
        .map { library($0, .aif360, GroupPair(other.group, base.group)) }
    }
    return metrics
  }

  /// Without a declared reference only what does not need one.
  private func aequitas() throws(FairnessError) -> [FairnessReport.Metric] {
    let name = reference?.name ?? attribute.groups.first?.name ?? ""
    let entries = try Compatibility.aequitas(attribute.outcomes, reference: name)
    let declared = ["disparity.predefined.", "fairness."]
    return entries.filter { entry in
      reference != nil || !declared.contains { entry.name.hasPrefix($0) }
    }
    .map { library($0, .aequitas) }
  }

  private func library(
    _ entry: Compatibility.Entry,
    _ convention: Convention,
    _ groups: GroupPair? = nil
  ) -> FairnessReport.Metric {
    FairnessReport.Metric(
      name: entry.name,
      convention: convention.rawValue,
      value: entry.value,
      interval: nil,
      level: request.level,
      groups: groups,
      reason: Self.reason(entry.value)
    )
  }

  /// Why JSON has no form for the value, else that nothing judges it.
  private static func reason(_ value: Compatibility.Entry.Value) -> String {
    switch value {
    case .number(let number) where number.isNaN: "not_a_number"
    case .number(let number) where number.isInfinite: number > 0 ? "infinite" : "minus_infinite"
    case .flag(nil): "not_a_number"
    default: UndefinedReason.noLimit.rawValue
    }
  }
}

// MARK: - Refusals

extension AttributeComputation {
  /// A refusal with the place of the group that it is about.
  func failure(_ error: FairnessError) -> RunFailure {
    let parts = error.description.split(separator: ";", maxSplits: 1)
    var message = "'\(attribute.name)': \(parts[0])"
    var help = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : "correct the counts"
    if case .noGroups = error, let only = attribute.groups.first {
      let owner = attribute.name.isEmpty ? "the file" : "'\(attribute.name)'"
      message = "\(owner) has one group only, '\(only.name)', and nothing to compare"
      help = "give the counts of at least two groups"
    }
    if case .unknownReference = error {
      message = "'\(attribute.name)' has no privileged group to compare with"
      help = "name it: --reference '\(attribute.name)=\(attribute.groups[0].name)'"
    }
    let place = group(of: error)?.source.location ?? attribute.groups.first?.source.location
    return RunFailure(.configuration, [.init(message: message, location: place, help: help)])
  }

  /// The group that an error names; of a repeated one the last.
  private func group(of error: FairnessError) -> GroupAttribute.Group? {
    switch error {
    case .negativeCount(let name, _), .fractionalCount(let name, _), .inconsistentCounts(let name),
      .overflowingCounts(let name), .invalidWeight(let name), .duplicateGroup(let name),
      .invalidDesignEffect(let name):
      attribute.groups.last { $0.name == name }
    default: nil
    }
  }
}
