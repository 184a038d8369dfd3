// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The built program, beside the tests.
private struct Program {
  let status: Int32
  let output: String
  let errors: String

  init(_ arguments: [String], input: String = "") throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "modelgate")
    let outcome = try SpawnedProgram.run(program.path, arguments, input: input)
    (status, output, errors) = (outcome.status, outcome.output, outcome.errors)
  }
}

@Suite("modelgate fairness")
struct CommandTests {
  private static let limit = ["--limit", "demographic_parity_ratio=0.8"]

  @Test(arguments: [(590, 1000, 0), (300, 1000, 1), (25, 41, 3)])
  func `the exit status tells pass, fail and undecided apart`(
    _ selected: Int,
    _ n: Int,
    _ status: Int32
  ) throws {
    let file = try EvaluationFile.selections([("F", n, selected), ("M", 1000, 600)])
    let run = try Program(["fairness"] + Self.limit + ["-"], input: file.text)
    #expect(run.status == status)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("demographic_parity_ratio"))
  }

  @Test
  func `a refusal has status 2, names place and help, and leaves standard output empty`() throws {
    let file = try EvaluationFile.selections([("F", 10, 11), ("M", 1000, 600)])
    let run = try Program(["fairness", "-"], input: file.text)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error: 11 of 10"))
    #expect(run.errors.contains("--> stdin.json:1:"))
    #expect(run.errors.contains("help: "))
  }

  @Test func `a mistyped option has status 2`() throws {
    #expect(try Program(["fairness", "--compat", "fairlern", "-"]).status == 2)
    #expect(try Program(["fairness"]).status == 2)
  }

  @Test func `JSON comes with --output json, the same bytes every time`() throws {
    let file = try EvaluationFile.selections([("F", 1000, 590), ("M", 1000, 600)])
    let arguments = ["fairness", "--output", "json", "-"]
    let first = try Program(arguments, input: file.text)
    #expect(first.output.hasPrefix("{\n  \"attributes\": ["))
    #expect(try Program(arguments, input: file.text).output == first.output)
  }
}
