// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Documents
package import FileShapes
internal import GateModel

/// Reads the answers of a declaration whose shape has been checked.
package struct FactReading {
  package let root: NodeCursor
  private var found = SystemFacts()

  /// Creates a reading of the root of a declaration.
  package init(root: NodeCursor) {
    self.root = root
  }

  /// The answers; an ill-typed one is left out, for the check of the shape has reported it.
  package static func facts(of root: NodeCursor) -> SystemFacts {
    var reading = FactReading(root: root)
    for fact in Fact.allCases { reading.read(fact) }
    reading.readGroups()
    reading.readCriteria()
    return reading.found
  }

  private mutating func read(_ fact: Fact) {
    let map = fact.group.map { root[$0] } ?? root
    // A date may be null on purpose, so null is told from missing here.
    guard let map, map.node[fact.key] != nil else { return }
    guard let cursor = map[fact.key] else {
      return found.set(explicitNull(of: fact, in: map), for: fact)
    }
    let isGrouped = fact.definition.type == .attributes && cursor["value"] == nil
    let isLong = cursor.node.isMap && fact.justificationKeys == nil && !isGrouped
    guard let held = isLong ? cursor["value"] : cursor else { return }
    if held.isOpen { found.leftOpen.insert(fact) }
    guard let value = fact.value(of: held) else { return }
    // Whoever has a system is something for it.
    if fact == .role, value == .texts([]) {
      found.leftOpen.insert(fact)
      return
    }
    let (reason, owner) =
      fact.justificationKeys.map { (map[$0]?.text, map[$1]?.text) } ?? (nil, nil)
    var answer = FactAnswer(
      value: value,
      reason: isLong ? cursor["reason"]?.text : reason,
      owner: isLong ? cursor["owner"]?.text : owner,
      evidence: isLong ? cursor["evidence"]?.text : nil,
      source: cursor.source
    )
    if fact.definition.type == .attributes, held.node.isMap {
      answer.groups = held.groupedTexts
    }
    found.set(answer, for: fact)
  }

  private func explicitNull(of fact: Fact, in map: NodeCursor) -> FactAnswer? {
    guard fact.definition.type == .date else { return nil }
    return FactAnswer(value: .date(nil), source: map.source)
  }

  /// The word `none` for a whole group; for Annex III the empty list is an answer of its own.
  private mutating func readGroups() {
    for group in FactGroup.allCases {
      guard let cursor = root[group.rawValue] else { continue }
      let word = group == .annexIII ? cursor : (cursor["value"] ?? cursor)
      if word.says("none") || (group != .annexIII && word.node.isList) {
        found.groupWords[group] = word.source
        if word.node.isList { found.emptyLists.insert(group) }
      } else if cursor.isOpen {
        found.leftOpen.formUnion(group.members)
      }
    }
    if let answered = root["answered"], let owner = answered["owner"]?.text,
      let day = answered["on"]?.text.flatMap({ CalendarDate(dayOf: $0) })
    {
      found.answered = AnswerStatement(
        day: day,
        owner: owner,
        email: answered["email"]?.text,
        source: answered.source
      )
    }
  }

  /// The criteria of WP 248 as a list of those that are met.
  private mutating func readCriteria() {
    let places = [root["wp248"], root["personal_data"]?["wp248"]]
    guard let list = places.lazy.compactMap(\.self).first(where: { $0.node.isList }) else { return }
    found.listsCriteria = true
    for fact in Fact.screening where list.elements.contains(where: { $0.says(fact.key) }) {
      found.set(FactAnswer(value: .flag(true), source: list.source), for: fact)
    }
  }
}

extension Fact {
  /// The nine criteria of WP 248 rev.01.
  package static let screening: [Fact] = [
    .wp248W1, .wp248W2, .wp248W3, .wp248W4, .wp248W5, .wp248W6, .wp248W7, .wp248W8, .wp248W9,
  ]

  /// The neighbouring keys that justify the fact, where the format gives it some: then the long
  /// form is not accepted, because there is one way only.
  package var justificationKeys: (reason: String, owner: String)? {
    switch self {
    case .exclusion: ("rationale", "owner")
    case .art63Claimed: ("reason", "owner")
    default: nil
    }
  }

  /// What the answer looks like in the file.
  package var shape: Shape {
    switch self {
    case .personalData:
      .either(.either(.open, .ternary), .map(Self.longPersonalData))
    case .annexIII: .either(.either(.open, .choice(["none"])), .justified(plainShape))
    default: justificationKeys == nil ? .justified(plainShape) : plainShape
    }
  }

  /// The long form with the criteria of WP 248 that are met.
  private static let longPersonalData: [Field] = [
    .required("value", .either(.open, .ternary), "the answer"),
    Field("reason", .text, "why it is so"),
    Field("owner", .text, "who answers for it"),
    Field("evidence", .text, "what it rests on, such as a path or link"),
    Field("wp248", criteriaShape, "the criteria of WP 248 rev.01 that are met; [] for none"),
  ]

  /// The criteria of WP 248 as a list of those that are met.
  package static let criteriaShape = Shape.list(.choice(screening.map(\.key)))

  private var plainShape: Shape { .either(.open, valueShape) }

  private var valueShape: Shape {
    let definition = definition
    switch definition.type {
    case .flag: return .ternary
    case .choice: return .choice(definition.members)
    case .choices: return .oneOrMore(.choice(definition.members))
    case .text, .path: return .text
    case .texts, .places: return .oneOrMore(.text)
    case .attributes: return .grouped(.text)
    case .number: return .number
    case .date: return .date
    case .listOfLists: return .list(.list(.text))
    }
  }

  fileprivate func value(of cursor: NodeCursor) -> FactAnswer.Value? {
    guard !cursor.isOpen, ShapeCheck.problems(of: cursor, against: valueShape).isEmpty else {
      return nil
    }
    switch definition.type {
    case .flag: return cursor.node.bool.map { .flag($0) }
    case .choice:
      return Shape.member(of: definition.members, meantBy: cursor.text).map { .text($0) }
    case .choices:
      return .texts(
        cursor.texts.compactMap { Shape.member(of: definition.members, meantBy: $0) }
      )
    case .text, .path: return cursor.text.map { .text($0) }
    case .texts:
      // A list with a blank in it is not answered.
      return cursor.texts.contains(where: UnansweredWords.fillName) ? nil : .texts(cursor.texts)
    case .attributes:
      return .texts(cursor.node.isMap ? cursor.members.map(\.key) : cursor.texts)
    case .places:
      let places = cursor.texts.compactMap { Place($0)?.code }
      return places.count == cursor.texts.count ? .texts(places) : nil
    case .number: return cursor.node.double.map { .number($0) }
    case .date: return cursor.text.flatMap { CalendarDate(dayOf: $0) }.map { .date($0) }
    case .listOfLists: return .lists(cursor.elements.map(\.texts))
    }
  }
}
