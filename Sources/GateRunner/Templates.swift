// SPDX-License-Identifier: Apache-2.0

/// The documents that `modelgate new` and `modelgate init` write.
public enum Templates {
  /// What can be written.
  public enum Kind: String, Sendable, CaseIterable {
    case modelCard = "model-card"
    case datasheet
    case evaluation
    case dpia
    case system
    case waivers
    case policy

    /// The name of the file, as discovery looks for it.
    public var fileName: String {
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
    public var summary: String {
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

  /// A template with its `{{name}}` holes filled in; other holes stay for the author.
  public static func text(of kind: Kind, values: [String: String]) throws(RunFailure) -> String {
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
