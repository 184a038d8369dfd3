// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate check in a step of a GitHub workflow")
struct WorkflowStepTests {
  @Test func `annotations come with a summary and outputs where the runner asks for them`()
    async throws
  {
    let files = try TemporaryDirectory()
    try files.write("earlier=1\n", to: "outputs")
    let example = try Example("recruiting-screening")
    let outcome = try await example.check(
      "--output",
      "github",
      environment: [
        "GITHUB_OUTPUT": files.path + "/outputs", "GITHUB_STEP_SUMMARY": files.path + "/summary",
      ]
    )
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("::error "))
    let outputs = try text(files.path + "/outputs").split(separator: "\n")
    #expect(outputs.prefix(2) == ["earlier=1", "verdict=fail"])
    #expect(outputs.dropFirst(2).map { $0.prefix { $0 != "=" } } == ["failed", "undecided"])
    let summary = try await example.check("--output", "markdown")
    #expect(try text(files.path + "/summary") == summary.text)
  }

  @Test func `other formats leave the files of the runner alone`() async throws {
    let files = try TemporaryDirectory()
    let outcome = try await Example("ticket-router").check(
      "--output",
      "json",
      environment: ["GITHUB_OUTPUT": files.path + "/outputs"]
    )
    #expect(outcome.status == 0)
    #expect(!FileManager.default.fileExists(atPath: files.path + "/outputs"))
  }

  @Test func `outputs that cannot be written are status 2`() async throws {
    let outcome = try await Example("ticket-router").check(
      "--output",
      "github",
      environment: ["GITHUB_OUTPUT": "/nowhere/outputs"]
    )
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("/nowhere/outputs"))
  }

  @Test(arguments: ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"], ["MODEL_CARD.md", ".git/config"])
  func `the files of the runner are none of the repository`(
    variable: String,
    path: String
  ) async throws {
    let example = try Example("credit-scoring")
    let file = "\(example.path)/\(path)"
    let before = try text(file)
    let outcome = try await example.check("--output", "github", environment: [variable: file])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("choose a path outside"))
    #expect(try text(file) == before)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
