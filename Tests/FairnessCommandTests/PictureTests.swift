// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("Pages, pictures and large reports on group fairness")
struct PictureTests {
  private static func hiring() throws -> EvaluationFile {
    let sexes = [("F", 1334, 373), ("M", 1620, 648)].map {
      (["sex": $0.0], ["n": $0.1, "selected": $0.2])
    }
    let ages = [("<40", 1200, 480), ("40-60", 1740, 541), ("60+", 14, 3)].map {
      (["age": $0.0], ["n": $0.1, "selected": $0.2])
    }
    return try EvaluationFile(groups: sexes + ages)
  }

  private func html(_ file: EvaluationFile, below smallest: Int? = nil) throws -> String {
    let page = try file.report(FairnessRequest()).page(suppressingBelow: smallest)
    return String(decoding: Page(html: page).bytes, as: UTF8.self)
  }

  @Test func `the page tells people, comparison, limit and verdict beside a plot`() throws {
    let page = try html(Self.hiring())
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(page.contains("<svg"))
    #expect(page.contains("Of 1,334 cases of F 373 are selected (28 %)"))
    #expect(page.contains("Limit 0.8: US guideline 29 CFR 1607.4(D), a custom here."))
    #expect(page.contains("Missed: the whole interval is beyond the limit."))
    #expect(page.contains("dashed: limit: M × 0.8 (convention)"))
    #expect(page.contains("0.214 (") && page.contains("n 14"))
  }

  @Test
  func `the picture holds a plot for each attribute, with a title and a description`() throws {
    let page = try Self.hiring().report(FairnessRequest()).page(suppressingBelow: nil)
    let picture = String(decoding: Page(svg: page).bytes, as: UTF8.self)
    #expect(picture.hasPrefix("<svg"))
    #expect(picture.components(separatedBy: "<title").count == 3)
    #expect(picture.components(separatedBy: "<desc").count == 3)
    let one = try EvaluationFile.selections([("F", 1000, 590), ("M", 1000, 600)])
    let single = try one.report(FairnessRequest()).page(suppressingBelow: nil)
    #expect(
      String(decoding: Page(svg: single).bytes, as: UTF8.self).components(separatedBy: "<svg").count
        == 2
    )
  }

  @Test func `a public copy leaves out every small number behind a rate`() throws {
    let file = try EvaluationFile(
      groups: [
        (["sex": "F"], ["tp": 3, "fp": 400, "tn": 500, "fn": 97]),
        (["sex": "M"], ["tp": 200, "fp": 300, "tn": 500, "fn": 7]),
        (["sex": "X"], ["tp": 200, "fp": 300, "tn": 500, "fn": 70]),
      ]
    )
    let page = try html(file, below: 5)
    #expect(!page.contains("of 100 of F 3") && !page.contains("n 1000"))
  }

  @Test func `a group of wider ages gives no small one of narrow ages away`() throws {
    let groups: [(String, String, n: Int, selected: Int)] = [
      ("band", "18-24", 5, 2), ("band", "25-29", 200, 80), ("band", "30-59", 50, 20),
      ("band", "60+", 300, 120), ("age", "young", 205, 82), ("age", "old", 350, 140),
    ]
    let file = try EvaluationFile(
      groups: groups.map { ([$0.0: $0.1], ["n": $0.n, "selected": $0.selected]) }
    )
    let page = try html(file, below: 10)
    #expect(page.contains("n 200") && page.contains("n 300"))
    #expect(!page.contains("n 205") && !page.contains("n 350"))
    #expect(try html(file).contains("n 205"))
  }

  @Test func `a group of nobody hides no small one`() throws {
    let file = try EvaluationFile.selections([
      ("F", 1000, 100), ("M", 1007, 403), ("X", 7, 3), ("Y", 0, 0),
    ])
    let page = try html(file, below: 10)
    #expect(page.contains("n 1007") && !page.contains("n 1000"))
  }

  @Test func `a public copy leaves small numbers out, and what would give them away`() throws {
    let page = try html(Self.hiring(), below: 10)
    #expect(!page.contains("n 14"))
    #expect(!page.contains("n 1200"), "the total would give the third group away")
    #expect(page.contains("n 1740"))
    #expect(page.contains("Of 1,334 cases of F 373 are selected (28 %)"))
    #expect(page.contains("fewer than 10 people"))
  }

  @Test
  func `crossings of a small group are hidden with it, and never one alone in its row`() throws {
    let file = try EvaluationFile(
      groups: [
        (["sex": "F"], ["n": 500, "selected": 200]), (["sex": "M"], ["n": 600, "selected": 240]),
        (["sex": "X"], ["n": 3, "selected": 1]),
        (["sex": "F", "age": "old"], ["n": 201, "selected": 80]),
        (["sex": "M", "age": "old"], ["n": 302, "selected": 120]),
        (["sex": "F", "age": "young"], ["n": 299, "selected": 120]),
        (["sex": "M", "age": "young"], ["n": 298, "selected": 120]),
        (["sex": "X", "age": "old"], ["n": 3, "selected": 1]),
        (["sex": "X", "age": "young"], ["n": 0, "selected": 0]),
      ]
    )
    let page = try html(file, below: 10)
    #expect(!page.contains("n 3<") && !page.contains("n 500") && !page.contains("n 201"))
    #expect(page.contains("n 600"))
  }

  @Test func `no sum along any part of a crossing gives a hidden group away`() throws {
    let attributes = ["sex", "age", "region"]
    let values = [["F", "M"], ["o", "y"], ["n", "s"]]
    var groups: [EvaluationFile.Group] = []
    for choice in 1..<8 {
      let kept = (0..<3).filter { choice >> $0 & 1 == 1 }
      var sums: [[String]: (n: Int, selected: Int)] = [:]
      for cell in 0..<8 {
        let names = (0..<3).map { values[$0][cell >> $0 & 1] }
        let n = names == ["F", "y", "n"] ? 5 : 100 + 31 * cell
        let sum = sums[kept.map { names[$0] }] ?? (0, 0)
        sums[kept.map { names[$0] }] = (sum.n + n, sum.selected + n * 2 / 5)
      }
      groups += sums.map { names, sum in
        let slice = Dictionary(zip(kept.map { attributes[$0] }, names)) { first, _ in first }
        return (slice, ["n": sum.n, "selected": sum.selected])
      }
    }
    let page = try html(EvaluationFile(groups: groups), below: 10)
    // All women of the north minus the old ones are the five young ones.
    #expect(!(page.contains("n 105<") && page.contains("n 100<")))
    #expect(page.contains("n 105<") && !page.contains("n 5<"))
  }

  @Test func `hidden groups add up to enough people of each kind`() throws {
    let file = try EvaluationFile(
      groups: [
        (["sex": "A"], ["n": 100, "selected": 3]), (["sex": "B"], ["n": 60, "selected": 1]),
        (["sex": "C"], ["n": 500, "selected": 200]), (["age": "o"], ["n": 330, "selected": 102]),
        (["age": "y"], ["n": 330, "selected": 102]),
      ]
    )
    let page = try html(file, below: 10)
    #expect(page.contains("n 330") && !page.contains("n 500"))
  }

  @Test func `neither a warning nor the limit tells on a hidden group`() throws {
    let text = try EvaluationFile(
      groups: [
        (["sex": "A"], ["n": 60, "selected": 30]), (["sex": "B"], ["n": 60, "selected": 30]),
        (["sex": "?"], ["n": 8, "selected": 4]), (["band": "18-24"], ["n": 5, "selected": 3]),
        (["band": "25-59"], ["n": 100, "selected": 40]),
        (["band": "60+"], ["n": 23, "selected": 11]),
      ]
    ).text
    let file = EvaluationFile(
      text: text.replacingOccurrences(
        of: #""schema":"#,
        with: #""unknown_values": ["?"], "schema":"#
      )
    )
    #expect(try html(file).contains("6.3 % of the cases have no known value"))
    #expect(try html(file).contains("limit: 18-24"))
    let page = try html(file, below: 10)
    #expect(!page.contains("6.3 %") && !page.contains("limit: 18-24"))
    #expect(page.contains("the cases of no known value are too many to be set aside"))
  }

  @Test func `groups that nobody named are called unnamed, or as --attribute says`() throws {
    let frame = try TemporaryDirectory()
    try frame.write(
      """
      {"by_group": {"count": {"F": 1000, "M": 1000}, "selection_rate": {"F": 0.59, "M": 0.6}},
       "overall": {"count": 2000, "selection_rate": 0.595}}
      """,
      to: "fairlearn.json"
    )
    let path = frame.path + "/fairlearn.json"
    let unnamed = try FairnessReport(path: path, request: FairnessRequest())
    #expect(unnamed.console.hasPrefix("unnamed: 2 groups"))
    let named = try FairnessReport(path: path, request: FairnessRequest(attribute: "sex"))
    #expect(named.console.hasPrefix("sex: 2 groups"))
    #expect(throws: RunFailure.self) {
      try Self.hiring().report(FairnessRequest(attribute: "sex"))
    }
    #expect(throws: RunFailure.self) {
      try Self.hiring().report(FairnessRequest(attribute: "colour"))
    }
  }

  @Test
  func `a report on hundreds of groups is bounded, says what it leaves out, and judges all`() throws
  {
    let groups = (0..<12).flatMap { attribute in
      (0..<40).map { group in
        let selected = attribute == 3 && group == 7 ? 100 : 600
        return (["a\(attribute)": "g\(group)"], ["n": 1000, "selected": selected])
      }
    }
    let report = try EvaluationFile(groups: groups).report(FairnessRequest())
    let json = String(decoding: report.jsonPage.bytes, as: UTF8.self)
    #expect(json.contains(#""omitted": ["#))
    #expect(json.utf8.count < 500_000)
    #expect(json.contains(#""groupCount": 40"#))
    let whole = try EvaluationFile(groups: groups).report(FairnessRequest(isWhole: true))
    #expect(!String(decoding: whole.jsonPage.bytes, as: UTF8.self).contains(#""omitted""#))
    #expect(report.verdict == .fail)
    #expect(json.contains("g7"))
    #expect(report.console.contains("groups between them"))
    #expect(report.console.components(separatedBy: "\n").count < 2_500)
  }

  @Test func `one more person who changes a measured miss is pointed out`() throws {
    let file = try EvaluationFile.selections([("F", 41, 19), ("M", 1000, 600)])
    let report = try file.report(FairnessRequest())
    #expect(report.console.contains("one more case of F would keep"))
    let json = String(decoding: report.jsonPage.bytes, as: UTF8.self)
    #expect(json.contains(#""oneMoreOf": "F""#))
    let far = try EvaluationFile.selections([("F", 41, 12), ("M", 1000, 600)])
    #expect(try !far.report(FairnessRequest()).console.contains("one more case"))
  }
}
