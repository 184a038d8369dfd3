// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// One testcase element: a rule on a subject, or a fault; its texts are made when it is written.
struct JUnitCase {
  /// The child element that says how it came out.
  enum Result: Equatable {
    case passed
    case failure
    case error
    case skipped
  }

  /// What it is about: a result or a fault of the report, or nothing at all.
  enum Origin {
    case result(Int)
    case fault(Int)
    case silence
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
  let origin: Origin
  /// Whether the body is to say no more than the message.
  var isShort = false
  /// How many bytes message and body have.
  var textSize = 0

  /// About how many bytes the case takes, with room for escapes.
  var estimatedSize: Int {
    let texts = className.utf8.count + name.utf8.count + textSize
    return texts + texts / 8 + (place?.path.utf8.count ?? 0) + 160
  }
}

extension JUnitCase {
  init(
    _ result: CheckResult,
    at index: Int,
    _ place: SourceLocation,
    failOn: FailureThreshold
  ) {
    let disposition = Self.disposition(of: result, failOn: failOn)
    className = Self.token("\(result.system).\(result.pack)")
    name = Self.token("\(result.rule) \(result.subject)")
    self.place = place
    self.result = disposition.result
    type = disposition.type
    origin = .result(index)
  }

  init(_ fault: Fault, at index: Int, _ place: SourceLocation?) {
    className = Self.token("modelgate.\(fault.system ?? "run")")
    name = Self.token("fault \(fault.location?.path ?? "run")")
    self.place = place
    result = fault.knownSince == nil ? .error : .skipped
    type = "modelgate.fault"
    origin = .fault(index)
  }

  /// The case that keeps a run without any judgement from looking green.
  static let nothingJudged = JUnitCase(
    className: "modelgate.run",
    name: "nothing was judged",
    place: nil,
    result: .error,
    type: "modelgate.undecided",
    origin: .silence
  )

  /// An error is a failure whatever the threshold; a warning has no element of its own in JUnit and
  /// is a skipped case, which viewers show.
  fileprivate static func disposition(
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

/// What the cases of a report say: a report may have more of it than there is memory for.
struct JUnitTexts {
  private let report: Report
  private let rules: RuleTexts

  init(_ report: Report) { (self.report, rules) = (report, RuleTexts(report)) }

  /// The reason in one line, and in full; what is full starts with the line.
  func texts(of testCase: JUnitCase) -> (message: String, body: String) {
    switch testCase.origin {
    case .silence:
      let message = "no rule was judged, so that nothing is known"
      return (message, message)
    case .fault(let index):
      let fault = report.faults[index]
      let message = VisibleText.line(fault.agedMessage, limit: 1_000)
      return (message, testCase.isShort ? message : JUnitBody.text(for: fault, message: message))
    case .result(let index):
      let result = report.results[index]
      let rule = rules[result]
      let prefix = JUnitCase.disposition(of: result, failOn: report.policy.failOn).prefix
      let message = VisibleText.line(prefix + result.reason(rule), limit: 1_000)
      if testCase.isShort { return (message, message) }
      return (
        message,
        result.outcome == .passed ? "" : JUnitBody.text(for: result, of: rule, message: message)
      )
    }
  }

  /// How many bytes these have.
  func size(of testCase: JUnitCase) -> Int {
    let (message, body) = texts(of: testCase)
    return message.utf8.count + body.utf8.count
  }
}

extension CheckResult {
  fileprivate func reason(_ rule: RuleReport) -> String {
    guard outcome == .waived, let waiver else { return message.isEmpty ? rule.title : message }
    return Wording.waiver(waiver)
  }
}
