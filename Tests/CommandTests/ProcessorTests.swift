// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("The same bytes on any processor")
struct ProcessorTests {
  /// The C library chooses its code by the processor; this makes it choose that of an old one.
  private static let oldProcessor = ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2,-FMA4,-AVX"]

  @Test(arguments: [
    ("credit-scoring", "evaluation/2026-09-holdout.json"),
    ("recruiting-screening", "evaluation/test.json"),
  ])
  func `fairness prints the same digits with and without newer instructions`(
    name: String,
    file: String
  ) async throws {
    let example = try Example(name)
    let new = try await example.run("fairness", file, "--output", "json")
    let old = try await example.run(
      "fairness",
      file,
      "--output",
      "json",
      environment: Self.oldProcessor
    )
    #expect(!new.output.isEmpty)
    #expect(new.status == old.status)
    #expect(new.output == old.output)
  }

  @Test(arguments: ["credit-scoring", "recruiting-screening", "ticket-router"])
  func `a report has the same bytes with and without newer instructions`(name: String) async throws
  {
    let example = try Example(name)
    let new = try await example.check("--output", "json")
    let old = try await example.check("--output", "json", environment: Self.oldProcessor)
    #expect(new.output == old.output)
  }
}
