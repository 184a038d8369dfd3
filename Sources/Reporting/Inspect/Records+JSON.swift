// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

extension ModelRecord {
  var json: JSONValue {
    .object(present: [
      ("name", .text(name)),
      ("version", .text(version)),
      ("versionDate", versionDate?.json),
      ("type", .text(type)),
      ("task", .text(task)),
      ("licenses", .strings(licenses)),
      ("baseModels", .strings(baseModels)),
      ("repository", .text(repository)),
      ("sha256", .text(sha256)),
      ("source", source.json),
    ])
  }
}

extension DatasetRecord {
  var json: JSONValue {
    .object(present: [
      ("name", .text(name)),
      ("id", .text(id)),
      ("version", .text(version)),
      ("role", .string(role.rawValue)),
      ("split", .text(split)),
      ("config", .text(config)),
      ("licenses", .strings(licenses)),
      ("personalData", .string(personalData.rawValue)),
      ("sensitiveAttributes", .strings(sensitiveAttributes)),
      ("count", .number(count)),
      ("hash", .text(hash)),
      ("source", source.json),
    ])
  }
}

extension Party {
  var json: JSONValue {
    .object(present: [
      ("role", .string(role.rawValue)),
      ("name", .text(name)),
      ("organization", .text(organization)),
      ("contact", .text(contact)),
      ("source", source.json),
    ])
  }
}

extension Risk {
  var json: JSONValue {
    .object(present: [
      ("name", .string(name)),
      ("category", .text(category)),
      ("affectedGroup", .text(affectedGroup)),
      ("description", .text(description)),
      ("severity", .text(severity)),
      ("likelihood", .text(likelihood)),
      ("level", .text(level)),
      ("residualSeverity", .text(residualSeverity)),
      ("residualLikelihood", .text(residualLikelihood)),
      ("residualLevel", .text(residualLevel)),
      ("scale", .text(scale)),
      ("mitigation", .text(mitigation)),
      ("status", .text(status)),
      ("source", source.json),
    ])
  }
}

extension ControlRecord {
  var json: JSONValue {
    .object(present: [
      ("id", .text(id)),
      ("title", .string(title)),
      ("description", .text(description)),
      ("status", .text(status)),
      ("responsible", .text(responsible)),
      ("due", due?.json),
      ("source", source.json),
    ])
  }
}

extension Approval {
  var json: JSONValue {
    .object(present: [
      ("decision", .string(decision.rawValue)),
      ("party", .text(party)),
      ("role", .text(role)),
      ("date", date?.json),
      ("conditions", .text(conditions)),
      ("evidence", .text(evidence)),
      ("source", source.json),
    ])
  }
}

extension Issue {
  var json: JSONValue {
    [
      "code": .string(code),
      "severity": .string(severity.rawValue),
      "message": .string(message),
      "source": source.json,
    ]
  }
}
