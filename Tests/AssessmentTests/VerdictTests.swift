// SPDX-License-Identifier: Apache-2.0

import Assessment
import GateModel
import TestSupport
import Testing

/// Records in short, a threshold, and the verdict.
struct VerdictCase: CustomTestStringConvertible, Sendable {
  var results: [(outcome: Outcome, severity: Severity)] = []
  var hasFault = false
  var failOn = FailureThreshold.error
  let verdict: Verdict

  var testDescription: String {
    let records = results.map { "\($0.outcome.rawValue) \($0.severity.rawValue)" }
    let parts = records + (hasFault ? ["a fault"] : [])
    return "\(parts.isEmpty ? "nothing" : parts.joined(separator: ", ")) on \(failOn.rawValue)"
  }

  static let nothingJudged = [
    VerdictCase(verdict: .undecided),
    VerdictCase(failOn: .never, verdict: .undecided),
    VerdictCase(results: [(.notApplicable, .block)], verdict: .undecided),
    VerdictCase(results: [(.upcoming, .block)], verdict: .undecided),
    VerdictCase(
      results: [(.notApplicable, .error), (.upcoming, .error)],
      verdict: .undecided
    ),
    VerdictCase(results: [(.undecided, .info)], verdict: .undecided),
    VerdictCase(hasFault: true, verdict: .undecided),
  ]

  static let order = [
    VerdictCase(results: [(.passed, .error)], verdict: .pass),
    VerdictCase(results: [(.waived, .error)], verdict: .pass),
    VerdictCase(results: [(.passed, .error), (.notApplicable, .error)], verdict: .pass),
    VerdictCase(results: [(.passed, .error), (.upcoming, .block)], verdict: .pass),
    VerdictCase(results: [(.passed, .error), (.undecided, .error)], verdict: .undecided),
    VerdictCase(results: [(.passed, .error)], hasFault: true, verdict: .undecided),
    VerdictCase(results: [(.passed, .error), (.failed, .error)], verdict: .fail),
    VerdictCase(
      results: [(.passed, .error), (.failed, .error), (.undecided, .error)],
      verdict: .fail
    ),
    VerdictCase(results: [(.failed, .block)], hasFault: true, verdict: .fail),
    VerdictCase(results: [(.waived, .block), (.failed, .error)], verdict: .fail),
  ]

  /// What one failure and one undecided record of each severity do, beside a pass.
  static let thresholds: [VerdictCase] = FailureThreshold.allCases.flatMap { threshold in
    Severity.allCases.flatMap { severity in
      let limit: Severity =
        switch threshold {
        case .block: .block
        case .error, .never: .error
        case .warn: .warn
        }
      let fails = threshold != .never && severity >= limit
      return [
        VerdictCase(
          results: [(.passed, .info), (.failed, severity)],
          failOn: threshold,
          verdict: fails ? .fail : .pass
        ),
        VerdictCase(
          results: [(.passed, .info), (.undecided, severity)],
          failOn: threshold,
          verdict: severity >= limit ? .undecided : .pass
        ),
      ]
    }
  }

  /// A failure was judged; below the threshold it does not fail the run, and nothing is open.
  static let belowThreshold: [VerdictCase] = [
    VerdictCase(results: [(.failed, .warn)], verdict: .pass),
    VerdictCase(results: [(.failed, .error)], failOn: .block, verdict: .pass),
    VerdictCase(results: [(.failed, .block)], failOn: .never, verdict: .pass),
    VerdictCase(results: [(.failed, .info), (.notApplicable, .error)], verdict: .pass),
    VerdictCase(results: [(.failed, .warn), (.undecided, .error)], verdict: .undecided),
    VerdictCase(results: [(.failed, .warn)], hasFault: true, verdict: .undecided),
  ]

  static let all = nothingJudged + order + belowThreshold + thresholds
}

extension CheckResult {
  /// A record with an outcome and a severity.
  fileprivate static func sample(_ outcome: Outcome, _ severity: Severity) -> CheckResult {
    CheckResult(
      system: "s",
      pack: "p",
      rule: "r",
      subject: "x",
      outcome: outcome,
      severity: severity,
      message: "m"
    )
  }
}

@Suite("The verdict")
struct VerdictTests {
  @Test(arguments: VerdictCase.all)
  func `records and faults give one word`(_ example: VerdictCase) {
    let verdict = VerdictRule(failOn: example.failOn).verdict(
      on: example.results.map { .sample($0.outcome, $0.severity) },
      faults: example.hasFault ? [Fault(message: "unreadable", help: "fix it")] : []
    )
    #expect(verdict == example.verdict)
  }

  private struct Trial {
    let base: [CheckResult]
    let added: CheckResult
    let hasFault: Bool
    let threshold: FailureThreshold

    init(_ generator: inout SeededGenerator) {
      func record(_ outcomes: [Outcome]) -> CheckResult {
        let outcome = outcomes.randomElement(using: &generator) ?? .failed
        return .sample(outcome, Severity.allCases.randomElement(using: &generator) ?? .error)
      }
      // Where nothing was judged, a tolerated failure is the first thing that is: see above.
      base =
        [record([.passed, .waived])]
        + (0..<generator.number(in: 0...5)).map { _ in record(Outcome.allCases) }
      added = record([.failed, .undecided])
      hasFault = generator.number(in: 0...3) == 0
      threshold = FailureThreshold.allCases.randomElement(using: &generator) ?? .error
    }

    func verdict(on results: [CheckResult], faults: Bool) -> Verdict {
      VerdictRule(failOn: threshold).verdict(
        on: results,
        faults: faults ? [Fault(message: "unreadable", help: "fix it")] : []
      )
    }
  }

  private func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .pass: 0
    case .undecided, .partial: 1
    case .fail: 2
    }
  }

  @Test func `a further failure, undecided record or fault never improves a verdict`() {
    forAll(count: 2_000) {
      Trial(&$0)
    } holds: { trial in
      let before = rank(trial.verdict(on: trial.base, faults: trial.hasFault))
      let worse = rank(trial.verdict(on: trial.base + [trial.added], faults: trial.hasFault))
      let faulty = rank(trial.verdict(on: trial.base, faults: true))
      return worse >= before && faulty >= before
    }
  }

  @Test func `the order of the records does not matter`() {
    forAll(count: 500) { generator -> (trial: Trial, shuffled: [CheckResult]) in
      let trial = Trial(&generator)
      return (trial, (trial.base + [trial.added]).shuffled(using: &generator))
    } holds: { sample in
      let trial = sample.trial
      return trial.verdict(on: sample.shuffled, faults: trial.hasFault)
        == trial.verdict(on: trial.base + [trial.added], faults: trial.hasFault)
    }
  }
}
