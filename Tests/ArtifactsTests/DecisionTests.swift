// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite struct DecisionTests {
  private func assessment(_ head: String, _ rows: String...) throws -> Artifact {
    try Reader.artifact(
      """
      # DPIA: app

      \(head)

      ## Sign-off

      | Name | Role | Date | Decision |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """,
      at: "DPIA.md"
    )
  }

  @Test func `of one role the latest decision counts, whatever the letter case`() throws {
    let turned = try assessment(
      "- **Status:** APPROVED",
      "| Ada Example | DPO | 2026-01-02 | refused |",
      "| Ada Example | dpo | 2026-03-02 | Approved |"
    )
    #expect(turned.decision == .approved)
    let refused = try assessment(
      "",
      "| Ada Example | DPO | 2026-03-02 | refused |",
      "| Bo Other | DPO | 2026-01-02 | approved |",
      "| Cy Third | CRO | 2026-03-04 | approved |"
    )
    #expect(refused.decision == .refused)
  }

  @Test func `a status that the decisions contradict is neither`() throws {
    let contradicted = try assessment(
      "- **Status:** approved",
      "| Ada Example | DPO | 2026-03-02 | rejected |"
    )
    #expect(contradicted.decision == .contradictory)
    let draft = try assessment(
      "- **Status:** draft",
      "| Ada Example | DPO | 2026-03-02 | approved |"
    )
    #expect(draft.decision == .contradictory)
    #expect(try assessment("- **Status:** not approved").decision == .pending)
    #expect(try assessment("- **Status:** freigegeben").decision == .approved)
    #expect(try assessment("").decision == .absent)
  }

  @Test func `nobody approves nothing, and authors do not approve their own`() throws {
    let nobody = try assessment("", "| pending | DPO | 2026-03-02 | approved |")
    #expect(nobody.decision != .approved)
    let unsigned = try assessment("", "| | DPO | 2026-03-02 | approved |")
    #expect(unsigned.decision != .approved)
    let own = try assessment(
      "- **Author:** Rune Lindqvist",
      "| Lindqvist, R. | CRO | 2026-03-02 | approved |"
    )
    #expect(own.selfApprovers == ["Lindqvist, R."])
  }
}
