// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

@Suite("Writing outputs")
struct OutputTests {
  private func write(
    _ record: RunRecord,
    _ outputs: [OutputTarget],
    evidence: String? = nil
  ) -> (failure: RunFailure?, printed: [UInt8]) {
    var printed: [UInt8] = []
    do throws(RunFailure) {
      try record.write(
        outputs: outputs,
        evidence: evidence,
        style: ConsoleStyle(),
        toStandardOutput: { printed += $0.bytes }
      )
      return (nil, printed)
    } catch {
      return (error, printed)
    }
  }

  @Test func `every output and the bundle are written, missing folders included`() async throws {
    let record = try await Gate().record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    let files = ReportFormat.allCases.map { format in
      OutputTarget(format: format, path: "\(folder.path)/out/\(format.rawValue).txt")
    }
    let (failure, printed) = write(
      record,
      files + [OutputTarget(format: .json, path: nil)],
      evidence: folder.path + "/out/evidence.tar"
    )
    #expect(failure == nil)
    #expect(printed == render(record.report, as: .json))
    for format in ReportFormat.allCases {
      let bytes = try folder.bytes(of: "out/\(format.rawValue).txt")
      #expect(bytes == render(record.report, as: format), "\(format)")
    }
    #expect(try folder.names() == ["out"])
    #expect(try folder.names("out").count == ReportFormat.allCases.count + 1)
    let check = try await BundleCheck.verify(
      folder.path + "/out/evidence.tar",
      tool: record.report.tool
    )
    #expect(check.isSound, "\(check.text)")
  }

  @Test(arguments: ["e.tar", "./e.tar", "e.tar/report.json"])
  func `no report is written in the place of the bundle`(path: String) async throws {
    let record = try await Gate().record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    let target = OutputTarget(format: .json, path: "\(folder.path)/\(path)")
    let (failure, _) = write(record, [target], evidence: folder.path + "/e.tar")
    #expect(failure?.problems.first?.message.contains("evidence bundle") == true)
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: ["file/out.json", "folder", "file/a/b.json"])
  func `when one output cannot be written, none is and nothing is printed`(
    path: String
  ) async throws {
    let record = try await Gate().record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    try folder.write("in the way", to: "file")
    try folder.write("in the way", to: "folder/keep")
    let before = try folder.listing()
    let outputs = [
      OutputTarget(format: .junit, path: folder.path + "/first.xml"),
      OutputTarget(format: .json, path: folder.path + "/" + path),
      OutputTarget(format: .markdown, path: folder.path + "/last.md"),
      OutputTarget(format: .console, path: nil),
    ]
    let (failure, printed) = write(record, outputs, evidence: folder.path + "/evidence.tar")
    #expect(failure?.kind == .configuration)
    let problem = try #require(failure?.problems.first)
    #expect(problem.message.contains(path))
    #expect(!problem.help.isEmpty)
    #expect(printed.isEmpty)
    #expect(
      try folder.listing().map { $0.prefix { $0 != " " } }
        == before.map { $0.prefix { $0 != " " } }
    )
  }

  @Test(arguments: ["file/evidence.tar", "folder", "folder.tar"])
  func `when the bundle cannot be written, no output is`(path: String) async throws {
    let record = try await Gate().record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    try folder.write("in the way", to: "file")
    try folder.write("in the way", to: "folder/keep")
    try folder.write("in the way", to: "folder.tar/keep")
    let outputs = [OutputTarget(format: .json, path: folder.path + "/report.json")]
    let (failure, _) = write(record, outputs, evidence: folder.path + "/" + path)
    #expect(failure?.kind == .configuration)
    #expect(try folder.names() == ["file", "folder", "folder.tar"])
  }

  @Test func `a file that exists is replaced as a whole`() async throws {
    let record = try await Gate("ticket-router").record()
    let folder = try TemporaryDirectory()
    try folder.write(String(repeating: "old ", count: 100_000), to: "report.json")
    let target = OutputTarget(format: .json, path: folder.path + "/report.json")
    #expect(write(record, [target]).failure == nil)
    #expect(try folder.bytes(of: "report.json") == render(record.report, as: .json))
    #expect(try folder.names() == ["report.json"])
  }

  @Test func `a bundle holds what proves the report, in each of its forms`() async throws {
    let record = try await Gate().record(collectsEvidence: true)
    let folder = try TemporaryDirectory()
    var digests: Set<Substring> = []
    for name in ["bundle.tar", "bundle.tar.gz", "bundle"] {
      #expect(write(record, [], evidence: "\(folder.path)/\(name)").failure == nil)
      let check = try await BundleCheck.verify(
        "\(folder.path)/\(name)",
        tool: record.report.tool
      )
      let text = String(decoding: check.page.bytes, as: UTF8.self)
      #expect(check.isSound, "\(text)")
      digests.formUnion(text.split(separator: "\n").filter { $0.hasPrefix("evidence") })
      let commit = try #require(record.report.repository.commit)
      #expect(text.contains(commit.hex))
    }
    #expect(digests.count == 1)
  }
}
