// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel

extension ArtifactFormat {
  /// `modelgate/evaluation/v1`: the project's own evaluation file.
  static let modelgateEvaluation = ArtifactFormat(
    name: "modelgate-evaluation",
    summary: "evaluation results in the project's own form (JSON, modelgate/evaluation/v1)",
    fileNames: ["**/{metrics,evaluation,eval,fairness}*.json", "**/evaluation/*.json"],
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
    artifact.issues = ShapeCheck.problems(of: root, against: Self.shape).map(\.issue)
      .filter { !undefinedValues.contains($0.source.position) }
    artifact.positiveMeans = root["positive_means"]?.text.flatMap { text in
      Self.positiveMeanings.contains(text) ? text : nil
    }
    artifact.created = root["date"].flatMap { artifact.statedDate($0) }
    artifact.models = root["model"].map { [model($0)] } ?? []
    artifact.datasets = root["dataset"].map { [dataset($0)] } ?? []
    artifact.measurements = (root["metrics"]?.elements ?? []).compactMap(measurement)
    let groups = root["groups"]?.elements ?? []
    artifact.groups = groups.compactMap(groupCounts)
    artifact.paired = (root["paired"]?.elements ?? []).compactMap(pairedCounts)
    artifact.rejectImpossibleSelections(groups)
    artifact.rejectDuplicateGroups()
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
      sha256: cursor["sha256"]?.text?.lowercased(),
      source: cursor.source
    )
  }

  private func dataset(_ cursor: NodeCursor) -> DatasetRecord {
    DatasetRecord(
      name: cursor["name"]?.text,
      version: cursor["version"]?.text,
      role: .evaluation,
      split: cursor["split"]?.text,
      source: cursor.source
    )
  }

  private func measurement(_ cursor: NodeCursor) -> Measurement? {
    guard let name = cursor["name"]?.text, let stated = cursor.node["value"] else { return nil }
    let value = stated.double.flatMap { $0.isFinite ? $0 : nil }
    let metric = MetricName.canonical(name)
    return Measurement(
      metric: metric,
      value: value,
      raw: stated.text ?? "null",
      unit: cursor["unit"]?.text.flatMap(Measurement.Unit.init) ?? .unknown,
      kind: MetricName.kind(of: metric),
      dataset: root["dataset"]?["name"]?.text,
      split: root["dataset"]?["split"]?.text,
      slice: slice(cursor.node["slice"]),
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

  private func groupCounts(_ cursor: NodeCursor) -> GroupCounts? {
    let count = { (key: String) in cursor.node[key]?.int.flatMap { $0 >= 0 ? $0 : nil } }
    let counts: GroupCounts.Counts
    if let tp = count("tp"), let fp = count("fp"), let tn = count("tn"), let fn = count("fn") {
      counts = .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
    } else if let n = count("n"), let selected = count("selected"), selected <= n {
      counts = .selection(selected: selected, n: n)
    } else {
      return nil
    }
    return GroupCounts(slice: slice(cursor.node["slice"]), counts: counts, source: cursor.source)
  }

  private func pairedCounts(_ cursor: NodeCursor) -> PairedCounts? {
    let count = { (key: String) in cursor[key]?.node.int.flatMap { $0 >= 0 ? $0 : nil } }
    guard let metric = cursor["metric"]?.text,
      let against = cursor["against"]?.text.flatMap(PairedCounts.Against.init),
      let both = count("both"), let thisOnly = count("this_only"),
      let otherOnly = count("other_only"), let neither = count("neither")
    else { return nil }
    return PairedCounts(
      metric: MetricName.canonical(metric),
      against: against,
      name: cursor["name"]?.text,
      slice: slice(cursor.node["slice"]),
      both: both,
      thisOnly: thisOnly,
      otherOnly: otherOnly,
      neither: neither,
      source: cursor.source
    )
  }

  private func slice(_ node: Node?) -> [SlicePair] {
    let pairs = (node?.map ?? []).compactMap { member in
      member.value.trimmedText.map { SlicePair(attribute: member.key, group: $0) }
    }
    return pairs.count > 1 ? pairs.sorted() : pairs
  }
}

extension Artifact {
  /// The same group twice would be counted twice.
  fileprivate mutating func rejectDuplicateGroups() {
    var seen: Set<[SlicePair]> = []
    for group in groups where !seen.insert(group.slice).inserted {
      let name = group.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ", ")
      addIssue(
        "duplicate",
        .error,
        "the group '\(Excerpt.line(name))' is counted twice; keep one of the two",
        at: group.source
      )
    }
  }

  /// More people selected than there are is no rate.
  fileprivate mutating func rejectImpossibleSelections(_ groups: [NodeCursor]) {
    for group in groups {
      guard let n = group.node["n"]?.int, let selected = group.node["selected"]?.int, selected > n
      else { continue }
      addIssue(
        "more-selected-than-cases",
        .error,
        "\(selected) of \(n) cases cannot be selected; correct 'n' or 'selected'",
        at: group.source
      )
    }
  }
}
