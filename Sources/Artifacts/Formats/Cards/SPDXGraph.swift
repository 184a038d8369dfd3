// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// The elements of an SPDX 3 document by their ids, and what relates them.
struct SPDXGraph {
  let elements: [NodeCursor]
  private let elementsByID: [String: NodeCursor]
  /// The relationships by where they start.
  private let relationships: [String: [NodeCursor]]

  /// The graph of a document, or nil when it has none.
  init?(root: NodeCursor) {
    guard let graph = root["@graph"], graph.node.isList else { return nil }
    elements = graph.elements.filter { $0.node.isMap }
    elementsByID = Dictionary(
      elements.compactMap { element in Self.id(of: element).map { ($0, element) } },
      uniquingKeysWith: { first, _ in first }
    )
    relationships = Dictionary(
      grouping: elements.filter { $0["relationshipType"] != nil },
      by: { $0["from"]?.text ?? "" }
    )
  }

  /// The elements of a type, with the prefix of its profile (`ai_AIPackage`).
  func elements(ofType type: String) -> [NodeCursor] {
    elements.filter { ($0["type"] ?? $0["@type"])?.texts.contains(type) ?? false }
  }

  /// What an element is related to by a type of relationship, with the id of each.
  func targets(of element: NodeCursor, by type: String) -> [(id: String, element: NodeCursor?)] {
    guard let id = Self.id(of: element) else { return [] }
    return (relationships[id] ?? []).filter { $0["relationshipType"]?.text == type }
      .flatMap { $0["to"]?.texts ?? [] }
      .map { ($0, elementsByID[$0]) }
  }

  /// The element with an id.
  func element(_ id: String) -> NodeCursor? { elementsByID[id] }

  /// The licenses that an element declares or that were concluded for it, without repetition.
  func licenses(of element: NodeCursor) -> [String] {
    var seen: Set<String> = []
    return ["hasDeclaredLicense", "hasConcludedLicense"]
      .flatMap { targets(of: element, by: $0) }
      .map {
        $0.element?["simplelicensing_licenseExpression"]?.text ?? $0.element?["name"]?.text ?? $0.id
      }
      .filter { seen.insert($0).inserted }
  }

  private static func id(of element: NodeCursor) -> String? {
    (element["spdxId"] ?? element["@id"])?.text
  }
}
