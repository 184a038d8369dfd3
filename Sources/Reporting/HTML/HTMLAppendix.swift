// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// What stands behind the verdict: waivers on a time line, what was read, by what it was judged.
struct HTMLAppendix {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  func write(to page: inout HTMLWriter) {
    writeWaivers(to: &page)
    writeModels(to: &page)
    writeInputs(to: &page)
    writePacks(to: &page)
  }

  private func writeWaivers(to page: inout HTMLWriter) {
    guard !report.waivers.isEmpty else { return }
    page.element("h2", text: "Waivers")
    WaiverTimeline(report.waivers, today: report.asOf).write(to: &page)
    var table = HTMLTable(["Rule", "Subject", "State", "Who", "Why"])
    for waiver in report.waivers {
      let kind = waiver.state == .applied ? "calm" : waiver.state == .expired ? "bad" : "warn"
      let reference = waiver.reference.map { " (\($0))" } ?? ""
      table.add([
        .code(waiver.rule), .text(waiver.subject), .badge(waiver.state.words, kind),
        .text("owner \(waiver.owner), approved by \(waiver.approvedBy)"),
        .text("\(waiver.reason)\(reference) (\(waiver.created) to \(waiver.expires))"),
      ])
    }
    table.write(to: &page)
  }

  private func writeModels(to page: inout HTMLWriter) {
    guard !report.models.isEmpty else { return }
    page.element("h2", text: "Models")
    var table = HTMLTable(["System", "Model", "Weights", "SHA-256", "Bytes", "Digest from"])
    for model in report.models {
      table.add([
        .text(model.system), .text("\(model.name) \(model.version ?? "")"),
        .code(model.path ?? ""), .code(model.sha256?.hex ?? ""),
        .text(model.size.map { String($0) } ?? ""), .text(model.origin.rawValue),
      ])
    }
    table.write(to: &page)
  }

  private func writeInputs(to page: inout HTMLWriter) {
    guard !report.artifacts.isEmpty else { return }
    page.element("h2", text: "What was read")
    var table = HTMLTable(["File", "Taken for", "System", "SHA-256", "Git blob"])
    for artifact in report.artifacts {
      table.add([
        .code(artifact.path), .text("\(artifact.kind.rawValue) (\(artifact.format))"),
        .text(artifact.system), .code(artifact.sha256.hex), .code(artifact.blob?.short ?? ""),
      ])
    }
    table.write(to: &page)
  }

  private func writePacks(to page: inout HTMLWriter) {
    guard !report.packs.isEmpty else { return }
    page.element("h2", text: "By what it was judged")
    var table = HTMLTable(["Rule pack", "Version", "Rules", "Source", "SHA-256"])
    for pack in report.packs {
      table.add([
        .text(pack.title), .text(pack.version), .text(String(pack.ruleCount)),
        .text(pack.source.rawValue + (pack.reason.map { "; \($0)" } ?? "")),
        .code(pack.digest.hex),
      ])
    }
    table.write(to: &page)
  }
}

/// From when to when each waiver counts, beside the day of the check.
private struct WaiverTimeline {
  private static let maximumRows = 40

  private let waivers: ArraySlice<WaiverReport>
  private let today: CalendarDate
  private let first: Int
  private let last: Int

  init(_ waivers: [WaiverReport], today: CalendarDate) {
    self.waivers = waivers.prefix(Self.maximumRows)
    self.today = today
    let days = waivers.flatMap { [$0.created.daysSinceEpoch, $0.expires.daysSinceEpoch] }
    first = min(days.min() ?? 0, today.daysSinceEpoch)
    last = max(days.max() ?? 0, today.daysSinceEpoch)
  }

  func write(to page: inout HTMLWriter) {
    let height = 30 + 22 * waivers.count
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 760 \(height)"), ("role", "img"),
      ("aria-labelledby", "w-t"), ("font-family", "system-ui,sans-serif"), ("font-size", "12"),
      ("fill", "currentColor"),
    ]
    page.element("svg", attributes) { page in
      page.element(
        "title",
        [("id", "w-t")],
        text: "From when to when waivers count; today \(today)"
      )
      for (index, waiver) in waivers.enumerated() { write(waiver, at: 20 + 22 * index, to: &page) }
      let now = x(today)
      page.element(
        "line",
        [
          ("x1", now), ("x2", now), ("y1", "4"), ("y2", String(height - 4)),
          ("stroke", "currentColor"), ("stroke-dasharray", "4 3"),
        ]
      ) { _ in }
    }
    page.lineBreak()
  }

  private func write(_ waiver: WaiverReport, at y: Int, to page: inout HTMLWriter) {
    let isLive = waiver.state == .applied || waiver.state == .expiresSoon
    page.element(
      "line",
      [
        ("x1", x(waiver.created)), ("x2", x(waiver.expires)), ("y1", String(y)), ("y2", String(y)),
        ("stroke", "currentColor"), ("stroke-width", "6"),
        ("stroke-opacity", isLive ? "1" : "0.35"),
      ]
    ) { _ in }
    let name = String((waiver.rule.split(separator: "/").last ?? "").prefix(34))
    page.element(
      "text",
      [("x", "8"), ("y", String(y + 4))],
      text: "\(name), \(waiver.state.words)"
    )
  }

  private func x(_ day: CalendarDate) -> String {
    let share = last == first ? 0.5 : Double(day.daysSinceEpoch - first) / Double(last - first)
    return PlotNumber.fixed(330 + 420 * share, 1)
  }
}
