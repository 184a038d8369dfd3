// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// A JSON Pointer (RFC 6901) with captures: `/metrics/{attribute}/by_group/{group}`.
///
/// A step is a key or an index, `*` for any, or a text with one capture in it, such as
/// `{attribute}_gap`. A capture that occurs twice must be the same text in both places.
struct PointerTemplate: Hashable, Sendable {
  /// One step of the pointer.
  private struct Step: Hashable, Sendable {
    let prefix: String
    let suffix: String
    /// The name of the capture; nil for a literal step and for `*`.
    let capture: String?
    let isAny: Bool

    var isLiteral: Bool { capture == nil && !isAny }

    /// What the step captures of a key, or nil when it does not match.
    func captured(_ key: String) -> String? {
      guard key.utf8.count > prefix.utf8.count + suffix.utf8.count || isAny,
        key.hasPrefix(prefix), key.hasSuffix(suffix)
      else { return nil }
      return String(key.dropFirst(prefix.count).dropLast(suffix.count))
    }
  }

  /// A node that the pointer leads to, with what it captured on the way.
  struct Match {
    let cursor: NodeCursor
    let captures: [String: String]
  }

  /// The pointer as written.
  let text: String
  private let steps: [Step]

  /// The pointer of a text, or nil when it is none or has a brace that is no capture.
  init?(_ text: String) {
    guard !text.isEmpty, let path = PointerPath(text) else { return nil }
    let steps = path.tokens.compactMap(Self.step)
    guard steps.count == path.tokens.count else { return nil }
    self.text = text
    self.steps = steps
  }

  private static func step(_ token: String) -> Step? {
    if token == "*" { return Step(prefix: "", suffix: "", capture: nil, isAny: true) }
    guard let part = TextTemplate(token) else { return nil }
    switch part.captures.count {
    case 0: return Step(prefix: token, suffix: "", capture: nil, isAny: false)
    case 1:
      let sides = token.split(separator: "{\(part.captures[0])}", omittingEmptySubsequences: false)
      return Step(
        prefix: String(sides[0]),
        suffix: String(sides[1]),
        capture: part.captures[0],
        isAny: false
      )
    default: return nil
    }
  }

  /// The names of the captures.
  var captures: [String] { steps.compactMap(\.capture) }

  /// Whether the last step captures the metric, so that other values than numbers may stand there.
  var endsInMetric: Bool { steps.last?.capture == "metric" }

  /// Whether the pointer may lead to several nodes.
  var isOpen: Bool { steps.contains { !$0.isLiteral } }

  /// The nodes that the pointer leads to, in the order of the text.
  ///
  /// A node has one path, so that each is looked at once.
  func matches(in root: NodeCursor) -> [Match] {
    steps.reduce([Match(cursor: root, captures: [:])]) { matches, step in
      matches.flatMap { Self.children(of: $0, by: step) }
    }
  }

  private static func children(of match: Match, by step: Step) -> [Match] {
    if step.isLiteral, let child = match.cursor.child(named: step.prefix) {
      return [Match(cursor: child, captures: match.captures)]
    }
    guard !step.isLiteral else { return [] }
    return match.cursor.children.compactMap { key, child in
      guard let captured = step.captured(key) else { return nil }
      guard let name = step.capture else { return Match(cursor: child, captures: match.captures) }
      guard match.captures[name] ?? captured == captured else { return nil }
      var captures = match.captures
      captures[name] = captured
      return Match(cursor: child, captures: captures)
    }
  }

  /// The keys of the one pointer that captured texts make of this one, or nil when one is missing.
  func keys(with captures: [String: String]) -> [String]? {
    var keys: [String] = []
    for step in steps {
      guard !step.isAny else { return nil }
      guard let name = step.capture else {
        keys.append(step.prefix)
        continue
      }
      guard let captured = captures[name] else { return nil }
      keys.append(step.prefix + captured + step.suffix)
    }
    return keys
  }
}

/// A text with captures, such as `{metric}_by_group`.
struct TextTemplate: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case literal(String)
    case capture(String)
  }

  private let parts: [Part]

  /// The template of a text, or nil when a brace in it is no capture of `[a-z0-9_]+`.
  init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"), !rest[..<open].contains("}"),
        Self.isName(after[..<close])
      else { return nil }
      parts.append(.literal(String(rest[..<open])))
      parts.append(.capture(String(after[..<close])))
      rest = after[after.index(after: close)...]
    }
    guard !rest.contains("}") else { return nil }
    self.parts = parts + [.literal(String(rest))]
  }

  private static func isName(_ name: Substring) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  /// The names of the captures.
  var captures: [String] {
    parts.compactMap { part in
      guard case .capture(let name) = part else { return nil }
      return name
    }
  }

  /// The text with captured texts in it, or nil when one is missing.
  func text(with captures: [String: String]) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .capture(let name):
        guard let captured = captures[name] else { return nil }
        text += captured
      }
    }
    return text
  }
}

extension NodeCursor {
  /// The members of a map by key, or the elements of a list by index.
  var children: [(key: String, value: NodeCursor)] {
    node.isList ? elements.enumerated().map { (String($0), $1) } : members
  }

  /// The member of a map or the element of a list with this name; null counts, unlike with a key.
  func child(named name: String) -> NodeCursor? {
    children.first { $0.key == name }?.value
  }
}
