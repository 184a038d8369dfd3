// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension CheckResult {
  static let fields = FieldTable(
    CheckResult(
      system: "",
      pack: "",
      rule: "",
      subject: "",
      outcome: .undecided,
      severity: .info,
      message: ""
    )
  ) {
    Field.required("system", { $0.system }, { $0.system = $1 }, .text)
    Field.required("pack", { $0.pack }, { $0.pack = $1 }, .text)
    Field.required("rule", { $0.rule }, { $0.rule = $1 }, .text)
    Field.optional("code", { $0.code }, { $0.code = $1 }, .text)
    Field.required("subject", { $0.subject }, { $0.subject = $1 }, .text)
    Field.required("outcome", { $0.outcome }, { $0.outcome = $1 }, .choice)
    Field.required("rawOutcome", { $0.rawOutcome }, { $0.rawOutcome = $1 }, .choice)
    Field.required("severity", { $0.severity }, { $0.severity = $1 }, .choice)
    Field.required("message", { $0.message }, { $0.message = $1 }, .text)
    Field.optional("seen", { $0.statedSeen }, { $0.statedSeen = $1 }, .text)
    Field.optional("controls", { $0.ownControls }, { $0.ownControls = $1 }, .controls)
    Field.required("locations", { $0.locations }, { $0.locations = $1 }, .list(of: .location))
    Field.optional("explanation", { $0.explanation }, { $0.explanation = $1 }, .explanation)
    Field.optional("waiver", { $0.waiver }, { $0.waiver = $1 }, .record(AppliedWaiver.fields))
    Field.optional("knownSince", { $0.knownSince }, { $0.knownSince = $1 }, .date)
    Field.optional("cause", { $0.cause }, { $0.cause = $1 }, .text)
    Field.optional("displacedBy", { $0.displacedBy }, { $0.displacedBy = $1 }, .text)
    Field.optional("appliesFrom", { $0.appliesFrom }, { $0.appliesFrom = $1 }, .date)
    Field.optional("attested", { $0.attested }, { $0.attested = $1 }, .text)
  }
}

extension CheckResult {
  /// What was seen, or nil where there is nothing to say.
  private var statedSeen: String? {
    get { seen.isEmpty ? nil : seen }
    set { seen = newValue ?? "" }
  }

  /// The clauses, where they are not all of its rule's.
  private var ownControls: [Control]? {
    get { controls.isEmpty ? nil : controls }
    set { controls = newValue ?? [] }
  }

  /// The result with an explanation that is not too deep to be read back.
  ///
  /// Rules are bounded in depth; this bound holds for reports that are made by hand as well.
  func shortened() -> CheckResult {
    guard let explanation, explanation.isDeeper(than: 64) else { return self }
    var copy = self
    copy.explanation = explanation.cut(at: 64)
    return copy
  }
}

extension Explanation {
  /// Whether there are steps below a depth.
  fileprivate func isDeeper(than depth: Int) -> Bool {
    depth == 0 ? !children.isEmpty : children.contains { $0.isDeeper(than: depth - 1) }
  }

  /// The explanation without the steps that lie deeper.
  func cut(at depth: Int) -> Explanation {
    guard !children.isEmpty else { return self }
    var copy = self
    if depth == 0 {
      copy.children = []
      copy.note = "deeper steps are left out"
    } else {
      copy.children = children.map { $0.cut(at: depth - 1) }
    }
    return copy
  }
}

extension Explanation {
  static let fields = FieldTable(Explanation(expression: "", value: "")) {
    Field.required("expression", { $0.expression }, { $0.expression = $1 }, .text)
    Field.required("value", { $0.value }, { $0.value = $1 }, .text)
    Field.optional("location", { $0.location }, { $0.location = $1 }, .location)
    Field.optional("note", { $0.note }, { $0.note = $1 }, .text)
    Field.optional("children", { $0.steps }, { $0.steps = $1 }, .list(of: .explanation))
  }

  /// The steps below, or nil where there are none.
  private var steps: [Explanation]? {
    get { children.isEmpty ? nil : children }
    set { children = newValue ?? [] }
  }
}

extension JSONForm<Explanation> {
  static var explanation: JSONForm { .definition("explanation") { Explanation.fields } }
}

extension AppliedWaiver {
  fileprivate static let fields = FieldTable(
    AppliedWaiver(
      owner: "",
      approvedBy: "",
      created: .blank,
      expires: .blank,
      reason: "",
      location: .blank
    )
  ) {
    Field.required("owner", { $0.owner }, { $0.owner = $1 }, .text)
    Field.required("approvedBy", { $0.approvedBy }, { $0.approvedBy = $1 }, .text)
    Field.required("created", { $0.created }, { $0.created = $1 }, .date)
    Field.required("expires", { $0.expires }, { $0.expires = $1 }, .date)
    Field.required("reason", { $0.reason }, { $0.reason = $1 }, .text)
    Field.optional("reference", { $0.reference }, { $0.reference = $1 }, .text)
    Field.required("location", { $0.location }, { $0.location = $1 }, .location)
  }
}

extension SourceLocation {
  static let blank = SourceLocation(path: "")

  static let fields = FieldTable(blank) {
    Field.required("path", { $0.path }, { $0.path = $1 }, .text)
    Field.optional("line", { $0.line }, { $0.line = $1 }, .place)
    Field.optional("column", { $0.column }, { $0.column = $1 }, .place)
  }

  fileprivate var line: Int? {
    get { position?.line }
    set { position = newValue.map { SourcePosition(line: $0, column: position?.column ?? 1) } }
  }

  fileprivate var column: Int? {
    get { position?.column }
    set { position = newValue.map { SourcePosition(line: position?.line ?? 1, column: $0) } }
  }
}

extension JSONForm<SourceLocation> {
  static var location: JSONForm { .definition("location") { SourceLocation.fields } }
}

extension Fault {
  static let fields = FieldTable(Fault(message: "", help: "")) {
    Field.required("message", { $0.message }, { $0.message = $1 }, .text)
    Field.optional("path", { $0.path }, { $0.path = $1 }, .text)
    Field.optional("line", { $0.line }, { $0.line = $1 }, .place)
    Field.optional("column", { $0.column }, { $0.column = $1 }, .place)
    Field.required("help", { $0.help }, { $0.help = $1 }, .text)
    Field.optional("system", { $0.system }, { $0.system = $1 }, .text)
    Field.optional("knownSince", { $0.knownSince }, { $0.knownSince = $1 }, .date)
  }

  private var path: String? {
    get { location?.path }
    set { newValue.map { place.path = $0 } }
  }

  private var line: Int? {
    get { location?.line }
    set { place.line = newValue }
  }

  private var column: Int? {
    get { location?.column }
    set { place.column = newValue }
  }

  private var place: SourceLocation {
    get { location ?? .blank }
    set { location = newValue }
  }
}

extension WaiverReport {
  static let fields = FieldTable(
    WaiverReport(
      rule: "",
      subject: "",
      owner: "",
      approvedBy: "",
      created: .blank,
      expires: .blank,
      reason: "",
      state: .unused,
      daysLeft: 0,
      location: .blank
    )
  ) {
    Field.required("rule", { $0.rule }, { $0.rule = $1 }, .text)
    Field.optional("system", { $0.system }, { $0.system = $1 }, .text)
    Field.required("subject", { $0.subject }, { $0.subject = $1 }, .text)
    Field.required("owner", { $0.owner }, { $0.owner = $1 }, .text)
    Field.required("approvedBy", { $0.approvedBy }, { $0.approvedBy = $1 }, .text)
    Field.required("created", { $0.created }, { $0.created = $1 }, .date)
    Field.required("expires", { $0.expires }, { $0.expires = $1 }, .date)
    Field.required("reason", { $0.reason }, { $0.reason = $1 }, .text)
    Field.optional("reference", { $0.reference }, { $0.reference = $1 }, .text)
    Field.required("state", { $0.state }, { $0.state = $1 }, .choice)
    Field.required("daysLeft", { $0.daysLeft }, { $0.daysLeft = $1 }, .integer)
    Field.required("location", { $0.location }, { $0.location = $1 }, .location)
  }
}
