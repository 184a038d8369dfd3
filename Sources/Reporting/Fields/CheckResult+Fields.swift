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
    Field.required("system", \.system, .text)
    Field.required("pack", \.pack, .text)
    Field.required("rule", \.rule, .text)
    Field.optional("code", \.code, .text)
    Field.required("subject", \.subject, .text)
    Field.required("outcome", \.outcome, .choice)
    Field.required("rawOutcome", \.rawOutcome, .choice)
    Field.required("severity", \.severity, .choice)
    Field.required("message", \.message, .text)
    Field.optional("seen", \.statedSeen, .text)
    Field.optional("controls", \.ownControls, .controls)
    Field.required("locations", \.locations, .list(of: .location))
    Field.optional("explanation", \.explanation, .explanation)
    Field.optional("waiver", \.waiver, .record(AppliedWaiver.fields))
    Field.optional("knownSince", \.knownSince, .date)
    Field.optional("cause", \.cause, .text)
    Field.optional("displacedBy", \.displacedBy, .text)
    Field.optional("appliesFrom", \.appliesFrom, .date)
    Field.optional("attested", \.attested, .text)
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
    Field.required("expression", \.expression, .text)
    Field.required("value", \.value, .text)
    Field.optional("location", \.location, .location)
    Field.optional("note", \.note, .text)
    Field.optional("children", \.steps, .list(of: .explanation))
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
    Field.required("owner", \.owner, .text)
    Field.required("approvedBy", \.approvedBy, .text)
    Field.required("created", \.created, .date)
    Field.required("expires", \.expires, .date)
    Field.required("reason", \.reason, .text)
    Field.optional("reference", \.reference, .text)
    Field.required("location", \.location, .location)
  }
}

extension SourceLocation {
  static let blank = SourceLocation(path: "")

  static let fields = FieldTable(blank) {
    Field.required("path", \.path, .text)
    Field.optional("line", \.line, .place)
    Field.optional("column", \.column, .place)
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
    Field.required("message", \.message, .text)
    Field.optional("path", \.path, .text)
    Field.optional("line", \.line, .place)
    Field.optional("column", \.column, .place)
    Field.required("help", \.help, .text)
    Field.optional("system", \.system, .text)
    Field.optional("knownSince", \.knownSince, .date)
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
    Field.required("rule", \.rule, .text)
    Field.optional("system", \.system, .text)
    Field.required("subject", \.subject, .text)
    Field.required("owner", \.owner, .text)
    Field.required("approvedBy", \.approvedBy, .text)
    Field.required("created", \.created, .date)
    Field.required("expires", \.expires, .date)
    Field.required("reason", \.reason, .text)
    Field.optional("reference", \.reference, .text)
    Field.required("state", \.state, .choice)
    Field.required("daysLeft", \.daysLeft, .integer)
    Field.required("location", \.location, .location)
  }
}
