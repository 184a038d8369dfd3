// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import FileShapes
internal import GateModel

/// Reads the answers of a declaration whose shape has been checked.
package struct FactReading {
  package let root: NodeCursor

  /// The answers; an ill-typed one is left out, for the check of the shape has reported it.
  package func facts() -> SystemFacts {
    var answers: [Fact: FactAnswer] = [:]
    for fact in Fact.allCases { answers[fact] = answer(to: fact) }
    return SystemFacts(answers)
  }

  private func answer(to fact: Fact) -> FactAnswer? {
    let map = fact.group.map { root[$0] } ?? root
    // A date may be null on purpose, so null is told from missing here.
    guard let map, map.node[fact.key] != nil else { return nil }
    guard let cursor = map[fact.key] else { return explicitNull(of: fact, in: map) }
    let isLong = cursor.node.isMap && fact.justificationKeys == nil
    guard let held = isLong ? cursor["value"] : cursor, let value = fact.value(of: held) else {
      return nil
    }
    let (reason, owner) =
      fact.justificationKeys.map { (map[$0]?.text, map[$1]?.text) } ?? (nil, nil)
    return FactAnswer(
      value: value,
      reason: isLong ? cursor["reason"]?.text : reason,
      owner: isLong ? cursor["owner"]?.text : owner,
      evidence: isLong ? cursor["evidence"]?.text : nil,
      source: cursor.source
    )
  }

  private func explicitNull(of fact: Fact, in map: NodeCursor) -> FactAnswer? {
    guard fact.definition.type == .date else { return nil }
    return FactAnswer(value: .date(nil), source: map.source)
  }
}

extension Fact {
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
    let plain = plainShape
    return justificationKeys == nil ? .justified(plain) : plain
  }

  private var plainShape: Shape {
    let definition = definition
    switch definition.type {
    case .flag: return .ternary
    case .choice: return .choice(definition.members)
    case .choices: return .oneOrMore(.choice(definition.members))
    case .text: return .text
    case .texts: return .oneOrMore(.text)
    case .number: return .number
    case .date: return .date
    case .listOfLists: return .list(.list(.text))
    }
  }

  fileprivate func value(of cursor: NodeCursor) -> FactAnswer.Value? {
    guard ShapeCheck.problems(of: cursor, against: plainShape).isEmpty else { return nil }
    switch definition.type {
    case .flag: return cursor.node.bool.map { .flag($0) }
    case .choice, .text: return cursor.text.map { .text($0) }
    case .choices, .texts: return .texts(cursor.texts)
    case .number: return cursor.node.double.map { .number($0) }
    case .date: return cursor.text.flatMap { CalendarDate($0) }.map { .date($0) }
    case .listOfLists: return .lists(cursor.elements.map(\.texts))
    }
  }
}
