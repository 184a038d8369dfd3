// SPDX-License-Identifier: Apache-2.0

import GateModel
import Reporting
import TestSupport
import Testing
import Texts

@Suite("Logs and annotations")
struct LogTests {
  @Test(arguments: HostileText.all)
  func `no hostile text becomes a command of a CI runner`(text: String) {
    let style = ConsoleStyle(useColor: false, width: 80)
    let shown = String(utf8: render(HostileText.report(text), as: .console, style: style))
    for line in shown.split(separator: "\n") {
      let start = line.unicodeScalars.drop(while: \.properties.isWhitespace)
      #expect(!start.starts(with: "::".unicodeScalars))
    }
    #expect(!shown.utf8.contains(sequence: "##".utf8))
  }

  @Test(arguments: HostileText.all)
  func `no hostile text steers the terminal or hides`(text: String) {
    let shown = render(HostileText.report(text), as: .console)
    #expect(
      String(utf8: shown).unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
          || ![.control, .format, .lineSeparator, .paragraphSeparator]
            .contains(scalar.properties.generalCategory)
      }
    )
  }

  @Test(arguments: HostileText.all)
  func `no page gives a runner a command, steers the terminal or hides, whatever its format`(
    text: String
  ) {
    for format in ReportFormat.allCases {
      let page = Page(HostileText.report(text), as: format).bytes
      expectHarmless(page, mayHoldCommands: format == .github, "\(format)")
    }
    expectHarmless(Page(json: [text: .string(text)]).bytes, "JSON")
    expectHarmless(Page(compactJSON: .string(text), remarks: text).bytes, "compact JSON")
    expectHarmless(Page(document: "# x\n\n\(text)\n").bytes, "document")
    expectHarmless(Page(lines: text).bytes, "lines")
    for format in ExampleReport.Format.allCases {
      expectHarmless(examples(text).page(as: format).bytes, "examples as \(format)")
    }
  }

  private func examples(_ text: String) -> ExampleReport {
    var result = ExampleReport.Result(
      rule: text,
      example: text,
      expected: .passed,
      location: HostileText.place(text)
    )
    result.explanation = "x\n\(text)"
    return ExampleReport(results: [result], rulesWithoutExamples: [text])
  }

  private func expectHarmless(_ page: [UInt8], mayHoldCommands: Bool = false, _ what: String) {
    let shown = String(utf8: page)
    #expect(!shown.contains("##[") && !shown.lowercased().contains("##vso["), "\(what): \(shown)")
    #expect(
      shown.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar == "\t"
          || ![.control, .format, .lineSeparator, .paragraphSeparator]
            .contains(scalar.properties.generalCategory)
      },
      "\(what): \(shown)"
    )
    guard !mayHoldCommands else { return }
    for line in shown.split(separator: "\n") {
      let start = line.unicodeScalars.drop(while: \.properties.isWhitespace)
      #expect(!start.starts(with: "::".unicodeScalars), "\(what): \(line)")
    }
  }

  @Test(arguments: HostileText.all)
  func `JSON and XML on a page say what they said`(text: String) throws {
    let report = HostileText.report(text)
    let page = Page(report, as: .json).bytes
    #expect(try Report.read(page, requiresCanonicalForm: false) == report)
    let test = try #require(ParsedJUnit(examples(text).page(as: .junit).bytes)).cases.first
    guard text.unicodeScalars.allSatisfy(\.isXML) else { return }
    #expect(test?.attributes["name"] == text)
  }

  @Test func `colours appear only when the style asks for them`() {
    let plain = render(Sample.full, as: .console)
    let coloured = render(Sample.full, as: .console, style: ConsoleStyle(useColor: true))
    #expect(!plain.contains(0x1B))
    #expect(coloured.contains(0x1B))
    #expect(Array(String(utf8: coloured).withoutColours.utf8) == plain)
  }

  @Test(arguments: [60, 80, 100])
  func `lines fit the width unless a single word is longer`(width: Int) {
    let text = String(utf8: render(Sample.full, as: .console, style: ConsoleStyle(width: width)))
    for line in text.split(separator: "\n") {
      #expect(line.unicodeScalars.count <= width)
    }
  }

  @Test func `a passing report needs no more than the verdict, the tier and the counts`() {
    let text = String(utf8: render(Sample.passing, as: .console))
    #expect(text.contains("PASS: the required evidence is present; 0 errors, 0 warnings, 1 open"))
    #expect(!text.contains("-->"))
  }

  @Test(arguments: HostileText.all)
  func `annotations are one command for each line, whatever the text`(text: String) {
    let lines = String(utf8: render(HostileText.report(text), as: .github)).split(separator: "\n")
    #expect(lines.count == 6)
    let beginnings = ["::error ", "::warning ", "::notice title=modelgate%3A verdict::"]
    for line in lines {
      #expect(beginnings.contains { line.hasPrefix($0) })
      let properties = line.dropFirst(2).prefix { $0 != ":" }
      #expect(properties.contains("title=modelgate%3A "))
      #expect(properties.split(separator: ",").allSatisfy { $0.contains("=") })
      #expect(!line.utf8.contains(sequence: "##".utf8))
    }
  }

  @Test func `a percent sign is escaped, so that nothing decodes to a line break`() {
    var result = Sample.result("p", "r", "50%0A, a:b", .failed)
    result.message = "100%0A::error::x"
    let text = String(utf8: render(Sample.report(results: [result]), as: .github))
    #expect(text.contains("title=modelgate%3A GDP-021 50%250A%2C a%3Ab::100%250A::error::x"))
  }

  @Test func `annotations stay below GitHub's limit and say how many there are`() {
    let results = (0..<30).map { Sample.result("p", "rule-\($0)", "s", .failed) }
    let text = String(utf8: render(Sample.report(results: results), as: .github))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines[9] == "::error title=modelgate::and 21 more, see the summary or report.json")
  }

  @Test func `an annotation is an error only where the finding fails the run`() {
    let results = Severity.allCases.map { severity in
      Sample.result("p", severity.rawValue, "s", .failed, severity: severity)
    }
    let text = String(utf8: render(Sample.report(failOn: .block, results: results), as: .github))
    let levels = text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(levels == ["::error", "::warning", "::warning", "::notice", "::notice"])
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 has the character (§2.2).
  fileprivate var isXML: Bool {
    ["\t", "\n", "\r"].contains(self) || value >= 0x20 && value & 0xFFFE != 0xFFFE
  }
}

extension String {
  fileprivate var withoutColours: String {
    replacing(/\u{1B}\[[0-9]+m/, with: "")
  }
}

extension Sequence where Element == UInt8 {
  fileprivate func contains(sequence: String.UTF8View) -> Bool {
    String(decoding: Array(self), as: UTF8.self).utf8.split(separator: 0x0A)
      .contains { Array($0).containsBytes(Array(sequence)) }
  }
}

extension [UInt8] {
  fileprivate func containsBytes(_ wanted: [UInt8]) -> Bool {
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0...].starts(with: wanted) }
  }
}
