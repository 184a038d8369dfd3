// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// What stands around the files of a bundle says nothing that they do not say.
@Suite("Frames of archives") struct ArchiveFrameTests {
  @Test func `folder and time of an archive are those of what it holds`() async throws {
    let files = try await Gate("ticket-router", [:]).record(collectsEvidence: true).bundleFiles()
    let time = try #require(files.statedReport?.repository.commitTime)
    let folder = try TemporaryDirectory()
    let tool = Report.Tool(name: "modelgate", version: "0.0.0")
    for (name, modified, isOwn) in [
      (files.ownName, time, true), ("credit-scoring-passed", time, false),
      (files.ownName, time + 1, false), (files.ownName, 0, false),
    ] {
      for ending in ["tar", "tar.gz"] {
        let path = "\(folder.path)/bundle.\(ending)"
        try BundleWriter.write(
          files.map { PlacedFile($0) },
          named: name,
          modified: modified,
          to: BundleDestination(path: path)
        )
        let problems = try await BundleCheck.verify(path, tool: tool).problems
        #expect(problems.map(\.path) == (isOwn ? [] : ["archive"]), "\(name) \(modified) \(ending)")
      }
    }
  }
}
