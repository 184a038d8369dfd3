// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension InspectSchema {
  private typealias Parts = SchemaParts

  static var model: JSONValue {
    record(
      [("licenses", Parts.texts), ("baseModels", Parts.texts)],
      optional: texts("name", "version", "type", "task", "repository", "sha256")
        + dates("versionDate")
    )
  }

  static var dataset: JSONValue {
    record(
      [
        ("role", Parts.oneOf(DatasetRecord.Role.self)),
        ("licenses", Parts.texts),
        ("personalData", Parts.oneOf(Ternary.self)),
        ("sensitiveAttributes", Parts.texts),
      ],
      optional: texts("name", "id", "version", "split", "config", "hash")
        + [("count", Parts.integer)]
    )
  }

  static var party: JSONValue {
    record(
      [("role", Parts.oneOf(Party.Role.self))],
      optional: texts("name", "organization", "contact")
    )
  }

  static var statement: JSONValue {
    record(
      [
        ("topic", Parts.oneOf(Topic.self)),
        ("text", Parts.text),
        ("state", Parts.oneOf(Statement.State.self)),
        ("items", Parts.texts),
      ],
      optional: texts("question")
    )
  }

  static var risk: JSONValue {
    record(
      texts("name"),
      optional: texts(
        "category",
        "affectedGroup",
        "description",
        "severity",
        "likelihood",
        "level",
        "residualSeverity",
        "residualLikelihood",
        "residualLevel",
        "scale",
        "mitigation",
        "status"
      )
    )
  }

  static var control: JSONValue {
    record(
      texts("title"),
      optional: texts("id", "description", "status", "responsible") + dates("due")
    )
  }

  static var approval: JSONValue {
    record(
      [("decision", Parts.oneOf(Approval.Decision.self))],
      optional: texts("party", "role", "conditions", "evidence") + dates("date")
    )
  }

  static var issue: JSONValue {
    record(texts("code", "message") + [("severity", Parts.oneOf(Issue.Severity.self))])
  }
}
