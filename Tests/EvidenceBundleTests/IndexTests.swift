// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import GateModel
import TestSupport
import Testing

/// The indexes of a bundle have one form only, and nothing in them is believed.
@Suite struct IndexTests {
  private static let inputIndex = "data/inputs/index.json"
  private static let policyIndex = "data/policy/index.json"

  private let files: [BundleFile]

  init() throws {
    var contents = BundleFixture.contents()
    let digest = EvidenceBundle.policyDigest(
      of: contents.policy.map { ($0.path, ContentDigest(sha256Of: $0.bytes), $0.bytes.count) }
    )
    contents.reports[0].bytes += Array("policy\t\(digest)\n".utf8)
    files = try EvidenceBundle.heldFiles(of: contents)
  }

  /// The problems of a bundle with a changed index, sealed again.
  private func problems(
    replacing old: String,
    by new: String,
    in path: String
  ) throws -> [Problem] {
    let text = String(decoding: files.bytes(of: path), as: UTF8.self)
    let range = try #require(text.firstRange(of: old))
    let changed = text[..<range.lowerBound] + new + text[range.upperBound...]
    let sealed = BundleFixture.resealed(files.changing(path) { $0 = Array(changed.utf8) })
    return try verification(of: sealed).problems
  }

  @Test(arguments: ["[]", "1", "{}"])
  func `no index of small values fills the memory`(value: String) throws {
    let values = String(repeating: value + ",", count: 3_000_000)
    let bomb = Array("[\(values)\(value)]".utf8)
    let sealed = BundleFixture.resealed(files.changing(Self.inputIndex) { $0 = bomb })
    let problems = try verification(of: sealed).problems
    #expect(problems.contains { $0.message.contains("has more than 3000000 values") })
  }

  @Test(arguments: [
    (#"{"commit""#, #"{ "commit""#, "not canonical JSON at byte 1"),
    (#","schema""#, ",\n\"schema\"", "not canonical JSON"),
    (#"{"commit":"#, #"{"commit":null,"x":"#, "not canonical JSON at byte 10"),
    (#"{"commit":"#, #"{"extra":1,"commit":"#, "not in canonical form"),
    (#","root":"""#, #","root":"","root":"""#, "not in canonical form"),
    (#","root":"""#, #","root":"","rooz":"""#, #"an unknown field "rooz""#),
    (#","root":"""#, "", #"has no text "root""#),
    (#","root":"""#, #","root":1"#, #"has no text "root""#),
    (#","root":"""#, #","root":[[[[[[[[[]]]]]]]]]"#, "nested too deeply"),
    (#","root":"""#, ##","root":"\u0041""##, "not canonical JSON"),
    (#","root":"""#, #","root":"\/""#, "canonical JSON does not use"),
    (#","root":"""#, #","root":"\"#, "does not use"),
    ("inputs/v1", "inputs/v2", "not of the schema modelgate/inputs/v1"),
    (#""size":"#, #""size":0"#, "not in canonical form"),
    (#""size":"#, #""size":1.5e3"#, "not canonical JSON"),
    (#""size":"#, #""size":99999999999999999"#, "not canonical JSON"),
    (#""mode":"100755""#, #""mode":"160000""#, "states a mode that no file has"),
    (#""sha256":""#, #""sha256":"0"#, #"has no SHA-256 as "sha256""#),
    (#""blob":""#, #""blob":"0"#, #"has no git object id as "blob""#),
    (#""inputs":["#, #""inputs":[1,"#, "an input is no object"),
    (#""path":"docs/MODEL_CARD.md""#, #""path":"zzz""#, "out of order"),
    (
      #""file":"data/inputs/files/ai"#, #""file":"data/inputs/files/bi"#,
      "another file for an input"
    ),
    (#""systems":["credit"]"#, #""systems":["credit","a"]"#, "systems of an input out of order"),
  ])
  func `an index of another form is refused`(old: String, new: String, what: String) throws {
    let problems = try problems(replacing: old, by: new, in: Self.inputIndex)
    #expect(
      problems.contains { $0.path == Self.inputIndex && $0.message.contains(what) },
      "\(problems)"
    )
  }

  @Test func `an index that ends too early is refused`() throws {
    let whole = files.bytes(of: Self.inputIndex)
    for length in stride(from: 0, to: whole.count, by: 13) {
      let cut = files.changing(Self.inputIndex) { $0 = Array(whole.prefix(length)) }
      let problems = try verification(of: BundleFixture.resealed(cut)).problems
      #expect(problems.contains { $0.path == Self.inputIndex }, "\(length) bytes")
    }
  }

  @Test func `an entry that is there twice is refused`() throws {
    for path in [Self.inputIndex, Self.policyIndex] {
      let text = String(decoding: files.bytes(of: path), as: UTF8.self)
      let start = try #require(text.firstRange(of: "[{")).lowerBound
      let end = try #require(text.firstRange(of: "}")).upperBound
      let entry = String(text[text.index(after: start)..<end])
      let problems = try problems(replacing: entry, by: "\(entry),\(entry)", in: path)
      #expect(problems.contains { $0.path == path && $0.message.contains("twice") }, "\(problems)")
    }
  }

  @Test func `a size that is not the content's is caught`() throws {
    let inputs = try problems(
      replacing: #""size":22,"#,
      by: #""size":23,"#,
      in: Self.inputIndex
    )
    #expect(
      inputs.contains { $0.message == #"states 23 bytes for "ai-system.yml", but there are 22"# }
    )
    let policy = try problems(
      replacing: #""size":11}"#,
      by: #""size":12}"#,
      in: Self.policyIndex
    )
    #expect(
      policy.contains { $0.message == #"states 12 bytes for "modelgate.yml", but there are 11"# }
    )
  }

  @Test func `another policy than the report's is caught`() throws {
    let moved = files.changing(Self.policyIndex) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = Array(text.replacing("gates/essentials", with: "gates/essentialz").utf8)
    }
    .map { file in
      BundleFile(
        path: file.path.replacing("files/gates/essentials", with: "files/gates/essentialz"),
        bytes: file.bytes
      )
    }
    let problems = try verification(of: BundleFixture.resealed(moved)).problems
    #expect(problems.count == 1)
    #expect(problems.first?.path == "data/report.json")
    #expect(problems.first?.message.contains("as the digest of the policy, but it is") == true)
  }

  @Test func `an LFS object is the one that the pointer names`() throws {
    let object = ContentDigest(sha256Of: [1])
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:\(object)\nsize 1\n"
    let file = RepositoryFixture.File(path: "model.bin", bytes: Array(pointer.utf8))
    var contents = BundleFixture.contents(of: RepositoryFixture([file]), [file])
    contents.inputs[0].lfsObject = object
    #expect(try verification(of: EvidenceBundle.heldFiles(of: contents)).problems.isEmpty)
    contents.inputs[0].lfsObject = ContentDigest(sha256Of: [2])
    let problems = try verification(of: EvidenceBundle.heldFiles(of: contents)).problems
    #expect(problems.map(\.path) == [Self.inputIndex])
    #expect(problems.first?.message.contains(#""model.bin" points to the LFS object"#) == true)
  }

  @Test func `content that is not what its name says is caught`() throws {
    for folder in ["data/inputs/files/", "data/policy/files/"] {
      let path = try #require(files.first { $0.path.hasPrefix(folder) }).path
      let sealed = BundleFixture.resealed(files.changing(path) { $0[0] ^= 1 })
      let problems = try verification(of: sealed).problems
      #expect(
        problems.contains { $0.path == path && $0.message.contains("does not have the SHA-256") }
      )
    }
  }

  @Test func `content that an index names and that is gone is caught`() throws {
    for folder in ["data/inputs/files/", "data/policy/files/"] {
      let path = try #require(files.first { $0.path.hasPrefix(folder) }).path
      let sealed = BundleFixture.resealed(files.filter { $0.path != path })
      let problems = try verification(of: sealed).problems
      #expect(problems.contains { $0.path == path && $0.message.hasPrefix("is missing, although") })
    }
  }

  @Test func `any text survives as a path and as a policy path`() throws {
    let odd =
      "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F} \"\\/\u{7F}\u{80}\u{2028}\u{FFFD}\u{1F600}e\u{301}"
    var contents = BundleFixture.contents()
    contents.policy[0].path = odd
    let files = try EvidenceBundle.heldFiles(of: contents)
    let index = String(decoding: files.bytes(of: Self.policyIndex), as: UTF8.self)
    let escaped =
      #"\u0000\u0001\b\t\n\u000b\f\r\u001f \"\\/"# + "\u{7F}\u{80}\u{2028}\u{FFFD}\u{1F600}"
    #expect(index.contains(escaped))
    #expect(try verification(of: files).problems.isEmpty)
  }

  @Test func `a path cannot speak to the terminal`() throws {
    var contents = BundleFixture.contents()
    contents.inputs[0].path = "a\u{1B}[2J\n\u{202E}b"
    let problems = try verification(of: EvidenceBundle.heldFiles(of: contents)).problems
    let escaped = #""a\u{1b}[2J\u{a}\u{202e}b""#
    #expect(problems.contains { $0.message == "does not lead from the commit to \(escaped)" })
  }

  @Test func `no mutation of an index crashes the reader or passes`() throws {
    for seed in UInt64(0)..<300 {
      var generator = SeededGenerator(seed: seed)
      let path = seed.isMultiple(of: 2) ? Self.inputIndex : Self.policyIndex
      let changed = files.changing(path) { bytes in
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + 5))
        default: bytes.insert(contentsOf: generator.bytes(atMost: 5), at: index)
        }
      }
      guard changed != files else { continue }
      let problems = try verification(of: BundleFixture.resealed(changed)).problems
      #expect(!problems.isEmpty, "seed \(seed)")
    }
  }
}
