// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ArtifactFormat {
  /// A format of evaluation results in JSON or YAML that one file holds as a whole.
  static func evaluation(
    _ name: String,
    summary: String,
    fileNames: [String],
    detect: @escaping @Sendable (NodeCursor) -> Detection,
    fill: @escaping @Sendable (NodeCursor, inout Artifact) -> Void
  ) -> ArtifactFormat {
    ArtifactFormat(
      name: name,
      summary: summary,
      fileNames: fileNames,
      detect: { $0.root.map(detect) ?? .no(reason: "it is neither JSON nor YAML") },
      read: { file, _ in
        guard let root = file.root else { return [] }
        var artifact = file.artifact(.evaluation, format: name)
        fill(root, &artifact)
        return [artifact]
      }
    )
  }
}

extension Detection {
  /// The detection of an evaluation.
  static func evaluation(_ confidence: Confidence, because reason: String) -> Detection {
    .yes(kind: .evaluation, reason: reason, confidence: confidence)
  }
}

extension Artifact {
  /// A number of cases; what is there but counts nothing is an issue.
  mutating func count(_ cursor: NodeCursor?) -> Int? {
    guard let cursor else { return nil }
    if let count = cursor.node.int, count >= 0 { return count }
    let seen = cursor.node.text.map { "'\(Excerpt.line($0))'" } ?? "a list or a map"
    addIssue(
      "bad-count",
      .warning,
      "\(seen) stands where a number of cases should; write a whole number of at least 0",
      at: cursor.source
    )
    return nil
  }

  /// Keeps that a part of the file has another type than its format promises.
  mutating func addMalformed(_ cursor: NodeCursor, _ what: String, expected: String) {
    addIssue(
      "malformed-results",
      .error,
      "\(what) cannot be read: \(expected) was expected there",
      at: cursor.source
    )
  }

  /// Keeps which parts of a file hold numbers that nobody reads, so that evidence is never lost in
  /// silence.
  mutating func addUnread(_ parts: [(name: String, place: NodeCursor)]) {
    guard let first = parts.first else { return }
    var names: [String] = []
    for part in parts where !names.contains(part.name) { names.append(part.name) }
    let shown = names.prefix(3).map { "'\(Excerpt.line($0))'" }.joined(separator: ", ")
    let others = names.count > 3 ? " and \(names.count - 3) more" : ""
    addIssue(
      "unread-numbers",
      .warning,
      "numbers at \(shown)\(others) are not read; map them in modelgate.yml if they count",
      at: first.place.source
    )
  }

  /// Keeps that numbers from before measures, or of something else, are left out.
  mutating func addLeftOutBaselines(below root: NodeCursor) {
    for (key, value) in root.members where RunLabel(key) == .baseline {
      if NumericLeaves.contains(value) { addLeftOutBaseline(key, at: value.source) }
    }
  }

  /// Keeps that the numbers under a name are left out.
  mutating func addLeftOutBaseline(_ name: String, at source: SourceReference) {
    addLeftOut(
      "the numbers under '\(Excerpt.line(name))' are left out: they are none of the system itself",
      at: source
    )
  }

  /// Keeps why some numbers are left out.
  mutating func addLeftOut(_ reason: String, at source: SourceReference) {
    addIssue("left-out", .note, reason, at: source)
  }

  /// Keeps that a run covered only a part of its data.
  mutating func addPartialRun(_ message: String, at cursor: NodeCursor) {
    addIssue(
      "partial-run",
      .warning,
      "\(message), so that the numbers are not those of the whole dataset; run it without a limit",
      at: cursor.source
    )
  }

  /// Keeps the groups that a file names beside counted ones and says no number of, as selections without a
  /// value: who compares the others has to see them.
  mutating func keepUncounted(_ named: [(slice: [SlicePair], source: SourceReference)]) {
    guard !groups.isEmpty else { return }
    var seen = Set(groups.map { $0.slice.sorted() } + measurements.map { $0.slice.sorted() })
    for (slice, source) in named where !slice.isEmpty && seen.insert(slice.sorted()).inserted {
      measurements.append(
        Measurement(metric: "selection_rate", value: nil, raw: "", slice: slice, source: source)
      )
    }
  }

  /// Keeps that a group is counted twice, so that it would weigh twice.
  mutating func checkGroups() {
    var seen: Set<[SlicePair]> = []
    seen.reserveCapacity(groups.count)
    // Indices, since a group is large and every copy of one counts references.
    for index in groups.indices where !seen.insert(groups[index].slice).inserted {
      let group = groups[index]
      let name = group.slice.map { "\($0.attribute)=\($0.group)" }.joined(separator: ", ")
      addIssue(
        "duplicate",
        .error,
        "the group '\(Excerpt.line(name))' is counted twice; keep one of the two",
        at: group.source
      )
    }
    checkMargins()
  }

  /// The moment that a number of seconds since 1970 states.
  mutating func unixDate(_ cursor: NodeCursor?) -> StatedDate? {
    guard let cursor, let raw = cursor.text else { return nil }
    guard let seconds = NumberText.double(raw) else { return statedDate(raw, at: cursor.source) }
    // Year 9999 is the last that a calendar date can hold.
    let isUsable = seconds.isFinite && seconds.magnitude < 253_402_300_800
    return StatedDate(
      raw: raw,
      date: isUsable ? CalendarDate(unixSeconds: Int64(seconds)) : nil,
      source: cursor.source
    )
  }
}

extension NodeCursor {
  /// The members of a map by key, for maps that are asked many times.
  var membersByKey: [String: NodeCursor] {
    Dictionary(members, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the node is a map that has all of these keys, each with a value.
  func has(_ keys: String...) -> Bool { keys.allSatisfy { self[$0] != nil } }
}
