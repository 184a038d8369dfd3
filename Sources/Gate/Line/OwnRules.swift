// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import GateModel
internal import Reporting

/// What the program itself asks for, whatever packs are selected.
enum OwnRules {
  /// The id of the rule that a change leaves alone what it is judged by.
  static let changeTouchesGate = "change-touches-its-gate"
  /// The id of the rule that a baseline may only shrink.
  static let baselineGrows = "baseline-grows"

  /// The id of the rule that no group disappears that an earlier revision counted.
  static let groupDisappears = "group-no-longer-counted"

  /// The texts of all of them.
  static let all = [
    RuleReport(
      name: "\(ProgramPack.duties.rawValue)/\(UnaskedDuties.rule)",
      title: "A duty of the tier is asked for by no selected rule",
      requires: "a rule for each duty that the tier brings",
      remedy: "Select the rule packs of the law, or set unasked_duties: warn in the policy.",
      rationale: "A system whose duties nobody asks for must not pass as if it had none."
    ),
    RuleReport(
      name: "\(ProgramPack.limits.rawValue)/\(LimitConflict.rule)",
      title: "Two clauses bound a number so that no value is left",
      requires: "no bound from below that is above one from above",
      remedy:
        "Let a person decide which clause holds, and say so in a pack: with a condition on the limit,"
        + " or with a rule that displaces the other.",
      rationale: "Which of two duties gives way is a question of law, not of arithmetic."
    ),
    RuleReport(
      name: "\(ProgramPack.limits.rawValue)/\(LimitConflict.broken)",
      title: "A number is outside of the bound that governs",
      requires: "a number within the strictest bound of each side",
      remedy: "Set the number within the bounds that the report lists, or correct what sets them.",
      rationale:
        "What is kept too short is lost, and what is kept too long is kept without a basis."
    ),
    RuleReport(
      name: "\(ProgramPack.change.rawValue)/\(changeTouchesGate)",
      title: "The change does not touch what it is judged by",
      controls: [Control(scheme: "policy", id: "separation of duties")],
      requires: "policy, waivers, packs and the declaration are as they were at the base",
      remedy:
        "Let the owner of the policy review the change, and read the policy from the protected"
        + " branch with --policy-ref.",
      rationale: "Whoever changes the measure together with what is measured judges themselves."
    ),
    RuleReport(
      name: "\(ProgramPack.change.rawValue)/\(baselineGrows)",
      title: "The baseline does not grow",
      controls: [Control(scheme: "policy", id: "separation of duties")],
      requires: "the baseline of the change accepts nothing that the policy's own does not",
      remedy: "Repair the findings, or ask the owner of the policy for a waiver.",
      rationale: "Whoever adds findings to the baseline lets them pass after the merge."
    ),
    RuleReport(
      name: "\(ProgramPack.change.rawValue)/\(groupDisappears)",
      title: "Groups that an earlier revision counted are still counted",
      controls: [Control(scheme: "nist_ai_rmf", id: "MEASURE 2.11")],
      requires: "counts of each group that the last tag, or the base, has counts of",
      remedy:
        "Count the group again, or let the owner of the policy accept with a waiver that it is gone, and"
        + " why.",
      rationale: "Who leaves out the group that does worst turns a fail into a pass."
    ),
  ]
}
