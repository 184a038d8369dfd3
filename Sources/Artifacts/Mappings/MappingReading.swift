// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads a file by a mapping.
struct MappingReading {
  private let mapping: Mapping
  private let root: NodeCursor
  private var finder: NodeFinder
  /// Pointers of numbers that are read already, or that are counts.
  private var taken: Set<String> = []

  init(mapping: Mapping, root: NodeCursor) {
    self.mapping = mapping
    self.root = root
    finder = NodeFinder(root: root)
  }

  mutating func add(to artifact: inout Artifact) {
    artifact.positiveMeans = mapping.positiveMeans
    if let date = mapping.date?.matches(in: root).first?.cursor {
      artifact.created = artifact.statedDate(date)
    }
    addModel(to: &artifact)
    for rule in mapping.groups { addGroups(rule, to: &artifact) }
    artifact.checkGroups()
    for rule in mapping.measurements { addMeasurements(rule, to: &artifact) }
  }

  private mutating func addModel(to artifact: inout Artifact) {
    let name = mapping.modelName.flatMap { text($0, [:]) }
    let version = mapping.modelVersion.flatMap { text($0, [:]) }
    guard name != nil || version != nil else { return }
    artifact.models = [ModelRecord(name: name, version: version, source: artifact.source)]
  }

  /// What a fact is at a match; nil where the file does not have it.
  private mutating func text(_ mapped: MappedText, _ captures: [String: String]) -> String? {
    switch mapped {
    case .text(let template): template.text(with: captures)
    case .place(let pointer): pointer.keys(with: captures).flatMap { finder.node(at: $0)?.text }
    }
  }

  private func matches(
    _ pointer: PointerTemplate,
    except excluded: Set<String>,
    _ artifact: inout Artifact
  ) -> [PointerTemplate.Match] {
    let matches = pointer.matches(in: root).filter { match in
      excluded.isDisjoint(with: match.captures.values)
    }
    if matches.isEmpty {
      artifact.addIssue(
        "unmatched-mapping",
        .warning,
        "'\(Excerpt.line(pointer.text))' of the mapping '\(mapping.name)' leads nowhere",
        at: root.source
      )
    }
    return matches
  }
}

extension MappingReading {
  private mutating func addMeasurements(_ rule: MeasurementRule, to artifact: inout Artifact) {
    let matches = matches(rule.pointer, except: rule.excluded, &artifact)
    var counts: [String: NodeCursor] = [:]
    for match in matches {
      guard let keys = rule.n?.keys(with: match.captures), let n = finder.node(at: keys) else {
        continue
      }
      counts[match.cursor.pointer] = n
      taken.insert(n.pointer)
    }
    for match in matches where taken.insert(match.cursor.pointer).inserted {
      add(rule, match, n: counts[match.cursor.pointer], to: &artifact)
    }
  }

  private mutating func add(
    _ rule: MeasurementRule,
    _ match: PointerTemplate.Match,
    n: NodeCursor?,
    to artifact: inout Artifact
  ) {
    let cursor = match.cursor
    guard let metric = text(rule.metric, match.captures),
      let measurement = Measurement(metric, at: cursor)
    else {
      if rule.pointer.endsInMetric { return }
      return artifact.addMalformed(
        cursor,
        "'\(Excerpt.line(cursor.pointer))'",
        expected: "a number"
      )
    }
    var mapped = measurement.onScale(rule.unit)
    mapped.n = artifact.count(n)
    mapped.slice = slice(rule.attributes, rule.group, match, &artifact)
    let captures = match.captures
    mapped.dataset = rule.dataset.flatMap { text($0, captures) } ?? captures["dataset"]
    mapped.split = rule.split.flatMap { text($0, captures) } ?? captures["split"]
    artifact.measurements.append(mapped)
  }

  /// The groups that a match is about; an attribute without a group compares its groups.
  private mutating func slice(
    _ attributes: [MappedText],
    _ group: MappedText?,
    _ match: PointerTemplate.Match,
    _ artifact: inout Artifact
  ) -> [SlicePair] {
    let captures = match.captures
    var names = attributes.compactMap { text($0, captures) }
    if names.isEmpty { names = [captures["attribute"]].compactMap { $0 } }
    let stated = group.map { text($0, captures) } ?? captures["group"]
    guard let stated else { return names.map { SlicePair(attribute: $0, group: "") } }
    guard names.count > 1 else { return [SlicePair(attribute: names.first ?? "", group: stated)] }
    let parts = PythonTuple.parts(of: stated)
    guard parts.count == names.count else {
      artifact.addIssue(
        "unnamed-attributes",
        .warning,
        "'\(Excerpt.line(stated))' has \(parts.count) parts, but the mapping names "
          + "\(names.count) attributes",
        at: match.cursor.source
      )
      return [SlicePair(attribute: "", group: stated)]
    }
    return zip(names, parts).map { SlicePair(attribute: $0, group: $1) }.sorted()
  }

  private mutating func addGroups(_ rule: GroupRule, to artifact: inout Artifact) {
    for match in matches(rule.pointer, except: rule.excluded, &artifact) {
      var values: [String: Int] = [:]
      for (key, place) in rule.counts {
        guard let cursor = count(place, match) else { continue }
        taken.insert(cursor.pointer)
        values[key] = cursor.node.int.flatMap { $0 >= 0 ? $0 : nil }
      }
      guard let counts = Self.counts(values) else {
        artifact.addMalformed(
          match.cursor,
          "'\(Excerpt.line(match.cursor.pointer))'",
          expected: "whole numbers for \(rule.counts.keys.sorted().joined(separator: ", "))"
        )
        continue
      }
      let slice = slice(rule.attributes, rule.group, match, &artifact)
      artifact.groups.append(
        GroupCounts(slice: slice, counts: counts, source: match.cursor.source)
      )
    }
  }

  private mutating func count(
    _ place: GroupRule.CountPlace,
    _ match: PointerTemplate.Match
  ) -> NodeCursor? {
    switch place {
    case .below(let keys):
      keys.reduce(match.cursor) { cursor, key in cursor?[key] }
    case .place(let pointer):
      pointer.keys(with: match.captures).flatMap { finder.node(at: $0) }
    }
  }

  private static func counts(_ values: [String: Int]) -> GroupCounts.Counts? {
    if let tp = values["tp"], let fp = values["fp"], let tn = values["tn"], let fn = values["fn"] {
      return .confusion(tp: tp, fp: fp, tn: tn, fn: fn)
    }
    guard let n = values["n"], let selected = values["selected"], selected <= n else { return nil }
    return .selection(selected: selected, n: n)
  }
}

/// Finds nodes by their keys, many times in the same maps, without searching each map anew.
struct NodeFinder {
  private let root: NodeCursor
  private var children: [String: [String: NodeCursor]] = [:]

  init(root: NodeCursor) { self.root = root }

  /// The node that keys lead to; nil for one that is missing or null.
  mutating func node(at keys: [String]) -> NodeCursor? {
    var cursor = root
    for key in keys {
      guard let next = byKey(cursor)[key], !next.node.isNull else { return nil }
      cursor = next
    }
    return cursor
  }

  private mutating func byKey(_ cursor: NodeCursor) -> [String: NodeCursor] {
    if let known = children[cursor.pointer] { return known }
    let byKey = Dictionary(cursor.children, uniquingKeysWith: { first, _ in first })
    children[cursor.pointer] = byKey
    return byKey
  }
}
