// SPDX-License-Identifier: Apache-2.0

/// The record of one rule on one subject; every check that ran is one, passes included.
///
/// What the rule itself says (title, clause, remedy) is the same for all its records and stands apart.
///
/// Its fields lie behind one reference: a run keeps hundreds of results for each system, and passes
/// them on from step to step.
package struct CheckResult: Hashable, Sendable {
  private var storage: Storage

  /// The fields, shared by all copies that say the same.
  private final class Storage: Sendable {
    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private struct Fields: Hashable, Sendable {
    var system: String
    var pack: String
    var rule: String
    var code: String?
    var subject: String
    var outcome: Outcome
    var rawOutcome: Outcome
    var severity: Severity
    var message: String
    var seen: String
    var controls: [Control]
    var locations: [SourceLocation]
    var extra: Extra?
  }

  /// What few results have, behind a reference of its own: most are passes, of which a large run keeps
  /// a million.
  private indirect enum Extra: Hashable, Sendable {
    case remarks(Remarks)
  }

  private struct Remarks: Hashable, Sendable {
    var explanation: Explanation?
    var waiver: AppliedWaiver?
    var knownSince: CalendarDate?
    var cause: String?
    var waitsFor: String?
    var displacedBy: String?
    var appliesFrom: CalendarDate?
    var attested: String?
  }

  private var remarks: Remarks? {
    guard case .remarks(let remarks) = storage.fields.extra else { return nil }
    return remarks
  }

  /// Changes what few results have; where nothing is left, nothing is kept.
  private mutating func remark(_ body: (inout Remarks) -> Void) {
    var remarks = remarks ?? Remarks()
    body(&remarks)
    change { $0.extra = remarks == Remarks() ? nil : .remarks(remarks) }
  }

  /// Changes fields of this copy alone.
  private mutating func change(_ body: (inout Fields) -> Void) {
    var fields = storage.fields
    body(&fields)
    storage = Storage(fields)
  }

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
    storage = Storage(
      Fields(
        system: system,
        pack: pack,
        rule: rule,
        code: code,
        subject: subject,
        outcome: outcome,
        rawOutcome: outcome,
        severity: severity,
        message: message,
        seen: seen,
        controls: controls,
        locations: locations,
        extra: explanation.map { .remarks(Remarks(explanation: $0)) }
      )
    )
  }

  package static func == (left: CheckResult, right: CheckResult) -> Bool {
    left.storage === right.storage || left.storage.fields == right.storage.fields
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension CheckResult {
  /// The id of the system.
  package var system: String {
    get { storage.fields.system }
    set { change { $0.system = newValue } }
  }

  /// The id of the rule pack.
  package var pack: String {
    get { storage.fields.pack }
    set { change { $0.pack = newValue } }
  }

  /// The id of the rule within its pack.
  package var rule: String {
    get { storage.fields.rule }
    set { change { $0.rule = newValue } }
  }

  /// The short code of the rule, such as `GDP-021`.
  package var code: String? {
    get { storage.fields.code }
    set { change { $0.code = newValue } }
  }

  /// What the rule looked at, stable between runs.
  package var subject: String {
    get { storage.fields.subject }
    set { change { $0.subject = newValue } }
  }

  /// The outcome after waivers.
  package var outcome: Outcome {
    get { storage.fields.outcome }
    set { change { $0.outcome = newValue } }
  }

  /// The outcome before waivers.
  package var rawOutcome: Outcome {
    get { storage.fields.rawOutcome }
    set { change { $0.rawOutcome = newValue } }
  }

  /// How much a failure of the rule matters.
  package var severity: Severity {
    get { storage.fields.severity }
    set { change { $0.severity = newValue } }
  }

  /// What is the matter, in one line.
  package var message: String {
    get { storage.fields.message }
    set { change { $0.message = newValue } }
  }

  /// What was seen instead, in one line; empty for a pass.
  package var seen: String {
    get { storage.fields.seen }
    set { change { $0.seen = newValue } }
  }

  /// The clauses that ask for it, of this system and on this day; empty for all of its rule's.
  package var controls: [Control] {
    get { storage.fields.controls }
    set { change { $0.controls = newValue } }
  }

  /// Where in the tree, most telling place first.
  package var locations: [SourceLocation] {
    get { storage.fields.locations }
    set { change { $0.locations = newValue } }
  }

  /// Why the rule decided as it did; nil for a pass.
  package var explanation: Explanation? {
    get { remarks?.explanation }
    set { remark { $0.explanation = newValue } }
  }

  /// The waiver that applies, or would apply if it were valid.
  package var waiver: AppliedWaiver? {
    get { remarks?.waiver }
    set { remark { $0.waiver = newValue } }
  }

  /// The day since when the finding is known, where it counts for nothing because it is not new.
  package var knownSince: CalendarDate? {
    get { remarks?.knownSince }
    set { remark { $0.knownSince = newValue } }
  }

  /// The rule whose finding explains this one, as `pack/rule`; it is shown and counted under that.
  package var cause: String? {
    get { remarks?.cause }
    set { remark { $0.cause = newValue } }
  }

  /// The more special rule that is asked instead, or meets this one, as `pack/rule`.
  package var displacedBy: String? {
    get { remarks?.displacedBy }
    set { remark { $0.displacedBy = newValue } }
  }

  /// The answer of the declaration that is open and without which nothing could be told, by its key.
  package var waitsFor: String? {
    get { remarks?.waitsFor }
    set { remark { $0.waitsFor = newValue } }
  }

  /// Who answers by name for what was asked, and until when; such an answer is no evidence.
  package var attested: String? {
    get { remarks?.attested }
    set { remark { $0.attested = newValue } }
  }

  /// The day from which an upcoming rule applies.
  package var appliesFrom: CalendarDate? {
    get { remarks?.appliesFrom }
    set { remark { $0.appliesFrom = newValue } }
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

/// What stands in place of a pack where the program itself adds a record.
///
/// Such a record can fail a run or leave it open and is no evidence about any system: where nothing
/// else was judged, nothing was checked. No pack may have such an id.
package enum ProgramPack: String, Sendable {
  /// What a change does to the things that it is judged by.
  case change = "modelgate"
  /// Duties of a tier that no selected rule asks for.
  case duties
  /// Bounds of a number that contradict each other.
  case limits
}

extension CheckResult {
  /// Whether a rule of a pack was judged: what does not apply, or could not be told, is no judgement.
  package var isJudgement: Bool {
    guard ProgramPack(rawValue: pack) == nil else { return false }
    switch outcome {
    case .passed, .failed, .waived: return true
    case .notApplicable, .upcoming, .undecided: return false
    }
  }
}
