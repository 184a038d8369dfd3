// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import FileShapes
internal import GateModel
internal import Texts

extension ConfigurationReading {
  /// What no shape can say about the answers of a declaration: places of the closed list, numbers within
  /// their range, and groups that do not say two things.
  package mutating func checkAnswers(_ facts: SystemFacts) {
    for fact in Fact.allCases {
      let map = fact.group.map { root[$0] } ?? root
      guard let stated = map?[fact.key] else { continue }
      let cursor = stated.node.isMap ? stated["value"] ?? stated : stated
      switch fact.definition.type {
      case .places: checkPlaces(cursor)
      case .number: checkRange(cursor)
      case .choices where fact == .annexIII: rejectDuplicates(cursor.elements) { $0.text }
      default: break
      }
    }
    checkGroups(facts)
  }

  private mutating func checkPlaces(_ cursor: NodeCursor) {
    for place in cursor.oneOrMore {
      guard let text = place.text, Place(text) == nil, !["unknown", "?"].contains(text) else {
        continue
      }
      add(
        "unknown-place",
        "'\(Excerpt.line(text))' is no code of a place",
        help: Place.suggestion(for: text).map { "did you mean \($0)?" }
          ?? "write a country as in ISO 3166-1 (CH), a member state as EU-DE, EU, EEA, global, "
          + "a state as US-TX, or US-NY-NYC",
        at: place
      )
    }
  }

  private mutating func checkRange(_ cursor: NodeCursor) {
    guard let number = cursor.node.double, !(number > 0 && number <= Self.largestNumber) else {
      return
    }
    add(
      "out-of-range",
      "'\(Excerpt.line(cursor.text ?? ""))' is no amount that can be",
      help: "write a number above 0",
      at: cursor
    )
  }

  /// Above any amount of compute, days or years: the largest training runs known use less than 10^27
  /// floating-point operations.
  private static var largestNumber: Double { 1e30 }

  /// A group that nothing holds of, and one of its facts that does.
  private mutating func checkGroups(_ facts: SystemFacts) {
    for group in FactGroup.allCases where facts.groupWords[group] != nil {
      for fact in group.members {
        guard let answer = facts.answer(fact), let nothing = fact.nothing ?? nil,
          answer.value != nothing, let cursor = root[group.rawValue]?[fact.key]
        else { continue }
        add(
          "contradiction",
          "'\(group.rawValue)' is none, and '\(fact.rawValue)' is \(Excerpt.line(answer.text))",
          help: "take the word 'none' away, or correct the answer",
          at: cursor
        )
      }
    }
  }
}
