// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// What people decided about a document or a system.
package struct Decisions {
  private let approvals: [Approval]

  /// Creates it from decisions in the order of their text.
  package init(_ approvals: [Approval]) {
    self.approvals = approvals
  }

  /// What they and a stated status amount to: of each role the latest decision counts, one open
  /// refusal refuses, and a status that says otherwise contradicts.
  package func state(status: String? = nil) -> DecisionState {
    let latest = latest.map(\.decision)
    let stated = status.flatMap(StatusWords.decision)
    let decided: DecisionState? =
      latest.contains(.refused)
      ? .refused
      : latest.contains(.pending)
        ? .pending
        : latest.contains(.conditional) ? .conditional : latest.isEmpty ? nil : .approved
    switch (decided, stated) {
    case (nil, nil): return .absent
    case (nil, let stated?): return stated
    case (let decided?, nil): return decided
    case (let decided?, let stated?):
      if decided == stated { return decided }
      return Set([decided, stated]) == [.approved, .conditional] ? .conditional : .contradictory
    }
  }

  /// The latest decision of each role; where a role is left out, of each person.
  ///
  /// A decision without a day counts as made where it stands: later than those above it.
  package var latest: [Approval] {
    var latest: [Approval] = []
    for approval in approvals {
      guard let index = latest.firstIndex(where: { Self.haveOneVoice($0, approval) }) else {
        latest.append(approval)
        continue
      }
      let isOlder =
        if let old = latest[index].date?.date, let new = approval.date?.date { new < old } else {
          false
        }
      if !isOlder { latest[index] = approval }
    }
    return latest
  }

  private static func haveOneVoice(_ one: Approval, _ other: Approval) -> Bool {
    if let role = one.role, let otherRole = other.role {
      return folded(role) == folded(otherRole)
    }
    let (party, otherParty) = (one.party ?? "", other.party ?? "")
    return folded(party) == folded(otherParty) || PersonName.areSame(party, otherParty)
  }

  private static func folded(_ text: String) -> String {
    FoldedText.words(NormalText.compatible(text))
  }

  /// Those who approved and are its author or owner, or made what it is about.
  ///
  /// - Parameters:
  ///   - parties: Who is named for it.
  ///   - things: The names of what it is about: what is judged approves nothing.
  /// - Returns: Their names as written, in the order of the decisions.
  package func selfApprovers(among parties: [Party], about things: [String]) -> [String] {
    let approvers = given.compactMap(\.party)
    guard !approvers.isEmpty else { return [] }
    let making = parties.filter { Self.making.contains($0.role) }
    let makers =
      (making.map { [$0.name, $0.contact].compactMap(\.self).joined(separator: " ") }
      + making.compactMap(\.name).flatMap(Self.bracketed)).compactMap { PersonName($0) }
    return approvers.filter { approver in
      let name = makers.isEmpty ? nil : PersonName(approver)
      return JudgedName.names(approver, oneOf: things) || Self.isOrganization(approver, of: parties)
        || name.map { name in makers.contains { name.isSame(as: $0) } } == true
    }
  }

  /// Whether a name is that of an organisation which people belong to, by what is said of them or by the
  /// domain of their mail.
  package static func isOrganization(_ name: String, of parties: [Party]) -> Bool {
    let words = Set(BareWords.of(name).map(\.text))
    return JudgedName.names(name, oneOf: parties.compactMap(\.organization))
      || !words.isEmpty
        && parties.compactMap(\.contact).compactMap(domain).contains { words.isSubset(of: $0) }
  }

  /// Those who approved in a role that decides nothing: as developer, author or intern.
  package var powerlessApprovers: [String] {
    given.filter { approval in
      approval.role.map { NameWords.powerless.occurs(in: BareWords.of($0).map(\.text)) } ?? false
    }
    .compactMap(\.party)
  }

  private var given: [Approval] {
    approvals.filter { [.approved, .conditional].contains($0.decision) }
  }

  /// Who stands in brackets behind a team: `Credit Models team (R. Lindqvist)`.
  private static func bracketed(_ name: String) -> [String] {
    name.split(separator: "(").dropFirst().compactMap { $0.split(separator: ")").first?.trimmed }
  }

  /// The words of a mail domain, which are the name of an organisation: `bank.example`.
  private static func domain(of contact: String) -> Set<String>? {
    guard let sign = contact.lastIndex(of: "@") else { return nil }
    return Set(BareWords.of(contact[contact.index(after: sign)...]).map(\.text))
  }

  private static let making: Set<Party.Role> = [.author, .owner, .developer]

  /// The decisions with those of nobody put off.
  package var settled: [Approval] {
    approvals.map { approval in
      var approval = approval
      let role = approval.role
      // A role that is filler is none: under `TBD` no later decision would meet an earlier one.
      let isFiller = role.map(Self.isFiller) ?? false
      if isFiller { approval.role = nil }
      let isRole = approval.role.map { Self.folded($0) == approval.party.map(Self.folded) } ?? false
      let isNobody = isRole || approval.party.flatMap(PersonName.init) == nil
      if isNobody { approval.party = nil }
      // Who decides says as what, or nothing about it.
      let isSilent = role.map { !$0.isEmpty && !$0.contains(where: \.isLetter) } ?? true
      let isBound = approval.conditions.map(SignOffWords.isUnmet) ?? false
      if isBound, approval.decision == .approved { approval.decision = .conditional }
      guard isNobody || isFiller && !isSilent else { return approval }
      if approval.decision == .approved || approval.decision == .conditional {
        approval.decision = .pending
      }
      return approval
    }
  }
}

extension Decisions {
  private static func isFiller(_ role: String) -> Bool {
    StatementState.state(of: role) != .substantive || StatementState.isVoid(role)
      || UnansweredWords.fill(role) || CreedWords.fill(role)
  }
}

extension Artifact {
  /// What its decisions and its status amount to.
  ///
  /// What the data protection officer advised stands beside what others signed: an approval over their
  /// refusal, or without their advice, contradicts it.
  package var decision: DecisionState {
    let decided = Decisions(approvals).state(status: status)
    guard decided == .approved || decided == .conditional else { return decided }
    let isContradicted = statements.contains {
      $0.topic == .dpiaDPOAdvice && Advice.isWithheld($0.text)
    }
    return isContradicted ? .contradictory : decided
  }

  /// Whether it says that another one took its place.
  package var isSuperseded: Bool { status.map(StatusWords.isPast) ?? false }

  /// Those who approved it and are its author or owner, or made what it describes.
  package var selfApprovers: [String] {
    Decisions(approvals).selfApprovers(among: parties, about: models.compactMap(\.name))
  }

  /// The artifact with nothing in it that only looks like a fact: approvals by nobody are pending,
  /// measures that are filler are none, an answer that is copied from another is none, and so are ratings of
  /// marks alone; one of other filler stays, and is undecided.
  func settled() -> Artifact {
    var artifact = self
    CopiedAnswers.settle(&artifact.statements)
    CopiedAnswers.settleEchoes(in: &artifact)
    for index in statements.indices where artifact.statements[index].state == .substantive {
      let text = statements[index].text
      let isOpen =
        switch statements[index].topic {
        case .dpiaDPOAdvice: Advice.isAnnounced(text) || Advice.isWithheld(text)
        case .dpiaResidualRisk, .riskFileResidual: ResidualRisk.isUnaccepted(text)
        default: false
        }
      if isOpen { artifact.statements[index].state = .undecided }
    }
    artifact.approvals = Decisions(approvals).settled
    for index in risks.indices {
      for path in Self.settledFields {
        guard let text = risks[index][keyPath: path],
          StatementState.state(of: text) != .substantive,
          path == \Risk.mitigation || !text.contains(where: { $0.isLetter || "?？".contains($0) })
        else { continue }
        artifact.risks[index][keyPath: path] = nil
      }
    }
    return artifact
  }

  private static var settledFields: [WritableKeyPath<Risk, String?>] {
    [
      \.severity, \.likelihood, \.level, \.residualSeverity, \.residualLikelihood, \.residualLevel,
      \.mitigation,
    ]
  }
}
