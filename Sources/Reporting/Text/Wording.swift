// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The words that all reports for people use for what a check found.
///
/// A report says whether evidence is there; whether the law is met is for people to judge.
enum Wording {
  static func meaning(of outcome: Outcome) -> String {
    switch outcome {
    case .passed: "evidence present"
    case .failed: "evidence missing or inconsistent"
    case .undecided: "could not be judged"
    case .waived: "gap accepted by a waiver"
    case .notApplicable: "does not apply"
    case .upcoming: "not yet applicable"
    }
  }

  /// What stands at the end of every report that people keep.
  static let standing =
    "A pass means that the evidence is present and consistent. It does not mean that a law is"
    + " complied with."

  /// The same with the versions of the packs, and the day up to which the law behind each was looked up.
  static func standing(after packs: [PackReport]) -> String {
    guard !packs.isEmpty else { return standing }
    let versions = packs.map { pack in
      "\(pack.id) \(pack.version)" + (pack.statusDay.map { " (law as of \($0))" } ?? "")
    }
    return "\(standing) Rule packs: \(versions.joined(separator: ", "))."
  }

  static func name(of outcome: Outcome) -> String {
    outcome == .notApplicable ? "not applicable" : outcome.rawValue
  }

  static func name(of state: Statement.State) -> String {
    switch state {
    case .substantive: "there"
    case .placeholder: "placeholder"
    case .empty: "empty"
    case .absent: "absent"
    case .undecided: "could not be judged"
    }
  }

  /// How many rules hold by evidence, and how many by the word of somebody.
  static func passed(in summary: ReportSummary, unit: String = " passed") -> String {
    "\(summary.passed - summary.attested)\(unit)"
      + (summary.attested > 0 ? ", \(summary.attested) attested" : "")
  }

  static func waiver(_ waiver: AppliedWaiver) -> String {
    "accepted by \(waiver.approvedBy) until \(waiver.expires): \(waiver.reason)"
      + " (owner: \(waiver.owner))"
  }

  /// Where a pack comes from and why it was chosen.
  static func origin(of pack: PackReport) -> String {
    let place =
      switch pack.source {
      case .shipped: ""
      case .tree: ", from the tree"
      case .file: ", from a disk, sha256:\(pack.digest.hex.prefix(12))"
      }
    return place + (pack.reason.map { ", \($0)" } ?? "")
  }

  static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(number) \(number == 1 ? singular : plural)"
  }
}

extension WaiverReport.State {
  var words: String {
    switch self {
    case .applied: "applied"
    case .unused: "unused"
    case .early: "not in force"
    case .expired: "expired"
    case .expiresSoon: "expires soon"
    case .refused: "cannot be waived"
    }
  }
}

extension WaiverReport {
  var deadline: String {
    if state == .early { return "created \(created), after the commit or the check" }
    return switch daysLeft {
    case ..<0: "\(daysLeft.magnitude) \(daysLeft == -1 ? "day" : "days") ago"
    case 0: "today"
    default: "in \(Wording.count(daysLeft, "day", "days"))"
    }
  }
}

extension CheckResult {
  /// The pack and the rule, as users name a rule.
  var ruleName: String { "\(pack)/\(rule)" }

  /// Whether it holds by the word of somebody, which is no evidence.
  var isAttested: Bool { outcome == .passed && attested != nil }
}

extension RiskTier {
  /// The tier as people write it.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}

extension String {
  /// The text with an escape before each of some marks.
  ///
  /// It looks at scalars: a mark with an accent joined to it is another `Character`, but the same mark
  /// to whoever reads the bytes.
  func escaping(_ marks: Set<Unicode.Scalar>, with escape: Unicode.Scalar) -> String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if marks.contains(scalar) { text.unicodeScalars.append(escape) }
      text.unicodeScalars.append(scalar)
    }
  }
}
