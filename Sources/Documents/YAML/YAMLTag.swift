// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What the tags of YAML 1.1's core types make of a node.
enum YAMLTag {
  private static let core = "tag:yaml.org,2002:"

  /// What a scalar is.
  static func kind(
    of scalar: YAMLScalar,
    at position: SourcePosition
  ) throws(Problem) -> NodeSlot.Kind {
    guard let tag = scalar.properties.tag else {
      guard scalar.isPlain else { return .string }
      return isNull(scalar.text) ? .null : .plain
    }
    switch tag {
    case "!", core + "str", core + "binary": return .string
    case core + "null": return .null
    case core + "bool", core + "int", core + "float", core + "timestamp", core + "merge":
      return .plain
    case core + "map", core + "seq":
      throw YAMLFlaw.wrongTag(spelled(tag), kind: "scalar").error(at: position)
    default: throw YAMLFlaw.unknownTag(spelled(tag)).error(at: position)
    }
  }

  /// Refuses a tag that does not belong to a list (`seq`) or a map (`map`).
  static func check(
    _ tag: String?,
    allowed: String,
    at position: SourcePosition
  ) throws(Problem) {
    guard let tag, tag != "!", tag != core + allowed else { return }
    let scalarTypes = ["str", "null", "bool", "int", "float", "timestamp", "binary", "seq", "map"]
    guard scalarTypes.contains(where: { tag == core + $0 }) else {
      throw YAMLFlaw.unknownTag(spelled(tag)).error(at: position)
    }
    let kind = allowed == "seq" ? "list" : "map"
    throw YAMLFlaw.wrongTag(spelled(tag), kind: kind).error(at: position)
  }

  /// Whether a plain scalar is one of the spellings of null.
  static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// A tag as an author writes it.
  private static func spelled(_ tag: String) -> String {
    if tag.hasPrefix(core) { return "!!" + tag.dropFirst(core.count) }
    return tag.hasPrefix("!") ? tag : "!<\(tag)>"
  }
}
