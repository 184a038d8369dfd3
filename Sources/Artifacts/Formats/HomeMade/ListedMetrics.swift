// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads metrics that stand in lists, each element naming its metric: lists of audits, tables as
/// records.
enum ListedMetrics {
  /// The keys of an element, in lower-case words.
  private static let metrics = ["metric", "metric name", "name", "measure", "indicator"]
  private static let values = ["value", "score", "result", "estimate", "metric value", "mean"]

  /// Adds what the lists below a map say; a list with numbers that cannot be read becomes an issue,
  /// so that evidence is never lost in silence.
  static func add(below cursor: NodeCursor, to artifact: inout Artifact, depth: Int = 0) {
    guard depth < deepest else { return }
    var unread: [(name: String, place: NodeCursor)] = []
    for (key, value) in cursor.members {
      let isUnread =
        isMatrix(key) && NumericLeaves.holdsAny(value) || isSeries(value) && namesMetric(key)
        || arePairs(value)
      if isUnread {
        unread.append((value.source.pointer ?? key, value))
        continue
      }
      if SettingName.isSection(key) { continue }
      if value.node.isMap {
        add(below: value, to: &artifact, depth: depth + 1)
      } else if value.node.isList {
        add(value, named: key, to: &artifact)
      }
    }
    artifact.addUnread(unread)
  }

  private static let deepest = 8

  private static func isMatrix(_ key: String) -> Bool {
    let name = FoldedText.identifier(key)
    return name.hasPrefix("confusion_matri") || name.hasSuffix("_matrix") || name == "cm"
  }

  /// Whether a list holds lists of texts with numbers, as of groups with a value each.
  private static func arePairs(_ cursor: NodeCursor) -> Bool {
    guard let first = cursor.elements.first?.elements, cursor.node.isList else { return false }
    return first.contains { $0.node.double != nil }
      && first.contains { $0.node.double == nil && $0.text != nil }
  }

  /// Whether a list holds bare numbers, as those of folds, epochs or parameters do.
  private static func isSeries(_ cursor: NodeCursor) -> Bool {
    cursor.node.isList && cursor.elements.first?.node.double != nil
  }

  /// Whether a key names a metric: `val_accuracy`, `mean_test_score`; `score_time` is a duration.
  private static func namesMetric(_ key: String) -> Bool {
    guard !SettingName.isDuration(key), !SettingName.isSetting([key]) else { return false }
    let words = FoldedText.words(key).spacedWords
    return MetricName.isKnown(key) || words.contains { seriesWords.contains($0) }
  }

  private static let seriesWords: Set<Substring> = [
    "score", "scores", "accuracy", "accuracies", "loss", "losses", "auc", "f1", "recall",
    "precision",
  ]

  /// Adds the elements of one list.
  static func add(_ list: NodeCursor, named key: String, to artifact: inout Artifact) {
    if areCases(list) {
      artifact.addIssue(
        "unread-numbers",
        .warning,
        "the rows of the list '\(Excerpt.line(key))' are single cases; export the mean of each metric, by "
          + "its name",
        at: list.source
      )
    } else if areNameless(list) {
      artifact.addNamelessRows(of: key, at: list.source)
    } else {
      addRows(of: list, named: key, to: &artifact)
    }
  }

  /// The groups of people that elements are about.
  private static func groups(
    named elements: [NodeCursor],
    besides variants: ListedVariants
  ) -> [(slice: [SlicePair], source: SourceReference)] {
    elements.filter { !variants.isBaseline($0) }.map { (ListedFields($0).slice, $0.source) }
      .filter { slice, _ in slice.allSatisfy { !$0.attribute.isEmpty && !$0.group.isEmpty } }
  }

  private static func addRows(
    of list: NodeCursor,
    named key: String,
    to artifact: inout Artifact
  ) {
    var unread = 0
    var areCounts = false
    var seen: Set<Measurement.Subject> = []
    let variants = ListedVariants(list)
    var measured: [Measurement] = []
    for element in list.elements {
      if variants.isBaseline(element) { continue }
      let fields = ListedFields(element)
      let found = measurements(of: element, fields).map { variants.named($0, in: element) }
      // An audit of one attribute may be repeated; two figures of everybody contradict each other.
      let subjects = Set(found.filter(\.slice.isEmpty).map(\.subject))
      guard seen.isDisjoint(with: subjects) else {
        return artifact.addNamelessRows(of: key, at: list.source)
      }
      seen.formUnion(subjects)
      measured += found
      if let group = fields.group { artifact.groups.append(group) }
      let isCounted = fields.counts != nil
      if found.isEmpty, fields.group == nil, isCounted || holdsMetrics(element) {
        (unread, areCounts) = (unread + 1, areCounts || isCounted)
      }
    }
    artifact.measurements += measured
    artifact.keepUncounted(groups(named: list.elements, besides: variants))
    variants.addRemarks(to: &artifact)
    guard unread > 0 else { return }
    // Counts of groups that nobody reads would hide a group.
    artifact.addIssue(
      "unread-numbers",
      areCounts ? .error : .warning,
      "\(unread) elements of the list '\(Excerpt.line(key))' hold numbers that are not read; "
        + "give each a 'metric' and a 'value', or map them in modelgate.yml",
      at: list.source
    )
  }

  /// Names what is lost of a table that pandas wrote by columns and whose rows only a column tells apart.
  static func addTable(
    _ table: ResultTable,
    naming column: String,
    at source: SourceReference,
    to artifact: inout Artifact
  ) {
    let names = table.rows.compactMap { $0.cells[column]?.text }
    guard MetricColumn(heading: column) == .variant, names.count > 1 else {
      return artifact.addNamelessRows(of: column, at: source)
    }
    artifact.addSeveralModels(names, at: source)
  }

  /// Whether each row is a case with what was asked or answered, and scores of its own.
  private static func areCases(_ list: NodeCursor) -> Bool {
    guard let first = list.elements.first, ListedFields(first).first(metrics) == nil else {
      return false
    }
    return first.members.contains { RunLabel.namesCases($0.key) } && NumericLeaves.contains(first)
  }

  /// Whether several rows have the same metrics and nothing that tells one from another: they could be
  /// groups, classes, models or epochs.
  private static func areNameless(_ list: NodeCursor) -> Bool {
    guard let first = list.elements.first, list.elements.count > 1 else { return false }
    let keys = first.members.map(\.key)
    return keys.contains(where: MetricName.isKnown)
      && list.elements.allSatisfy { element in
        element.node.isMap && element.members.map(\.key) == keys
          && element.members.allSatisfy { $0.value.node.double != nil }
      }
  }

  private static func measurements(
    of element: NodeCursor,
    _ fields: ListedFields
  ) -> [Measurement] {
    guard element.node.isMap else { return [] }
    let (slice, n) = (fields.slice, fields.cases)
    if let name = fields.first(metrics)?.text, let value = fields.first(values),
      var found = Measurement(name, at: value, slice: slice, n: n.flatMap { $0 < 0 ? nil : $0 })
    {
      found.split = fields.first(["split", "subset"])?.text
      found.dataset = fields.first(["dataset", "dataset name"])?.text
      if found.split == nil, let name = found.dataset, case .split(let split)? = RunLabel(name) {
        (found.split, found.dataset) = (split, nil)
      }
      return [found]
    }
    // One element may have a key per metric: `{"attribute": "sex", "disparate_impact": 0.9}`.
    return element.members.compactMap { key, value in
      guard value.node.double != nil, MetricName.isKnown(key) || isDisparity(key) else {
        return nil
      }
      return Measurement(key, at: value, slice: slice, n: n.flatMap { $0 < 0 ? nil : $0 })
    }
  }

  private static func isDisparity(_ key: String) -> Bool {
    MetricName.kind(of: MetricName.canonical(key)) != .level
  }

  private static func holdsMetrics(_ element: NodeCursor) -> Bool {
    element.node.isMap
      && (element.members.contains { MetricName.isKnown($0.key) || $0.key == "value" }
        || NumericLeaves.measured(below: element, path: []).contains { leaf in
          leaf.path.contains(where: MetricName.isNamed)
        })
  }
}
