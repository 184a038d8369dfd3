// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The labels of facts about the document itself, in lower-case words.
enum HeaderLabels {
  static let status = Phrases(
    en: "status|document status|approval status|state|overall status",
    de: "gesamtstatus|dokumentenstatus|dokumentstatus|freigabestatus|bearbeitungsstand",
    fr: "statut|statut global|statut du document|état du document",
    es: "estado general|estado del documento|estado de aprobación",
    pt: "situação do documento|status do documento|estado do documento",
    it: "stato complessivo|stato del documento|stato di approvazione",
    nl: "documentstatus|status van het document",
    pl: "status dokumentu|stan dokumentu",
    sv: "dokumentstatus|dokumentets status",
    ja: "状態|ステータス|承認状況",
    zh: "状态|文件状态|审批状态"
  ).folded
  static let language: Set<String> = ["language of this document", "document language"]
  static let created = Phrases(
    en:
      "date|created|creation date|date of assessment|assessment date|model date|date completed|published|publication date|date created|date of draft|draft date|drafted|document date|date of completion|completion date|completed on|dpia date|date of dpia|date of this dpia|issue date|date issued",
    de: "datum|erstellungsdatum|erstellt am|datum der bewertung|datum der dsfa|durchgeführt am",
    fr:
      "date de réalisation|date de création|créé le|date d'élaboration|date de l'analyse|date de l'évaluation|établi le|réalisé le|date du document",
    es:
      "fecha|fecha de elaboración|fecha de realización|fecha de creación|fecha de la evaluación|fecha del documento",
    pt:
      "data de elaboração|data da elaboração|data do relatório|data de criação|data da avaliação|data do documento|elaborado em",
    it:
      "data di redazione|data di compilazione|data di creazione|data della valutazione|data del documento|redatto il",
    nl: "datum opgesteld|opgesteld op|opsteldatum|datum van opstelling|datum dpia",
    pl: "data sporządzenia|data utworzenia|data opracowania|data oceny|data dokumentu|sporządzono",
    sv: "upprättad|upprättat|upprättandedatum|datum för bedömningen|skapad",
    ja: "日付|作成日|作成年月日|実施日|評価日",
    zh: "日期|编制日期|创建日期|评估日期|完成日期",
    others: "oprettet|dato"
  ).folded
  /// Labels of the date that are those of other facts too: only before a day they are of the date.
  static let createdBeforeDay: Set<String> = ["data", "stand", "erstellt", "fait le"]
  static let modified = Phrases(
    en:
      "last updated|updated|last modified|modified|last reviewed|last revised|last update|date updated|last review",
    de: "letzte änderung|letzte aktualisierung|zuletzt geändert|zuletzt aktualisiert|geändert am",
    fr: "dernière mise à jour|mis à jour le|mise à jour le|date de mise à jour|dernière révision",
    es:
      "última actualización|fecha de actualización|última modificación|última revisión|actualizado",
    pt: "última atualização|data de atualização|atualizado em|última revisão|última modificação",
    it: "ultimo aggiornamento|data di aggiornamento|aggiornato il|ultima modifica|ultima revisione",
    nl: "laatst bijgewerkt|laatst gewijzigd|bijgewerkt op|laatste wijziging|gewijzigd op",
    pl: "ostatnia aktualizacja|data aktualizacji|zaktualizowano|ostatnia zmiana",
    sv: "senast uppdaterad|senast ändrad|senast reviderad|uppdaterad",
    ja: "更新日|最終更新日|最終更新|改訂日",
    zh: "更新日期|最后更新|修订日期|最近更新",
    others: "senest opdateret"
  ).folded
  static let review = Phrases(
    en:
      "next review|next review trigger|review date|next review date|review due|review by|review cadence|review frequency|review schedule|review cycle|scheduled review|next scheduled review|next review due|date of next review|review triggers|review trigger|this dpia will be kept under review by",
    de:
      "nächste überprüfung|nächste überprüfung am|nächster review|review zyklus|überprüfungszyklus|überprüfungsdatum|überprüfung bis",
    fr:
      "prochaine révision|prochain réexamen|date de révision|date du prochain réexamen|fréquence de révision|prochaine revue",
    es:
      "próxima revisión|fecha de la próxima revisión|periodicidad de la revisión|fecha de revisión",
    pt: "próxima revisão|data da próxima revisão|periodicidade da revisão|data de revisão",
    it: "prossima revisione|prossimo riesame|data della prossima revisione|data di riesame",
    nl: "volgende herziening|volgende evaluatie|volgende toetsing|herzieningsdatum",
    pl: "następny przegląd|data następnego przeglądu|kolejny przegląd|termin przeglądu",
    sv: "nästa översyn|nästa granskning|nästa uppföljning|datum för nästa översyn",
    ja: "次回見直し|次回見直し日|次回レビュー|次回見直し予定",
    zh: "下次审查|下次复审|下次复审日期|下次评审"
  ).folded

  /// The labels of people and teams, with what they do.
  static let roles: [String: Party.Role] = translatedRoles.merging(englishRoles) { _, own in own }

  private static let englishRoles: [String: Party.Role] = [
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
    "redatto da": .author, "erstellt von": .author, "verfasser": .author, "verfasserin": .author,
    "rédigé par": .author, "établi par": .author, "auteur": .author, "opgesteld door": .author,
    "autor": .author, "autora": .author, "autore": .author, "sporządził": .author,
    "sporządziła": .author, "opracował": .author, "opracowała": .author, "upprättad av": .author,
    "作成者": .author, "编制人": .author,
    "administrator danych": .owner, "管理者": .owner, "控制者": .owner, "verantwortliche": .owner,
    "responsable de traitement": .owner, "délégué à la protection des données": .dpo,
    "responsabile della protezione dei dati": .dpo, "inspektor ochrony danych": .dpo, "iod": .dpo,
    "encarregado de proteção de dados": .dpo, "データ保護責任者": .dpo, "数据保护官": .dpo, "fg": .dpo,
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

  /// Whether a label is one of the document itself, of the people behind it or of its review.
  static func isHeader(_ label: String) -> Bool {
    all.contains(label) || createdBeforeDay.contains(label) || review.contains(label)
      || roles[label] != nil
  }

  /// Every label with a meaning of its own; the rest may name a topic.
  static let all: Set<String> =
    status.union(version).union(language).union(created).union(modified).union(license)
    .union(model).union(dataset).union(modelDigest).union(repository)
}
