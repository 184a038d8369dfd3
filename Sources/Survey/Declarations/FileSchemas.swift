// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import FileShapes
internal import Texts

/// The JSON Schemas of the project's own file formats, generated from what the readers check.
package enum FileSchemas {
  /// A schema with the name of its file.
  package struct FileSchema: Hashable, Sendable {
    /// The name of the file, such as `ai-system.schema.json`.
    package var name: String
    /// The schema, as JSON text with a line break at its end.
    package var text: String
  }

  /// Every schema, in the order of the documentation.
  package static var all: [FileSchema] {
    [
      schema("modelgate", "The policy of a repository (modelgate.yml)", PolicyFile.shape),
      schema(
        "ai-system",
        "The declaration of one AI system (ai-system.yml)",
        SystemDeclaration.shape
      ),
      schema(
        "modelgate-waivers",
        "The waivers of a repository (modelgate-waivers.yml)",
        WaiverFile.shape
      ),
      schema("evaluation", "Evaluation results (modelgate/evaluation/v1)", FormatShapes.evaluation),
      schema(
        "dpia",
        "A data protection impact assessment (modelgate/dpia/v1)",
        FormatShapes.dpia
      ),
      schema(
        "fria",
        "A fundamental-rights impact assessment (modelgate/fria/v1)",
        FormatShapes.fria
      ),
    ]
  }

  /// The schema of one file format.
  package static func schema(_ name: String, _ title: String, _ shape: Shape) -> FileSchema {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
    ]
    if case .object(let own) = shape.schema() { members += own }
    return FileSchema(name: "\(name).schema.json", text: JSONText.object(members).document)
  }
}
