// SPDX-License-Identifier: Apache-2.0

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
      }
    }

    /// One line for help texts.
    package var summary: String {
      switch self {
      case .modelCard: "a model card (Mitchell et al. 2019)"
      case .datasheet: "a datasheet for a dataset (Gebru et al. 2021)"
      case .evaluation: "evaluation results with group counts"
      case .dpia: "a data protection impact assessment (GDPR Art. 35)"
      case .system: "a system declaration with the questionnaire for the risk tier"
      case .waivers: "a waiver file"
      case .policy: "a policy"
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
      }
    }
  }

  /// A template for a system; holes other than `{{id}}` and `{{name}}` stay for the author.
  ///
  /// - Parameters:
  ///   - kind: Which document.
  ///   - id: The id of the system: lower-case letters, digits, `.`, `_` and `-`.
  ///   - name: The name of the system or model, any text.
  /// - Returns: The text of the document.
  /// - Throws: When the id is none that a declaration may have.
  package static func text(of kind: Kind, id: String, name: String) throws(RunFailure) -> String {
    guard isIdentifier(id) else {
      throw .configuration(
        "'\(id)' is no id of a system",
        help: "use lower-case letters, digits, '.', '_' and '-', and begin with a letter or digit"
      )
    }
    let values = ["id": id, "name": escaped(name, for: kind)]
    guard let file = EmbeddedFiles.all.first(where: { $0.path == kind.template }) else {
      throw .configuration(
        "the program was built without the template '\(kind.template)'",
        help: "build it from a complete checkout"
      )
    }
    return values.sorted { $0.key < $1.key }.reduce(file.text) { text, value in
      replacing("{{\(value.key)}}", with: value.value, in: text)
    }
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
    let line = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 ? " " : $0 })
    )
    guard !kind.fileName.hasSuffix(".md") else { return line }
    return line.reduce(into: "") { text, character in
      if character == "\\" || character == "\"" { text.append("\\") }
      text.append(character)
    }
  }

  private static func replacing(
    _ wanted: String,
    with replacement: String,
    in text: String
  ) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: wanted) {
      result += rest[..<start.lowerBound] + replacement
      rest = rest[start.upperBound...]
    }
    return result + rest
  }
}
