// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The labels of facts about the document itself, in lower-case words.
enum HeaderLabels {
  static let status: Set<String> = ["status", "document status", "approval status", "state"]
  static let version: Set<String> = ["version", "model version", "current version"]
  static let language: Set<String> = ["language of this document", "document language"]
  static let created: Set<String> = [
    "date", "created", "creation date", "date of assessment", "assessment date", "model date",
    "date completed", "published", "publication date", "date created", "date of draft",
    "draft date", "drafted", "document date", "date of completion", "completion date",
    "completed on", "erstellungsdatum", "erstellt am", "datum", "dpia date",
    "fecha", "fecha de elaboración", "data di redazione", "oprettet",
    "date of dpia",
    "date of this dpia", "issue date", "date issued",
  ]
  static let modified: Set<String> = [
    "last updated", "updated", "last modified", "modified", "last reviewed", "last revised",
    "last update", "date updated", "last review", "senest opdateret", "senast uppdaterad",
    "última actualización", "ultimo aggiornamento", "última atualização", "letzte änderung",
    "dernière mise à jour", "laatst bijgewerkt",
  ]
  static let review: Set<String> = [
    "next review", "next review trigger", "review date", "next review date", "review due",
    "review by", "review cadence", "review frequency", "review schedule", "review cycle",
    "scheduled review", "next scheduled review", "next review due", "date of next review",
    "review triggers", "review trigger", "nächste überprüfung", "review zyklus",
    "this dpia will be kept under review by",
  ]
  static let license: Set<String> = [
    "license", "licence", "licenses", "licences", "model license", "model licence", "license type",
    "dataset license", "dataset licence",
  ]
  static let model: Set<String> = ["model", "model name", "model id"]
  static let dataset: Set<String> = ["dataset", "dataset name"]
  static let modelType: Set<String> = ["model type", "architecture", "algorithm"]
  static let modelDigest: Set<String> = [
    "sha256", "sha 256", "weights sha256", "weights sha 256", "artifact sha256", "model sha256",
  ]
  static let repository: Set<String> = ["repository", "repo", "model repository"]

  /// The labels of people and teams, with what they do.
  static let roles: [String: Party.Role] = [
    "owner": .owner, "owners": .owner, "model owner": .owner, "dataset owner": .owner,
    "data owner": .owner, "business owner": .owner, "accountable": .owner,
    "controller": .owner, "data controller": .owner, "verantwortlicher": .owner,
    "verwerkingsverantwoordelijke": .owner, "responsable du traitement": .owner,
    "responsable del tratamiento": .owner, "responsable": .owner,
    "titolare del trattamento": .owner,
    "controlador": .owner, "dataansvarlig": .owner, "personuppgiftsansvarig": .owner,
    "developed by": .developer, "developer": .developer, "developers": .developer,
    "organization developing the model": .developer, "model developer": .developer,
    "organisation developing the model": .developer,
    "person or organization developing model": .developer,
    "team": .developer, "project team": .developer,
    "model developers": .developer, "created by": .developer,
    "contributed by": .developer, "provider": .provider, "provided by": .provider,
    "deployer": .deployer, "deployed by": .deployer,
    "contact": .contact, "contacts": .contact, "contact email": .contact, "email": .contact,
    "point of contact": .contact, "e mail": .contact, "maintainer": .contact,
    "maintained by": .contact, "questions": .contact,
    "author": .author, "authors": .author, "assessor": .author, "prepared by": .author,
    "completed by": .author, "assessed by": .author, "curated by": .author,
    "dataset curators": .author,
    "model card authors": .author, "written by": .author, "author of this draft": .author,
    "dpia author": .author, "conducted by": .author, "carried out by": .author,
    "dpia lead": .author, "document owner": .owner, "dpia owner": .owner,
    "dpo": .dpo, "data protection officer": .dpo, "name of dpo": .dpo,
    "datenschutzbeauftragter": .dpo, "datenschutzbeauftragte": .dpo,
    "functionaris gegevensbescherming": .dpo, "dpd": .dpo, "rpd": .dpo, "encarregado": .dpo,
    "delegado de protección de datos": .dpo, "databeskyttelsesrådgiver": .dpo,
    "dataskyddsombud": .dpo, "udarbejdet af": .author, "elaborado por": .author,
    "redatto da": .author,
    "evaluator": .evaluator, "evaluated by": .evaluator, "reviewer": .evaluator,
    "reviewed by": .evaluator, "validated by": .evaluator, "validator": .evaluator,
    "custodian": .custodian, "data custodian": .custodian,
    "steward": .steward, "data steward": .steward,
  ]

  /// Headings whose section names people or teams.
  static let partyHeadings: [String: Party.Role] = [
    "contact": .contact, "contacts": .contact, "model card contact": .contact,
    "dataset card contact": .contact, "contact details": .contact, "contact information": .contact,
    "contact us": .contact, "model card authors": .author, "dataset card authors": .author,
    "authors": .author, "author": .author, "dataset curators": .author, "curators": .author,
    "owner": .owner, "owners": .owner, "ownership": .owner, "dataset owners": .owner,
    "dataset owner": .owner, "data owner": .owner, "model owner": .owner, "model owners": .owner,
  ]

  /// Headings whose section states a license.
  static let licenseHeadings: Set<String> = [
    "license", "licence", "licensing", "model license", "licensing information",
    "license information", "terms of use and license", "license terms of use",
    "license and terms of use", "licence terms of use",
  ]

  /// Every label with a meaning of its own; the rest may name a topic.
  static let all: Set<String> =
    status.union(version).union(language).union(created).union(modified).union(license)
    .union(model).union(dataset).union(modelDigest).union(repository)
}
