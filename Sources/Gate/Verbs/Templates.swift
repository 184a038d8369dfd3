// SPDX-License-Identifier: Apache-2.0

internal import Compression
package import GateModel

/// The documents that `modelgate new` and `modelgate init` write.
package enum Templates {
  /// What can be written.
  package enum Kind: String, Sendable, CaseIterable {
    case modelCard = "model-card"
    case datasheet
    case evaluation
    case dpia
    case system
    case waivers
    case policy
    case pack
    case rule

    /// The name of the file, as discovery looks for it.
    package var fileName: String {
      switch self {
      case .modelCard: "MODEL_CARD.md"
      case .datasheet: "DATASHEET.md"
      case .evaluation: "evaluation.json"
      case .dpia: "DPIA.md"
      case .system: "ai-system.yml"
      case .waivers: "modelgate-waivers.yml"
      case .policy: "modelgate.yml"
      case .pack: "pack.yaml"
      case .rule: "rules/our-rule.yaml"
      }
    }

    /// The key of a declaration that names such documents; nil for what is none of a system's documents.
    package var artifactKey: String? {
      switch self {
      case .modelCard: "model_cards"
      case .datasheet: "datasheets"
      case .evaluation: "evaluations"
      case .dpia: "dpias"
      case .system, .waivers, .policy, .pack, .rule: nil
      }
    }

    fileprivate var template: String {
      switch self {
      case .modelCard: "model-card.md"
      case .datasheet: "datasheet.md"
      case .evaluation: "evaluation.json"
      case .dpia: "dpia.md"
      case .system: "ai-system.yml"
      case .waivers: "modelgate-waivers.yml"
      case .policy: "modelgate.yml"
      case .pack: "pack.yaml"
      case .rule: "rule.yaml"
      }
    }
  }

  /// A template for a system; holes other than `{{id}}` and `{{name}}` stay for the author.
  ///
  /// - Parameters:
  ///   - kind: Which document.
  ///   - id: The id of the system: lower-case letters, digits, `.`, `_` and `-`.
  ///   - name: The name of the system or model, any text.
  ///   - day: The day of the answers in a declaration.
  ///   - known: What a declaration and the tree tell.
  /// - Returns: The text of the document.
  /// - Throws: When the id is none that a declaration may have.
  package static func text(
    of kind: Kind,
    id: String,
    name: String,
    day: CalendarDate,
    known: KnownFacts = KnownFacts()
  ) throws(RunFailure) -> String {
    if kind == .system { return try SystemDraft(id: id, name: name, day: day).text() }
    let values = known.values(name: name).mapValues { escaped($0, for: kind) }
    return try text(
      ofFile: kind.template,
      id: id,
      values: values.merging(known.rawValues) { _, raw in raw }
    )
  }

  /// A template with its holes filled.
  static func text(
    ofFile template: String,
    id: String,
    values: [String: String]
  ) throws(RunFailure) -> String {
    guard isIdentifier(id) else {
      throw .configuration(
        "'\(id)' is no id of a system",
        help: "use lower-case letters, digits, '.', '_' and '-', and begin with a letter or digit"
      )
    }
    guard let file = file(named: template) else {
      throw .configuration(
        "the program was built without the template '\(template)'",
        help: "build it from a complete checkout"
      )
    }
    return filled(file, with: values.merging(["id": id]) { value, _ in value })
  }

  private static func file(named template: String) -> String? {
    let name = TreePath.name(of: template)
    return EmbeddedFiles.folders.first { $0.name == TreePath.folder(of: template) }?.files
      .first { $0.path == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// A text whose holes are filled in one pass, so that what fills a hole opens none: `{{key}}`, or
  /// `{{key|what stands there without a value}}`.
  private static func filled(_ text: String, with values: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "{{"),
      let end = rest[start.upperBound...].firstRange(of: "}}")
    {
      let hole = rest[start.upperBound..<end.lowerBound]
      let parts = hole.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let value = values[String(parts[0])] ?? (parts.count == 2 ? String(parts[1]) : nil)
      result += rest[..<start.lowerBound]
      result += value ?? String(rest[start.lowerBound..<end.upperBound])
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// An id from any text, such as the name of a folder: what no id may hold becomes `-`.
  package static func identifier(from text: String) -> String? {
    let kept = text.lowercased().unicodeScalars.map { scalar -> Character in
      let isKept =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789._".unicodeScalars.contains(scalar))
      return isKept ? Character(scalar) : "-"
    }
    let id = String(kept).split(separator: "-").joined(separator: "-")
    return isIdentifier(id) ? id : nil
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain && text.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// The name as it may stand in double quotes of YAML and JSON, or in a line of Markdown.
  private static func escaped(_ name: String, for kind: Kind) -> String {
    kind.fileName.hasSuffix(".md") ? onOneLine(name) : quotable(name)
  }

  /// A text as it may stand between double quotes in YAML and JSON.
  static func quotable(_ text: String) -> String {
    onOneLine(text).reduce(into: "") { text, character in
      if character == "\\" || character == "\"" { text.append("\\") }
      text.append(character)
    }
  }

  private static func onOneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
