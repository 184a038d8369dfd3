// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import Testing

@Suite("Reports in pieces") struct ReportPieceTests {
  /// More than one piece in each format, with texts that a log must not take for commands.
  private static let large = Sample.report(
    systems: [Sample.creditSystem],
    results: (0..<6_000).map { number in
      Sample.result("eu-gdpr", "dpia-missing", "models/ü-\(number)/##[group]/DPIA.md", .failed)
    },
    verdict: .fail
  )

  private struct Full: Error {}

  @Test(arguments: ReportFormat.allCases)
  func `what goes to standard output in pieces is the page`(format: ReportFormat) {
    var pieces: [Page] = []
    Self.large.print(as: format, style: ConsoleStyle(), junitProfile: .rich) { pieces.append($0) }
    #expect(Array(pieces.map(\.bytes).joined()) == Page(Self.large, as: format).bytes)
    guard format == .json || format == .junit || format == .sarif else { return }
    #expect(pieces.count > 1)
    #expect(pieces.allSatisfy { $0.bytes.count < 2 << 20 })
  }

  @Test func `nothing is printed behind a piece that could not be`() {
    var count = 0
    #expect(throws: Full.self) {
      try Self.large.print(as: .json, style: ConsoleStyle(), junitProfile: .rich) { _ in
        count += 1
        throw Full()
      }
    }
    #expect(count == 1)
  }
}
