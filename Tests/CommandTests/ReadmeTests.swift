// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What the README shows of the program is what the program prints.
@Suite("README")
struct ReadmeTests {
  /// A command of the README, and the runs of lines that it is said to print; `…` parts them.
  struct Session: CustomTestStringConvertible {
    let arguments: [String]
    let excerpts: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init?(block: String) {
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.removeFirst() == "console", let command = lines.first,
        command.hasPrefix("$ modelgate ")
      else { return nil }
      arguments = command.split(separator: " ").dropFirst(2).map(String.init)
      excerpts = lines.dropFirst().split(separator: "…").map { $0.joined(separator: "\n") }
    }
  }

  static let sessions: [Session] = {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = (try? String(contentsOf: readme, encoding: .utf8)) ?? ""
    return text.split(separator: "```").compactMap { Session(block: String($0)) }
  }()

  @Test func `the README shows sessions of several examples`() { #expect(Self.sessions.count >= 2) }

  @Test(arguments: sessions)
  func `what the README shows is printed so`(session: Session) async throws {
    let folder = try #require(session.arguments.first { $0.hasPrefix("examples/") })
    let name = String(folder.dropFirst("examples/".count))
    let example = try Example(name, below: folder)
    // The commit of the fixture is a day older than the day that the examples are judged on.
    let arguments = session.arguments.map { $0 == "commit" ? "2026-11-21" : $0 }
    let text = try await Program.run(arguments, in: example.path).text
    for excerpt in session.excerpts {
      #expect(text.contains(excerpt), "README.md shows what is not printed:\n\(excerpt)")
    }
  }
  @Test(arguments: ["credit-scoring", "recruiting-screening"])
  func `the page of the examples counts what the program counts`(name: String) async throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "examples/README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let example = try Example(name)
    let report = try await Program.run(
      ["check", "--as-of", "2026-11-21", "--output", "json"],
      in: example.path
    ).text
    let parsed = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    let summary = try #require(parsed?["summary"] as? [String: Int])
    let (passed, waived) = (try #require(summary["passed"]), try #require(summary["waived"]))
    let (failed, other) = (try #require(summary["failed"]), try #require(summary["notApplicable"]))
    let total = summary.values.reduce(0, +)
    let sentence =
      waived > 0
      ? "counts \(total) checks: \(passed) passed, \(other) do not apply, \(waived) is waived"
      : "Of \(total) checks \(failed) fail, \(passed) pass and \(other) do not apply"
    #expect(text.contains(sentence), "\(sentence)")
  }
}
