// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// One testsuite element: a system, or the run itself.
struct JUnitSuite {
  /// The name of the suite.
  var name: String
  /// What is said about the suite besides its cases.
  var properties: [(String, String)]
  /// The cases; their class names and names are unique across all suites.
  var cases: [JUnitCase]

  /// Every suite of a report: the systems by id, then the run.
  static func all(in report: Report) -> [JUnitSuite] {
    let places = FindingPlaces(report)
    let results = Dictionary(grouping: report.results, by: \.system)
    let systems = Dictionary(grouping: report.systems, by: \.id)
    let ids = Set(results.keys).union(systems.keys).sorted(by: FixedOrder.precedes)
    var suites = ids.map { id in
      JUnitSuite(
        name: JUnitCase.token(id),
        properties: (systems[id] ?? []).map { ("risk.tier", $0.tier.rawValue) },
        cases: (results[id] ?? []).map { result in
          JUnitCase(result, at: places.place(of: result), failOn: report.policy.failOn)
        }
      )
    }
    suites.append(ofRun(report, places))
    makeNamesUnique(in: &suites)
    return suites
  }

  private static func ofRun(_ report: Report, _ places: FindingPlaces) -> JUnitSuite {
    let summary = report.summary
    let isJudged = summary.passed + summary.failed + summary.waived + summary.undecided > 0
    let silence = isJudged || !report.faults.isEmpty ? [] : [JUnitCase.nothingJudged]
    return JUnitSuite(
      name: "modelgate",
      properties: [],
      cases: report.faults.map { JUnitCase($0, at: $0.location.map(places.place)) } + silence
    )
  }

  /// Readers drop one of two cases that share class name and name.
  private static func makeNamesUnique(in suites: inout [JUnitSuite]) {
    var names = UniqueNames()
    for suite in suites.indices {
      for index in suites[suite].cases.indices {
        let testCase = suites[suite].cases[index]
        suites[suite].cases[index].name =
          names.claim(testCase.name, in: testCase.className) { " (\($0))" }
      }
    }
  }
}
