// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One testcase element: a rule on a subject, or a fault.
struct JUnitCase {
  /// The child element that says how it came out.
  enum Result: Equatable {
    case passed
    case failure
    case error
    case skipped
  }

  /// Which system and pack; with `name` it identifies the case in every run.
  var className: String
  /// The rule and the subject, never a message.
  var name: String
  /// The file it is about, from the root of the repository.
  ///
  /// Without a file one of the readers takes a part of the class name for one.
  var place: SourceLocation?
  /// How it came out.
  var result: Result
  /// The kind of outcome; the dot keeps readers from taking it for a type cast.
  var type: String
  /// The reason in one line.
  var message: String
  /// The reason in full; it starts with the message.
  var body: String

  /// About how many bytes the case takes, with room for escapes.
  var estimatedSize: Int {
    let texts = className.utf8.count + name.utf8.count + message.utf8.count + body.utf8.count
    return texts + texts / 8 + (place?.path.utf8.count ?? 0) + 160
  }
}

extension JUnitCase {
  init(
    _ result: CheckResult,
    of rule: RuleReport,
    at place: SourceLocation,
    failOn: FailureThreshold
  ) {
    let disposition = Self.disposition(of: result, failOn: failOn)
    className = Self.token("\(result.system).\(result.pack)")
    name = Self.token("\(result.rule) \(result.subject)")
    self.place = place
    self.result = disposition.result
    type = disposition.type
    message = VisibleText.line(disposition.prefix + result.reason(rule), limit: 1_000)
    body = result.outcome == .passed ? "" : JUnitBody.text(for: result, of: rule, message: message)
  }

  init(_ fault: Fault, at place: SourceLocation?) {
    className = Self.token("modelgate.\(fault.system ?? "run")")
    name = Self.token("fault \(fault.location?.path ?? "run")")
    self.place = place
    result = fault.knownSince == nil ? .error : .skipped
    type = "modelgate.fault"
    message = VisibleText.line(fault.agedMessage, limit: 1_000)
    body = JUnitBody.text(for: fault, message: message)
  }

  /// The case that keeps a run without any judgement from looking green.
  static let nothingJudged = JUnitCase(
    className: "modelgate.run",
    name: "nothing was judged",
    place: nil,
    result: .error,
    type: "modelgate.undecided",
    message: "no rule was judged, so that nothing is known",
    body: "no rule was judged, so that nothing is known"
  )

  /// An error is a failure whatever the threshold; a warning has no element of its own in JUnit and
  /// is a skipped case, which viewers show.
  private static func disposition(
    of result: CheckResult,
    failOn: FailureThreshold
  ) -> (result: Result, type: String, prefix: String) {
    if let day = result.knownSince { return (.skipped, "modelgate.known", "NOT NEW (\(day)): ") }
    let counts = result.severity >= .error || failOn.includes(result.severity)
    return switch result.outcome {
    case .passed: (.passed, "", "")
    case .failed where counts:
      (.failure, "modelgate.\(result.severity.rawValue)", "")
    case .failed where result.severity == .warn: (.skipped, "modelgate.warn", "WARNING: ")
    case .failed: (.skipped, "modelgate.info", "INFO: ")
    // What leaves no run open is no error in it.
    case .undecided where !counts:
      (.skipped, "modelgate.undecided", "UNDECIDED: ")
    case .undecided: (.error, "modelgate.undecided", "UNDECIDED: ")
    case .waived: (.skipped, "modelgate.waived", "WAIVED: ")
    case .notApplicable: (.skipped, "modelgate.not-applicable", "NOT APPLICABLE: ")
    case .upcoming: (.skipped, "modelgate.upcoming", "UPCOMING: ")
    }
  }

  /// A name without line breaks and repeated spaces (`xs:token`), of bounded length.
  ///
  /// A name that is cut ends with a hash of the whole, so that it stays unique and stable.
  static func token(_ text: String) -> String {
    let words = VisibleText.spaced(text, limit: 1_000)
    guard !words.isEmpty else { return "unnamed" }
    guard words.unicodeScalars.count > 200 else { return words }
    let start = String(words.unicodeScalars.prefix(180))
    return "\(start)… \(Fingerprint.hash([text]).prefix(12))"
  }
}

extension CheckResult {
  fileprivate func reason(_ rule: RuleReport) -> String {
    guard outcome == .waived, let waiver else { return message.isEmpty ? rule.title : message }
    return Wording.waiver(waiver)
  }
}
