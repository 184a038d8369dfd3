// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// A bundle is laid out as a BagIt bag, the same for the same contents.
@Suite struct LayoutTests {
  private let files: [BundleFile]

  init() throws { files = try EvidenceBundle.heldFiles(of: BundleFixture.contents()) }

  @Test func `a bundle has the files of its layout and no others`() {
    #expect(
      files.map(\.path) == [
        "README.md", "bag-info.txt", "bagit.txt", "data/facts.json",
        "data/inputs/files/ai-system.yml", "data/inputs/files/docs/MODEL_CARD.md",
        "data/inputs/files/docs/eval/metrics.json", "data/inputs/files/docs/eval/run.sh",
        "data/inputs/files/models/latest", "data/inputs/index.json",
        "data/policy/files/gates/essentials/pack.yaml", "data/policy/files/modelgate.yml",
        "data/policy/index.json", "data/repo/objects.pack", "data/report.json",
        "data/reports/junit.xml", "data/reports/summary.md", "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
      ]
    )
  }

  @Test func `the bag states its commit, its day and its size`() {
    let payload = files.filter { $0.path.hasPrefix("data/") }
    let text = String(decoding: files.bytes(of: "bag-info.txt"), as: UTF8.self)
    #expect(
      text == """
        Bag-Software-Agent: modelgate 0.0.0-test
        Bagging-Date: 2025-10-09
        External-Identifier: git:\(BundleFixture.repository.commit.id)
        Payload-Oxum: \(payload.reduce(0) { $0 + $1.bytes.count }).\(payload.count)

        """
    )
  }

  @Test func `the index of inputs is canonical JSON with every fact`() throws {
    var contents = BundleFixture.contents()
    contents.inputs = [contents.inputs[1]]
    contents.inputs[0].path = "docs/\"caf\u{E9}\"\n.md"
    contents.inputs[0].lfsObject = ContentDigest(sha256Of: [])
    contents.root = "sub"
    let index = try EvidenceBundle.heldFiles(of: contents).bytes(of: "data/inputs/index.json")
    let card = Array("# Credit\n\nA model.\n".utf8)
    #expect(
      String(decoding: index, as: UTF8.self)
        == #"{"commit":"\#(contents.commit)","inputs":[{"blob":"\#(ObjectFixture.blob(card).id)","#
        + #""file":"data/inputs/files/docs/=22caf=C3=A9=22=0A.md","format":"hugging-face-card","#
        + #""lfsObject":"\#(ContentDigest(sha256Of: []))","mode":"100644","#
        + #""path":"docs/\"café\"\n.md","role":"modelCard","#
        + #""sha256":"\#(ContentDigest(sha256Of: card))","size":19,"#
        + #""systems":["credit"]}],"models":[],"root":"sub","schema":"modelgate/inputs/v1"}"#
    )
  }

  @Test func `manifests list every file under its digest, sorted, with two blanks`() {
    let manifest = String(decoding: files.bytes(of: "manifest-sha256.txt"), as: UTF8.self)
    let expected = files.filter { $0.path.hasPrefix("data/") }
      .map { "\(ContentDigest(sha256Of: $0.bytes))  \($0.path)\n" }
    #expect(manifest == expected.joined())
    let tags = String(decoding: files.bytes(of: "tagmanifest-sha256.txt"), as: UTF8.self)
    #expect(
      tags.split(separator: "\n").map { String($0.dropFirst(66)) }
        == ["README.md", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"]
    )
  }

  @Test func `the evidence digest is the SHA-256 of the payload manifest`() {
    let manifest = files.bytes(of: "manifest-sha256.txt")
    #expect(EvidenceBundle.digest(of: files) == ContentDigest(sha256Of: manifest))
  }

  @Test func `the order of arrival changes nothing`() throws {
    for seed in UInt64(0)..<20 {
      var generator = SeededGenerator(seed: seed)
      var contents = BundleFixture.contents()
      contents.inputs.shuffle(using: &generator)
      contents.policy.shuffle(using: &generator)
      contents.reports.shuffle(using: &generator)
      #expect(try EvidenceBundle.heldFiles(of: contents) == files, "seed \(seed)")
    }
  }

  @Test(arguments: ["../../etc/passwd", "/abs", "a%0Ab", "a\nb", "CON", "é", "-rf", ".git/config"])
  func `a path from the repository never becomes a path of the bundle`(path: String) throws {
    var contents = BundleFixture.contents()
    contents.policy = [BundleFile(path: path, bytes: Array("x".utf8))]
    contents.inputs[0].path = path
    let files = try EvidenceBundle.heldFiles(of: contents)
    #expect(files.allSatisfy { !$0.path.contains(path) })
    #expect(!files.bytes(of: "data/policy/index.json").isEmpty)
  }

  @Test(arguments: [
    ("docs/Modellkarte für Kredit.md", "files/docs/Modellkarte=20f=C3=BCr=20Kredit.md"),
    ("a=b", "files/a=3Db"), (".github/x", "files/=2Egithub/x"), ("end.", "files/end=2E"),
    ("-rf", "files/=2Drf"), ("50%", "files/50=25"), ("nul.txt", "sha256/"), ("a/CON/b", "sha256/"),
    (String(repeating: "x", count: 101), "sha256/"),
    (String(repeating: "long/", count: 30) + "x", "sha256/"),
  ])
  func `an input stands under its own path as far as every disk can hold it`(
    path: String,
    expected: String
  ) throws {
    var contents = BundleFixture.contents()
    contents.inputs[0].path = path
    let files = try EvidenceBundle.heldFiles(of: contents)
    #expect(files.contains { $0.path.hasPrefix("data/inputs/\(expected)") })
  }

  @Test func `names that fall together where case does not count stand under their digests`() throws
  {
    var contents = BundleFixture.contents()
    for (index, path) in ["README.md", "readme.MD", "a", "A/b", "c"].enumerated() {
      contents.inputs[index].path = path
    }
    let files = try EvidenceBundle.heldFiles(of: contents).map(\.path)
    #expect(files.filter { $0.hasPrefix("data/inputs/sha256/") }.count == 4)
    #expect(files.contains("data/inputs/files/c"))
  }

  @Test(arguments: [
    ("Credit scoring", "modelgate-evidence-credit-scoring-"),
    ("", "modelgate-evidence-repository-"),
    ("../x/é", "modelgate-evidence-..-x---"),
  ])
  func `the top directory has a plain name`(name: String, expected: String) {
    var contents = BundleFixture.contents()
    contents.name = name
    #expect(contents.baseName == expected + contents.commit.hex.prefix(12))
  }

  @Test(arguments: Unsound.allCases)
  func `contents that cannot make a sound bundle are refused`(change: Unsound) throws {
    var contents = BundleFixture.contents()
    change.apply(to: &contents)
    let error = #expect(throws: Problem.self) { try EvidenceBundle.heldFiles(of: contents) }
    #expect(error?.message.contains(change.reason) == true, "\(String(describing: error))")
  }

  enum Unsound: CaseIterable {
    case noReport
    case reportTwice
    case reportInFolder
    case hiddenReport
    case policyTwice
    case inputTwice
    case submodule
    case agentOfTwoLines
    case noAgent

    func apply(to contents: inout BundleContents) {
      switch self {
      case .noReport: contents.reports.removeFirst()
      case .reportTwice: contents.reports.append(contents.reports[0])
      case .reportInFolder:
        contents.reports[1] = PlacedFile(path: "repo/commit", content: .held([]))
      case .hiddenReport: contents.reports[1] = PlacedFile(path: ".hidden", content: .held([]))
      case .policyTwice: contents.policy.append(contents.policy[0])
      case .inputTwice: contents.inputs.append(contents.inputs[0])
      case .submodule: contents.inputs[0].mode = .submodule
      case .agentOfTwoLines: contents.softwareAgent = "modelgate\nExternal-Identifier: git:0"
      case .noAgent: contents.softwareAgent = ""
      }
    }

    var reason: String {
      switch self {
      case .noReport: "without its report.json"
      case .reportTwice, .policyTwice, .inputTwice: "given twice"
      case .reportInFolder, .hiddenReport: "cannot have this name"
      case .submodule: "submodule"
      case .agentOfTwoLines, .noAgent: "empty or has control characters"
      }
    }
  }
}
