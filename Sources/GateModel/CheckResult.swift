// SPDX-License-Identifier: Apache-2.0

/// The record of one rule on one subject; every check that ran is one, passes included.
///
/// What the rule itself says (title, clause, remedy) is the same for all its records and stands apart.
package struct CheckResult: Hashable, Sendable {
  /// The id of the system.
  package var system: String
  /// The id of the rule pack.
  package var pack: String
  /// The id of the rule within its pack.
  package var rule: String
  /// The short code of the rule, such as `GDP-021`.
  package var code: String?
  /// What the rule looked at, stable between runs.
  package var subject: String
  /// The outcome after waivers.
  package var outcome: Outcome
  /// The outcome before waivers.
  package var rawOutcome: Outcome
  /// How much a failure of the rule matters.
  package var severity: Severity
  /// What is the matter, in one line.
  package var message: String
  /// What was seen instead, in one line; empty for a pass.
  package var seen: String
  /// The clauses that ask for it, of this system and on this day; empty for all of its rule's.
  package var controls: [Control]
  /// Where in the tree, most telling place first.
  package var locations: [SourceLocation]
  /// Why the rule decided as it did; nil for a pass.
  package var explanation: Explanation?
  /// The waiver that applies, or would apply if it were valid.
  package var waiver: AppliedWaiver?
  /// The day since when the finding is known, where it counts for nothing because it is not new.
  package var knownSince: CalendarDate?
  /// The rule whose finding explains this one, as `pack/rule`; it is shown and counted under that.
  package var cause: String?
  /// The answer of the declaration that is open and without which nothing could be told, by its key.
  package var waitsFor: String?
  /// The more special rule that is asked instead, or meets this one, as `pack/rule`.
  package var displacedBy: String?
  /// The day from which an upcoming rule applies.
  package var appliesFrom: CalendarDate?

  /// Creates a result whose outcome no waiver has changed yet.
  package init(
    system: String,
    pack: String,
    rule: String,
    code: String? = nil,
    subject: String,
    outcome: Outcome,
    severity: Severity,
    message: String,
    seen: String = "",
    controls: [Control] = [],
    locations: [SourceLocation] = [],
    explanation: Explanation? = nil
  ) {
    self.system = system
    self.pack = pack
    self.rule = rule
    self.code = code
    self.subject = subject
    self.outcome = outcome
    rawOutcome = outcome
    self.severity = severity
    self.message = message
    self.seen = seen
    self.controls = controls
    self.locations = locations
    self.explanation = explanation
  }
}

extension CheckResult {
  /// The clauses that ask for it, on one line.
  package var control: String { Control.text(of: controls) }
}

/// One step of why a condition came out as it did, with the steps below it.
package struct Explanation: Hashable, Sendable {
  /// The part of the condition, as the rule's author wrote it.
  package var expression: String
  /// The value it had, or the error it raised, as one line.
  package var value: String
  /// Where in the artifacts the value was read, if it was.
  package var location: SourceLocation?
  /// A remark, such as "none of 3" or "nearest: item 1".
  package var note: String?
  /// The parts that decided this one.
  package var children: [Explanation]

  /// Creates a step.
  package init(
    expression: String,
    value: String,
    location: SourceLocation? = nil,
    note: String? = nil,
    children: [Explanation] = []
  ) {
    self.expression = expression
    self.value = value
    self.location = location
    self.note = note
    self.children = children
  }
}

/// A waiver as it appears beside the result it applies to.
package struct AppliedWaiver: Hashable, Sendable {
  /// Who answers for the accepted gap.
  package var owner: String
  /// Who accepted it.
  package var approvedBy: String
  /// The day it was accepted.
  package var created: CalendarDate
  /// The last day on which it counts.
  package var expires: CalendarDate
  /// Why it was accepted.
  package var reason: String
  /// A ticket or document, as written.
  package var reference: String?
  /// Where the waiver stands.
  package var location: SourceLocation

  /// Creates the record of a waiver.
  package init(
    owner: String,
    approvedBy: String,
    created: CalendarDate,
    expires: CalendarDate,
    reason: String,
    reference: String? = nil,
    location: SourceLocation
  ) {
    self.owner = owner
    self.approvedBy = approvedBy
    self.created = created
    self.expires = expires
    self.reason = reason
    self.reference = reference
    self.location = location
  }
}

/// Why something could not be decided.
package struct Fault: Hashable, Sendable, Comparable {
  /// What was attempted and what went wrong, as a lower-case phrase.
  package var message: String
  /// Where, if the fault has a place in the tree.
  package var location: SourceLocation?
  /// What the user can do about it.
  package var help: String
  /// The id of the system it concerns, or nil for the whole run.
  package var system: String?
  /// The day since when the fault is known, where it counts for nothing because it is not new.
  package var knownSince: CalendarDate?

  /// Creates a fault.
  package init(
    message: String,
    location: SourceLocation? = nil,
    help: String,
    system: String? = nil
  ) {
    self.message = message
    self.location = location
    self.help = help
    self.system = system
  }

  /// Orders faults by place, then by message.
  package static func < (left: Fault, right: Fault) -> Bool {
    let noPlace = SourceLocation(path: "")
    let (leftPlace, rightPlace) = (left.location ?? noPlace, right.location ?? noPlace)
    return leftPlace == rightPlace ? left.message < right.message : leftPlace < rightPlace
  }
}
