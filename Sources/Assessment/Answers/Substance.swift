// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import GateModel
internal import Survey

/// Whether a text that must mean something does; placeholders count as absent.
enum Substance {
  /// Whether a reason says something, which may be where it is written down.
  static func isReason(_ text: String?) -> Bool {
    guard let text, isRemark(text) else { return false }
    let state = StatementState.state(of: text, for: .enumeration)
    return state == .substantive || state == .undecided
  }

  /// Whether a text says why one content of many does not apply.
  ///
  /// `Text only.` may tell that, in words that say nothing elsewhere.
  static func isRemark(_ text: String?) -> Bool {
    text.map { isEvidence($0) && !StatementState.isVoid($0) } ?? false
  }

  /// Whether a text names what something rests on, such as a file or a link.
  static func isEvidence(_ text: String?) -> Bool {
    guard let text else { return false }
    return StatementState.state(of: text) == .substantive && !BlankReason.isWhole(text)
      && !CreedWords.fill(text)
      && text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether an answer says yes, no, or more.
  static func isAnswer(_ text: String?) -> Bool {
    text.map { StatementState.state(of: $0, for: .answer) == .substantive } ?? false
  }

  /// Whether a name may be that of a person or a team.
  static func isName(_ text: String?) -> Bool {
    text.map { PersonName($0) != nil || PersonName.isDepartment($0) } ?? false
  }
}

extension SystemFacts {
  /// Whether an answer that lowers the tier says why and who answers for it, and rests on nothing that
  /// is missing.
  func isJustified(_ fact: Fact) -> Bool {
    guard let answer = answer(fact), missingPaths[fact] == nil else { return false }
    return Substance.isReason(answer.reason) && Substance.isName(answer.owner)
  }

  /// Whether the declaration says that this very fact is open; a whole group that is open, and criteria
  /// that change nothing any more, are asked while they matter for the tier.
  func isMarkedOpen(_ fact: Fact) -> Bool {
    guard leftOpen.contains(fact), !Fact.screening.contains(fact) else { return false }
    let group = FactGroup(rawValue: fact.group ?? fact.rawValue)
    return group.map { !leftOpen.isSuperset(of: $0.members) } ?? true
  }

  /// Whether a yes says why and who answers for it.
  func isJustifiedYes(_ fact: Fact) -> Bool { flag(fact) == .yes && isJustified(fact) }

  /// The answer as text, `unknown` where there is none.
  func text(of fact: Fact) -> String {
    guard let text = answer(fact)?.text else { return "unknown" }
    return text.isEmpty ? "none" : text
  }

  /// The places named by any of the facts; unanswered facts name none.
  func union(_ names: Fact...) -> Set<String> {
    names.reduce(into: []) { $0.formUnion(texts($1) ?? []) }
  }

  /// Whether a list or choice names a word.
  func names(_ word: String, in fact: Fact) -> Bool {
    texts(fact)?.contains(word) ?? (choice(fact) == word)
  }

  /// The uses of Annex III that remain after the carve-outs that are claimed with reason and owner.
  var remainingAreas: [String] {
    let carvedOut = Self.carveOuts.filter { isJustifiedYes($0.fact) }.map(\.area)
    return (texts(.annexIII) ?? []).filter { !carvedOut.contains($0) }
  }

  /// The carve-outs that Annex III itself names, by area.
  static let carveOuts: [(area: String, fact: Fact)] = [
    ("1a", .carveouts1aVerificationOnly), ("5b", .carveouts5bFraudDetection),
    ("7d", .carveouts7dTravelDocuments), ("8b", .carveouts8bLogisticsOnly),
  ]

  /// Whether the role is stated and does not contain another; an absent role is read as provider and
  /// deployer.
  func hasRole(_ role: String) -> Bool {
    roles.contains(role)
  }

  /// What the organisation is for the system; who does not say so is read as both that matter most.
  var roles: [String] {
    guard let roles = texts(.role), !roles.isEmpty else { return ["provider", "deployer"] }
    return roles
  }
}
