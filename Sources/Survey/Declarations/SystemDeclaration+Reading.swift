// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
package import Documents
package import FileShapes
package import GateModel
internal import Texts

extension SystemDeclaration {
  /// Reads a declaration.
  ///
  /// - Returns: The declaration, or nil when it has no usable id, with every problem of the file;
  ///   with problems it must not be used.
  package static func read(
    _ node: Node,
    path: String,
    blob: ObjectID? = nil
  ) -> (value: SystemDeclaration?, problems: [Problem]) {
    var reading = ConfigurationReading(node, shape: shape, path: path, blob: blob)
    let root = reading.root
    reading.rejectDuplicates(root["models"]?.elements ?? []) { $0["name"]?.text }
    let patterns = reading.artifactPatterns()
    let models = (root["models"]?.elements ?? []).compactMap { reading.model($0) }
    guard let idCursor = root["id"], let id = idCursor.text else {
      return (nil, reading.sortedProblems)
    }
    reading.refuseReserved(id, at: idCursor)
    reading.refusePlaceholders()
    reading.refuseNobody()
    let facts = FactReading.facts(of: root)
    reading.checkAnswers(facts)
    var declaration = SystemDeclaration(
      id: id,
      name: root["name"]?.text ?? id,
      description: root["description"]?.text,
      facts: facts,
      artifactPatterns: patterns,
      models: models,
      contacts: contacts(in: root, answered: facts.answered),
      approvals: Decisions((root["approvals"]?.elements ?? []).compactMap(RecordReading.approval))
        .settled,
      source: root.wholeFile
    )
    declaration.takesModelsFromCards = root["models"]?.says(Self.modelsFromCards) == true
    declaration.noModels = root["models"].flatMap(Self.noModels)
    declaration.groupTerms = reading.groupTerms()
    declaration.uncollectedAttributes = reading.uncollectedAttributes()
    declaration.hasMistakes = !reading.problems.isEmpty
    declaration.coverage = DeclaredCoverage.entries(of: root, in: reading.folder)
    declaration.attestations = Attestation.entries(of: root)
    return (declaration, reading.sortedProblems)
  }

  /// The declared contacts; where none of them is an owner, the short forms `owner` and `answered` name
  /// one.
  private static func contacts(in root: NodeCursor, answered: AnswerStatement?) -> [Party] {
    let contacts = (root["contacts"]?.elements ?? []).compactMap(RecordReading.party)
    guard !contacts.contains(where: { $0.role == .owner }) else { return contacts }
    if let cursor = root["owner"], let text = cursor.text {
      return contacts + [owner(text, at: cursor)]
    }
    guard let answered else { return contacts }
    return contacts + [
      Party(
        role: .owner,
        name: answered.owner,
        contact: answered.email,
        source: answered.source
      )
    ]
  }

  /// `a@firm.example`, or `A. Person <a@firm.example>`.
  private static func owner(_ text: String, at cursor: NodeCursor) -> Party {
    let parts = text.split(whereSeparator: { "<>".contains($0) }).map { String($0).trimmed }
    let address = parts.last.flatMap { $0.contains("@") ? $0 : nil }
    return Party(
      role: .owner,
      name: parts.first ?? text,
      contact: address,
      source: cursor.source
    )
  }

  /// That a system has no model, in the short form or in the long one.
  private static func noModels(_ cursor: NodeCursor) -> FactAnswer? {
    let word = cursor.node.isMap ? cursor["value"] : cursor
    guard let word, word.says("none") || (word.node.isList && word.elements.isEmpty) else {
      return nil
    }
    let long = cursor.node.isMap ? cursor : nil
    return FactAnswer(
      value: .texts([]),
      reason: long?["reason"]?.text,
      owner: long?["owner"]?.text,
      evidence: long?["evidence"]?.text,
      source: cursor.source
    )
  }

  /// The word that takes the models of a system from its cards.
  package static let modelsFromCards = "from_cards"

  /// The problem of each declaration whose id an earlier one has, naming both places.
  package static func duplicates(among declarations: [SystemDeclaration]) -> [Problem] {
    var first: [String: SystemDeclaration] = [:]
    return declarations.compactMap { declaration in
      guard let earlier = first[declaration.id] else {
        first[declaration.id] = declaration
        return nil
      }
      return Problem(
        code: "duplicate",
        message: "the system id '\(declaration.id)' is already declared in \(earlier.source.path)",
        help: "give each system of the repository its own id",
        source: declaration.source
      )
    }
  }

  /// The keys of `artifacts` with the kind that each stands for.
  package static let artifactKeys: [(key: String, kind: ArtifactKind)] = [
    ("model_cards", .modelCard), ("datasheets", .datasheet), ("evaluations", .evaluation),
    ("dpias", .dpia), ("frias", .fria),
  ]

  /// What a declaration may say.
  package static let shape = Shape.map(
    [
      .required("version", .version(1), "the version of this file format"),
      .required("id", .identifier, "the id of the system, unique in the repository"),
      .required("name", .text, "the name of the system"),
      Field("description", .text, "what the system does, for whom, and with what effect"),
      Field("answered", answeredShape, "who answers for the groups, and the day of the answers"),
    ] + factFields + DeclaredGroupTerms.fields + [
      Field(
        "uncollected_attributes",
        UncollectedAttribute.shape,
        "protected attributes that nobody asks people for, with the reason, or a proxy and its error"
      ),
      Field(
        "artifacts",
        .map(
          artifactKeys.map { Field($0.key, .oneOrMore(.text), "paths or globs, from this file") }
            + [Field("records", recordsShape, "further governance documents by what they document")]
        ),
        "the files that belong to the system; without this key, those in this folder and below"
      ),
      Field(
        "models",
        modelsShape,
        "the models of the system; from_cards for those of its model cards; none with a reason"
      ),
      Field("owner", .text, "the address of the owner, the short form of a contact"),
      Field("contacts", .list(RecordReading.partyShape), "the people and teams in charge"),
      Field("approvals", .list(RecordReading.approvalShape), "the decisions about the system"),
      Field("coverage", DeclaredCoverage.shape, "where contents that the law lists stand"),
      Field("attestations", Attestation.shape, "answers that somebody gives with their name"),
    ]
  )

  private static let recordsShape = Shape.map(
    RecordKind.allCases.map {
      Field($0.rawValue, .oneOrMore(.text), "paths or globs, from this file")
    }
  )

  /// The facts in the order of the questionnaire, those of one group as a map.
  private static var factFields: [Field] {
    let grouped = Fact.allCases.map { (fact: $0, group: $0.group) }
    let members = Dictionary(grouping: grouped) { $0.group ?? "" }
    var fields: [Field] = []
    var groups: Set<String> = []
    for (fact, group) in grouped {
      guard let group else {
        fields.append(fact.field)
        continue
      }
      guard groups.insert(group).inserted else { continue }
      let shape = shape(ofGroup: group, (members[group] ?? []).map(\.fact.field))
      fields.append(Field(group, shape, "facts of the group '\(group)'"))
    }
    return fields
  }

  private static func shape(ofGroup group: String, _ members: [Field]) -> Shape {
    if group == "wp248" {
      return .anyOf([Fact.criteriaShape, .map(members)])
    }
    guard FactGroup(rawValue: group) != nil else { return .map(members) }
    let rest = Field("value", .nothing, "none: nothing else of the group holds")
    return .either(.either(.open, .nothing), .map([rest] + members))
  }

  private static let answeredShape = Shape.map([
    .required("on", .date, "the day on which the law was looked at"),
    .required("owner", .text, "who answers"),
    Field("email", .text, "how to reach them"),
  ])

  private static let modelsShape = Shape.anyOf([
    .open, .choice([modelsFromCards, "none"]), .list(modelShape), .longForm(of: .nothing),
  ])

  private static let modelShape = Shape.map([
    .required("name", .text, "the name of the model"),
    Field("version", .text, "the version of the model"),
    Field("weights", .text, "the path of the weights, from this file"),
    Field("sha256", .digest, "the SHA-256 of the weights"),
  ])
}

extension NodeCursor {
  /// The file as a whole, which comments above the root are part of.
  fileprivate var wholeFile: SourceReference {
    var source = source
    source.position = .start
    return source
  }
}

extension Fact {
  fileprivate var field: Field {
    let definition = definition
    return Field(key, shape, "\(definition.summary) (\(definition.article))")
  }
}

extension ConfigurationReading {
  fileprivate mutating func refuseReserved(_ id: String, at cursor: NodeCursor) {
    guard id == SystemDeclaration.undeclaredID else { return }
    add(
      "reserved-id",
      "'\(id)' is the id of the artifacts that no declaration claims",
      help: "give the system another id",
      at: cursor
    )
  }

  /// Names and texts that are still to be written; answers that are open have a form of their own.
  fileprivate mutating func refusePlaceholders() {
    let listed = [
      ("models", ["name", "version"]), ("contacts", ["role", "name"]),
      ("approvals", ["conditions"]),
    ]
    var texts = [root["name"], root["description"]]
    for (list, keys) in listed {
      for element in root[list]?.elements ?? [] { texts += keys.map { element[$0] } }
    }
    for cursor in texts.compactMap(\.self) {
      guard let text = cursor.text,
        Self.isPlaceholder(text) || UnansweredWords.fillName(text) || UnansweredWords.isCross(text)
      else { continue }
      add(
        "placeholder",
        "'\(Excerpt.line(text))' is still to be written",
        help: "write it, or leave the key out",
        at: cursor
      )
    }
  }

  /// Contacts in whose name nobody is named, and those whom no address reaches.
  fileprivate mutating func refuseNobody() {
    for cursor in (root["contacts"]?.elements ?? []).compactMap({ $0["email"] }) {
      guard let text = cursor.text, !StatementState.isAddress(text) else { continue }
      add(
        "no-address",
        "'\(Excerpt.line(text))' is no address",
        help: "write the mail address of a person or a team",
        at: cursor
      )
    }
    let models = (root["models"]?.elements ?? []).map { $0["name"] }
    let judged = ([root["id"]] + models).compactMap { $0?.text?.lowercased() }
    for cursor in (root["contacts"]?.elements ?? []).compactMap({ $0["name"] }) {
      let isJudged = judged.contains { $0 == cursor.text?.lowercased() }
      guard let text = cursor.text, !Self.isPlaceholder(text),
        isJudged || PartyName.namesNobody(text)
      else { continue }
      add(
        "names-nobody",
        "'\(Excerpt.line(text))' names nobody",
        help: "name the person or the team",
        at: cursor
      )
    }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    StatementState.isToCome(text) || StatementState.isVoid(text)
  }

  fileprivate mutating func artifactPatterns() -> [ArtifactPattern]? {
    guard let artifacts = root["artifacts"] else { return nil }
    var patterns: [ArtifactPattern] = []
    for (key, kind) in SystemDeclaration.artifactKeys {
      for cursor in artifacts[key]?.oneOrMore ?? [] {
        guard let pattern = pattern(cursor, in: folder) else { continue }
        patterns.append(ArtifactPattern(kind: kind, pattern: pattern, source: cursor.source))
      }
    }
    for recordKind in RecordKind.allCases {
      for cursor in artifacts["records"]?[recordKind.rawValue]?.oneOrMore ?? [] {
        guard let pattern = pattern(cursor, in: folder) else { continue }
        patterns.append(
          ArtifactPattern(
            kind: .record,
            recordKind: recordKind,
            pattern: pattern,
            source: cursor.source
          )
        )
      }
    }
    return patterns
  }

  fileprivate mutating func model(_ cursor: NodeCursor) -> DeclaredModel? {
    guard let name = cursor["name"]?.text else { return nil }
    var weights: String?
    if let stated = cursor["weights"], let text = stated.text {
      weights = TreePath.resolve(text, in: folder)
      if weights == nil {
        add(
          "bad-path",
          "'\(Excerpt.line(text))' leads out of the tree",
          help: "write a path inside the repository",
          at: stated
        )
      }
    }
    return DeclaredModel(
      name: name,
      version: cursor["version"]?.text,
      weights: weights,
      sha256: cursor["sha256"]?.digestText,
      source: cursor.source
    )
  }
}
