// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

extension ParsedFile {
  /// The one artifact of a JSON or YAML document, whose records `fill` adds.
  func artifacts(
    _ kind: ArtifactKind,
    _ format: String,
    _ fill: (NodeCursor, inout Artifact) -> Void
  ) -> [Artifact] {
    guard let root else { return [] }
    var artifact = artifact(kind, format: format)
    fill(root, &artifact)
    return [artifact]
  }

  /// The root of a JSON or YAML document that is a map.
  var rootMap: NodeCursor? { root.flatMap { $0.node.isMap ? $0 : nil } }
}

extension NodeCursor {
  /// The value that a path of keys leads to; nil where a key is missing or null.
  func at(_ keys: String...) -> NodeCursor? {
    var cursor: NodeCursor? = self
    for key in keys { cursor = cursor?[key] }
    return cursor
  }

  /// Whether the value of any of the keys is there and not null.
  func hasAny(_ keys: String...) -> Bool { keys.contains { self[$0] != nil } }

  /// What the node is, in running text.
  var shapePhrase: String {
    switch node.value {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string, .plain: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

/// Reading fields of formats that others define: what is malformed becomes an issue.
extension Artifact {
  /// The text of a scalar; nil where there is none, with an issue for a list or a map.
  mutating func text(_ field: NodeCursor?) -> String? {
    guard let field else { return nil }
    if field.node.isList || field.node.isMap {
      addUnexpected(field, expected: "a text")
      return nil
    }
    return field.text
  }

  /// The texts of a scalar or of a list; an issue for each element that is a list or a map.
  mutating func texts(_ field: NodeCursor?) -> [String] {
    (field?.oneOrMore ?? []).compactMap { text($0) }
  }

  /// A map; nil where there is none, with an issue for anything else.
  mutating func section(_ field: NodeCursor?) -> NodeCursor? {
    guard let field else { return nil }
    if !field.node.isMap {
      addUnexpected(field, expected: "a map")
      return nil
    }
    return field
  }

  /// The maps of a list, with an issue for anything else.
  mutating func sections(_ field: NodeCursor?) -> [NodeCursor] {
    guard let field else { return [] }
    guard field.node.isList else {
      addUnexpected(field, expected: "a list")
      return []
    }
    return field.elements.compactMap { $0.node.isNull ? nil : section($0) }
  }

  /// Adds what the fields of a section say on their topics.
  ///
  /// Where a field may hold maps, `textKey` is the key of each map's text.
  mutating func addStatements(
    _ fields: [(key: String, topic: Topic)],
    of section: NodeCursor?,
    textKey: String? = nil
  ) {
    guard let section else { return }
    for (key, topic) in fields {
      addStatement(topic, from: section[key], question: key, textKey: textKey)
    }
  }

  /// Adds what a field says on a topic: a text, a list of texts, or maps with a text each.
  mutating func addStatement(
    _ topic: Topic,
    from field: NodeCursor?,
    question: String? = nil,
    textKey: String? = nil
  ) {
    guard let field else { return }
    let texts = field.oneOrMore.compactMap { element -> String? in
      guard let textKey, element.node.isMap else { return text(element) }
      return text(element[textKey])
    }
    addStatement(
      topic,
      texts.joined(separator: "\n"),
      question: question,
      items: field.node.isList ? texts : [],
      at: field.source
    )
  }

  /// Adds a party, unless nothing is said about it.
  mutating func addParty(_ party: Party) {
    guard party.name != nil || party.organization != nil || party.contact != nil else { return }
    parties.append(party)
  }

  /// Keeps that a value is not what the format promises.
  mutating func addUnexpected(_ field: NodeCursor, expected: String) {
    addIssue(
      "unexpected-type",
      .warning,
      "\(expected) is expected here, but this is \(field.shapePhrase); it was not read",
      at: field.source
    )
  }

  /// Keeps that a version is none of some known ones; `0.2.2` is one of `0.2`.
  mutating func checkVersion(_ field: NodeCursor?, among versions: [String], known: String) {
    guard let field else { return }
    let text = field.text ?? ""
    let isKnown = versions.contains { text == $0 || text.hasPrefix("\($0).") }
    if !isKnown { addUnknownVersion(field, known: known) }
  }

  /// Keeps that a file states a version of its format that is not known here.
  mutating func addUnknownVersion(_ field: NodeCursor, known: String) {
    addIssue(
      "unknown-format-version",
      .warning,
      "the file states version '\(Excerpt.line(field.text ?? field.shapePhrase))', but only "
        + "\(known) are known; check what was read",
      at: field.source
    )
  }
}
