// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

extension ArtifactFormat {
  /// Croissant: dataset metadata in JSON-LD, with the responsible-AI vocabulary.
  static let croissant = ArtifactFormat(
    name: "croissant",
    summary: "Croissant dataset metadata with RAI terms (JSON-LD 0.8, 1.0 and 1.1)",
    fileNames: ["**/*croissant*.{json,jsonld}", "**/*.jsonld", "**/metadata.json"],
    detect: Croissant.detect,
    read: { file, kind in
      guard let root = file.rootMap else { return [] }
      var artifact = file.artifact(kind, format: "croissant")
      Croissant(root: root).fill(&artifact)
      return [artifact]
    }
  )
}

/// Reads Croissant metadata, after the Croissant specification 1.1 and Croissant RAI 1.0.
///
/// A description is no statement of an intended use, and a limitation none of an out-of-scope use:
/// only `rai:dataUseCases` and `rai:dataLimitations` themselves are read as such.
struct Croissant {
  private let root: NodeCursor
  private let context: CroissantContext
  private let terms: [String: NodeCursor]

  init(root: NodeCursor) {
    self.root = root
    context = CroissantContext(root["@context"])
    terms = context.terms(of: root)
  }

  static func detect(_ file: ParsedFile) -> Detection {
    guard let root = file.rootMap else { return .no(reason: "it is no JSON map") }
    // Most maps say nothing of their type, and may have many keys to resolve.
    let types = root["@type"]?.texts ?? []
    let metadata = types.isEmpty ? nil : Croissant(root: root)
    guard let metadata, types.contains(where: { metadata.context.term($0) == "schema:dataset" })
    else { return .no(reason: "its '@type' is not that of a dataset") }
    let addresses = metadata.terms["dct:conformsto"]?.oneOrMore.compactMap(Self.text) ?? []
    let isStated = addresses.contains { $0.contains("mlcommons.org/croissant") }
    guard isStated || metadata.context.namesCroissant else {
      return .no(reason: "neither 'conformsTo' nor '@context' names Croissant")
    }
    return .yes(
      kind: .datasheet,
      reason: isStated ? "'conformsTo' names Croissant" : "'@context' names Croissant",
      confidence: .certain
    )
  }

  func fill(_ artifact: inout Artifact) {
    artifact.title = text("schema:name", &artifact)
    artifact.language = text("schema:inlanguage", &artifact)
    artifact.created = date(["schema:datepublished", "schema:datecreated"], &artifact)
    artifact.modified = date(["schema:datemodified"], &artifact)
    addVersion(to: &artifact)
    artifact.datasets = [dataset(&artifact)] + sources(&artifact)
    artifact.datasets += CroissantSplits(context).records(of: terms, name: artifact.title)
    addParties(to: &artifact)
    for (names, topic) in Self.topics {
      for name in names {
        // RAI terms are also met without their prefix.
        for term in name.hasPrefix("rai:") ? [name, "schema:" + name.dropFirst(4)] : [name] {
          addStatement(topic, terms[term], &artifact)
        }
      }
    }
  }

  private static let topics: [(terms: [String], topic: Topic)] = [
    (["schema:description"], .dataComposition),
    (["rai:datausecases", "rai:usecases"], .intendedUse),
    (
      [
        "rai:datacollection", "rai:datacollectiontype", "rai:datacollectionmissingdata",
        "rai:datacollectionrawdata", "rai:datacollectiontimeframe",
      ], .dataCollection
    ),
    (
      [
        "rai:dataimputationprotocol", "rai:datapreprocessingprotocol",
        "rai:datamanipulationprotocol",
      ], .dataPreprocessing
    ),
    (
      [
        "rai:dataannotationprotocol", "rai:dataannotationplatform", "rai:annotationplatform",
        "rai:dataannotationanalysis", "rai:annotationsperitem", "rai:machineannotationtools",
      ], .dataAnnotation
    ),
    (["rai:annotatordemographics"], .dataAnnotators),
    (["rai:datareleasemaintenanceplan", "rai:datareleasemaintenance"], .dataMaintenance),
    (["rai:personalsensitiveinformation"], .personalData),
    (["rai:datasocialimpact"], .ethics),
    (["rai:databiases"], .bias),
    (["rai:datalimitations"], .limitations),
    (["schema:usageinfo"], .dataDistribution),
  ]
}

extension Croissant {
  /// The text of a value: a scalar, `{"@value": …}`, a language map, or something named.
  private static func text(_ cursor: NodeCursor) -> String? {
    if !cursor.node.isMap { return cursor.text }
    for key in ["@value", "name", "@id", "url"] {
      if let value = cursor[key], let text = text(value) { return text }
    }
    return CroissantLanguages.text(of: cursor)
  }

  /// One text; of several in different languages the English one.
  private func text(_ term: String, _ artifact: inout Artifact) -> String? {
    let elements = terms[term]?.oneOrMore ?? []
    if let chosen = CroissantLanguages.chosen(of: elements) { return Self.text(chosen) }
    return texts(terms[term], &artifact).first
  }

  private func texts(_ cursor: NodeCursor?, _ artifact: inout Artifact) -> [String] {
    (cursor?.oneOrMore ?? []).compactMap { element in
      if let text = Self.text(element) { return text }
      if element.node.isList || element.node.isMap {
        artifact.addUnexpected(element, expected: "a text")
      }
      return nil
    }
  }

  private func addStatement(_ topic: Topic, _ cursor: NodeCursor?, _ artifact: inout Artifact) {
    guard let cursor else { return }
    let texts = texts(cursor, &artifact)
    artifact.addStatement(
      topic,
      texts.joined(separator: "\n"),
      question: cursor.pointer.split(separator: "/").last.map(String.init),
      items: cursor.node.isList ? texts : [],
      at: cursor.source
    )
  }

  private func date(_ names: [String], _ artifact: inout Artifact) -> StatedDate? {
    guard let cursor = names.lazy.compactMap({ terms[$0] }).first else { return nil }
    return texts(cursor, &artifact).first.map { artifact.statedDate($0, at: cursor.source) }
  }

  /// The version that `conformsTo` ends with.
  private func addVersion(to artifact: inout Artifact) {
    guard let cursor = terms["dct:conformsto"] else { return }
    let addresses = texts(cursor, &artifact).filter {
      $0.contains("mlcommons.org/croissant/") && !$0.lowercased().contains("/rai/")
    }
    guard let version = addresses.first?.split(separator: "/").last.map(String.init) else { return }
    artifact.formatVersion = version
    if !["0.8", "1.0", "1.1"].contains(version) {
      artifact.addUnknownVersion(cursor, known: "Croissant 0.8, 1.0 and 1.1")
    }
  }

  private func dataset(_ artifact: inout Artifact) -> DatasetRecord {
    var dataset = DatasetRecord(
      name: text("schema:name", &artifact),
      id: text("schema:identifier", &artifact) ?? text("schema:url", &artifact),
      version: text("schema:version", &artifact),
      licenses: texts(terms["schema:license"], &artifact),
      source: root.source
    )
    let files = (terms["schema:distribution"] ?? terms["cr:distribution"])?.oneOrMore ?? []
    let hashes = files.compactMap { context.terms(of: $0) }
      .compactMap { $0["schema:sha256"] ?? $0["cr:sha256"] }
    // One file is the dataset; of several, none is.
    if hashes.count == 1 { dataset.hash = artifact.text(hashes[0]).flatMap(Self.digest) }
    addPersonalData(to: &dataset, &artifact)
    return dataset
  }

  /// A SHA-256 in lower case; some files hold a word or an address in its place.
  private static func digest(_ text: String) -> String? {
    text.utf8.count == 64 && text.allSatisfy(\.isHexDigit) ? text.lowercased() : nil
  }

  /// A list of short names is one of attributes; a sentence is left to its reader.
  private func addPersonalData(to dataset: inout DatasetRecord, _ artifact: inout Artifact) {
    let cursor =
      terms["rai:personalsensitiveinformation"] ?? terms["schema:personalsensitiveinformation"]
    let texts = texts(cursor, &artifact)
    let words = texts.map { FoldedText.words($0) }
    if !words.isEmpty, words.allSatisfy(["none", "no", "no personal data"].contains) {
      dataset.personalData = .no
    } else if cursor?.node.list != nil, !texts.isEmpty,
      words.allSatisfy({ !$0.isEmpty && $0.split(separator: " ").count <= 3 })
    {
      dataset.personalData = .yes
      dataset.sensitiveAttributes = texts
    }
  }

  private func sources(_ artifact: inout Artifact) -> [DatasetRecord] {
    (terms["prov:wasderivedfrom"]?.oneOrMore ?? []).compactMap { cursor in
      Self.text(cursor).map { name in
        DatasetRecord(name: name, role: .source, source: cursor.source)
      }
    }
  }

  private func addParties(to artifact: inout Artifact) {
    let roles: [(term: String, role: Party.Role)] = [
      ("schema:creator", .author), ("schema:author", .author), ("schema:publisher", .provider),
      ("schema:maintainer", .contact),
    ]
    for (term, role) in roles {
      for cursor in terms[term]?.oneOrMore ?? [] {
        let fields = cursor.node.isMap ? context.terms(of: cursor) : [:]
        let name = fields["schema:name"].flatMap(Self.text) ?? Self.text(cursor)
        guard let name else { continue }
        artifact.parties.append(
          Party(
            role: role,
            name: name,
            contact: (fields["schema:email"] ?? fields["schema:url"]).flatMap(Self.text),
            source: cursor.source
          )
        )
      }
    }
  }
}
