// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// GitHub workflow commands: one annotation for each open finding, as many as GitHub shows.
struct WorkflowCommands {
  /// GitHub drops annotations beyond ten of a level in one step; the tenth tells how many there are.
  private static let maximumPerLevel = 9

  private enum Level: String, CaseIterable {
    case error
    case warning
    case notice
  }

  private let report: Report
  private let places: FindingPlaces
  private let rules: RuleTexts

  init(_ report: Report) {
    self.report = report
    places = FindingPlaces(report)
    rules = RuleTexts(report)
  }

  func bytes() -> [UInt8] {
    let annotations = report.faults.map(annotation) + report.openResults.map(annotation)
    let lines = Level.allCases.flatMap { level in
      let verdict = level == .notice ? [verdict] : []
      return shown(verdict + annotations.filter { $0.level == level }.map(\.line), level)
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// The sentence on the run, before all other notices, and what it means.
  private var verdict: String {
    let text = "\(report.countedSentence). \(report.standing) \(report.asked)"
    return Self.command(.notice, at: nil, title: "verdict", text)
  }

  private func shown(_ all: [String], _ level: Level) -> [String] {
    let omitted = all.count - Self.maximumPerLevel
    guard omitted > 0 else { return all }
    let remark = "and \(omitted) more, see the summary or report.json"
    return all.prefix(Self.maximumPerLevel) + ["::\(level.rawValue) title=modelgate::\(remark)"]
  }

  private func annotation(_ fault: Fault) -> (level: Level, line: String) {
    let text = fault.agedMessage
    let message = fault.help.isEmpty ? text : "\(text); \(fault.help)"
    let level = fault.knownSince == nil ? Level.error : .notice
    let place = places.place(of: fault)
    return (level, Self.command(level, at: place, title: "not readable", message))
  }

  private func annotation(_ result: CheckResult) -> (level: Level, line: String) {
    let level = level(of: result)
    let remedy = rules[result].remedy
    let fix = remedy.isEmpty ? "" : " (\(remedy))"
    let line = Self.command(
      level,
      at: places.place(of: result),
      title: "\(result.code ?? result.rule) \(result.subject)",
      result.headline(rules[result], limit: 2_000) + fix
    )
    return (level, line)
  }

  /// What fails the run is an error; the rest warns or informs.
  private func level(of result: CheckResult) -> Level {
    if result.knownSince != nil { return .notice }
    if result.outcome == .undecided || report.policy.failOn.includes(result.severity) {
      return .error
    }
    return result.severity == .info ? .notice : .warning
  }

  private static func command(
    _ level: Level,
    at place: SourceLocation?,
    title: String,
    _ message: String
  ) -> String {
    var properties: [(String, String)] = []
    if let place, place.path != "." {
      properties.append(("file", place.path))
      if let position = place.position {
        properties += [("line", String(position.line)), ("col", String(position.column))]
      }
    }
    properties.append(("title", "modelgate: " + title))
    let list = properties.map { name, value in
      "\(name)=\(escaped(VisibleText.line(value, limit: 250), isData: false))"
    }
    let text = escaped(VisibleText.line(message, limit: 4_000), isData: true)
    return "::\(level.rawValue) \(list.joined(separator: ","))::\(text)"
  }

  /// The escapes of the runner's own toolkit; `##[` would start a command anywhere in a line.
  private static func escaped(_ text: String, isData: Bool) -> String {
    var result = ""
    for scalar in LogText.defused(text).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":" where !isData: result += "%3A"
      case "," where !isData: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
