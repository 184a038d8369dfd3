// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A folder of weights is that of the bundle, or it is refused.
@Suite("Folders of weights") struct ModelFolderTests {
  /// Too large for a bundle to hold them.
  private static let weights = String(repeating: "weights of the router", count: 5_000)

  /// A bundle about a commit that holds the weights themselves.
  private static func bundle() async throws -> [BundleFile] {
    let declaration = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
    let model = "models:\n  - name: own\n    version: \"1\"\n    weights: models/own.bin\n"
    let gate = try Gate(
      "ticket-router",
      [
        "ai-system.yml": .text(declaration.replacing("models:\n", with: model, maxReplacements: 1)),
        "models/own.bin": .text(weights),
      ]
    )
    return try await gate.record(collectsEvidence: true).bundleFiles()
  }

  /// What is asked of a folder and does not hold, where it has only the weights that are given.
  private static func unmet(
    _ files: [BundleFile],
    _ fill: (borrowing TemporaryDirectory) throws -> Void
  ) async throws -> [String] {
    let folder = try TemporaryDirectory()
    try folder.write(weights, to: "dir/own.bin")
    try fill(folder)
    var requirements = BundleRequirements()
    requirements.modelFolder = folder.path + "/dir"
    return try await files.check(requirements).unmet.filter { $0.contains("the folder holds") }
  }

  @Test func `weights of every name, and links to folders, are strangers`() async throws {
    let files = try await Self.bundle()
    #expect(try await Self.unmet(files) { _ in }.isEmpty)
    #expect(try await Self.unmet(files) { try $0.write("text", to: "dir/README.md") }.isEmpty)
    let names = [
      "a.hdf5", "a.onnx_data", "a.data-00000-of-00001", "a.params", "a.pt2", "a.pte", "a.nemo",
      "a.caffemodel", "a.pdmodel", "a.bst", "a.weights", "a.t7", "a.dat", "sub/A.H5",
    ]
    for name in names {
      let unmet = try await Self.unmet(files) { try $0.write("others", to: "dir/\(name)") }
      #expect(unmet.count == 1, "\(name): \(unmet)")
    }
    let linked = try await Self.unmet(files) { folder in
      try folder.write("others", to: "elsewhere/model.safetensors")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/dir/sub",
        withDestinationPath: folder.path + "/elsewhere"
      )
    }
    #expect(linked.count == 1 && linked[0].contains("a link to a folder"), "\(linked)")
  }

  @Test func `weights that a declaration names cannot be left out of the facts`() async throws {
    let files = try await Self.bundle()
    #expect(try await files.check().problems.isEmpty)
    let facts = files.text(of: "data/facts.json")
    for list in ["digests", "sizes", ""] {
      var forged = facts
      for name in ["digests", "sizes"] where list.isEmpty || list == name {
        let entries = try #require(
          forged.range(of: #""\#(name)":\[[^\]]*\]"#, options: .regularExpression)
        )
        #expect(forged[entries].contains("models/own.bin"), "\(name)")
        forged.replaceSubrange(entries, with: "\"\(name)\":[]")
      }
      let check = try await files.changing("data/facts.json", to: Array(forged.utf8)).resealed()
        .check()
      #expect(check.problems.contains { $0.path == "data/report.json" }, "\(list)")
    }
  }

  @Test func `a digest that only facts tell does not stand for other weights`() async throws {
    let files = try await Self.bundle()
    func digest(_ text: String) -> String { ContentDigest(sha256Of: Array(text.utf8)).hex }
    let (own, other) = (digest(Self.weights), digest("weights of another"))
    let forged = files.map { file in
      guard [".json", ".html", ".md"].contains(where: file.path.hasSuffix) else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      return BundleFile(path: file.path, bytes: Array(text.replacing(own, with: other).utf8))
    }
    try #require(forged != files)
    let folder = try TemporaryDirectory()
    try folder.write("weights of another", to: "dir/own.bin")
    var requirements = BundleRequirements()
    requirements.modelFolder = folder.path + "/dir"
    let check = try await forged.resealed().check(requirements)
    #expect(check.unmet.contains { $0.contains("which is not 'models/own.bin' of the commit") })
  }
}
