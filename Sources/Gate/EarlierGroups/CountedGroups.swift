// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey
internal import Texts

/// The groups that one evaluation counts.
struct CountedGroups: Sendable {
  /// How many cases of a group there are, where that is said.
  struct Count: Sendable {
    var caseCount: Int?
    /// Whether its outcomes are counted beside those of another group, so that the two are compared.
    var isCounted = false
  }

  /// What was evaluated on what, whatever the versions.
  struct Subject: Hashable, Sendable {
    private let models: Set<String>
    private let datasets: Set<String>

    /// Nil where a file does not name both; capitals, signs and look-alikes make no other name.
    fileprivate init?(_ evaluation: Artifact) {
      models = Set(evaluation.models.compactMap(\.name).map(BareWords.joined))
      datasets = Set(
        evaluation.datasets.compactMap { dataset in
          (dataset.name ?? dataset.id).map(BareWords.joined)
        }
      )
      if models.isEmpty || datasets.isEmpty { return nil }
    }
  }

  /// The file.
  let path: String
  /// What it is about, where it says so.
  let subject: Subject?
  /// The parts of the data that it is about.
  let splits: Set<String>
  /// What it says of whom and when, however it is written down.
  let content: Set<[String]>
  /// What it counts of the groups of each attribute or crossing that it compares, whatever these are called.
  let tallies: Set<[String]>
  /// The groups with their cases.
  let groups: [[SlicePair]: Count]

  /// The evaluations of a system in the order of their paths.
  static func evaluations(of dossier: Dossier) -> [CountedGroups] {
    let attributes = Set(dossier.declaration?.facts.texts(.protectedAttributes) ?? [])
    return dossier.artifacts.filter { $0.kind == .evaluation }
      .map { CountedGroups($0, protecting: attributes) }
  }

  /// The evaluations of several systems, by the id of the system.
  static func bySystem(in dossiers: [Dossier]) -> [String: [CountedGroups]] {
    dossiers.reduce(into: [:]) { $0[$1.systemID] = evaluations(of: $1) }
  }

  /// The groups with outcome counts alone.
  init(_ evaluation: Artifact) { self.init(evaluation, protecting: []) }

  /// Groups with outcome counts, and those of declared protected attributes with a measurement alone: a
  /// measurement may be about a part that is no group of people, such as a class or a category.
  ///
  /// A value that the evaluation takes for not known is no group.
  private init(_ evaluation: Artifact, protecting attributes: Set<String>) {
    path = evaluation.source.path
    subject = Subject(evaluation)
    splits = Set(evaluation.datasets.compactMap(\.split))
    content = Self.content(of: evaluation)
    let compared = Dictionary(grouping: evaluation.groups) { Self.attributes(of: $0.slice) }
    tallies = Set(compared.values.compactMap(Self.tally))
    let counted = evaluation.groups.map { group in
      let isCompared = (compared[Self.attributes(of: group.slice)]?.count ?? 0) > 1
      return (slice: group.slice, n: Int?.some(group.counts.caseCount), isCounted: isCompared)
    }
    let measured = evaluation.measurements
      .filter { $0.kind == .level && $0.value != nil }
      .filter { $0.slice.contains { attributes.contains($0.attribute) } }
      .map { (slice: $0.slice, n: $0.n, isCounted: false) }
    var counts: [[SlicePair]: Count] = [:]
    for (slice, n, isCounted) in counted + measured where !slice.isEmpty && n != 0 {
      guard !slice.contains(where: { evaluation.isUnknown($0) }) else { continue }
      counts[slice.sorted(), default: Count()].add(n, isCounted)
    }
    groups = counts
  }

  /// Whether a group is there as it was: compared, if it was compared.
  func keeps(_ group: [SlicePair], as before: Count) -> Bool {
    guard let now = groups[group] else { return false }
    return now.isCounted || !before.isCounted
  }

  /// Whether groups of the same attributes are there.
  func divides(asIn group: [SlicePair]) -> Bool {
    groups.keys.contains { Self.attributes(of: $0) == Self.attributes(of: group) }
  }

  /// The attributes and crossings of which groups are compared.
  var comparedAttributes: Set<[String]> {
    Set(groups.filter { $0.value.isCounted }.map { Self.attributes(of: $0.key) })
  }

  private static func content(of evaluation: Artifact) -> Set<[String]> {
    let groups = evaluation.groups.map { [Self.name(of: $0.slice), $0.counts.key] }
    let measured = evaluation.measurements.map { [$0.metric, Self.name(of: $0.slice), $0.raw] }
    let dates = [evaluation.created, evaluation.modified].compactMap { $0.map { [$0.raw] } }
    return Set(groups + measured + dates + [evaluation.models.compactMap(\.version)])
  }

  /// Fewer cases than two groups of the smallest size that is judged by default may be alike by chance.
  private static let tellingCases = 60.0

  private static func tally(_ groups: [GroupCounts]) -> [String]? {
    let cases = groups.reduce(0) { $0 + Double($1.counts.caseCount) }
    guard groups.count > 1, cases >= tellingCases else { return nil }
    return groups.map(\.counts.key).sorted()
  }

  private static func name(of slice: [SlicePair]) -> String {
    slice.sorted().map { "\($0.attribute)=\($0.group)" }.joined(separator: "\n")
  }

  private static func attributes(of slice: [SlicePair]) -> [String] {
    slice.map(\.attribute).sorted()
  }
}

extension CountedGroups.Count {
  /// The largest number counts: it is what was known of the group.
  fileprivate mutating func add(_ count: Int?, _ isCounted: Bool) {
    self.isCounted = self.isCounted || isCounted
    guard let count else { return }
    caseCount = max(caseCount ?? count, count)
  }
}

extension Artifact {
  /// Whether a group stands for a value that is not known.
  fileprivate func isUnknown(_ pair: SlicePair) -> Bool {
    [pair.attribute, ""].contains { unknownValues[$0]?.contains(pair.group) ?? false }
  }
}

extension GroupCounts.Counts {
  /// The counts as a text by which they are compared.
  fileprivate var key: String {
    switch self {
    case .confusion(let tp, let fp, let tn, let fn): "confusion \(tp) \(fp) \(tn) \(fn)"
    case .selection(let selected, let n): "selection \(selected) \(n)"
    }
  }
}
