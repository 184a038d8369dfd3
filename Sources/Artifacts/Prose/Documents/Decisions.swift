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
    let makers = parties.filter { Self.making.contains($0.role) }.compactMap { party in
      [party.name, party.contact].compactMap { $0 }.joined(separator: " ")
    }
    return approvals.filter { [.approved, .conditional].contains($0.decision) }
      .compactMap(\.party)
      .filter { approver in
        JudgedName.names(approver, oneOf: things)
          || makers.contains { PersonName.areSame(approver, $0) }
      }
  }

  private static let making: Set<Party.Role> = [.author, .owner, .developer]

  /// The decisions with those of nobody put off.
  package var settled: [Approval] {
    approvals.map { approval in
      var approval = approval
      // A role that is filler is none: under `TBD` no later decision would meet an earlier one.
      if let role = approval.role, StatementState.state(of: role) != .substantive {
        approval.role = nil
      }
      guard approval.party.flatMap(PersonName.init) == nil else { return approval }
      approval.party = nil
      if approval.decision == .approved || approval.decision == .conditional {
        approval.decision = .pending
      }
      return approval
    }
  }
}

extension Artifact {
  /// What its decisions and its status amount to.
  package var decision: DecisionState { Decisions(approvals).state(status: status) }

  /// Those who approved it and are its author or owner, or made what it describes.
  package var selfApprovers: [String] {
    Decisions(approvals).selfApprovers(among: parties, about: models.compactMap(\.name))
  }

  /// The artifact with nothing in it that only looks like a fact: approvals by nobody are pending,
  /// measures that are filler are none, and so are ratings of marks alone; one of other filler stays, and
  /// is undecided.
  func settled() -> Artifact {
    var artifact = self
    for index in statements.indices where statements[index].topic == .dpiaDPOAdvice {
      let statement = statements[index]
      guard statement.state == .substantive, Advice.isAnnounced(statement.text) else { continue }
      artifact.statements[index].state = .undecided
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
