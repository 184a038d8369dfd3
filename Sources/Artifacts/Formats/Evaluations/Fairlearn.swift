// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// Dumps of Fairlearn's `MetricFrame` and of its disparity functions, in every pandas form.
  ///
  /// Fairlearn has no form of its own to save; these are what teams write with pandas.
  static let fairlearn = ArtifactFormat(
    name: "fairlearn",
    summary: "a MetricFrame or disparities of Fairlearn, dumped with pandas (JSON or CSV)",
    fileNames: [
      "**/*fairlearn*.{json,csv,tsv}", "**/*metric[-_]?frame*.{json,csv,tsv}",
      "**/*fairness*.{json,csv,tsv}", "**/by_group*.{json,csv,tsv}",
      "**/{evaluation,evaluations,eval}/overall*.{csv,tsv}",
    ],
    detect: FairlearnShape.detect,
    read: { file, _ in
      var artifact = file.artifact(.evaluation, format: "fairlearn")
      let shape = FairlearnShape(of: file)
      let summary = FrameSummary(of: file.file.path)
      FairlearnReading.add(shape, isSummary: summary != nil, to: &artifact)
      if case .table = shape { summary?.settle(&artifact) }
      if let root = file.root { artifact.addLeftOutBaselines(below: root) }
      return [artifact]
    }
  )
}

/// The forms that dumps of Fairlearn come in.
enum FairlearnShape {
  /// Maps with `by_group` or disparities, each with the attribute that it is about, if named.
  case frames([(frame: NodeCursor, attribute: String?)])
  /// A bare `by_group`.
  case table(FairlearnTable)
  case none

  init(of file: ParsedFile) {
    if case .table(let csv) = file.content {
      // The header is enough to pass over a large table of something else.
      let names = csv.header.map { $0.text.trimmed }
      guard FairlearnTable.nameMetrics(names) else {
        self = Self.turned(csv, in: file.file)
        return
      }
      let table = FairlearnTable(ResultTable(csv, in: file.file))
      self = table.isFrame && table.labelColumns.count > 0 ? .table(table) : .none
      return
    }
    guard let root = file.root else {
      self = .none
      return
    }
    let frames = Self.frames(in: root)
    if !frames.isEmpty {
      self = .frames(frames)
    } else if FairlearnTable.isWhole(root), let table = FairlearnTable(byGroup: root),
      table.isFrame
    {
      self = .table(table)
    } else {
      self = .none
    }
  }

  /// `by_group.T.to_csv()`, with a row per metric and a column per group.
  ///
  /// Of several attributes pandas writes one line of groups each, headed by its name; a single one
  /// stays unnamed.
  /// Only what no other table has makes the columns groups: they could be models or years.
  private static func turned(_ csv: CSVTable, in file: FileIdentity) -> FairlearnShape {
    guard csv.header.count > 2, let first = csv.header.first?.text.trimmed else { return .none }
    let names = first.isEmpty ? [] : attributes(of: csv)
    guard first.isEmpty || names.count > 1,
      FairlearnTable.nameMetrics(
        csv.rows.dropFirst(max(0, names.count - 1)).compactMap { $0.first?.text.trimmed }
      )
    else { return .none }
    let turned = ResultTable(turning: csv, levels: max(1, names.count), in: file)
    let table = FairlearnTable(turned, attributes: names)
    return table.isFrame && table.isTelling ? .table(table) : .none
  }

  /// Whether the header of a table goes on in its first lines, so that names repeat in each of them.
  static func namesGroupsInLines(_ csv: CSVTable) -> Bool {
    let levels = attributes(of: csv).count
    let lines = [csv.header] + csv.rows.prefix(max(0, levels - 1))
    let groups = csv.header.indices.dropFirst().map { column in lines.map { $0[column].text } }
    return levels > 1 && Set(groups).count == groups.count
      && FairlearnTable.nameMetrics(
        csv.rows.dropFirst(levels - 1).compactMap { $0.first?.text.trimmed }
      )
  }

  /// What heads the lines at the top that hold names instead of numbers.
  private static func attributes(of csv: CSVTable) -> [String] {
    let lines = [csv.header] + csv.rows
    let isOfNames = { (line: [TextCell]) in
      !line.dropFirst().isEmpty && line.first?.text.trimmed.isEmpty == false
        && line.dropFirst().allSatisfy { !$0.text.trimmed.isEmpty }
        && !FairlearnTable.isMetric(line[0].text.trimmed)
        && line.dropFirst().contains { MetricLeaf($0.text.trimmed) == nil }
        // No group has decimals for a name.
        && line.dropFirst().allSatisfy { cell in
          !cell.text.contains(".") || MetricLeaf(cell.text.trimmed) == nil
        }
    }
    return lines.prefix(while: isOfNames).compactMap { $0.first?.text.trimmed }
  }

  static func detect(_ file: ParsedFile) -> Detection {
    switch FairlearnShape(of: file) {
    case .frames(let frames):
      // Much else is counted by group.
      .evaluation(
        frames.contains { namesMetrics($0.frame) } ? .likely : .weak,
        because: "it has 'by_group' or disparities of Fairlearn"
      )
    case .table(let table):
      .evaluation(
        table.isTelling ? .likely : .weak,
        because: "it has metrics by group, as a MetricFrame of Fairlearn does"
      )
    case .none: .no(reason: "it has neither metrics by group nor disparities of Fairlearn")
    }
  }

  /// The file itself, or the maps under the names of attributes.
  private static func frames(
    in root: NodeCursor
  ) -> [(frame: NodeCursor, attribute: String?)] {
    if isFrame(root.node) { return [(root, nil)] }
    let maps = [root] + wrappers.compactMap { root[$0] }
    return maps.flatMap { map in
      map.members.compactMap { key, value in
        guard isFrame(value.node) else { return nil }
        // What was measured before measures, or of something else, says nothing of the system.
        switch RunLabel(key) {
        case .baseline: return nil
        case nil: return (value, AttributeKey.attribute(key))
        case .split, .average, .run, .model, .mitigated: return (value, nil)
        }
      }
    }
  }

  /// Keys below which some files keep what is said of the attributes.
  private static let wrappers = ["metrics", "fairness", "results", "attributes"]

  private static func namesMetrics(_ frame: NodeCursor) -> Bool {
    FairlearnReading.disparities.contains { frame[$0] != nil } || isOfBootstrap(frame.node)
      || frame["by_group"].map(holdsGroups) ?? false
  }

  private static func holdsGroups(_ byGroup: NodeCursor) -> Bool {
    FairlearnTable(byGroup: byGroup)?.isFrame == true
      || !FairlearnTable.byAttribute(byGroup).isEmpty
  }

  /// Whether a map holds comparisons with intervals, and the quantiles that bound them, beside no groups.
  private static func isOfBootstrap(_ node: Node) -> Bool {
    let keys = (node.map ?? .empty).map(\.key)
    return keys.contains("ci_quantiles")
      && FairlearnReading.summaries.contains { keys.contains($0) && keys.contains("\($0)_ci") }
  }

  private static func isFrame(_ node: Node) -> Bool {
    isOfBootstrap(node)
      || (node.map ?? .empty).contains { member in
        (member.key == "by_group" && (member.value.isMap || member.value.isList))
          || (FairlearnReading.disparities.contains(member.key) && member.value.double != nil)
      }
  }
}

/// Reads the frames of one file.
struct FairlearnReading {
  /// Disparities under names that no other library uses (fairlearn 0.15, `fairlearn.metrics`).
  static let disparities: Set<String> = [
    "demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference",
    "equalized_odds_ratio",
  ]
  /// What a frame says as a whole, as a map from metric to number.
  static let summaries = ["difference", "ratio", "group_min", "group_max"]

  let frame: NodeCursor
  /// The sensitive features in the order of the labels; empty where the file names none.
  let attributes: [String]

  static func add(_ shape: FairlearnShape, isSummary: Bool, to artifact: inout Artifact) {
    switch shape {
    case .frames(let frames):
      for (frame, attribute) in frames {
        FairlearnReading(frame: frame, attribute: attribute).add(to: &artifact)
      }
    case .table(let table):
      table.add(to: &artifact, attributes: [])
      if !isSummary { table.checkCounts(&artifact) }
    case .none: break
    }
  }

  init(frame: NodeCursor, attribute: String?) {
    self.frame = frame
    let named = frame["sensitive_features"] ?? frame["sensitive_feature"]
    let stated = (named?["feature"] ?? named?["name"] ?? named)?.texts ?? []
    let fromKey = (attribute ?? "").split(separator: ",").map { $0.trimmed }
    attributes = stated.isEmpty ? fromKey : stated
  }

  func add(to artifact: inout Artifact) {
    if let overall = frame["overall"] {
      let first = artifact.measurements.count
      addOverall(overall, to: &artifact)
      FairlearnSummaryIntervals(frame, of: "overall")?.add(to: &artifact, from: first)
    }
    if let byGroup = frame["by_group"] ?? homeMadeGroups { addGroups(byGroup, to: &artifact) }
    for summary in Self.summaries {
      let first = artifact.measurements.count
      if let map = frame[summary] { addSummary(map, summary, to: &artifact) }
      FairlearnSummaryIntervals(frame, of: summary)?.add(to: &artifact, from: first)
    }
    addDisparities(of: frame, to: &artifact)
    for (key, part) in frame.members where key.hasSuffix(Self.groupSuffix) {
      addGroups(of: String(key.dropLast(Self.groupSuffix.count)), part, to: &artifact)
    }
    for (_, part) in frame.members where Self.holdsDisparities(part) {
      addDisparities(of: part, to: &artifact)
    }
  }

  /// The end of a key such as `selection_rate_by_group`, below which stands a number per group.
  private static let groupSuffix = "_by_group"

  private func addGroups(of metric: String, _ groups: NodeCursor, to artifact: inout Artifact) {
    let counts = (frame["group_counts"] ?? frame["counts"])?.membersByKey ?? [:]
    for (group, value) in groups.members {
      let parts = PythonTuple.parts(of: group)
      let names = parts.count == attributes.count ? attributes : parts.map { _ in "" }
      let n = artifact.count(counts[group])
      guard var measurement = Measurement(metric, at: value, n: n) else {
        artifact.addMalformed(value, "'\(Excerpt.line(group))'", expected: "a number")
        continue
      }
      measurement.slice = zip(names, parts).map { SlicePair(attribute: $0, group: $1) }.sorted()
      artifact.measurements.append(measurement.onScale(FairlearnTable.unit(of: metric)))
    }
  }

  /// Whether a part such as `fairness` holds the disparities of the frame beside it.
  private static func holdsDisparities(_ part: NodeCursor) -> Bool {
    (part.node.map ?? .empty).contains { disparities.contains($0.key) }
  }

  private func addDisparities(of map: NodeCursor, to artifact: inout Artifact) {
    for (key, value) in map.members where !value.node.isMap && !value.node.isList {
      guard !SettingName.isSetting([key]), let measurement = Measurement(key, at: value) else {
        continue
      }
      let isLevel = MetricName.kind(of: MetricName.canonical(key)) == .level
      artifact.measurements.append(
        isLevel ? measurement : measurement.comparingGroups(of: attributes)
      )
    }
  }

  /// With control features, the numbers stand below their levels.
  private func addOverall(_ overall: NodeCursor, to artifact: inout Artifact) {
    if overall.members.contains(where: { $0.value.node.isMap }) {
      FairlearnTable(byGroup: overall)?.add(to: &artifact, attributes: [])
      return
    }
    let n = SettingName.cases("count", overall["count"]?.node.double)
    for (metric, value) in overall.members {
      guard let measurement = Measurement(metric, at: value, n: n) else {
        artifact.addMalformed(value, "'\(Excerpt.line(metric))'", expected: "a number")
        continue
      }
      artifact.measurements.append(measurement.onScale(FairlearnTable.unit(of: metric)))
    }
  }

  /// Metrics by group under another name than that of the library.
  private var homeMadeGroups: NodeCursor? {
    ["groups", "per_group"].lazy.compactMap { frame[$0] }
      .first { FairlearnTable(byGroup: $0)?.isFrame == true }
  }

  private func addGroups(_ byGroup: NodeCursor, to artifact: inout Artifact) {
    let table = FairlearnTable(byGroup: byGroup)
    if table?.isFrame != true {
      let frames = FairlearnTable.byAttribute(byGroup)
      for (name, table) in frames { table.add(to: &artifact, attributes: [name]) }
      if !frames.isEmpty { return }
    }
    guard let table else { return artifact.addUnnamedMetric(at: byGroup.source) }
    let first = artifact.measurements.count
    table.add(to: &artifact, attributes: attributes)
    table.checkCounts(&artifact)
    FairlearnIntervals(frame)?.add(to: &artifact, from: first, attributes: attributes)
  }

  /// A comparison for each metric; with control features, one for each of their levels.
  private func addSummary(_ map: NodeCursor, _ summary: String, to artifact: inout Artifact) {
    for (metric, value) in map.members {
      guard value.node.isMap else {
        addSummary(value, "\(metric)_\(summary)", within: [], to: &artifact)
        continue
      }
      for (level, value) in value.members {
        let levels = PythonTuple.parts(of: level).map { SlicePair(attribute: "", group: $0) }
        addSummary(value, "\(metric)_\(summary)", within: levels, to: &artifact)
      }
    }
  }

  private func addSummary(
    _ value: NodeCursor,
    _ metric: String,
    within levels: [SlicePair],
    to artifact: inout Artifact
  ) {
    guard let measurement = Measurement(metric, at: value) else {
      let place = value.source.pointer.map { "'\($0)'" } ?? "'\(metric)'"
      return artifact.addMalformed(value, place, expected: "a number")
    }
    var compared = measurement.comparingGroups(of: attributes)
    compared.slice = (levels + compared.slice).sorted()
    artifact.measurements.append(compared)
  }
}

extension Measurement {
  /// The same measurement as a comparison of the groups of attributes: pairs without a group.
  fileprivate func comparingGroups(of attributes: [String]) -> Measurement {
    var copy = self
    copy.slice = attributes.map { SlicePair(attribute: $0, group: "") }
    switch kind {
    case .difference: return copy.onScale(.difference)
    case .ratio: return copy.onScale(.ratio)
    case .level: return copy
    }
  }
}
