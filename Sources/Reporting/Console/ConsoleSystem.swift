// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One system on a terminal: its tier and why, what needs work, and counts of the rest.
struct ConsoleSystem {
  private let id: String
  private let systems: [SystemReport]
  private let results: [CheckResult]

  static func all(in report: Report) -> [ConsoleSystem] {
    let results = Dictionary(grouping: report.results, by: \.system)
    let systems = Dictionary(grouping: report.systems, by: \.id)
    let ids = Set(results.keys).union(systems.keys).sorted(by: FixedOrder.precedes)
    return ids.map { id in
      ConsoleSystem(id: id, systems: systems[id] ?? [], results: results[id] ?? [])
    }
  }

  func write(to page: inout ConsolePage) {
    page.add("System", id, colour: .bold, limit: 200)
    for system in systems { addDescription(of: system, to: &page) }
    for result in results where result.outcome == .failed || result.outcome == .undecided {
      ConsoleFinding(result).write(to: &page)
    }
    for result in results where result.outcome == .waived { addWaived(result, to: &page) }
    for result in results where result.outcome == .upcoming {
      page.add("> upcoming", "\(Self.name(of: result)): \(result.message)", indent: 2)
    }
    addCounts(to: &page)
  }

  private func addDescription(of system: SystemReport, to page: inout ConsolePage) {
    page.add("\(system.name); tier: \(system.tier.words)\(Self.extras(of: system))", indent: 2)
    for reason in system.tierReasons {
      let place = reason.location.map { " (\($0))" } ?? ""
      let text = "\(reason.article): \(reason.fact) = \(reason.value), \(reason.text)\(place)"
      page.add("why:", text, indent: 2, limit: 500)
    }
    for question in system.questions {
      page.add("to ask:", question, indent: 2, limit: 500)
    }
    if !system.isDeclared {
      let help = "no declaration claims these documents; write one with 'modelgate new system'"
      page.add("help:", help, indent: 2)
    }
  }

  private static func extras(of system: SystemReport) -> String {
    let flags = system.flags.isEmpty ? "" : "; flags: \(system.flags.joined(separator: ", "))"
    let places = system.jurisdictions.joined(separator: ", ")
    return flags + (places.isEmpty ? "" : "; jurisdictions: \(places)")
  }

  private func addWaived(_ result: CheckResult, to page: inout ConsolePage) {
    let reason = result.waiver.map(Wording.waiver) ?? result.message
    let text = "\(Self.name(of: result)): \(reason)"
    page.add("~ waived", text, indent: 2, colour: .blue, limit: 500)
  }

  private static func name(of result: CheckResult) -> String {
    "\(result.ruleName) on \(result.subject)"
  }

  private func addCounts(to page: inout ConsolePage) {
    let summary = ReportSummary(results)
    guard !results.isEmpty else {
      page.add("? nothing was checked", "", indent: 2, colour: .yellow)
      return
    }
    let text = "\(summary.passed) passed, \(summary.notApplicable) not applicable"
    page.add("✓", text, indent: 2, colour: .green)
  }
}
