// SPDX-License-Identifier: Apache-2.0

package import GateModel
internal import Texts

/// What all decisions about an artifact amount to.
package enum DecisionState: String, Hashable, Sendable, CaseIterable {
  case approved
  case conditional
  case refused
  case pending
  /// Two statements contradict each other, such as `approved` in the head and a refusal below.
  case contradictory
  /// Nobody has decided anything.
  case absent
}

extension Artifact {
  /// What its decisions and its status amount to: of each role the latest decision counts, one open
  /// refusal refuses, and a status that says otherwise contradicts.
  package var decision: DecisionState {
    let latest = latestDecisions.map(\.decision)
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

  /// The latest decision of each role; without a role, of each person.
  ///
  /// A decision without a day counts as made where it stands: later than those above it.
  package var latestDecisions: [Approval] {
    var order: [String] = []
    var latest: [String: Approval] = [:]
    for approval in approvals {
      let key = FoldedText.words(NormalText.compatible(approval.role ?? approval.party ?? ""))
      guard let earlier = latest[key] else {
        order.append(key)
        latest[key] = approval
        continue
      }
      let isOlder =
        if let old = earlier.date?.date, let new = approval.date?.date { new < old } else { false }
      if !isOlder { latest[key] = approval }
    }
    return order.compactMap { latest[$0] }
  }

  /// Those who approved it and are its author or owner, or made what it describes.
  package var selfApprovers: [String] {
    let makers = parties.filter { Self.making.contains($0.role) }.compactMap { party in
      [party.name, party.contact].compactMap { $0 }.joined(separator: " ")
    }
    return approvals.filter { [.approved, .conditional].contains($0.decision) }
      .compactMap(\.party)
      .filter { approver in makers.contains { PersonName.areSame(approver, $0) } }
  }

  private static let making: Set<Party.Role> = [.author, .owner, .developer]

  /// The artifact with nothing in it that only looks like a fact: approvals by nobody are pending,
  /// and ratings and measures that are filler are none.
  func settled() -> Artifact {
    guard !approvals.isEmpty || !risks.isEmpty else { return self }
    var artifact = self
    for index in approvals.indices {
      guard let party = approvals[index].party, PersonName(party) == nil else { continue }
      artifact.approvals[index].party = nil
      if approvals[index].decision == .approved || approvals[index].decision == .conditional {
        artifact.approvals[index].decision = .pending
      }
    }
    for index in risks.indices {
      for path in Self.settledFields {
        guard let text = risks[index][keyPath: path],
          StatementState.state(of: text) != .substantive
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

/// What the status of a document says about decisions.
enum StatusWords {
  static func decision(_ status: String) -> DecisionState? {
    let words = BareWords.of(status).map(\.text)
    let isNegated = !negations.isDisjoint(with: words)
    if refused.occurs(in: words) || refused.occurs(inWritten: status) { return .refused }
    if pending.occurs(in: words) || pending.occurs(inWritten: status) { return .pending }
    guard approved.occurs(in: words) || approved.occurs(inWritten: status) else { return nil }
    return isNegated ? .pending : .approved
  }

  private static let negations: Set<String> = [
    "not", "no", "nicht", "non", "pas", "nao", "niet", "nie", "ej", "inte", "un",
  ]
  private static let approved = Phrases(
    en: "approved|signed|signed off|accepted|released",
    de: "genehmigt|freigegeben|gebilligt|abgenommen",
    fr: "approuvé|approuvée|validé|validée|accepté",
    es: "aprobado|aprobada|validado|validada",
    pt: "aprovado|aprovada|validado|validada",
    it: "approvato|approvata|validato|validata",
    nl: "goedgekeurd|vastgesteld",
    pl: "zatwierdzony|zatwierdzone|zatwierdzona",
    sv: "godkänd|godkänt",
    ja: "承認|承認済",
    zh: "已批准|批准"
  ).bare
  private static let pending = Phrases(
    en:
      "draft|pending|in review|under review|unapproved|unsigned|wip|work in progress|template|proposed|awaiting",
    de: "entwurf|ausstehend|in prüfung|offen|vorlage",
    fr: "brouillon|en attente|en cours|projet|modèle",
    es: "borrador|pendiente|en revisión",
    pt: "rascunho|pendente|em revisão",
    it: "bozza|in attesa|in revisione",
    nl: "concept|in behandeling|in afwachting",
    pl: "szkic|projekt|oczekuje|w trakcie",
    sv: "utkast|väntar|under granskning",
    ja: "下書き|草案|未承認|承認待ち",
    zh: "草稿|草案|待批准|未批准|待审批",
    others: "udkast"
  ).bare
  private static let refused = Phrases(
    en: "rejected|refused|declined|denied|withdrawn",
    de: "abgelehnt|verweigert|zurückgezogen",
    fr: "refusé|refusée|rejeté|rejetée|retiré",
    es: "rechazado|rechazada|denegado|retirado",
    pt: "rejeitado|rejeitada|recusado|retirado",
    it: "respinto|respinta|rifiutato|ritirato",
    nl: "afgewezen|afgekeurd|ingetrokken",
    pl: "odrzucony|odrzucone|wycofany",
    sv: "avslagen|avslaget|avvisad|tillbakadragen",
    ja: "却下|否認|取り下げ",
    zh: "驳回|拒绝|撤回",
    others: "afvist"
  ).bare
}
