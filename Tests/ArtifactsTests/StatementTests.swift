// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Testing

@Suite("Statements of Markdown documents")
struct StatementTests {
  private func card(_ body: String) throws -> Artifact {
    try Reader.artifact("# Model card: m\n\n\(body)\n", at: "MODEL_CARD.md", as: .modelCard)
  }

  @Test(arguments: [
    ("Limitations [TO VERIFY]", Statement.State.undecided), ("Limitations (TODO)", .undecided),
    ("Einschränkungen (noch zu ergänzen)", .undecided), ("Limitations (known)", .substantive),
    ("Limitations [optional]", .substantive),
  ])
  func `what stands below a heading that says it is not done is not evidence`(
    heading: String,
    state: Statement.State
  ) throws {
    let artifact = try card("## \(heading)\n\nLetters that are written by hand are not read.")
    #expect(artifact.statements.map(\.state) == [state])
  }

  @Test(arguments: [
    ("", Statement.State.empty), ("<!-- write here -->", .empty), ("![x](y.png)", .empty),
    ("---", .empty), ("- \n- ", .empty), ("...", .placeholder),
    ("| a | b |\n|---|---|\n| x |  |", .empty),
    ("[More Information Needed]", .placeholder),
    ("[More Information Needed](https://example.org)", .placeholder),
    ("[Needs More Information]", .placeholder), ("More information needed.", .placeholder),
    ("TODO", .placeholder), ("*TBD*", .placeholder), ("tba", .placeholder), ("N/A", .placeholder),
    ("TODO: describe the limits", .placeholder), ("Your Answer Here", .placeholder),
    ("*Add here*", .placeholder), ("Lorem ipsum dolor sit amet.", .placeholder),
    ("{{ limitations }}", .placeholder), ("{limitations}", .placeholder), ("?", .placeholder),
    ("[describe the limits]", .placeholder),
    ("- **Risks:** [More Information Needed]", .placeholder),
    ("- Name: **\\_\\_\\_\\_**\n- Date: \\_\\_/\\_\\_/\\_\\_", .placeholder),
    ("_(operator to complete)_", .placeholder), ("To be completed by the school.", .placeholder),
    ("Measured by XXX, XXX and XXX.", .placeholder), ("Our limits are these:", .empty),
    ("Not available.", .placeholder),
    (
      "Slot XXX of the rack is not covered, and neither is whatever is plugged in there.",
      .substantive
    ),
    ("It has to be checked by hand.", .substantive),
    ("- TBD\n- TODO", .placeholder), ("- [ ] Compare groups.\n- [ ] Ask users.", .placeholder),
    ("- [x] Groups were compared.", .substantive),
    (
      """
      Users (both direct and downstream) should be made aware of the risks, biases and limitations \
      of the model. More information needed for further recommendations.
      """, .placeholder
    ),
    ("None known.", .placeholder), ("TODO\n\nNot tested on minors.", .substantive),
    ("Todos los modelos fallan a veces.", .substantive), ("1.2%", .placeholder),
    ("> Not tested on minors.", .substantive),
    ("| a | b |\n|---|---|\n| x | no minors |", .substantive), ("Ranking.", .undecided),
    ("See [the report](report.md).", .placeholder), ("未对未成年人进行测试。", .substantive),
  ])
  func `filler is no evidence`(text: String, state: Statement.State) throws {
    let artifact = try card("## Limitations\n\n\(text)\n\n## Uses\n\nRanking.")
    #expect(artifact.statement(.limitations)?.state == state)
  }

  @Test func `a topic without a heading is no statement at all`() throws {
    let artifact = try card("## Uses\n\nRanking.")
    #expect(artifact.statement(.limitations) == nil)
    #expect(artifact.statements.map(\.topic) == [.intendedUse])
  }

  @Test
  func `a section speaks with its sub-sections, unless they have a topic of their own`() throws {
    let artifact = try card(
      """
      ## Limitations

      First.

      ### Small print

      Second.

      #### Bias

      Third.

      ### More

      Fourth.

      ## Evaluation

      ### Testing data

      Fifth.

      ### Results

      Sixth.
      """
    )
    #expect(artifact.statement(.limitations)?.text == "First.\n\nSecond.\n\nFourth.")
    #expect(artifact.statement(.limitations)?.source.position.line == 3)
    #expect(artifact.statement(.limitations)?.source.endLine == 18)
    #expect(artifact.statement(.bias)?.text == "Third.")
    #expect(
      artifact.statement(.bias)?.source.headingPath
        == ["Model card: m", "Limitations", "Small print", "Bias"]
    )
    #expect(artifact.statement(.evaluationData)?.text == "Fifth.")
    #expect(artifact.statements.filter { $0.topic == .metricsRationale }.map(\.text) == ["Sixth."])
  }

  @Test func `a heading above nothing but another topic stays empty`() throws {
    let artifact = try card("## Uses\n\n### Out-of-scope use\n\nRefusing people.")
    #expect(artifact.statement(.intendedUse)?.state == .empty)
    #expect(artifact.statement(.outOfScopeUse)?.state == .substantive)
  }

  @Test func `tables of contents and program text are no evidence`() throws {
    let artifact = try card(
      """
      ## Uses

      - [Limitations](#limitations)
      - [Bias](#bias)

      ```python
      model.predict(rows)
      ```

      ## Limitations

      - Not for minors.
      - [Known bugs](https://example.org/bugs)
      """
    )
    #expect(artifact.statement(.intendedUse)?.state == .empty)
    #expect(artifact.statement(.limitations)?.items == ["Not for minors.", "Known bugs"])
  }

  @Test(arguments: [
    ("## 2. Intended Use and Out-of-Scope Use", [Topic.intendedUse, .outOfScopeUse]),
    ("## 📌 Characteristics", [.modelDescription]), ("## LIMITATIONS:", [.limitations]),
    ("## Bias, Risks, and Limitations", [.limitations, .bias]),
    (
      "## Ethical considerations, caveats, and recommendations",
      [.ethics, .limitations, .recommendations]
    ),
    ("## Intended uses & limitations", [.intendedUse, .limitations]),
    ("## Testing Data, Factors & Metrics", [.evaluationData, .factors, .metricsRationale]),
    ("## 3.1) Training data [optional]", [.trainingData]),
    ("## Step 4: Human oversight", [.oversight]),
    ("## Section 2 - Monitoring", [.monitoring]), ("## iv. Factors", [.factors]),
    ("## Fairness: per-identity-term analysis", [.fairness]),
    ("## *Limitations*", [.limitations]),
    ("## Limitations of the model", [.limitations]),
    ("## 4A. Limitations after release", [.limitations]), ("## Use of personal data", []),
    ("## \(String(repeating: "Some, ", count: 12))Limitations", []),
    ("## Model limitations", [.limitations]),
    ("## Misuse and Malicious Use", [.outOfScopeUse, .prohibitedUse]),
    ("**Intended Use Cases**", [.intendedUse]), ("## Use Case", [.intendedUse]),
    ("### Intended Use Case:", [.intendedUse]), ("## Use Case(s)", [.intendedUse]),
    ("Limitations\n---", [.limitations]),
    ("<h2>Limitations</h2>", [.limitations]), ("## Data", []), ("## Changelog", []),
    ("## 1.", []),
  ])
  func `a heading is known whatever decorates it`(heading: String, topics: [Topic]) throws {
    let artifact = try card("\(heading)\n\nSomething.\n\n## Security\n\nSigned.")
    #expect(artifact.statements.map(\.topic).filter { $0 != .security } == topics)
  }

  @Test func `a labelled line speaks of its topic`() throws {
    let artifact = try card(
      """
      ## Details

      **Out-of-scope:** Refusing people.
      **Limitations:** TODO

      | Item | Text |
      |---|---|
      | Human oversight | An officer decides. |
      | License | MIT |
      """
    )
    #expect(artifact.statement(.outOfScopeUse)?.text == "Refusing people.")
    #expect(artifact.statement(.limitations) == nil)
    #expect(artifact.statement(.oversight)?.source.position.line == 10)
    #expect(artifact.models.first?.licenses == ["MIT"])
  }

  @Test(
    arguments: [
      ("## Model Version(s):\n\nv1.2", "v1.2"), ("## Version\n\n1.2.0", "1.2.0"),
      ("## Modellversion\n\n2.0", "2.0"),
      ("## Version\n\nThe first one is 1.0, then came 2.0.", nil),
      ("## Versions\n\n1.0", nil), ("## Training data version\n\n1.0", nil),
    ]
  )
  func `a version may stand below a heading of its own`(text: String, version: String?) throws {
    let artifact = try card("\(text)\n\n## Limitations\n\nNot for minors.")
    #expect(artifact.models.first?.version == version)
  }

  @Test func `what stands before the first section describes the model`() throws {
    let artifact = try card("Ranks loans.\n\n- **License:** MIT\n\n## Uses\n\nRanking.")
    #expect(artifact.statement(.modelDescription)?.text == "Ranks loans.")
    let described = try card("Ranks loans.\n\n## Overview\n\nTBD")
    #expect(described.statement(.modelDescription)?.state == .placeholder)
  }
}

@Suite("Datasheets")
struct DatasheetTests {
  private func datasheet(_ body: String) throws -> Artifact {
    try Reader.artifact("# Datasheet: d\n\n\(body)\n", at: "DATASHEET.md")
  }

  @Test(arguments: [
    "1. **For what purpose was the dataset created?**",
    "1. **For what purpose was the dataset created?** Was there a specific task in mind? Please provide a description.",
    "**For what purpose was the dataset created? Was there a task in mind? Please describe.**",
    "### For what purpose was the dataset created?",
    "For what purpose was the dataset created? (e.g., a task) If so, please describe it.",
  ])
  func `an unanswered question is no evidence, in whatever form it is asked`(
    question: String
  ) throws {
    let empty = try datasheet("## Motivation\n\n\(question)\n\n## Composition\n\nRows.")
    #expect(empty.statement(.dataMotivation)?.state == .empty)
    let filler = try datasheet(
      "## Motivation\n\n\(question)\n\n\tYour Answer Here\n\n## Uses\n\nX."
    )
    #expect(filler.statement(.dataMotivation)?.state == .placeholder)
    let answered = try datasheet(
      "## Motivation\n\n\(question)\n\n\tTo rank loans.\n\n## Uses\n\nX."
    )
    #expect(answered.statement(.dataMotivation)?.state == .substantive)
  }

  @Test func `an unfilled questionnaire says nothing, not even with its instructions`() throws {
    let artifact = try datasheet(
      """
      Author: Your Name Here

      ## Motivation

      *Dataset creators should read the questions first. Some of them tell about the law.*

      1. **Who made it (e.g. a team) and for whom (e.g. a company)**?

          *YOUR ANSWER HERE*

      2. **Is it a sample?** If it is not representative, please say why (e.g. rare groups).

          *YOUR ANSWER HERE*

      ## Composition

      Your answer here
      """
    )
    #expect(artifact.statements.map(\.state) == [.placeholder, .placeholder])
    #expect(artifact.parties.isEmpty)
  }

  @Test func `questions tell people, consent, retention, license and contact`() throws {
    let artifact = try datasheet(
      """
      ## Composition

      ### Does the dataset relate to people?

      No.

      ## Collection

      - **Did the individuals in question consent to the use of their data?** Yes, in writing.

      ## Distribution

      - **Will it be distributed under a copyright or other IP license?** CC BY 4.0

      ## Maintenance

      - **How can the owner/curator be contacted (e.g., email address)?** data@example.org
      - **If the dataset relates to people, are there limits on the retention of the data?** Two years.
      """
    )
    #expect(artifact.datasets.map(\.personalData) == [.no])
    #expect(artifact.datasets.first?.licenses == ["CC BY 4.0"])
    #expect(artifact.statement(.dataConsent)?.text == "Yes, in writing.")
    #expect(artifact.statement(.dataRetention)?.text == "Two years.")
    #expect(artifact.statement(.personalData)?.source.position.line == 5)
    #expect(artifact.parties.map(\.contact) == ["data@example.org"])
  }

  @Test func `answers with blanks name neither people nor licenses`() throws {
    let artifact = try datasheet(
      """
      ## Motivation

      **Who created the dataset?**
      The dataset was created by XXX and XXX.

      ## Distribution

      **Is there a license?** Yes, and it is [TBD before release].

      ## Maintenance

      **Who is supporting the dataset?** XX is supporting the dataset.

      **How can the owner be contacted?** By mail to XX.
      """
    )
    #expect(artifact.parties.isEmpty)
    #expect(artifact.datasets.first?.licenses == [])
    let named = try datasheet(
      "## Motivation\n\n**Who created it?** The dataset was created by the Loans Team.\n"
    )
    #expect(named.parties.map(\.name) == ["the Loans Team"])
    let two = try datasheet(
      "## Maintenance\n\n**Who is supporting it?** The authors. New versions follow.\n"
    )
    #expect(two.parties.map(\.name) == ["The authors"])
  }

  @Test(arguments: [
    ("No.", []), ("Yes.", []), ("Yes, CC BY 4.0. Cite the paper.", ["CC BY 4.0"]),
    ("MIT License.", ["MIT License"]), ("No; public domain", ["public domain"]),
  ])
  func `the answer on licenses names one, or none`(answer: String, licenses: [String]) throws {
    let artifact = try datasheet(
      "## Distribution\n\n**Is there a license?** \(answer)\n\n## Uses\n\nX."
    )
    #expect(artifact.datasets.first?.licenses == licenses)
  }
}
