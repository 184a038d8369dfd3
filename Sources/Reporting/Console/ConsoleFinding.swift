// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One failed or undecided check on a terminal, in full.
struct ConsoleFinding {
  private let result: CheckResult

  init(_ result: CheckResult) {
    self.result = result
  }

  func write(to page: inout ConsolePage) {
    page.add(label, "\(name): \(result.title)", indent: 2, colour: colour)
    for location in result.locations.prefix(5) {
      page.add("-->", location.description, indent: 4)
    }
    addOmittedLocations(to: &page)
    for (label, text) in parts where !text.isEmpty { page.add(label, text, indent: 4) }
    guard let explanation = result.explanation else { return }
    page.add("why:", "", indent: 4)
    for line in explanation.lines(maximumLines: 60, valueLimit: 200) {
      page.add(line.text, indent: 6 + line.indent)
    }
  }

  private var label: String {
    result.outcome == .undecided
      ? "? undecided (\(result.severity.rawValue))" : "✗ \(result.severity.rawValue)"
  }

  private var name: String {
    "\(result.ruleName)\(result.code.map { " \($0)" } ?? "") on \(result.subject)"
  }

  private var colour: ConsolePage.Colour {
    result.outcome == .failed && result.severity >= .error ? .red : .yellow
  }

  /// What was found, unless the same words follow as what was seen.
  private var parts: [(String, String)] {
    let waiver = result.waiver.map { "\(Wording.waiver($0)) (does not count)" } ?? ""
    return [
      ("found:", result.message == result.seen ? "" : result.message),
      ("required:", result.required), ("seen:", result.seen), ("clause:", result.control),
      ("waiver:", waiver), ("help:", result.remedy),
    ]
  }

  private func addOmittedLocations(to page: inout ConsolePage) {
    let omitted = result.locations.count - 5
    guard omitted > 0 else { return }
    page.add("-->", "and \(omitted) more, see report.json", indent: 4)
  }
}
