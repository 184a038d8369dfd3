// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// What the keys of a home-made card say of its subject.
struct KeyedFacts {
  private(set) var name: String?
  private(set) var version: String?
  private(set) var type: String?
  private(set) var task: String?
  private(set) var repository: String?
  private(set) var licenses: [String] = []
  private(set) var baseModels: [String] = []
  private(set) var datasets: [DatasetRecord] = []
  private let table: TopicTable
  private let titles: Set<String>

  /// The deepest maps that are looked through for facts.
  private static let deepest = 3
  /// The longest text that is a name, in bytes; a longer one describes.
  private static let longestName = 80

  init(table: TopicTable, titles: Set<String>) {
    (self.table, self.titles) = (table, titles)
  }

  /// Reads a map and the maps in it; of two texts on one fact the first counts.
  mutating func read(_ section: NodeCursor, into artifact: inout Artifact, depth: Int = 0) {
    for (key, value) in section.members where !value.node.isNull {
      let words = FoldedText.words(key)
      addFact(words, value, isAtRoot: depth == 0)
      addDates(words, value, to: &artifact)
      if let role = HeaderLabels.roles[words] {
        addParties(role, value, to: &artifact)
        if table.topics(of: words).isEmpty { continue }
      }
      let topics = depth > 0 && Self.general.contains(words) ? [] : topics(of: words, value)
      for topic in topics {
        let content = KeyedText(value)
        artifact.addStatement(
          topic,
          content.text,
          question: key,
          items: content.items,
          at: value.source
        )
      }
      if value.node.isMap, depth < Self.deepest {
        read(value, into: &artifact, depth: depth + 1)
      }
    }
  }

  /// What a key speaks of; a name is no description.
  private func topics(of words: String, _ value: NodeCursor) -> [Topic] {
    if titles.contains(words), let text = value.text, text.utf8.count <= Self.longestName {
      return []
    }
    return Self.topics[words] ?? table.topics(of: words)
  }

  /// Keys that tell of the subject at the root alone; below it they may be those of anything.
  private static let general: Set<String> = [
    "about", "dataset", "datasets", "description", "model", "provenance", "results", "summary",
    "usage", "use", "uses",
  ]

  private mutating func addFact(_ words: String, _ value: NodeCursor, isAtRoot: Bool) {
    if HeaderLabels.license.contains(words) {
      licenses += value.texts
    } else if Self.bases.contains(words) {
      baseModels += value.texts.filter { $0.lowercased() != "none" }
    } else if let role = Self.datasetRoles[words] {
      addDatasets(role, value)
    }
    guard let text = value.text else { return }
    // Below the root, `name` may be that of anything.
    if titles.contains(words), isAtRoot || words != "name", text.utf8.count <= Self.longestName {
      name = name ?? text
    } else if HeaderLabels.version.contains(words) {
      version = version ?? text
    } else if HeaderLabels.modelType.contains(words) || words == "model algorithm" {
      type = type ?? text
    } else if words == "task" {
      task = task ?? text
    } else if HeaderLabels.repository.contains(words) {
      repository = repository ?? text
    }
  }

  private mutating func addDatasets(_ role: DatasetRecord.Role, _ value: NodeCursor) {
    for element in value.oneOrMore {
      guard let name = element.text ?? element["name"]?.text, name.utf8.count <= Self.longestName
      else { continue }
      datasets.append(DatasetRecord(name: name, role: role, source: element.source))
    }
  }

  private func addDates(_ words: String, _ value: NodeCursor, to artifact: inout Artifact) {
    if artifact.created == nil, HeaderLabels.created.contains(words) || Self.made.contains(words) {
      artifact.created = artifact.statedDate(value)
    } else if artifact.modified == nil, HeaderLabels.modified.contains(words) {
      artifact.modified = artifact.statedDate(value)
    }
  }

  private func addParties(_ role: Party.Role, _ value: NodeCursor, to artifact: inout Artifact) {
    for element in value.oneOrMore {
      let parts = [element.text, element["name"]?.text, element["email"]?.text]
      let text = parts.compactMap { $0 }.joined(separator: " ")
      guard let party = PartyReading.party(role, text, at: element.source) else { continue }
      artifact.addParty(party)
    }
  }

  private static let bases: Set<String> = ["base model", "base models", "foundational model"]
  private static let made: Set<String> = [
    "created at", "created utc", "created date", "date trained", "training date", "trained at",
    "trained on", "generated at", "eval date", "evaluation date", "release date",
  ]
  /// Keys that name datasets.
  private static let datasetRoles: [String: DatasetRecord.Role] = [
    "dataset": .unknown, "dataset name": .unknown, "datasets": .unknown,
    "training data": .training, "training dataset": .training, "train data": .training,
    "source dataset": .training, "dataset source": .training, "data source": .training,
    "test data": .evaluation, "test dataset": .evaluation, "evaluation data": .evaluation,
    "evaluation dataset": .evaluation, "eval dataset": .evaluation,
  ]
  /// Keys that no heading of a card is like.
  private static let topics: [String: [Topic]] = [
    "data source": [.trainingData], "dataset source": [.trainingData],
    "source dataset": [.trainingData], "short description": [.modelDescription],
    "full description": [.modelDescription], "fairness audit": [.fairness],
    "privacy measures": [.personalData], "risks and limitations": [.limitations],
  ]
}

/// The text of a value of any shape.
struct KeyedText {
  let text: String
  /// The elements of a list.
  let items: [String]

  /// Lists and maps become lines; the deepest ones of hostile depth are left out.
  init(_ cursor: NodeCursor) {
    items = cursor.node.isList ? cursor.elements.map { Self.text($0, depth: 0) } : []
    text = Self.text(cursor, depth: 0)
  }

  private static let deepest = 4

  private static func text(_ cursor: NodeCursor, depth: Int) -> String {
    guard depth <= deepest else { return "" }
    if cursor.node.isList {
      return cursor.elements.map { text($0, depth: depth + 1) }.filter { !$0.isEmpty }
        .joined(separator: depth == 0 ? "\n" : ", ")
    }
    if cursor.node.isMap {
      return cursor.members.compactMap { key, value in
        let text = text(value, depth: depth + 1)
        return text.isEmpty ? nil : "\(key): \(text)"
      }.joined(separator: depth == 0 ? "\n" : "; ")
    }
    return cursor.text ?? ""
  }
}
