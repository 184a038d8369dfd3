// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// `modelgate/evaluation/v1`: the project's own evaluation file.
  static let modelgateEvaluation = ArtifactFormat(
    name: "modelgate-evaluation",
    summary: "evaluation results in the project's own form (JSON, modelgate/evaluation/v1)",
    fileNames: ["**/{metrics,evaluation,eval,fairness}*.json", "**/evaluation/**/*.json"],
    holdsOne: true,
    detect: { $0.detectSchema(EvaluationReading.schema, as: .evaluation) },
    read: { file, _ in file.root.map { [EvaluationReading(root: $0, file: file).artifact()] } ?? []
    }
  )
}

/// Reads `modelgate/evaluation/v1`.
struct EvaluationReading {
  static let schema = "modelgate/evaluation/v1"

  let root: NodeCursor
  let file: ParsedFile

  func artifact() -> Artifact {
    var artifact = file.artifact(.evaluation, format: ArtifactFormat.modelgateEvaluation.name)
    artifact.formatVersion = "v1"
    // A file may have as many problems as metrics.
    let undefined = Set(undefinedValues)
    artifact.issues = ShapeCheck.problems(of: root, against: Self.shape).map {
      Issue($0, in: root.file)
    }
    .filter { !undefined.contains($0.source.position) }
    artifact.positiveMeans = root["positive_means"]?.text.flatMap { text in
      Self.positiveMeanings.contains(text) ? text : nil
    }
    artifact.unknownValues = root["unknown_values"]?.groupedTexts ?? [:]
    artifact.minimumShare = root["minimum_share"]?.node.double
    artifact.created = root["date"].flatMap { artifact.statedDate($0) }
    artifact.models = root["model"].map { [model($0)] } ?? []
    artifact.datasets = root["dataset"].map { [dataset($0)] } ?? []
    checkSplit(&artifact)
    checkNames(&artifact)
    for metric in root["metrics"]?.elements ?? [] {
      if let found = measurement(metric) { artifact.measurements.append(found) }
    }
    if let groups = root["groups"], groups.node.isList { addGroups(groups.node, to: &artifact) }
    shrink(&artifact)
    artifact.paired = (root["paired"]?.elements ?? []).compactMap(pairedCounts)
    artifact.checkGroups()
    artifact.checkFigures()
    return artifact
  }

  /// Where a metric is NaN or infinite: read, and without a value like one that is null.
  private var undefinedValues: [SourcePosition] {
    (root["metrics"]?.elements ?? []).compactMap { $0["value"] }
      .filter { $0.node.double?.isFinite == false }
      .map(\.source.position)
  }

  private func model(_ cursor: NodeCursor) -> ModelRecord {
    ModelRecord(
      name: cursor["name"]?.text,
      version: cursor["version"]?.text,
      sha256: cursor["sha256"]?.digestText,
      source: cursor.source
    )
  }

  private func dataset(_ cursor: NodeCursor) -> DatasetRecord {
    DatasetRecord(
      name: cursor["name"]?.text.flatMap(Self.datasetName),
      version: cursor["version"]?.text,
      role: .evaluation,
      split: cursor["split"]?.text,
      source: cursor.source
    )
  }

  /// A split that is filler leaves open whether the training saw the cases.
  private func checkSplit(_ artifact: inout Artifact) {
    guard let split = root["dataset"]?.node["split"], !split.isNull else { return }
    let text = split.trimmedText ?? ""
    guard StatementState.state(of: text) != .substantive || UnansweredWords.fill(text) else {
      return
    }
    artifact.addIssue(
      "placeholder",
      .error,
      "'\(Excerpt.line(text))' names no split; name the part of the data that the training never used",
      at: NodeCursor(split, of: root.file).source
    )
  }

  /// What is named by filler can be compared with nothing: models, data and metrics.
  private func checkNames(_ artifact: inout Artifact) {
    let (model, data) = (root["model"], root["dataset"])
    let metrics = (root["metrics"]?.elements ?? []).map { $0["name"] }
    let names = [model?["name"], model?["version"], data?["name"], data?["version"]] + metrics
    for case .some(let cursor) in names {
      guard let text = cursor.text, UnansweredWords.fillName(text) else { continue }
      artifact.addIssue(
        "placeholder",
        .error,
        "'\(Excerpt.line(text))' names nothing; write the name, or leave out what has none",
        at: cursor.source
      )
    }
  }

  /// A name that names something: neither filler nor the word for what is asked.
  private static func datasetName(_ text: String) -> String? {
    // A letter alone may name data, and the cross in a form does not.
    let isOpen =
      text.utf8.count == 1 ? UnansweredWords.isCross(text) : UnansweredWords.fill(text)
    let isNamed =
      StatementState.state(of: text) == .substantive && !isOpen
      && !["dataset", "data", "data set"].contains(FoldedText.words(text))
    return isNamed ? text : nil
  }

  private func measurement(_ cursor: NodeCursor) -> Measurement? {
    guard let name = cursor["name"]?.text, let stated = cursor.node["value"] else { return nil }
    let value = stated.double.flatMap { $0.isFinite ? $0 : nil }
    let metric = MetricName.canonical(name)
    return Measurement(
      metric: metric,
      value: value,
      raw: stated.text ?? "null",
      unit: cursor["unit"]?.choice() ?? .unknown,
      kind: MetricName.kind(of: metric),
      dataset: root["dataset"]?["name"]?.text.flatMap(Self.datasetName),
      split: root["dataset"]?["split"]?.text,
      slice: slice(of: cursor.node),
      n: cursor["n"]?.node.int,
      uncertainty: cursor["ci"].flatMap(uncertainty),
      source: cursor.source
    )
  }

  private func uncertainty(_ cursor: NodeCursor) -> Uncertainty? {
    guard let lower = cursor["lower"]?.node.double, let upper = cursor["upper"]?.node.double else {
      return nil
    }
    return Uncertainty(lower: lower, upper: upper, level: cursor["level"]?.node.double)
  }

  /// Adds the counts of a list of groups, which may be thousands: the tree is asked, not cursors.
  private func addGroups(_ groups: Node, to artifact: inout Artifact) {
    let tree = groups.tree
    let keys = GroupKeys(of: tree)
    artifact.groups.reserveCapacity(groups.list?.count ?? 0)
    for group in tree.children(of: groups.place) {
      if let counts = keys.counts(of: group, in: tree) {
        let slice = slice(tree.value(of: keys.slice, in: group), in: tree)
        artifact.groups.append(
          GroupCounts(
            slice: slice,
            counts: counts,
            designEffect: keys.designEffect(of: counts, group, in: tree),
            source: source(of: group, in: tree)
          )
        )
      }
      if let (selected, n) = keys.impossibleSelection(of: group, in: tree) {
        artifact.addIssue(
          "more-selected-than-cases",
          .error,
          "\(selected) of \(n) cases cannot be selected; correct 'n' or 'selected'",
          at: source(of: group, in: tree)
        )
      }
    }
  }

  private func source(of place: Node.Index, in tree: NodeTree) -> SourceReference {
    root.file.reference(
      at: tree.position(of: place),
      endLine: tree.endLine(of: place),
      pointer: tree.pointer(of: place)
    )
  }

  private func pairedCounts(_ cursor: NodeCursor) -> PairedCounts? {
    let count = { (key: String) in cursor[key]?.node.int.flatMap { $0 >= 0 ? $0 : nil } }
    guard let metric = cursor["metric"]?.text,
      let against = cursor["against"]?.choice(of: PairedCounts.Against.self),
      let both = count("both"), let thisOnly = count("this_only"),
      let otherOnly = count("other_only"), let neither = count("neither")
    else { return nil }
    return PairedCounts(
      metric: MetricName.canonical(metric),
      against: against,
      name: cursor["name"]?.text,
      slice: slice(of: cursor.node),
      both: both,
      thisOnly: thisOnly,
      otherOnly: otherOnly,
      neither: neither,
      source: cursor.source
    )
  }

  private func slice(of node: Node) -> [SlicePair] {
    slice(node.tree.value(of: "slice", in: node.place), in: node.tree)
  }

  private func slice(_ place: Node.Index?, in tree: NodeTree) -> [SlicePair] {
    guard let place, tree.isMap(place) else { return [] }
    var pairs: [SlicePair] = []
    for value in tree.children(of: place) {
      guard let group = tree.text(of: value).map(\.trimmed), !group.isEmpty else { continue }
      pairs.append(SlicePair(attribute: tree.key(of: value), group: group))
    }
    return pairs.count > 1 ? pairs.sorted() : pairs
  }
}

/// The keys of a group in one document.
private struct GroupKeys {
  let slice: NodeKey?
  private let cells: (tp: NodeKey?, fp: NodeKey?, tn: NodeKey?, fn: NodeKey?)
  private let n: NodeKey?
  private let selected: NodeKey?
  private let effective: NodeKey?
  private let effect: NodeKey?

  init(of tree: NodeTree) {
    slice = tree.key("slice")
    cells = (tree.key("tp"), tree.key("fp"), tree.key("tn"), tree.key("fn"))
    n = tree.key("n")
    selected = tree.key("selected")
    effective = tree.key("n_effective")
    effect = tree.key("design_effect")
  }

  /// The cases per independent case, as stated; whether it can be is checked where it is used.
  func designEffect(
    of counts: GroupCounts.Counts,
    _ group: Node.Index,
    in tree: NodeTree
  ) -> Double {
    if let effect, let stated = tree.value(of: effect, in: group) {
      return tree.node(at: stated).double ?? .nan
    }
    guard let effective, let stated = tree.value(of: effective, in: group) else { return 1 }
    let number = tree.node(at: stated).double ?? .nan
    return counts.caseCount == 0 ? 1 : Double(counts.caseCount) / number
  }

  func counts(of group: Node.Index, in tree: NodeTree) -> GroupCounts.Counts? {
    let count = { (key: NodeKey?) in tree.int(key, in: group).flatMap { $0 >= 0 ? $0 : nil } }
    if let tp = count(cells.tp), let fp = count(cells.fp), let tn = count(cells.tn),
      let fn = count(cells.fn)
    {
      return .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
    }
    guard let n = count(n), let selected = count(selected), selected <= n else { return nil }
    return .selection(selected: selected, n: n)
  }

  /// More people selected than there are is no rate.
  func impossibleSelection(of group: Node.Index, in tree: NodeTree) -> (selected: Int, n: Int)? {
    guard let n = tree.int(n, in: group), let selected = tree.int(selected, in: group),
      selected > n
    else { return nil }
    return (selected, n)
  }
}
