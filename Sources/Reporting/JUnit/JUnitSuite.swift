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
  static func all(in report: Report, saying texts: JUnitTexts) -> [JUnitSuite] {
    let places = FindingPlaces(report)
    let results = Dictionary(grouping: report.results.indices) { report.results[$0].system }
    let systems = Dictionary(grouping: report.systems, by: \.id)
    let ids = Set(results.keys).union(systems.keys).sorted(by: FixedOrder.precedes)
    var suites = ids.map { id in
      JUnitSuite(
        name: JUnitCase.token(id),
        properties: (systems[id] ?? []).map { ("risk.tier", $0.tier.rawValue) },
        cases: (results[id] ?? []).map { index in
          let result = report.results[index]
          return JUnitCase(
            result,
            at: index,
            places.place(of: result),
            failOn: report.policy.failOn
          )
        }
      )
    }
    suites.append(ofRun(report, places, after: suites))
    makeNamesUnique(in: &suites)
    measure(&suites, texts)
    limitSize(of: &suites, texts)
    return suites
  }

  /// GitLab refuses a report of more than 30 MB; what is cut is counted as a property of the run.
  private static let maximumBytes = 26_000_000

  /// Shortens bodies first, then leaves out cases that passed or do not apply, then any.
  private static func limitSize(of suites: inout [JUnitSuite], _ texts: JUnitTexts) {
    func size() -> Int { suites.reduce(0) { $0 + $1.cases.reduce(0) { $0 + $1.estimatedSize } } }
    guard size() > maximumBytes else { return }
    for suite in suites.indices {
      for index in suites[suite].cases.indices {
        suites[suite].cases[index].isShort = true
      }
    }
    measure(&suites, texts)
    var room = maximumBytes
    var omitted = 0
    let graveFirst: [JUnitCase.Result] = [.error, .failure, .skipped, .passed]
    var kept: [Set<Int>] = suites.map { _ in [] }
    for result in graveFirst {
      for suite in suites.indices {
        for (index, testCase) in suites[suite].cases.enumerated() where testCase.result == result {
          room -= testCase.estimatedSize
          if room >= 0 { kept[suite].insert(index) } else { omitted += 1 }
        }
      }
    }
    for suite in suites.indices {
      suites[suite].cases = suites[suite].cases.enumerated()
        .filter { kept[suite].contains($0.offset) }.map(\.element)
    }
    suites[suites.count - 1].properties.append(("cut.bodies", "shortened to their messages"))
    suites[suites.count - 1].properties.append(("cut.cases", String(omitted)))
  }

  private static func measure(_ suites: inout [JUnitSuite], _ texts: JUnitTexts) {
    for suite in suites.indices {
      for index in suites[suite].cases.indices {
        suites[suite].cases[index].textSize = texts.size(of: suites[suite].cases[index])
      }
    }
  }

  /// The faults, and a case that is no success where nothing was judged and no other case says so.
  private static func ofRun(
    _ report: Report,
    _ places: FindingPlaces,
    after systems: [JUnitSuite]
  ) -> JUnitSuite {
    let faults = report.faults.enumerated().map { index, fault in
      JUnitCase(fault, at: index, places.place(of: fault))
    }
    let looksGreen = (systems.flatMap(\.cases) + faults).allSatisfy {
      $0.result == .passed || $0.result == .skipped
    }
    // A shard may have no system, and a change may touch none.
    let mayBeEmpty = report.verdict == .partial || report.isEmptySelection
    let isSilent = looksGreen && !report.results.contains(where: \.isJudgement) && !mayBeEmpty
    return JUnitSuite(
      name: "modelgate",
      properties: [],
      cases: faults + (isSilent ? [JUnitCase.nothingJudged] : [])
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
