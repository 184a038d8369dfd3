// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What a run says in words, derived from its results and never from the verdict alone.
///
/// A finding that another one explains is not counted: it goes with that.
struct VerdictWords {
  /// The failed checks that block, whatever the threshold.
  let blocks: Int
  /// The failed checks of the severity `error`.
  let errors: Int
  /// The failed checks below that.
  let warnings: Int
  /// The checks that could not be judged, and the faults.
  let undecided: Int
  /// The questions that nobody answered.
  let open: Int
  /// The failed checks that a waiver accepts.
  let waived: Int
  /// The findings that count for nothing because they are not new.
  let known: Int
  /// Whether something holds by the word of somebody, and not by evidence.
  private let hasAttested: Bool
  private let verdict: Verdict
  private let failOn: FailureThreshold
  /// What stands in the place of the sentence about the verdict, where that does not say enough.
  private var remark: String?

  init(_ report: Report) {
    self.init(
      report.results,
      faults: report.faults,
      open: report.systems.reduce(0) { $0 + $1.openQuestions.count },
      verdict: report.verdict,
      failOn: report.policy.failOn
    )
    remark = Self.remark(on: report)
  }

  private static func remark(on report: Report) -> String? {
    if report.isEmptySelection, let range = report.changedRange {
      return "PASS: nothing governed changed in \(range)"
    }
    guard report.verdict == .partial, let shard = report.request.shard else { return nil }
    return "PARTIAL: shard \(shard) alone has no verdict; put all together with 'modelgate merge'"
  }

  init(
    _ results: some Sequence<CheckResult>,
    faults: some Sequence<Fault>,
    open: Int = 0,
    verdict: Verdict,
    failOn: FailureThreshold
  ) {
    var (blocks, errors, warnings, undecided, waived, known) = (0, 0, 0, 0, 0, 0)
    for fault in faults {
      if fault.knownSince == nil { undecided += 1 } else { known += 1 }
    }
    var hasAttested = false
    for result in results where result.cause == nil {
      if result.isAttested { hasAttested = true }
      switch result.outcome {
      case .failed where result.knownSince != nil, .undecided where result.knownSince != nil:
        known += 1
      case .failed where result.severity == .block: blocks += 1
      case .failed where result.severity == .error: errors += 1
      case .failed where result.severity == .warn: warnings += 1
      case .undecided: undecided += 1
      case .waived: waived += 1
      case .failed, .passed, .notApplicable, .upcoming: break
      }
    }
    (self.blocks, self.errors, self.warnings) = (blocks, errors, warnings)
    (self.undecided, self.open, self.waived, self.known) = (undecided, open, waived, known)
    self.hasAttested = hasAttested
    self.verdict = verdict
    self.failOn = failOn
  }

  /// The verdict with what qualifies it, such as `PASS with 1 accepted gap`.
  var sentence: String {
    if let remark { return remark }
    return switch verdict {
    case .fail: "FAIL: required evidence is missing or inconsistent"
    case .undecided: "UNDECIDED: something could not be judged, or nothing was checked"
    case .pass: "PASS" + passWords
    case .partial: "PARTIAL: one shard of a run alone has no verdict"
    }
  }

  private var passWords: String {
    let gaps = Wording.count(waived, "accepted gap", "accepted gaps")
    let old = Wording.count(known, "finding that is not new", "findings that are not new")
    let also = (waived > 0 ? "; \(gaps)" : "") + (known > 0 ? "; \(old)" : "")
    if blocks > 0 {
      let others = errors > 0 ? " and \(Wording.count(errors, "error", "errors"))" : ""
      let failures = Wording.count(blocks, "block failure", "block failures")
      return " by policy: \(failures)\(others) tolerated (fail_on: \(failOn.rawValue))\(also)"
    }
    if errors > 0 {
      let failures = Wording.count(errors, "error", "errors")
      return " by threshold: \(failures) below it (fail_on: \(failOn.rawValue))\(also)"
    }
    let notes = warnings > 0 ? Wording.count(warnings, "warning", "warnings") : ""
    if known > 0 {
      let rest = [waived > 0 ? gaps : "", notes].filter { !$0.isEmpty }
      return ": nothing new is missing; " + ([old] + rest).joined(separator: ", ")
    }
    if waived > 0 { return " with \(gaps)" + (notes.isEmpty ? "" : " and \(notes)") }
    guard notes.isEmpty else { return " with \(notes)" }
    return ": the required evidence is present" + (hasAttested ? " or attested" : "")
  }

  /// The counts that matter, such as `1 block, 21 errors, 12 warnings, 2 undecided, 0 open`.
  var counts: String {
    var parts = blocks > 0 ? [Wording.count(blocks, "block", "blocks")] : []
    parts.append(Wording.count(errors, "error", "errors"))
    parts.append(Wording.count(warnings, "warning", "warnings"))
    if undecided > 0 { parts.append("\(undecided) undecided") }
    parts.append("\(open) open")
    if known > 0 { parts.append("\(known) not new") }
    return parts.joined(separator: ", ")
  }

  /// The counts without those that are zero.
  var shortCounts: String {
    let parts = [
      (blocks, "block", "blocks"), (errors, "error", "errors"), (warnings, "warning", "warnings"),
      (undecided, "undecided", "undecided"), (open, "open", "open"),
      (waived, "accepted gap", "accepted gaps"),
      (known, "not new", "not new"),
    ]
    return parts.filter { $0.0 > 0 }.map { Wording.count($0.0, $0.1, $0.2) }
      .joined(separator: ", ")
  }

  /// The exit status of a run with this verdict.
  var exitStatus: Int {
    switch verdict {
    case .pass: 0
    case .fail: 1
    case .undecided, .partial: 3
    }
  }
}

/// The verdict on one system alone, with the counts behind it.
struct SystemVerdict {
  let system: SystemReport
  let results: [CheckResult]
  let verdict: Verdict
  let words: VerdictWords

  /// Every system of a report, in its order.
  static func all(in report: Report) -> [SystemVerdict] {
    let results = Dictionary(grouping: report.results, by: \.system)
    let faults = Dictionary(grouping: report.faults) { $0.system }
    let rule = VerdictRule(failOn: report.policy.failOn)
    return report.systems.map { system in
      let own = results[system.id] ?? []
      let ownFaults = faults[system.id] ?? []
      let verdict = rule.verdict(on: own, faults: ownFaults + (faults[nil] ?? []))
      let failOn = report.policy.failOn
      let words = VerdictWords(
        own,
        faults: ownFaults,
        open: system.openQuestions.count,
        verdict: verdict,
        failOn: failOn
      )
      return SystemVerdict(system: system, results: own, verdict: verdict, words: words)
    }
  }
}

extension Wording {
  /// Which day was judged, and how far it lies from the commit.
  static func day(of report: Report) -> String {
    let text = "as of \(report.asOf)"
    guard let day = report.repository.commitTime.flatMap({ CalendarDate(unixSeconds: $0) }) else {
      return text
    }
    let days = day.days(until: report.asOf)
    if days == 0 { return "\(text), the day of the commit" }
    let distance = count(Int(days.magnitude), "day", "days")
    return "\(text), \(distance) \(days < 0 ? "before" : "after") the commit"
  }

  /// What narrowed the run down, one remark each.
  static func scope(of report: Report) -> [(label: String, text: String)] {
    var parts = settings(of: report)
    if !report.request.notJudged.isEmpty {
      parts.append(("declared and not judged:", names(report.request.notJudged)))
    }
    parts += notLookedAt(in: report)
    if let change = report.request.change, let range = report.changedRange {
      if change.onlyChanged {
        let rest =
          change.leftOut.isEmpty
          ? "no system is left out" : "left out: \(names(change.leftOut))"
        parts.append(("only what changed in", "\(range); \(rest)"))
      } else {
        parts.append(("the change", range))
      }
      if change.newOnly { parts.append(("only what is new since", change.base.short)) }
    }
    if let baseline = report.request.baseline {
      parts.append(("only what is not in the baseline", baseline))
    }
    return parts + (report.request.shard.map { [("only the shard", $0)] } ?? [])
  }

  /// All that was asked, for formats without a place for each part: the day, by what was judged, and the scope.
  static func asked(of report: Report) -> String {
    let packs = report.packs.map { "\($0.id) \($0.version) (\($0.source.rawValue))" }
    let place =
      switch report.request.policySource {
      case .tree: ""
      case .ref: " of \(report.policy.place ?? "")"
      case .file: " from disk"
      }
    let policy =
      "policy \(report.policy.path ?? "none")\(place), fail_on \(report.policy.failOn.rawValue)"
    let scope = self.scope(of: report).map { "\($0.label) \($0.text)" }
    let only = report.request.systems
    return
      ([day(of: report), policy, "packs \(packs.joined(separator: ", "))"]
      + (only.isEmpty ? [] : ["only the systems \(names(only))"]) + scope).joined(separator: "; ")
  }

  /// What lies beyond what was looked at, one remark for each reason.
  private static func notLookedAt(in report: Report) -> [(label: String, text: String)] {
    let all = report.request.notLookedAt
    return Set(all.map(\.reason)).sorted().map { reason in
      let paths = all.filter { $0.reason == reason }.map(\.path)
      return ("not looked at:", "\(names(paths)): \(reason)")
    }
  }

  /// The first of some names, and how many more there are.
  private static func names(_ all: [String]) -> String {
    let more = all.count > 10 ? " and \(all.count - 10) more" : ""
    return all.prefix(10).joined(separator: ", ") + more
  }

  /// What the policy changed or left out, which no verdict may keep silent about.
  private static func settings(of report: Report) -> [(label: String, text: String)] {
    let changed = report.packs.flatMap(\.parameters).compactMap { parameter in
      parameter.packValue.map { packValue in
        "\(parameter.rule.map { "\($0)." } ?? "")\(parameter.name) \(parameter.value) instead of \(packValue)"
      }
    }
    return [("set by the policy:", changed), ("never searched:", report.policy.exclude)]
      .filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ", ")) }
  }

  /// A topic of statements in words: `use.outOfScope` is `use: out of scope`.
  static func topic(_ name: String) -> String {
    name.reduce(into: "") { words, character in
      if character == "." {
        words += ": "
      } else if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
  }

  /// What was judged: a commit by its id, or work before one.
  static func revision(of report: Report) -> String {
    guard let commit = report.repository.commit else {
      return "uncommitted work (\(report.repository.revision))"
    }
    let ref = report.repository.ref.map { " (\($0))" } ?? ""
    return "commit \(commit.short)\(ref)"
  }
}

extension Report {
  /// The verdict in words, with what qualifies it; the same in every format.
  var sentence: String { VerdictWords(self).sentence }

  /// What was asked, the same in every format that has one place for it.
  package var asked: String { Wording.asked(of: self) }

  /// What a verdict means, by which packs and as of which day; the same in every format.
  var standing: String { Wording.standing(after: packs) }

  /// The verdict in words with the counts behind it.
  var countedSentence: String {
    let words = VerdictWords(self)
    return "\(words.sentence); \(words.counts)"
  }
}

/// The steps that led to the tier of a system, apart from those that made an assessment due.
struct TierPath {
  /// The articles with the facts that made them apply, each once.
  let tier: [String]
  /// Why a data protection impact assessment is due, or why that is open; empty where none is.
  let assessment: [String]
  /// Whether the assessment is due or that is open, in a word.
  let assessmentState: String
  /// What followed from other answers, with the answer and the clause it follows by.
  let entailed: [String]

  init(_ system: SystemReport) {
    func steps(_ step: TierStep) -> [String] {
      var steps: [String] = []
      for reason in system.tierReasons where reason.step == step {
        // What is open led nowhere yet, and is asked.
        if step == .tier, system.tier == .unresolved, reason.value == "unknown" { continue }
        let text = "\(reason.article) (\(reason.fact))"
        if !steps.contains(text) { steps.append(text) }
      }
      return steps
    }
    tier = steps(.tier)
    assessment = system.assessmentState == nil ? [] : steps(.assessment)
    assessmentState = system.assessmentState ?? ""
    entailed = system.tierReasons.filter { $0.step == .entailed }.map { reason in
      let place = reason.location.map { " at \($0)" } ?? ""
      return "\(reason.fact): \(reason.value)\(place) \(reason.text) (\(reason.article))"
    }
  }
}

extension SystemReport {
  /// Whether a data protection impact assessment is due, or open answers decide that; nil for neither.
  var assessmentState: String? {
    if flags.contains("dpia_required") { return "due" }
    return flags.contains("dpia_open") ? "open" : nil
  }
}
