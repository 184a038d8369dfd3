// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Discovery")
struct DiscoveryTests {
  private func entries(_ paths: String...) throws -> [TreeEntry] {
    try paths.map(entry)
  }

  private func entry(_ path: String) throws -> TreeEntry {
    let id = try #require(ObjectID(hex: String(repeating: "0", count: 40)))
    return TreeEntry(path: path, kind: .file, id: id)
  }

  private func declaration(
    _ path: String,
    _ id: String,
    _ artifacts: String = ""
  ) throws
    -> SystemDeclaration
  {
    let text = "version: 1\nid: \(id)\nname: \(id)\n\(artifacts)"
    let node = try YAMLReader.read(Array(text.utf8))
    return try #require(SystemDeclaration.read(node, path: path).value)
  }

  private func policy(_ text: String) throws -> PolicyFile {
    let node = try YAMLReader.read(Array("version: 1\n\(text)".utf8))
    return PolicyFile.read(node, path: "modelgate.yml").value
  }

  @Test(
    arguments: """
      PY py c h cc cpp hpp java js ts go rs swift kt rb php cs scala sh pyc pyi pyx jsx tsx vue css scss lua jl r m \
      mm cu png jpg jpeg gif svg webp ico bmp tif tiff mp3 mp4 wav flac avi woff woff2 ttf otf o so a class jar
      """.split { $0.isWhitespace }.map(String.init)
  )
  func `source code and pictures are passed over, and no search by name misses them`(
    ending: String
  ) throws {
    let stems = [
      "ai-system", "a/ai-system", "vendor/ai-system", "MODEL_CARD", "README", "models/x/README",
      "dpia", "evaluation/test", "metrics", "mlruns/0/a/metrics/auc", "model", "weights", "x.md",
    ]
    let all = try stems.map { try entry("\($0).\(ending)") }
    let policy = PolicyFile.standard
    // A name that begins as that of the policy does is looked at once more.
    let told = Discovery.telling(among: all, policy: policy)
    #expect(
      told.map { $0.path.lowercased() }.allSatisfy {
        $0.hasPrefix("m") || TreePath.name(of: $0).hasPrefix("m")
      }
    )
    #expect(told.count < all.count / 2)
    let found = Discovery.candidates(in: all, declarations: [], policy: policy)
    #expect(found.candidates.isEmpty)
    #expect(Discovery.declarationEntries(in: all, policy: policy).isEmpty)
    #expect(Discovery.skippedDeclarations(in: all, policy: policy).isEmpty)
    #expect(Discovery.unnamedDeclarations(in: all, policy: policy).isEmpty)
    #expect(Discovery.unreadPolicies(in: all, policy: policy).isEmpty)
  }

  @Test func `what may be a policy or what it names as a declaration is never passed over`() throws
  {
    let all = try entries("modelgate.py", "modelgate.yml/x.py", "src/a.py", "systems/a.py")
    let policy = try policy("systems: ['systems/*.py']")
    let told = Discovery.telling(among: all, policy: policy)
    #expect(told.map(\.path) == ["modelgate.py", "modelgate.yml/x.py", "systems/a.py"])
    #expect(Discovery.declarationEntries(in: told, policy: policy).map(\.path) == ["systems/a.py"])
  }

  @Test(arguments: [
    ("MODEL_CARD.md", true), ("docs/model-card.md", true), ("a/b/c/d/ModelCard.md", true),
    ("a/b/c/d/e/MODEL_CARD.md", false), ("node_modules/x/MODEL_CARD.md", false),
    ("a/vendor/MODEL_CARD.md", false), ("README.md", true), ("docs/README.md", false),
    ("DATASHEET.md", true), ("data/data_card_v2.md", true), ("dataset-card.md", true),
    ("DPIA.md", true), ("legal/dpia.yaml", true),
    ("docs/data-protection-impact-assessment.md", true),
    ("FRIA.md", true), ("evaluation/test.json", true), ("fairness_report.json", true),
    ("metrics.json", true), ("logs/a.eval", true), ("mlruns/0/a/metrics/auc", true),
    ("docs/model-cards/scorer.md", true), ("datasheets/loans.md", true),
    ("data_cards/loans.markdown", true), ("legal/dpia/scoring.md", true), ("ai/scorer.md", false),
    ("package.json", false), ("model_card.png", false),
    ("ai-system.yml", false), ("modelgate-waivers.yml", false), ("CHANGELOG.md", false),
  ])
  func `names of artifacts are found without regard to case, in places that are searched`(
    path: String,
    isFound: Bool
  ) throws {
    let found = Discovery.candidates(in: try entries(path), declarations: [], policy: .standard)
    #expect(found.candidates.map(\.entry.path) == (isFound ? [path] : []))
    #expect(found.faults.isEmpty)
    #expect(found.candidates.allSatisfy { $0.systems.isEmpty && $0.declaredKind == nil })
  }

  @Test func `a path and a folder are found in a tree in any order and spelling`() throws {
    let index = EntryIndex(try entries("b/c/x", "a", "b.md", "r\u{E9}sum\u{E9}/x", "b/a"))
    #expect(["a", "b/a", "b/c/x", "b.md"].allSatisfy { index[$0]?.path == $0 })
    #expect(["", "b", "b/c", "b/c/", "b/c/x/", "c"].allSatisfy { index[$0] == nil })
    #expect(index["re\u{301}sume\u{301}/x"] != nil)
    #expect(["", "b", "b/c", "re\u{301}sume\u{301}"].allSatisfy(index.holdsSomething(below:)))
    #expect(!["a", "b.", "b/c/x", "c"].contains(where: index.holdsSomething(below:)))
    #expect(!EntryIndex([]).holdsSomething(below: ""))
  }

  @Test
  func `depth counts from the folder of a declaration, and what lies deeper is named`() throws {
    let deep = "a/b/c/d/e/f/MODEL_CARD.md"
    let tree = try entries("a/b/c/d/e/ai-system.yml", deep)
    let declared = try declaration("a/b/c/d/e/ai-system.yml", "x")
    let near = Discovery.candidates(in: tree, declarations: [declared], policy: .standard)
    #expect(near.candidates.map(\.entry.path) == [deep])
    #expect(near.candidates.map(\.systems) == [["x"]])
    #expect(
      Discovery.beyondLimit(
        in: tree,
        claims: Claims(of: [declared], in: EntryIndex(tree)),
        policy: .standard
      ).isEmpty
    )
    let far = Discovery.candidates(in: tree, declarations: [], policy: .standard)
    #expect(far.candidates.isEmpty)
    #expect(
      Discovery.beyondLimit(
        in: tree,
        claims: Claims(of: [], in: EntryIndex(tree)),
        policy: .standard
      ).map(\.path) == [deep]
    )
  }

  @Test func `a link is the file that it leads to, which is read once`() throws {
    var link = try entry("docs/MODEL_CARD.md")
    link.kind = .symlink
    let card = try entry("MODEL_CARD.md")
    let candidates = [card, link].map { Candidate(entry: $0, systems: ["\($0.kind)"], reason: "r") }
    let followed = Discovery.followingLinks(
      of: candidates,
      among: EntryIndex([card, link]),
      targets: [link.path: "../MODEL_CARD.md"]
    )
    #expect(followed.map(\.entry) == [card])
    #expect(followed.map(\.systems) == [["file", "symlink"]])
    #expect(followed.map(\.links) == [["docs/MODEL_CARD.md"]])
    for target in ["../../x.md", "/etc/passwd", "missing.md"] {
      let kept = Discovery.followingLinks(
        of: candidates,
        among: EntryIndex([card, link]),
        targets: [link.path: target]
      )
      #expect(kept.map(\.entry) == candidates.map(\.entry))
    }
  }

  @Test func `a declaration names records by what they document`() throws {
    let declared = try declaration(
      "ai-system.yml",
      "x",
      "artifacts:\n  records: {risk_management: docs/r.md, ropa: [docs/a.yaml]}\n"
    )
    let tree = try entries("docs/a.yaml", "docs/r.md")
    let found = Discovery.candidates(in: tree, declarations: [declared], policy: .standard)
    #expect(found.candidates.map(\.declaredKind) == [.record, .record])
    #expect(found.candidates.map(\.declaredRecord) == [.processingRegister, .riskManagement])
  }

  @Test
  func `a pipeline names metric files, which belong to its systems unless they are declared`()
    throws
  {
    let tree = try entries(
      "ai-system.yml",
      "p/dvc.yaml",
      "p/out/scores.json",
      "p/metrics.json",
      "p/cached.json",
      "top.yaml",
      "tests/old.json",
      "other.json"
    )
    let pipeline = """
      stages:
        train:
          wdir: out
          metrics: [scores.json: {cache: false}]
        eval:
          metrics:
          - metrics.json
          - ../tests/old.json
          - missing.json
          - ../../outside.json
      metrics: [../top.yaml]
      """
    let policy = try policy("exclude: [\"tests/**\"]")
    let found = Discovery.candidates(
      in: tree,
      declarations: [try declaration("ai-system.yml", "a")],
      policy: policy
    )
    let candidate = try #require(found.candidates.first { $0.entry.path == "p/dvc.yaml" })
    #expect(MetricPipeline.isPipeline(candidate.entry.path))
    let all = Discovery.adding(
      [MetricPipeline(candidate, bytes: Array(pipeline.utf8))],
      to: found.candidates,
      in: tree,
      policy: policy
    )
    #expect(
      all.map(\.entry.path) == ["p/dvc.yaml", "p/metrics.json", "p/out/scores.json", "top.yaml"]
    )
    #expect(all.map(\.expectedKind) == [nil, .evaluation, .evaluation, .evaluation])
    #expect(all.allSatisfy { $0.systems == ["a"] && $0.declaredKind == nil })
    #expect(all[2].reason == "p/dvc.yaml names it as metrics")
    #expect(MetricPipeline(candidate, bytes: Array("stages: [".utf8)).metricFiles.isEmpty)
  }

  @Test func `a declaration knows better than a pipeline what a file is`() throws {
    let tree = try entries("ai-system.yml", "dvc.yaml", "m.json")
    let found = Discovery.candidates(
      in: tree,
      declarations: [
        try declaration("ai-system.yml", "a", "artifacts: {evaluations: [m.json, dvc.yaml]}")
      ],
      policy: .standard
    )
    let pipeline = MetricPipeline(found.candidates[0], bytes: Array("metrics: [m.json]".utf8))
    let all = Discovery.adding([pipeline], to: found.candidates, in: tree, policy: .standard)
    #expect(all == found.candidates)
  }

  @Test func `a policy can keep places from being searched, but not from being declared`() throws {
    let tree = try entries("tests/MODEL_CARD.md", "tests/DPIA.md")
    let found = Discovery.candidates(
      in: tree,
      declarations: [try declaration("ai-system.yml", "a", "artifacts: {dpias: tests/DPIA.md}")],
      policy: try policy("exclude: [\"tests/**\"]")
    )
    #expect(found.candidates.map(\.entry.path) == ["tests/DPIA.md"])
    #expect(found.candidates.map(\.declaredKind) == [.dpia])
    #expect(found.candidates.map(\.systems) == [["a"]])
    #expect(found.candidates.first?.reason.hasPrefix("ai-system.yml:4 declares it as") == true)
  }

  @Test func `one file may be claimed by several systems, and as several kinds`() throws {
    let tree = try entries("a/ai-system.yml", "b/ai-system.yml", "data/DATASHEET.md", "README.md")
    let found = Discovery.candidates(
      in: tree,
      declarations: [
        try declaration(
          "b/ai-system.yml",
          "b",
          "artifacts: {datasheets: ../data/*.md, model_cards: /README.md}"
        ),
        try declaration(
          "a/ai-system.yml",
          "a",
          "artifacts: {datasheets: [../data/*.md, /data/**], evaluations: /README.md}"
        ),
      ],
      policy: .standard
    )
    let lines = found.candidates.map {
      "\($0.entry.path) \($0.declaredKind?.rawValue ?? "-") \($0.systems)"
    }
    #expect(
      lines == [
        "README.md modelCard [\"b\"]", "README.md evaluation [\"a\"]",
        "data/DATASHEET.md datasheet [\"a\", \"b\"]",
      ]
    )
  }

  @Test
  func `a declaration without 'artifacts' claims its folder; the nearest declaration decides`()
    throws
  {
    let tree = try entries(
      "MODEL_CARD.md",
      "a/DPIA.md",
      "a/README.md",
      "a/b/MODEL_CARD.md",
      "a/c/DATASHEET.md",
      "a/c/d/MODEL_CARD.md",
      "x/MODEL_CARD.md"
    )
    let found = Discovery.candidates(
      in: tree,
      declarations: [
        try declaration("a/ai-system.yml", "a"),
        try declaration("a/c/ai-system.yml", "c", "artifacts: {datasheets: DATASHEET.md}"),
        try declaration("x/ai-system.yml", "x1"),
        try declaration("x/other.yml", "x2"),
      ],
      policy: .standard
    )
    let systems = Dictionary(
      uniqueKeysWithValues: found.candidates.map { ($0.entry.path, $0.systems) }
    )
    #expect(
      systems == [
        "MODEL_CARD.md": [], "a/DPIA.md": ["a"], "a/README.md": ["a"], "a/b/MODEL_CARD.md": ["a"],
        "a/c/DATASHEET.md": ["c"], "a/c/d/MODEL_CARD.md": [], "x/MODEL_CARD.md": ["x1", "x2"],
      ]
    )
  }

  @Test(arguments: [
    ("MODEL_CRAD.md", "did you mean 'ml/MODEL_CARD.md'?"),
    ("docs/MODEL_CARD.md", "did you mean 'ml/MODEL_CARD.md'?"),
    ("card.md", "commit the file, or correct the path"),
    ("cards/*.md", "commit the file, or correct the path"),
  ])
  func `a claim that nothing meets is a fault that names the nearest file`(
    path: String,
    help: String
  ) throws {
    let found = Discovery.candidates(
      in: try entries("ml/MODEL_CARD.md", "ml/ai-system.yml"),
      declarations: [
        try declaration("ml/ai-system.yml", "a", "artifacts:\n  model_cards: \(path)")
      ],
      policy: .standard
    )
    #expect(
      found.faults == [
        Fault(
          message: "a model card is declared as 'ml/\(path)', and no file of the tree matches",
          location: SourceLocation(
            path: "ml/ai-system.yml",
            position: SourcePosition(line: 5, column: 16)
          ),
          help: help,
          system: "a"
        )
      ]
    )
  }

  @Test func `policy, waivers and declarations are found where they belong`() throws {
    let tree = try entries(
      "a/ai-system.yml",
      "a/modelgate.yml",
      "b/ai-system.yaml",
      "modelgate.yaml",
      "modelgate.yml",
      "node_modules/x/ai-system.yml",
      "policy/w.yml",
      "tests/ai-system.yml"
    )
    let policy = try policy("waivers: policy/w.yml\nexclude: [tests/]")
    #expect(Discovery.policyEntry(in: tree)?.path == "modelgate.yml")
    #expect(Discovery.policyEntry(in: Array(tree.prefix(4)))?.path == "modelgate.yaml")
    #expect(Discovery.policyEntry(in: Array(tree.prefix(3))) == nil)
    #expect(Discovery.waiverEntry(in: tree, policy: policy)?.path == "policy/w.yml")
    #expect(Discovery.waiverEntry(in: tree, policy: .standard) == nil)
    #expect(
      Discovery.declarationEntries(in: tree, policy: policy).map(\.path)
        == ["a/ai-system.yml", "b/ai-system.yaml"]
    )
  }
}

extension Discovery {
  /// What is found with some declarations, and what they claim in vain.
  fileprivate static func candidates(
    in entries: [TreeEntry],
    declarations: [SystemDeclaration],
    policy: PolicyFile
  ) -> (candidates: [Candidate], faults: [Fault]) {
    let claims = Claims(of: declarations, in: EntryIndex(entries))
    return (candidates(in: entries, claims: claims, policy: policy), claims.faults)
  }
}
