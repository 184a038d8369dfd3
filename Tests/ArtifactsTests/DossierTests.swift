// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Digests
import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Dossiers")
struct DossierTests {
  private func entry(_ path: String, kind: TreeEntry.Kind = .file) throws -> TreeEntry {
    let id = try #require(ObjectID(hex: String(repeating: "0", count: 40)))
    return TreeEntry(path: path, kind: kind, id: id)
  }

  private func reading(
    _ path: String,
    _ systems: [String],
    _ outcome: ReadOutcome? = nil
  ) throws -> CandidateReading {
    let card = "# Model card\n\n## Limitations\n\nNone known.\n"
    return CandidateReading(
      candidate: Candidate(entry: try entry(path), systems: systems, reason: "a test"),
      outcome: outcome ?? Reader.outcome(card, at: path)
    )
  }

  private func declaration(_ id: String, models: [DeclaredModel] = []) -> SystemDeclaration {
    SystemDeclaration(
      id: id,
      name: "System \(id)",
      models: models,
      source: SourceReference(path: "\(id)/ai-system.yml")
    )
  }

  @Test func `artifacts, faults and leftovers go where they belong, in a fixed order`() throws {
    let fault = Fault(
      message: "cannot read c.md",
      location: SourceLocation(path: "c.md"),
      help: "h"
    )
    let unmet = Fault(message: "nothing matches", help: "h", system: "b")
    let inventory = DossierAssembly.assemble(
      declarations: [declaration("b"), declaration("a")],
      readings: [
        try reading("z/MODEL_CARD.md", ["a"]), try reading("b/MODEL_CARD.md", ["a", "b"]),
        try reading("c.md", ["a", "b"], .fault(fault)), try reading("x/MODEL_CARD.md", []),
        try reading("metrics.json", ["a"], .notRecognized(reason: "no schema")),
      ],
      faults: [unmet]
    )
    #expect(inventory.dossiers.map(\.systemID) == ["a", "b", "undeclared"])
    let lines = inventory.dossiers.map { dossier in
      "\(dossier.systemName): \(dossier.artifacts.map(\.source.path)) "
        + "\(dossier.faults.map { "\($0.message) (\($0.system ?? "-"))" })"
    }
    #expect(
      lines == [
        #"System a: ["b/MODEL_CARD.md", "z/MODEL_CARD.md"] ["cannot read c.md (a)"]"#,
        #"System b: ["b/MODEL_CARD.md"] ["nothing matches (b)", "cannot read c.md (b)"]"#,
        #"Artifacts without a declaration: ["x/MODEL_CARD.md"] []"#,
      ]
    )
    #expect(inventory.notRecognized.map(\.path) == ["metrics.json"])
    #expect(inventory.notRecognized.map(\.reason) == ["no schema"])
    #expect(inventory.problems == [])
  }

  @Test func `an evaluation takes from its declaration the terms that it does not state`() throws {
    let declared = "unknown_values: {sex: [unknown]}\nminimum_share: 0.02\n"
    let silent = try evaluation("", under: declared)
    #expect(silent.unknownValues == ["sex": ["unknown"]])
    #expect(silent.minimumShare == 0.02)
    let own = try evaluation(
      #""unknown_values": ["n/a"], "minimum_share": 0.01,"#,
      under: declared
    )
    #expect(own.unknownValues == ["": ["n/a"]])
    #expect(own.minimumShare == 0.01)
    let neither = try evaluation("", under: "")
    #expect(neither.unknownValues == [:])
    #expect(neither.minimumShare == nil)
  }

  @Test func `a share that cannot be is a problem of the declaration`() throws {
    let text = "version: 1\nid: a\nname: A\nminimum_share: 2\n"
    let node = try YAMLReader.read(Array(text.utf8))
    let problems = SystemDeclaration.read(node, path: "ai-system.yml").problems
    #expect(problems.contains { $0.message.contains("'minimum_share' is 2.0") })
  }

  /// The evaluation with some terms of its own, of a system that declares others.
  private func evaluation(_ own: String, under declared: String) throws -> Artifact {
    let text = "version: 1\nid: a\nname: A\n" + declared
    let node = try YAMLReader.read(Array(text.utf8))
    let declaration = try #require(SystemDeclaration.read(node, path: "ai-system.yml").value)
    let file = """
      {"schema": "modelgate/evaluation/v1", \(own)
      "groups": [{"slice": {"sex": "F"}, "n": 10, "selected": 5}]}
      """
    let inventory = DossierAssembly.assemble(
      declarations: [declaration],
      readings: [try reading("e.json", ["a"], Reader.outcome(file, at: "e.json"))]
    )
    return try #require(inventory.dossiers.first?.artifacts.first)
  }

  @Test func `without unclaimed artifacts there is no undeclared system`() throws {
    let inventory = DossierAssembly.assemble(
      declarations: [declaration("a")],
      readings: [try reading("x.md", [], .notRecognized(reason: "no"))]
    )
    #expect(inventory.dossiers.map(\.systemID) == ["a"])
    #expect(inventory.dossiers.first?.declaration?.id == "a")
    #expect(DossierAssembly.assemble(declarations: [], readings: []).dossiers.isEmpty)
  }

  @Test func `an unclaimed file that cannot be read is a fault of the undeclared system`() throws {
    let fault = Fault(message: "cannot read c.md", help: "h")
    let inventory = DossierAssembly.assemble(
      declarations: [],
      readings: [try reading("c.md", [], .fault(fault))]
    )
    #expect(inventory.dossiers.map(\.declaration) == [nil])
    #expect(inventory.dossiers.flatMap(\.faults).map(\.system) == ["undeclared"])
  }

  @Test func `two systems with one id are reported`() {
    let inventory = DossierAssembly.assemble(
      declarations: [declaration("a"), declaration("a")],
      readings: []
    )
    #expect(inventory.problems.map(\.code) == ["duplicate"])
  }

  @Test func `the weights of a model are present, a pointer, missing or undeclared`() throws {
    let digest = String(repeating: "ab", count: 32)
    let tree = MemoryTree([
      "a/m.bin": String(repeating: "x", count: 2000),
      "a/small.bin": "x",
      "a/lfs.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:\(digest)\nsize 7\n",
      "a/shards/1.bin": "x",
    ])
    let entries = EntryIndex(tree.entries)
    let state = { (path: String?) in
      let model = DeclaredModel(
        name: "m",
        weights: path,
        source: SourceReference(path: "ai-system.yml")
      )
      return try WeightsState.find(model, among: entries, in: tree)
    }
    #expect(try state("a/m.bin").label == .present)
    #expect(
      try state("a/small.bin") == .present(byteCount: 1, digest: ContentDigest(sha256Of: [0x78]))
    )
    #expect(try state("a/shards") == .folder)
    #expect(try state("a/none.bin") == .missing)
    #expect(try state(nil) == .undeclared)
    let pointer = try state("a/lfs.bin")
    #expect(pointer.label == .lfs)
    #expect(pointer.lfsDigest == digest)
    #expect(throws: Problem.self) { try state("a/broken.bin") }
  }
}

/// A tree in memory; reading a path with `broken` in it fails.
struct MemoryTree: SourceTree {
  let entries: [TreeEntry]
  private let texts: [String: String]

  init(_ texts: [String: String]) {
    self.texts = texts
    let id = ObjectID(hex: String(repeating: "1", count: 40))
    entries = (texts.keys + ["a/broken.bin"]).sorted().compactMap { path in
      id.map { TreeEntry(path: path, kind: .file, id: $0) }
    }
  }

  func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    try bytes(of: entry).count
  }

  func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    guard let text = texts[entry.path] else {
      throw Problem(path: entry.path, message: "the object is damaged", help: "fetch it")
    }
    return Array(text.utf8)
  }

  func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    ContentDigest(sha256Of: try bytes(of: entry))
  }
}
