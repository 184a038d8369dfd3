// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import GateModel
import Testing

/// A bundle whose manifests are right still has to prove that its inputs belong to the commit.
@Suite struct ProofTests {
  typealias File = RepositoryFixture.File

  private let contents = BundleFixture.contents()

  /// The problems of a bundle after its contents were changed and it was sealed again.
  private func problems(_ change: (inout BundleContents) -> Void) throws -> [Problem] {
    var changed = contents
    change(&changed)
    return try verification(of: EvidenceBundle.heldFiles(of: changed)).problems
  }

  private func expect(
    _ problems: [Problem],
    at path: String,
    _ what: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(
      problems.contains { $0.path == path && $0.message.contains(what) },
      "\(problems)",
      sourceLocation: sourceLocation
    )
  }

  @Test func `an input whose bytes are not those of its blob is caught`() throws {
    let problems = try problems { $0.inputs[1].bytes.append(0x21) }
    expect(problems, at: "data/inputs/index.json", "but the content is ")
    expect(problems, at: "data/report.json", #"as the SHA-256 of "docs/MODEL_CARD.md""#)
    expect(problems, at: "data/report.json", #"as the size of "docs/MODEL_CARD.md""#)
  }

  @Test func `an input that is not in the commit is caught`() throws {
    let bytes = Array("forged".utf8)
    let problems = try problems { contents in
      contents.inputs[1].bytes = bytes
      contents.inputs[1].blob = ObjectFixture.blob(bytes).id
      contents.repositoryPack = .held(
        PackFixture.pack(
          BundleFixture.repository.objects + [.blob(bytes)]
        )
      )
    }
    expect(problems, at: "data/repo/objects.pack", #"at "docs/MODEL_CARD.md", not to the blob"#)
    expect(problems, at: "data/repo/objects.pack", "to which the commit does not lead")
    expect(problems, at: "data/report.json", #"as the blob of "docs/MODEL_CARD.md""#)
  }

  @Test(arguments: [
    "docs/OTHER.md", "docs", "docs/", "/docs/MODEL_CARD.md", "docs//MODEL_CARD.md",
    "docs/../docs/MODEL_CARD.md", "docs/MODEL_CARD.md/x", "", "docs/MODEL_CARD.md\u{0}",
  ])
  func `an input at another path is caught`(path: String) throws {
    let problems = try problems { $0.inputs[1].path = path }
    #expect(problems.contains { $0.path == "data/repo/objects.pack" }, "\(problems)")
    expect(problems, at: "data/report.json", "which the index does not list")
  }

  @Test func `an input of another mode is caught`() throws {
    let problems = try problems { $0.inputs[1].mode = .executable }
    expect(problems, at: "data/repo/objects.pack", #"another mode for "docs/MODEL_CARD.md""#)
  }

  @Test func `a pack about another commit is caught`() throws {
    let other = RepositoryFixture([File(path: "a", bytes: [1])])
    let problems = try problems { $0.repositoryPack = .held(other.pack) }
    expect(problems, at: "data/repo/objects.pack", "does not hold the commit")
  }

  @Test func `statements about different commits are caught`() throws {
    let files = try EvidenceBundle.heldFiles(of: contents)
    let zeros = String(repeating: "0", count: 40)
    let changed = files.changing("bag-info.txt") { bytes in
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .map { $0.hasPrefix("External") ? "External-Identifier: git:\(zeros)\n" : $0 + "\n" }
      bytes = Array(lines.joined().utf8)
    }
    let problems = try verification(of: BundleFixture.resealed(changed)).problems
    expect(problems, at: "data/inputs/index.json", "but bag-info.txt of \(zeros)")
  }

  @Test func `a report about another commit or tree is caught`() throws {
    let problems = try problems { contents in
      let report = String(decoding: contents.reports[0].bytes, as: UTF8.self)
        .split(separator: "\n").dropFirst(2).joined(separator: "\n")
      contents.reports[0].bytes = Array("bad commit\nbad tree\n\(report)\n".utf8)
    }
    expect(problems, at: "data/report.json", #"states "bad commit" as the commit, but it is "#)
    expect(problems, at: "data/report.json", #"states "bad tree" as the tree, but it is "#)
    #expect(problems.count == 2)
  }

  @Test func `each object on the way is needed`() throws {
    for object in BundleFixture.repository.objects {
      let problems = try problems { contents in
        contents.repositoryPack = .held(
          PackFixture.pack(
            BundleFixture.repository.objects.filter { $0 != object }
          )
        )
      }
      #expect(problems.contains { $0.path == "data/repo/objects.pack" }, "\(object)")
    }
  }

  @Test func `a commit whose object names no tree proves nothing`() throws {
    let commit = ObjectFixture(kind: .commit, bytes: Array("tree nowhere\n".utf8))
    let problems = try problems { contents in
      contents.commit = commit.id
      contents.repositoryPack = .held(PackFixture.pack([commit]))
    }
    expect(problems, at: "data/repo/objects.pack", "names no tree")
  }

  @Test func `paths below a checked folder are proven from that folder`() throws {
    let inner = BundleFixture.files.map { file in
      File(path: "teams/credit/" + file.path, mode: file.mode, bytes: file.bytes)
    }
    let repository = RepositoryFixture(inner)
    let sound = BundleFixture.contents(of: repository, BundleFixture.files, root: "teams/credit")
    #expect(try verification(of: EvidenceBundle.heldFiles(of: sound)).problems.isEmpty)
    var wrong = sound
    wrong.root = "teams"
    let problems = try verification(of: EvidenceBundle.heldFiles(of: wrong)).problems
    expect(problems, at: "data/repo/objects.pack", "does not lead from the commit to")
    wrong.root = "elsewhere"
    let others = try verification(of: EvidenceBundle.heldFiles(of: wrong)).problems
    expect(others, at: "data/repo/objects.pack", #"to the checked folder "elsewhere""#)
  }

  @Test func `names that differ only in how an accent is composed are two names`() throws {
    let files = [
      File(path: "caf\u{E9}.md", bytes: [1]), File(path: "cafe\u{301}.md", bytes: [2]),
    ]
    let contents = BundleFixture.contents(of: RepositoryFixture(files), files)
    #expect(try verification(of: EvidenceBundle.heldFiles(of: contents)).problems.isEmpty)
    var swapped = contents
    swapped.inputs[0].path = files[1].path
    swapped.inputs[1].path = files[0].path
    let problems = try verification(of: EvidenceBundle.heldFiles(of: swapped)).problems
    expect(problems, at: "data/repo/objects.pack", "not to the blob")
  }

  @Test(
    arguments: [
      ([0x63, 0xE9], #"c\xE9"#), ([0xFF, 0x5C, 0x78], #"\xFF\x"#),
      (Array(#"\xE9"#.utf8), #"\x5CxE9"#), (Array(#"\xe9"#.utf8), #"\xe9"#),
      (Array(#"\x+9"#.utf8), #"\x+9"#), (Array("\u{E9}".utf8), #"\xC3\xA9"#),
    ] as [([UInt8], String)]
  )
  func `a name that is not plain text is found by its escaped spelling`(
    name: [UInt8],
    spelling: String
  ) throws {
    let blob = ObjectFixture.blob([7])
    let tree = ObjectFixture.tree([("100644", name, blob.rawID)])
    let commit = ObjectFixture.commit(tree: tree.id)
    let problems = try problems { contents in
      contents.commit = commit.id
      contents.inputs = [
        BundleInput(
          path: spelling,
          mode: .file,
          blob: blob.id,
          role: "modelCard",
          systems: ["s"],
          bytes: [7]
        )
      ]
      contents.reports[0].bytes = Array("\(commit.id)\n\(tree.id)\n".utf8)
      contents.repositoryPack = .held(PackFixture.pack([blob, tree, commit]))
    }
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func `of several missing folders the first one by name is reported`() throws {
    let strange = Array("hgfedcba".utf8).map { byte in
      File(path: "\(Unicode.Scalar(byte))/card", bytes: [byte])
    }
    let repository = RepositoryFixture(BundleFixture.files + strange)
    let hidden = RepositoryFixture(strange).objects
    var contents = BundleFixture.contents(of: repository, BundleFixture.files)
    contents.repositoryPack = .held(
      PackFixture.pack(repository.objects.filter { !hidden.contains($0) })
    )
    let problems = try verification(of: EvidenceBundle.heldFiles(of: contents)).problems
    expect(problems, at: "data/repo/objects.pack", #"the folder "a", so that files may be hidden"#)
  }

  @Test func `a tree of doubling folders is given up in no time`() throws {
    var objects = [ObjectFixture.blob([7])]
    objects.append(ObjectFixture.tree([("100644", Array("card".utf8), objects[0].rawID)]))
    for _ in 0..<40 {
      let id = objects[objects.count - 1].rawID
      objects.append(.tree([("40000", Array("a".utf8), id), ("40000", Array("b".utf8), id)]))
    }
    let tree = objects[objects.count - 1]
    objects.append(.commit(tree: tree.id))
    let commit = objects[objects.count - 1]
    let problems = try problems { contents in
      contents.commit = commit.id
      contents.inputs = [
        BundleInput(
          path: String(repeating: "a/", count: 40) + "card",
          mode: .file,
          blob: objects[0].id,
          role: "modelCard",
          systems: ["s"],
          bytes: [7]
        )
      ]
      contents.reports[0].bytes = Array("\(commit.id)\n\(tree.id)\n".utf8)
      contents.repositoryPack = .held(PackFixture.pack(objects))
    }
    expect(problems, at: "data/repo/objects.pack", "a tree that is too large to be listed")
  }

  @Test func `a bundle about a tree without artifacts is sound`() throws {
    let contents = BundleFixture.contents(of: RepositoryFixture([]), [])
    #expect(try verification(of: EvidenceBundle.heldFiles(of: contents)).problems.isEmpty)
  }
}
