// SPDX-License-Identifier: Apache-2.0

/// What a metric says about its limit.
package enum FairnessVerdict: String, Hashable, Sendable, CaseIterable {
  /// The interval lies on the right side of the limit.
  case pass
  /// The limit is missed, beyond what chance explains.
  case fail
  /// The data cannot tell; never a pass.
  case inconclusive
  /// There is no value to judge, or nothing to judge it by.
  case notEvaluable = "not_evaluable"

  /// The verdict when all of several claims must hold.
  ///
  /// One fail is a fail; then anything not evaluable, then anything inconclusive, prevails over a
  /// pass. Nothing at all is not evaluable.
  static func all(_ verdicts: some Sequence<FairnessVerdict>) -> FairnessVerdict {
    var worst: FairnessVerdict?
    for verdict in verdicts { worst = worst?.joined(with: verdict) ?? verdict }
    return worst ?? .notEvaluable
  }

  /// The one of two verdicts that prevails when both claims must hold.
  func joined(with other: FairnessVerdict) -> FairnessVerdict {
    rank < other.rank ? other : self
  }

  private var rank: Int {
    switch self {
    case .pass: 0
    case .inconclusive: 1
    case .notEvaluable: 2
    case .fail: 3
    }
  }
}

/// How strict a judgement is about uncertainty.
package enum GateMode: String, Hashable, Sendable, CaseIterable {
  /// The point value alone, as 29 CFR 1607.4(D) words the four-fifths rule.
  case screen
  /// The point value and a significance test.
  case twoKey = "two_key"
  /// A pass needs the whole interval; the default for rules that block.
  case assurance
}

/// The verdict of every mode on one claim.
package struct ModeVerdicts: Hashable, Sendable {
  /// By the point value.
  package let screen: FairnessVerdict
  /// By point value and test.
  package let twoKey: FairnessVerdict
  /// By interval, point value and test.
  package let assurance: FairnessVerdict

  /// The three verdicts.
  package init(screen: FairnessVerdict, twoKey: FairnessVerdict, assurance: FairnessVerdict) {
    self.screen = screen
    self.twoKey = twoKey
    self.assurance = assurance
  }

  /// The same verdict in every mode.
  init(_ verdict: FairnessVerdict) {
    self.init(screen: verdict, twoKey: verdict, assurance: verdict)
  }

  /// The verdict of one mode.
  package subscript(mode: GateMode) -> FairnessVerdict {
    switch mode {
    case .screen: screen
    case .twoKey: twoKey
    case .assurance: assurance
    }
  }

  /// The verdicts when all of several claims must hold, mode by mode.
  static func all(_ verdicts: some Collection<ModeVerdicts>) -> ModeVerdicts {
    var joined: ModeVerdicts?
    for verdict in verdicts { joined = joined?.joined(with: verdict) ?? verdict }
    return joined ?? ModeVerdicts(.notEvaluable)
  }

  /// The verdicts when both of two claims must hold, mode by mode.
  func joined(with other: ModeVerdicts) -> ModeVerdicts {
    ModeVerdicts(
      screen: screen.joined(with: other.screen),
      twoKey: twoKey.joined(with: other.twoKey),
      assurance: assurance.joined(with: other.assurance)
    )
  }
}
