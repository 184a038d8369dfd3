// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Foundation
import GateModel
import Testing

@Suite("Fixtures are read to the last record")
struct FixtureTests {
  @Test(arguments: [
    "mitchell/MODEL_CARD.md", "hf/README.md", "hfds/README.md", "datasheet/DATASHEET.md",
    "dpia/DPIA.md", "dpia-headings/DPIA.md", "datacard/DATA_CARD.md", "system/MODEL_CARD.md",
    "system/DATASHEET.md",
    "system/dpia.yaml", "system/evaluation.json",
  ])
  func `every record of the fixture, with its place, is as recorded`(name: String) throws {
    let outcome = ArtifactReader().read(try Fixture.file(name))
    let text = ArtifactText.render(try Reader.artifact(of: outcome))
    let golden = name.split(separator: "/").joined(separator: "-") + ".txt"
    guard let expected = try Fixture.golden(golden) else {
      try Golden.record(text, as: golden)
      return
    }
    #expect(text == expected)
  }
}

/// Golden files that do not exist yet are written beside the sources, and the test fails.
enum Golden {
  static func record(_ text: String, as name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    try Data(text.utf8).write(to: folder.appending(path: name))
    Testing.Issue.record("recorded \(name); check it and run again")
  }
}
