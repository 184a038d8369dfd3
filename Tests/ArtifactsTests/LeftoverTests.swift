// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import Testing

@Suite("Placeholders where nobody asks")
struct LeftoverTests {
  private func lines(of text: String, at path: String = "MODEL_CARD.md") throws -> [Int] {
    let file = SourceFile(path: path, blob: nil, bytes: Array(text.utf8))
    guard case .recognized(let artifacts, _) = ArtifactReader().read(file, as: .modelCard) else {
      Issue.record("not recognized")
      return []
    }
    return artifacts.flatMap(\.issues).filter { $0.code == "placeholder-left" }
      .map(\.source.position.line)
  }

  private func card(_ text: String) -> String {
    """
    # Model card: a classifier

    \(text)

    ## Intended use
    Sorts letters of customers into five queues.

    ## Limitations
    Letters that are written by hand are not read.
    """
  }

  @Test(arguments: [
    "- **Contact:** TBD", "**License:** wird nachgereicht", "- Owner: à compléter",
    "| Role | Name |\n|---|---|\n| owner | [Name eintragen] |", "1. Who funded it? por definir",
    "- To be completed.", "{{ description }}", "- **Version:** 待补充", "- **Team:** TODO: ask",
  ])
  func `what is still to come is named with its line`(text: String) throws {
    let line = 2 + text.split(separator: "\n").count
    #expect(try lines(of: card(text)) == [line])
  }

  @Test(arguments: [
    "- **License:** n/a", "- **Contact:** none", "- [ ] Compare groups", "- [Limits](#limitations)",
    "- Todo modelo se equivoca.", "| Split | n |\n|---|---|\n| dev | — |",
    "- **Author:** [redacted]", "- Support for more languages will follow in the next release.",
    "```\nTODO\n```",
  ])
  func `what may be an answer is none`(text: String) throws {
    #expect(try lines(of: card(text)) == [])
  }

  @Test func `a text that was never written is not listed line by line`() throws {
    let rows = (1...40).map { "| owner \($0) | TBD |" }.joined(separator: "\n")
    #expect(try lines(of: card("| Role | Name |\n|---|---|\n\(rows)")).count == 12)
  }
}
