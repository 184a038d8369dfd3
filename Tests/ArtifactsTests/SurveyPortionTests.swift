// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import Survey
import TestSupport
import Testing

@Suite("Surveys in portions")
struct SurveyPortionTests {
  private static let card = "# Model card\n\n## Limitations\n\nNone known.\n"

  /// Systems for several portions, one whose file another claims too, one with a file that cannot be
  /// read, and a file that nobody claims.
  private static func tree() throws -> TestSupport.MemoryTree {
    var files = [
      "ai-system.yml": declaration("root", "artifacts:\n  model_cards: s-7/MODEL_CARD.md\n"),
      "loose/DATASHEET.md": "# Datasheet\n\n## Motivation\n\nTo know.\n",
      "s-9/evaluation.json": #"{"schema": "modelgate/evaluation/v1", "#,
    ]
    for number in 1...300 {
      let own = number == 7 ? "artifacts:\n  model_cards: MODEL_CARD.md\n" : ""
      files["s-\(number)/ai-system.yml"] = declaration("s-\(number)", own)
      files["s-\(number)/MODEL_CARD.md"] = card + "Of number \(number).\n"
    }
    return try TestSupport.MemoryTree(texts: files)
  }

  private static func declaration(_ id: String, _ more: String) -> String {
    "version: 1\nid: \(id)\nname: System \(id)\n\(more)"
  }

  private struct Made: Equatable, Sendable {
    let dossier: Dossier
    let unread: Set<ArtifactKind>
  }

  @Test(arguments: [1, 3])
  func `dossiers are the same whether all are kept or each is handed on`(_ width: Int) async throws
  {
    let tree = try Self.tree()
    let surveying = Surveying(policy: .standard, mappings: [], width: width)
    let whole = await surveying.survey(tree)
    let (survey, made) = await surveying.survey(tree) { Made(dossier: $0, unread: $1) }
    #expect(whole.dossiers.count > 301)
    #expect(
      made == whole.dossiers.map { Made(dossier: $0, unread: whole.unread(in: $0.systemID)) }
    )
    for id in ["root", "s-7"] {
      let dossier = try #require(made.first { $0.dossier.systemID == id }?.dossier)
      #expect(dossier.artifacts.map(\.source.path) == ["s-7/MODEL_CARD.md"])
    }
    #expect(survey.faults == whole.faults)
    #expect(survey.inputs == whole.inputs)
    #expect(survey.unreadKinds == whole.unreadKinds)
    #expect(survey.candidates.map(\.outcome) == whole.candidates.map(\.outcome))
  }

  @Test func `a file near a declaration that cannot be looked into is a fault`() async throws {
    let files = ["ai-system.yml": Self.declaration("a", ""), "notes.txt": "Nothing."]
    let tree = try TestSupport.MemoryTree(texts: files)
    let surveying = Surveying(policy: .standard, mappings: [], width: 1)
    let failing = FailingTree(tree, failingAt: 2)
    let messages = await surveying.survey(failing).faults.map(\.message)
    #expect(messages.contains("cannot read notes.txt: the read failed"))
    let sound = await surveying.survey(tree).faults.map(\.message)
    #expect(!sound.contains { $0.hasPrefix("cannot read") })
  }

  @Test func `a survey in portions keeps what artifacts are and not what they say`() async throws {
    let surveying = Surveying(policy: .standard, mappings: [], width: 2)
    let (survey, _) = await surveying.survey(try Self.tree()) { dossier, _ in dossier.systemID }
    let artifacts = survey.dossiers.flatMap(\.artifacts)
    #expect(artifacts.count > 300)
    #expect(artifacts.allSatisfy { $0.statements.isEmpty && !$0.format.isEmpty })
  }
}
