// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("Tables and texts beside evaluations")
struct UnreadTableTests {
  @Test func `tables and texts of a folder of evaluations are named, wherever nobody reads them`()
    async throws
  {
    let example = try Example(
      "ticket-router",
      [
        "free/evaluation/rows.csv": "a,b\n1,2\n", "free/evaluation/notes.txt": "accuracy 0.9\n",
        "free/other/group.csv": "a,b\n1,2\n",
      ]
    )
    let outcome = try await example.run("inspect")
    for path in ["free/evaluation/rows.csv", "free/evaluation/notes.txt"] {
      #expect(outcome.text.contains("\"\(path)\""), "\(outcome.text)")
    }
    #expect(outcome.text.contains("it is not looked at"))
    #expect(!outcome.text.contains("free/other/group.csv"))
  }
}
