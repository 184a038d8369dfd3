// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Resolves the keys of a Croissant file against its `@context`, as far as that takes no network.
///
/// This is no JSON-LD expansion: prefixes, aliases and `@vocab` of an inline context are resolved;
/// a context that is only named by its address is taken for the one that Croissant recommends.
struct CroissantContext {
  /// The vocabularies that matter, by the start of their addresses without the scheme.
  private static let vocabularies: [(address: String, prefix: String)] = [
    ("mlcommons.org/croissant/RAI/", "rai"), ("mlcommons.org/croissant/", "cr"),
    // The address of the drafts up to 0.8.
    ("mlcommons.org/schema/", "cr"), ("schema.org/", "schema"), ("purl.org/dc/terms/", "dct"),
    ("www.w3.org/ns/prov#", "prov"),
  ]

  /// The addresses that prefixes and aliases stand for.
  private var addresses: [String: String] = [
    "sc": "https://schema.org/", "schema": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/", "prov": "http://www.w3.org/ns/prov#",
    "conformsTo": "dct:conformsTo",
  ]
  private var vocabulary = "https://schema.org/"
  /// Whether the context names the Croissant vocabulary.
  private(set) var namesCroissant = false

  init(_ context: NodeCursor?) {
    for part in context?.oneOrMore ?? [] {
      if let address = part.text { note(address) }
      for (key, value) in part.members {
        guard let address = value.text ?? value["@id"]?.text else { continue }
        if key == "@vocab" { vocabulary = address } else { addresses[key] = address }
        note(address)
      }
    }
  }

  private mutating func note(_ address: String) {
    namesCroissant =
      namesCroissant || address.contains("mlcommons.org/croissant")
      || address.contains("mlcommons.org/schema")
  }

  /// A key as `prefix:name`, with the name in lower case, such as `rai:databiases`.
  func term(_ key: String) -> String {
    let address = address(of: key, steps: 4)
    let bare = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    for (start, prefix) in Self.vocabularies where bare.hasPrefix(start) {
      return "\(prefix):\(bare.dropFirst(start.count).lowercased())"
    }
    return address.lowercased()
  }

  /// The members of a map by their terms; the first of each.
  func terms(of map: NodeCursor) -> [String: NodeCursor] {
    Dictionary(
      map.members.compactMap { key, value in value.node.isNull ? nil : (term(key), value) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The address that a key stands for; a cyclic context ends after a few steps.
  private func address(of key: String, steps: Int) -> String {
    guard steps > 0, !key.hasPrefix("@") else { return key }
    if let alias = addresses[key], alias != key { return address(of: alias, steps: steps - 1) }
    guard let colon = key.firstIndex(of: ":") else {
      return steps == 4 ? vocabulary + key : key
    }
    let name = key[key.index(after: colon)...]
    guard !name.hasPrefix("//"), let prefix = addresses[String(key[..<colon])] else { return key }
    return address(of: prefix, steps: steps - 1) + name
  }
}
