// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing

@Suite("Random mixtures of hostile texts")
struct HostilePropertyTests {
  private static let seeds = Array(UInt64(1)...25)

  @Test(arguments: seeds)
  func `Markdown keeps its shape`(seed: UInt64) {
    let neutral = MarkdownOutline(render(HostileText.report("neutral"), as: .markdown))
    let outline = MarkdownOutline(render(HostileText.report(mixture(seed)), as: .markdown))
    #expect(outline.tables == neutral.tables, "seed \(seed)")
    #expect(outline.strangeWords.isEmpty, "seed \(seed): \(outline.strangeWords)")
  }

  @Test(arguments: seeds)
  func `JUnit XML stays well-formed`(seed: UInt64) throws {
    let report = HostileText.report(mixture(seed))
    let parsed = try #require(ParsedJUnit(render(report, as: .junit)), "seed \(seed)")
    #expect(parsed.cases.count == report.results.count + report.faults.count, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `annotations stay one command for each line`(seed: UInt64) {
    let text = String(utf8: render(HostileText.report(mixture(seed)), as: .github))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 6 && lines.allSatisfy { $0.hasPrefix("::") }, "seed \(seed)")
    #expect(!text.contains("##"), "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `a log holds no command at any width`(seed: UInt64) {
    let report = HostileText.report(mixture(seed))
    for width in [40, 57, 100] {
      let style = ConsoleStyle(width: width)
      let text = String(utf8: render(report, as: .console, style: style))
      #expect(!text.contains("##"), "seed \(seed)")
      for line in text.split(separator: "\n") {
        let start = line.unicodeScalars.drop(while: \.properties.isWhitespace)
        #expect(!start.starts(with: "::".unicodeScalars), "seed \(seed), width \(width)")
      }
    }
  }

  /// Fragments of hostile texts and random scalars in a random order.
  private func mixture(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<12).map { _ in
      guard Bool.random(using: &generator) else {
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        return Unicode.Scalar(value).map { String($0) } ?? " "
      }
      return HostileText.all.randomElement(using: &generator) ?? ""
    }
    .joined(separator: Bool.random(using: &generator) ? "" : " ")
  }
}
