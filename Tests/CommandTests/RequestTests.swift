// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("What was asked, in every format")
struct RequestTests {
  // Code Quality has no place for what was asked but its findings.
  @Test(arguments: [
    "junit", "sarif", "csv", "oscal", "github", "codequality", "prometheus",
  ])
  func `a report without a page of its own says what was asked`(format: String) async throws {
    let policy = """
      version: 1
      packs:
        - name: essentials
          parameters: {evaluation-group-too-small: {minimum_group_size: 20}}
      exclude: [docs]

      """
    let example = try Example(
      "ticket-router",
      [
        "modelgate.yml": .text(policy),
        "MODEL_CARD.md": .text("# Model card: router\n\n## Limitations\n\nTBD\n"),
      ]
    )
    let outcome = try await example.run(
      "check",
      "--as-of",
      "2026-11-21",
      "--system",
      "ticket-router",
      "--output",
      format
    )
    for part in [
      "as of 2026-11-21, 1 day after the commit", "policy modelgate.yml", "(shipped)",
      "never searched: docs",
      "minimum_group_size 20 instead of 30", "only the systems ticket-router",
    ] {
      #expect(outcome.text.contains(part), "\(part)")
    }
  }
}
