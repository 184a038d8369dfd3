// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Documents
internal import FileShapes
internal import GateModel

/// The group counts of one file, read and found fit for arithmetic.
struct GroupCountsFile {
  /// The attributes with their groups; none where the file states numbers with their uncertainty alone.
  let attributes: [GroupAttribute]
  /// What a positive decision means for a person, as far as the file says.
  let positiveMeans: String?
  /// Values that stand for not known, by attribute; under an empty name those of all.
  let unknownValues: [String: [String]]
  /// The smallest share of all cases at which a group is compared.
  let minimumShare: Double?
  /// The numbers that it states beside the counts.
  let measurements: [Measurement]
  /// The groups that it says anything of, counted or not, by the attributes that they are of.
  let namedGroups: [[String]: Set<String>]
  /// The number of all cases, as far as the file says.
  let totalCases: Int?
  /// What the evaluation is of, as far as the file says.
  let origin: FairnessReport.Origin

  /// Reads a file from disk, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - attribute: What names the groups that have no attribute.
  ///   - needsCounts: Whether numbers that are stated with their uncertainty are of no use.
  /// - Throws: A configuration failure for a file that cannot be used.
  init(_ path: String, attribute: String? = nil, needsCounts: Bool = true) throws(RunFailure) {
    let file = SourceFile(
      path: path == "-" ? "stdin.json" : path,
      bytes: try NamedInput.bytes(path)
    )
    let artifacts = try Self.artifacts(of: file)
    let evaluations = artifacts.filter { $0.kind == .evaluation }
    let chosen = evaluations.isEmpty ? artifacts : evaluations
    try Self.refuse(Self.doubts(about: chosen))
    if chosen.contains(where: { $0.format == "modelgate-evaluation" }) {
      try Self.refuse(CountsConsistency.problems(in: file))
    }
    try Self.refuse(ScaleCheck.problems(in: chosen.flatMap(\.measurements)))
    let groups = chosen.flatMap(\.groups)
    let slices =
      groups.isEmpty ? chosen.flatMap(\.measurements).map(\.slice) : groups.map(\.slice)
    try Self.refuse(attribute.map { GroupAttribute.naming(slices, $0) } ?? [])
    attributes = GroupAttribute.all(in: groups, unnamed: attribute)
    positiveMeans = chosen.lazy.compactMap(\.positiveMeans).first
    unknownValues = chosen.first?.unknownValues ?? [:]
    minimumShare = chosen.lazy.compactMap(\.minimumShare).first
    measurements = chosen.flatMap(\.measurements)
    namedGroups = Self.namedGroups(in: measurements, unnamed: attribute)
    totalCases = Self.totalCases(of: chosen)
    origin = FairnessReport.Origin(chosen, path: file.path)
    let isStated = measurements.contains { $0.isJudgeable || $0.isScore || $0.isComparison }
    guard attributes.isEmpty, needsCounts || !isStated else {
      return
    }
    let hasRates = chosen.flatMap(\.measurements).contains { !$0.slice.isEmpty }
    throw hasRates ? Self.ratesOnly(file.path, chosen) : Self.nothingCounted(file.path)
  }

  private static func namedGroups(
    in measurements: [Measurement],
    unnamed attribute: String?
  ) -> [[String]: Set<String>] {
    var groups: [[String]: Set<String>] = [:]
    for measurement in measurements
    where measurement.kind == .level && measurement.slice.allSatisfy({ !$0.group.isEmpty }) {
      let parts = measurement.attributes(unnamed: attribute)
      groups[parts, default: []].insert(SliceName.group(of: measurement.slice))
    }
    return groups
  }

  /// The metrics that it states of groups, and those with an ideal.
  var statedMetrics: Set<String> {
    Set(
      measurements.filter { $0.kind == .level && !$0.slice.isEmpty || $0.isScore }.map(\.metric)
        + measurements.filter(\.isComparison)
        .compactMap { FairnessRequest.statedMetric(of: $0.metric) }
    )
  }

  /// Whether a group stands for people whose value is not known.
  func isUnknown(_ group: GroupAttribute.Group, of attribute: GroupAttribute) -> Bool {
    isUnknown(group.parts, of: attribute.parts)
  }

  /// Whether one of the values of these attributes stands for not known.
  func isUnknown(_ values: [String], of parts: [String]) -> Bool {
    zip(parts, values).contains { part, value in
      ((unknownValues[""] ?? []) + (unknownValues[part] ?? [])).contains(value)
    }
  }

  /// Counts without a group are of everybody, and so is the n of a figure of everybody that takes each
  /// case once.
  private static func totalCases(of artifacts: [Artifact]) -> Int? {
    let own = artifacts.filter { $0.format == "modelgate-evaluation" }
    let counted = own.flatMap(\.groups).filter(\.slice.isEmpty).map(\.counts.caseCount)
    let stated = own.flatMap(\.measurements)
      .filter { $0.slice.isEmpty && wholeMetrics.contains($0.metric) }.compactMap(\.n)
    return (counted + stated).max()
  }

  private static let wholeMetrics: Set<String> = ["accuracy", "error_rate", "selection_rate"]

  private static func artifacts(of file: SourceFile) throws(RunFailure) -> [Artifact] {
    switch ArtifactReader(depth: .records).read(file) {
    case .recognized(let artifacts, _): return artifacts
    case .notRecognized(let reason):
      throw .configuration(
        "cannot read \(file.path): \(reason)",
        help: "give an evaluation file; 'modelgate new evaluation' writes one to start from"
      )
    case .fault(let fault):
      throw RunFailure(
        .configuration,
        [.init(message: fault.message, location: fault.location, help: fault.help)]
      )
    }
  }

  /// The errors that the reader met at the counts; without counts, all of its errors.
  private static func doubts(about artifacts: [Artifact]) -> [Problem] {
    let places = Set(artifacts.flatMap(\.groups).map { section($0.source) }).union(terms)
    return artifacts.flatMap(\.issues).filter { issue in
      issue.severity == .error
        && (places == terms || places.contains(section(issue.source)))
    }.map { issue in
      let parts = issue.message.split(separator: ";", maxSplits: 1)
      let help = parts.count == 2 ? parts[1].drop { $0 == " " } : "correct the counts"
      return Problem(
        message: String(parts.first ?? "the counts are unusable"),
        location: issue.source.location,
        help: String(help)
      )
    }
  }

  /// The keys of the project's own form that say how the counts are to be taken.
  private static let terms: Set<String> = [
    "positive_means", "unknown_values", "minimum_share", "clusters",
  ]

  /// The outermost part of the file that a record stands in.
  private static func section(_ source: SourceReference) -> String {
    source.pointer?.split(separator: "/").first.map(String.init) ?? source.headingPath.first ?? ""
  }

  private static func ratesOnly(_ path: String, _ artifacts: [Artifact]) -> RunFailure {
    // Intervals that are there and cannot be read are another mistake than none.
    if let unused = artifacts.flatMap(\.issues).first(where: { $0.code == "unknown-quantiles" }) {
      return .configuration(
        "\(path) states values of groups and not their counts; \(unused.message)",
        help: "name the quantiles, as in \"ci_quantiles\": [0.025, 0.975], or export the counts"
      )
    }
    return .configuration(
      "\(path) states values of groups and not their counts, nor intervals or standard errors, without "
        + "which nothing can be judged",
      help:
        "export tp, fp, tn and fn, or n and selected, for each group, as counts and not as rates"
    )
  }

  private static func nothingCounted(_ path: String) -> RunFailure {
    .configuration(
      "\(path) counts no groups, so there is nothing to compare",
      help: #"add "groups": tp, fp, tn and fn, or n and selected, for each group"#
    )
  }

  static func refuse(_ problems: [Problem]) throws(RunFailure) {
    guard problems.isEmpty else { throw RunFailure(.configuration, problems) }
  }
}

/// Groups of the project's own form whose numbers are incomplete or contradict each other.
enum CountsConsistency {
  /// Every group that cannot be what it says.
  static func problems(in file: SourceFile) -> [Problem] {
    let root: Node
    do throws(Problem) {
      root = try JSONReader.read(file.bytes)
    } catch {
      return [
        Problem(
          message: "cannot read \(file.path): \(error.message)",
          location: SourceLocation(path: file.path, position: error.position),
          help: error.help
        )
      ]
    }
    return (root["groups"]?.list ?? .empty).compactMap { group in
      problem(of: group).map { message, help in
        Problem(
          message: message,
          location: SourceLocation(path: file.path, position: group.position),
          help: help
        )
      }
    }
  }

  private static func problem(of group: Node) -> (message: String, help: String)? {
    let (n, selected) = (group["n"]?.int, group["selected"]?.int)
    let cells = ["tp", "fp", "tn", "fn"].compactMap { group[$0]?.int }
    if let n, let selected, selected > n {
      return (
        "\(selected) of \(n) cases are selected, which is more than there are",
        "check n and selected of this group"
      )
    }
    guard cells.count == 4 else {
      guard n == nil || selected == nil else { return nil }
      return ("a group has no complete counts", "give tp, fp, tn and fn, or n and selected")
    }
    let total = cells.reduce(0.0) { $0 + Double($1) }
    let isSound =
      n.map { Double($0) == total } ?? true
      && selected.map { Double($0) == Double(cells[0]) + Double(cells[1]) } ?? true
    guard !isSound else { return nil }
    return (
      "n or selected of a group differ from the sums of tp, fp, tn and fn",
      "leave n and selected out, or correct the counts"
    )
  }
}

/// Fractions and percentages that were mixed up beside the counts.
enum ScaleCheck {
  /// Rates outside their stated scale, and rates of one metric on two scales.
  static func problems(in measurements: [Measurement]) -> [Problem] {
    let rates = measurements.filter { $0.kind == .level && isRate($0.metric) }
    let outside = rates.filter { rate in
      rate.unit == .fraction && rate.value.map { !(0...1).contains($0) } ?? false
    }.map { rate in
      Problem(
        message: "\(rate.metric) is \(rate.raw), which is no fraction",
        location: rate.source.location,
        help: #"write a number from 0 to 1, or state "unit": "percent""#
      )
    }
    return outside + mixed(rates.filter { $0.unit == .unknown })
  }

  private static func mixed(_ rates: [Measurement]) -> [Problem] {
    Dictionary(grouping: rates, by: \.metric).sorted { $0.key < $1.key }.compactMap { pair in
      let values = pair.value.filter { ($0.value ?? 0) > 0 }
      guard let percentage = values.first(where: { ($0.value ?? 0) > 1 }),
        let fraction = values.first(where: { ($0.value ?? 0) < 1 })
      else { return nil }
      return Problem(
        message: "\(pair.key) is \(fraction.raw) in one place and \(percentage.raw) in another, "
          + "as if fractions and percentages were mixed",
        location: percentage.source.location,
        help: #"write both on one scale, or state the "unit" of each"#
      )
    }
  }

  private static func isRate(_ metric: String) -> Bool {
    metric.hasSuffix("_rate") || names.contains(metric)
  }

  private static let names: Set<String> = [
    "accuracy", "precision", "recall", "sensitivity", "specificity", "tpr", "fpr", "tnr", "fnr",
    "ppv", "npv", "positive_predictive_value", "negative_predictive_value", "prevalence",
  ]
}
