// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@Suite("modelgate inspect PATH")
struct InspectPathTests {
  @Test func `inspect reads a named file as declarations and pipelines have it`() async throws {
    let example = try Example(
      "ticket-router",
      [
        "other/ai-system.yml":
          "version: 1\nid: other\nname: Other\nartifacts: {evaluations: \"results/*\"}\n",
        "other/results/scores.json": #"{"accuracy": 0.9}"#,
        "live/dvc.yaml": "metrics: [live/numbers.json]\n",
        "live/live/numbers.json": #"{"accuracy": 0.8}"#,
        "live/free.json": #"{"accuracy": 0.7}"#,
      ]
    )
    for path in ["other/results", "other/results/scores.json", "live/live"] {
      let outcome = try await example.run("inspect", path)
      #expect(outcome.text.contains("\"accuracy\""), "\(path): \(outcome.text)")
      #expect(!outcome.text.contains("dvc.yaml"))
    }
    let free = try await example.run("inspect", "live/free.json")
    #expect(free.text.contains("alone does not make it an evaluation"))
  }
}
