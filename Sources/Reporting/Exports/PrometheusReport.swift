// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Counts in the text exposition format 0.0.4 of Prometheus, as its collector of text files reads it.
///
/// A series that is zero is written too, so that a board sees the difference between nothing found and
/// nothing reported. Texts of the repository stand in labels alone.
struct PrometheusReport {
  private let report: Report
  private let systems: [SystemVerdict]

  init(_ report: Report) {
    self.report = report
    systems = SystemVerdict.all(in: report)
  }

  func bytes() -> [UInt8] {
    let families = [run, asked, sentence, day, verdicts, results, findings, faults, waivers, packs]
    let remark = LogText.defused(VisibleText.line(report.standing))
    return Array((families.map(\.text).joined() + "# \(remark)\n").utf8)
  }

  private var run: MetricFamily {
    MetricFamily(
      "modelgate_run_info",
      "What was judged, and by what.",
      [
        .init(
          [
            ("version", report.tool.version), ("commit", report.repository.commit?.hex ?? ""),
            ("policy", report.policy.digest.hex), ("verdict", report.verdict.rawValue),
          ],
          1
        )
      ]
    )
  }

  private var asked: MetricFamily {
    MetricFamily(
      "modelgate_request_info",
      "What was asked: systems, path, packs, policy, threshold and day.",
      [.init([("asked", report.asked)], 1)]
    )
  }

  private var sentence: MetricFamily {
    MetricFamily(
      "modelgate_verdict_info",
      "The verdict in words.",
      [.init([("sentence", report.countedSentence)], 1)]
    )
  }

  private var day: MetricFamily {
    MetricFamily(
      "modelgate_as_of_timestamp_seconds",
      "The day of the check, in seconds since 1970.",
      [.init([], Int(report.asOf.unixSeconds))]
    )
  }

  private var verdicts: MetricFamily {
    let known = Verdict.allCases
    return MetricFamily(
      "modelgate_system_verdict",
      "1 for the verdict on a system, 0 for the others.",
      systems.flatMap { row in
        known.map { verdict in
          .init(
            [
              ("system", row.system.id), ("tier", row.system.tier.rawValue),
              ("verdict", verdict.rawValue),
            ],
            row.verdict == verdict ? 1 : 0
          )
        }
      }
    )
  }

  private var results: MetricFamily {
    MetricFamily(
      "modelgate_checks",
      "The checks of a system by their outcome.",
      systems.flatMap { row in
        Outcome.allCases.map { outcome in
          let count = row.results.count { $0.outcome == outcome }
          return .init([("system", row.system.id), ("outcome", outcome.rawValue)], count)
        }
      }
    )
  }

  private var findings: MetricFamily {
    MetricFamily(
      "modelgate_findings",
      "The failed checks of a system by severity; one that another explains counts with that.",
      systems.flatMap { row in
        Severity.allCases.map { severity in
          let count = row.results.count {
            $0.outcome == .failed && $0.severity == severity && $0.cause == nil
          }
          return .init([("system", row.system.id), ("severity", severity.rawValue)], count)
        }
      }
    )
  }

  private var faults: MetricFamily {
    MetricFamily(
      "modelgate_faults",
      "What could not be read or judged.",
      [.init([], report.faults.count)]
    )
  }

  private var waivers: MetricFamily {
    MetricFamily(
      "modelgate_waiver_days_left",
      "The whole days to the last day of a waiver; negative once it has passed.",
      report.waivers.map { waiver in
        .init(
          [
            ("rule", waiver.rule), ("system", waiver.system ?? ""), ("subject", waiver.subject),
            ("state", waiver.state.rawValue),
          ],
          waiver.daysLeft
        )
      }
    )
  }

  private var packs: MetricFamily {
    MetricFamily(
      "modelgate_pack_info",
      "A rule pack, and the day up to which the law behind it was looked up.",
      report.packs.map { pack in
        let day = pack.statusDay?.description ?? ""
        return .init([("pack", pack.id), ("version", pack.version), ("law_as_of", day)], 1)
      }
    )
  }
}

/// One metric with its series.
private struct MetricFamily {
  struct Series {
    let labels: String
    let value: Int

    init(_ labels: [(name: String, value: String)], _ value: Int) {
      self.labels = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
      self.value = value
    }

    private static func escaped(_ text: String) -> String {
      LogText.defused(VisibleText.line(text)).escaping(["\\", "\""], with: "\\")
    }
  }

  let name: String
  let help: String
  let series: [Series]

  init(_ name: String, _ help: String, _ series: [Series]) {
    self.name = name
    self.help = help
    self.series = series
  }

  /// The lines; of several series with the same labels, which a reader would refuse, the smallest.
  var text: String {
    var values: [String: Int] = [:]
    var order: [String] = []
    for one in series {
      if values[one.labels] == nil { order.append(one.labels) }
      values[one.labels] = min(values[one.labels] ?? .max, one.value)
    }
    let lines = order.map { labels in
      "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(values[labels] ?? 0)\n"
    }
    return "# HELP \(name) \(help)\n# TYPE \(name) gauge\n" + lines.joined()
  }
}
