// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// Articles 51 to 53: flags beside the tier.
extension Tiering {
  /// The compute above which systemic risk is presumed: strictly more than 10^25 FLOP (Article 51(2)).
  static var systemicFLOP: Double { 1e25 }
  /// The compute that indicates a general-purpose model: more than 10^23 FLOP (Commission
  /// guidelines of 18 July 2025, secondary source).
  private static var indicativeFLOP: Double { 1e23 }

  /// Whether the model changes another one with no more than a third of its compute, so that whoever
  /// does it provides no model of their own (Commission guidelines of 18 July 2025, secondary source).
  private var isSmallModification: Bool {
    guard facts.choice(.gpaiBase) != nil, let own = facts.number(.gpaiModificationFLOPs),
      let base = facts.number(.gpaiTrainingFLOPs)
    else { return false }
    return own * 3 <= base
  }

  /// The flags of a general-purpose model; one that is offered only elsewhere has none.
  mutating func deriveModelFlags() {
    guard facts.mayConcernUnion else { return }
    let flop = facts.number(.gpaiTrainingFLOPs)
    guard facts.flag(.gpaiIsModel) == .yes else {
      if let flop, flop > Self.indicativeFLOP, !isSmallModification,
        facts.texts(.generativeModalities)?.isEmpty == false
      {
        ask("more than 10^23 FLOP and generated content indicate a general-purpose AI model")
      } else if facts.flag(.gpaiIsModel) == .unknown {
        leaveOpen(.gpaiIsModel)
      }
      return
    }
    derivation.flags.gpai = true
    conclude("AI Act Art. 3(63), 53", .gpaiIsModel, "a general-purpose AI model is declared")
    if facts.flag(.gpaiDesignatedSystemic) == .yes {
      derivation.flags.gpaiSystemic = true
      conclude(
        "AI Act Art. 51(1)(b), 52(4), 55",
        .gpaiDesignatedSystemic,
        "systemic risk by decision"
      )
    }
    if flop == nil {
      leaveOpen(.gpaiTrainingFLOPs, "AI Act Art. 51(2)", "no estimate of compute")
    } else if isPresumedSystemic(flop) {
      derivation.flags.gpaiSystemic = true
      conclude("AI Act Art. 51(1)(a), 51(2), 55", .gpaiTrainingFLOPs, "systemic risk is presumed")
    }
    derivation.flags.gpaiOpenSource = !derivation.flags.gpaiSystemic && isOpen()
  }

  /// A rebuttal counts once it was accepted, with the decision and who answers for it (Article 52(3)).
  private mutating func isPresumedSystemic(_ flop: Double?) -> Bool {
    guard let flop, flop > Self.systemicFLOP else { return false }
    guard facts.choice(.gpaiRebuttal) == "accepted" else { return true }
    if isShown(.gpaiRebuttal) { return false }
    ask("'gpai.rebuttal' is accepted without the decision as evidence, so it does not count")
    return true
  }

  /// Article 53(2): four facts, each with what shows it.
  private mutating func isOpen() -> Bool {
    let openness: [Fact] = [
      .gpaiLicenceFreeOpen, .gpaiWeightsPublic, .gpaiArchitecturePublic, .gpaiUsageInfoPublic,
    ]
    guard openness.allSatisfy({ facts.flag($0) == .yes }) else { return false }
    let bare = openness.filter { !isShown($0) }
    guard !bare.isEmpty else { return true }
    conclude(
      "AI Act Art. 53(2)",
      .gpaiLicenceFreeOpen,
      "openness relieves of nothing before it is shown: add evidence to "
        + bare.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    )
    return false
  }

  /// Whether an answer names what shows it, or why it is so and who says it.
  private func isShown(_ fact: Fact) -> Bool {
    guard facts.missingPaths[fact] == nil else { return false }
    return Substance.isEvidence(facts.answer(fact)?.evidence) || facts.isJustified(fact)
  }
}
