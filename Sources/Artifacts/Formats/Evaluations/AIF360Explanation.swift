// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// One answer of AIF360's `MetricJSONExplainer` (aif360 0.6.1, `metric_json_explainer.py`).
///
/// Each metric is a JSON text of its own, whose value stands only in its message.
struct AIF360Explanation {
  /// The keys of a JSON explanation; nil for a line of text.
  private let fields: NodeCursor?
  private let metric: String?
  private let message: String?
  private let source: SourceReference
  /// What the two groups differ in; empty where the file does not say.
  private let attribute: String

  /// The explanations of a file: one, several in a list or map, as maps or as JSON texts, also below
  /// the names of attributes.
  static func all(in root: NodeCursor) -> [AIF360Explanation] {
    let stated = AttributeKey.stated(in: root) ?? ""
    if let one = AIF360Explanation(root, of: stated) { return [one] }
    let listed = root.elements.compactMap { AIF360Explanation($0, of: stated) }
    return listed
      + root.members.flatMap { key, value -> [AIF360Explanation] in
        if let one = AIF360Explanation(value, of: stated) { return [one] }
        let attribute =
          AttributeKey.stated(in: value) ?? AttributeKey.attribute(key) ?? stated
        return (value.elements + value.members.map(\.value)).compactMap {
          AIF360Explanation($0, of: attribute)
        }
      }
  }

  /// An explanation, or nil when a node is none.
  private init?(_ cursor: NodeCursor, of attribute: String) {
    self.attribute = attribute
    // Where it stands: the map itself, or a JSON text.
    source = cursor.source
    let fields: NodeCursor
    if cursor.node.isMap {
      fields = cursor
    } else if case .string(let text) = cursor.node.value, text.hasPrefix("{"),
      // A text that is no JSON is no explanation: its flaw is nobody's fault.
      case .success(let node) = Result(catching: { try JSONReader.read(Array(text.utf8)) })
    {
      fields = NodeCursor(node, of: cursor.file)
    } else {
      return nil
    }
    // A vocabulary has the same words as keys, but not texts below them.
    guard fields.has("message"), Self.isText(fields["metric"]),
      Self.isText(fields["description"]) || Self.isText(fields["ideal"])
    else { return nil }
    (metric, message) = (fields["metric"]?.text, fields["message"]?.text)
    self.fields = fields
  }

  /// The lines of `MetricTextExplainer`, each the message of a JSON explanation; none in a text that has not
  /// its phrases.
  static func all(in text: String, of file: FileIdentity) -> [AIF360Explanation] {
    guard phrases.contains(where: text.contains) else { return [] }
    var seen: Set<Substring> = []
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      number,
      line in
      // Functions of two names say the same.
      guard seen.insert(line).inserted, Self.value(in: String(line)) != nil else { return nil }
      let place = file.reference(at: SourcePosition(line: number + 1, column: 1))
      return AIF360Explanation(line: String(line), at: place)
    }
  }

  private static let phrases = [
    "for unprivileged instances", "on unprivileged instances", "Classification accuracy (ACC): ",
    "Number of positive-outcome instances: ", "Consistency (Zemel, et al. 2013): ",
  ]

  private init?(line: String, at source: SourceReference) {
    let head = line.prefix { $0 != "(" && $0 != ":" }.trimmed
    guard !head.isEmpty else { return nil }
    fields = nil
    attribute = ""
    metric = head == "Classification accuracy" ? "accuracy" : head
    message = line
    self.source = source
  }

  private static func isText(_ cursor: NodeCursor?) -> Bool {
    switch cursor?.node.value {
    case .string, .plain: true
    case .null, .bool, .number, .list, .map, nil: false
    }
  }

  func add(to artifact: inout Artifact) {
    guard let name = metric, let message, let leaf = Self.value(in: message) else {
      return artifact.addIssue(
        "malformed-results",
        .error,
        "the explanation has no number behind the last colon of its message",
        at: source
      )
    }
    let measurement = Measurement(
      name,
      leaf: leaf,
      slice: slice(of: message),
      source: source
    )
    artifact.measurements.append(measurement.comparingPrivilege(of: attribute))
    guard isGivenByCounts(measurement) else {
      return artifact.addIssue(
        "contradicting-counts",
        .warning,
        "the counts of positives do not give the value beside them, so that they are labels and not "
          + "decisions; they are not used: explain the metric of the dataset of predictions",
        at: source
      )
    }
    for side in ["Unprivileged", "Privileged"] { addCounts(side, to: &artifact) }
    if !artifact.groups.contains(where: { $0.slice.first?.attribute == attribute }) {
      addRates(to: &artifact)
    }
  }

  /// The rates of both groups behind a difference or ratio that counts only one kind of cases, so that no
  /// group has all of its outcomes.
  private func addRates(to artifact: inout Artifact) {
    let rates = [
      ("true_positive_rate", "numTruePositives", "numPositives"),
      ("false_positive_rate", "numFalsePositives", "numNegatives"),
      ("false_negative_rate", "numFalseNegatives", "numPositives"),
    ]
    for (metric, part, whole) in rates {
      var found: [Measurement] = []
      for side in ["Unprivileged", "Privileged"] {
        guard let part = count(part, of: side),
          let total = fields?[whole + side]?.node.int, 0 <= part, part <= total, total > 0
        else { continue }
        var rate = Measurement(
          metric: metric,
          value: Double(part) / Double(total),
          raw: "\(part) of \(total)",
          unit: .fraction,
          slice: [SlicePair(attribute: attribute, group: side.lowercased())],
          source: source
        )
        rate.count(part, of: total)
        found.append(rate)
      }
      // One side alone compares nothing.
      let isKnown = artifact.measurements.contains { measurement in
        found.contains { $0.subject == measurement.subject }
      }
      if found.count == 2, !isKnown { artifact.measurements += found }
    }
  }

  /// A number of cases of one side.
  ///
  /// `false_positive_rate_difference` has the false positives of the privileged group under the name of its
  /// positives (aif360 0.6.1, `metric_json_explainer.py`).
  private func count(_ name: String, of side: String) -> Int? {
    let isMisnamed = name == "numFalsePositives" && fields?[name + "Unprivileged"] != nil
    return (fields?[name + side] ?? (isMisnamed ? fields?["numPositives" + side] : nil))?.node.int
  }

  /// Whether the positives are what a comparison of rates of selection compares.
  ///
  /// `mean_difference` of a `ClassificationMetric` compares predictions and counts labels under the
  /// key that holds decisions elsewhere (aif360 0.6.1, `metric_json_explainer.py`).
  private func isGivenByCounts(_ measurement: Measurement) -> Bool {
    guard let value = measurement.value, let unprivileged = rate("Unprivileged"),
      let privileged = rate("Privileged")
    else { return true }
    let rounding = Self.rounding(of: measurement.raw)
    switch measurement.metric {
    case "mean_difference", "statistical_parity_difference":
      return (unprivileged - privileged - value).magnitude <= rounding
    case "disparate_impact":
      return privileged == 0 || (unprivileged / privileged - value).magnitude <= rounding
    default: return true
    }
  }

  /// How far rounding may have moved a value: half a unit of its last decimal.
  private static func rounding(of text: String) -> Double {
    let decimals = text.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }.count ?? 0
    return max(1e-9, (0..<decimals).reduce(0.5) { unit, _ in unit / 10 })
  }

  /// The share of positive instances of one side, where both numbers stand there.
  private func rate(_ side: String) -> Double? {
    let positives = fields?["numPositivePredictions" + side] ?? fields?["numPositives" + side]
    let all = fields?["num" + side] ?? fields?["numInstances" + side]
    guard let positives = positives?.node.double, let n = all?.node.double, n > 0 else {
      return nil
    }
    return positives / n
  }

  /// The message ends in `…: 0.84`; consistency is an array of one number.
  private static func value(in message: String) -> MetricLeaf? {
    guard let colon = message.lastIndex(of: ":") else { return nil }
    let tail = String(message[message.index(after: colon)...], trimming: { " []".contains($0) })
    return MetricLeaf(tail)
  }

  /// `True positive rate on unprivileged instances: …`; a difference names both groups.
  private func slice(of message: String) -> [SlicePair] {
    let words = Set(FoldedText.words(message).spacedWords)
    switch (words.contains("privileged"), words.contains("unprivileged")) {
    case (true, false): return [SlicePair(attribute: attribute, group: "privileged")]
    case (false, true): return [SlicePair(attribute: attribute, group: "unprivileged")]
    default: return []
    }
  }

  private func addCounts(_ side: String, to artifact: inout Artifact) {
    guard let counts = counts(of: side, &artifact) else { return }
    let slice = [SlicePair(attribute: attribute, group: side.lowercased())]
    guard let place = artifact.groups.firstIndex(where: { $0.slice == slice }) else {
      artifact.groups.append(GroupCounts(slice: slice, counts: counts, source: source))
      return
    }
    switch (artifact.groups[place].counts, counts) {
    case (.selection, .confusion):
      artifact.groups[place] = GroupCounts(slice: slice, counts: counts, source: source)
    case (.confusion, .selection): break
    case (let earlier, let later):
      if earlier != later { artifact.addContradictingCounts(slice[0].group, at: source) }
    }
  }

  private func counts(of side: String, _ artifact: inout Artifact) -> GroupCounts.Counts? {
    let positives = whole(["numPositives", "numPositive"], side, &artifact)
    let negatives = whole(["numNegatives", "numNegative"], side, &artifact)
    let tp = whole(["numTruePositives"], side, &artifact)
    let fp = whole(["numFalsePositives"], side, &artifact)
    let tn = whole(["numTrueNegatives"], side, &artifact)
    if let positives, let negatives, let tp, tp <= positives {
      if let tn, tn <= negatives {
        return .confusion(tp: tp, fp: negatives - tn, tn: tn, fn: positives - tp)
      }
      if let fp, fp <= negatives {
        return .confusion(tp: tp, fp: fp, tn: negatives - fp, fn: positives - tp)
      }
    }
    let selected = whole(["numPositivePredictions"], side, &artifact) ?? positives
    guard let selected, let n = whole(["num", "numInstances"], side, &artifact), selected <= n
    else {
      return nil
    }
    return .selection(selected: selected, n: n)
  }

  /// A count of one side; AIF360 spells some keys in the singular.
  private func whole(_ names: [String], _ side: String, _ artifact: inout Artifact) -> Int? {
    guard let cursor = names.lazy.compactMap({ fields?[$0 + side] }).first else { return nil }
    if let count = cursor.node.int, count >= 0 { return count }
    artifact.addIssue(
      "fractional-count",
      .warning,
      "'\(Excerpt.line(cursor.text ?? "?"))' is no number of cases: instances were weighted, "
        + "so that the counts cannot be used",
      at: source
    )
    return nil
  }
}

extension Artifact {
  /// Keeps that two places count one group differently.
  fileprivate mutating func addContradictingCounts(_ group: String, at source: SourceReference) {
    addIssue(
      "contradicting-counts",
      .error,
      "the '\(group)' group is counted differently in another explanation",
      at: source
    )
  }
}
