// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Data Cards")
struct DataCardTests {
  @Test func `items are told apart by their heading paths`() throws {
    let card = try CardFixture.artifact("data-card/DATA_CARD.md")
    #expect(card.kind == .datasheet)
    #expect(card.format == "data-card")
    #expect(card.title == "Loans 2025")
    #expect(card.people == ["owner Data Office <->", "contact - <data@example.org>"])
    #expect(card.said(.outOfScopeUse) == ["substantive Automated rejection."])
    #expect(
      card.statements[0].source.headingPath == [
        "Loans 2025", "Motivations & Intentions", "Intended Use", "Unsuitable Use Case(s)",
      ]
    )
    #expect(card.statements[0].source.position.line == 14)
  }

  @Test func `what the template itself writes is filler`() throws {
    let text = """
      # Loans
      ## Authorship
      ### Dataset Owners
      #### Team(s)
      Name of Group or Team
      ## Dataset Overview
      #### Dataset Snapshot
      Category | Data
      --- | ---
      Number of Instances | 40,000

      ### Dataset Version and Maintenance
      #### Version Details
      **Current Version:** 1.0

      **Last Updated:** 10/2025
      ## Motivations & Intentions
      ### Motivations
      #### Purpose(s)
      - Monitoring
      - Research
      - Others (please specify)
      ### Intended Use
      #### Suitable Use Case(s)
      **Suitable Use Case:** Summarize here. Include links where necessary.
      #### Unsuitable Use Case(s)
      ## Access, Rentention, & Wipeout
      ### Retention
      #### Duration
      **Duration:** Three years after the loan ends.
      """
    let card = try CardFixture.artifact(of: text, at: "DATA_CARD.md")
    #expect(card.parties.isEmpty)
    #expect(card.datasets[0].count == 40_000)
    #expect(card.datasets[0].version == "1.0")
    #expect(card.statements.filter { $0.topic == .dataMotivation }.map(\.state) == [.placeholder])
    #expect(card.statements.filter { $0.topic == .intendedUse }.map(\.state) == [.placeholder])
    #expect(card.statements.filter { $0.topic == .outOfScopeUse }.map(\.state) == [.empty])
    #expect(card.statements.filter { $0.topic == .dataRetention }.map(\.state) == [.substantive])
    #expect(card.issueLines == ["unreadable-date:16"])
  }

  @Test func `samples of the template are neither evidence nor facts`() throws {
    let text = """
      # Dataset Name (Acronym)
      ## Authorship
      ## Example of Data Points
      #### Data Fields
      | Field Name | Field Value | Description |
      |---|---|---|
      | Field Name | Field Value | Description |
      ## Reflections on Data
      ## Dataset Overview
      #### Version Details
      **Current Version:** 1.0

      **Last Updated:** MM/YYYY
      ## Motivations & Intentions
      #### Motivating Factor(s)
      For example:

      - Some reason
      """
    let card = try CardFixture.artifact(of: text, at: "DATA_CARD.md")
    #expect(card.datasets.map(\.name) == [nil])
    #expect(card.datasets.map(\.version) == [nil])
    #expect(card.statements.allSatisfy { $0.state != .substantive })
  }
}
