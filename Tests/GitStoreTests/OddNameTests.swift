// SPDX-License-Identifier: Apache-2.0

import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct OddNameTests {
  private static let names: [(bytes: [UInt8], shown: String)] = [
    (Array("with space.md".utf8), "with space.md"),
    (Array("new\nline.md".utf8), "new\nline.md"),
    (Array(#"back\slash.md"#.utf8), #"back\slash.md"#),
    (Array(#"literal\xFF.md"#.utf8), #"literal\x5CxFF.md"#),
    (Array("byte".utf8) + [0xFF] + Array(".md".utf8), #"byte\xFF.md"#),
    (Array("cut".utf8) + [0xE2, 0x82], #"cut\xE2\x82"#),
    (Array("grün.md".utf8), "grün.md"),
    (Array("mixed-ü".utf8) + [0x80], #"mixed-ü\x80"#),
  ]

  @Test(arguments: names.indices)
  func `a name is shown so that it leads back to the file`(index: Int) throws {
    let (name, shown) = Self.names[index]
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(named: [(Array("dir/".utf8) + name, "content")])
    let repository = try Repository(at: fixture.path)
    let path = "dir/\(shown)"
    let snapshot = try repository.snapshot(of: "HEAD")
    #expect(snapshot.entries.map(\.path) == [path])
    #expect(try text(at: path, in: snapshot) == "content")
    let id = try ObjectID.required(commit)
    #expect(try repository.lastChange(of: [path], from: id)[path]?.id.hex == commit)
    #expect(try repository.proofObjects(for: [path], commit: id).count == 4)
  }

  @Test func `names that Swift takes for equal stay apart`() throws {
    let fixture = try FixtureRepository()
    let commit = try fixture.commit(named: [
      (Array("e\u{301}.md".utf8), "decomposed"), (Array("\u{E9}.md".utf8), "composed"),
    ])
    let repository = try Repository(at: fixture.path)
    let snapshot = try repository.snapshot(of: "HEAD")
    #expect(snapshot.entries.map(\.path) == [#"\xC3\xA9.md"#, "e\u{301}.md"])
    #expect(try text(at: #"\xC3\xA9.md"#, in: snapshot) == "composed")
    let paths = snapshot.entries.map(\.path)
    let changes = try repository.lastChange(of: paths, from: .required(commit))
    #expect(changes.count == 2)
  }

  @Test func `every name of bytes leads to its file`() throws {
    let fixture = try FixtureRepository()
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array(#"\xAF09"#.utf8) + [0xC3, 0xA9, 0xFF, 0x0A]
    let names = Set(
      (0..<400).map { _ in
        (0..<generator.number(in: 1...6)).map { _ in
          alphabet[generator.number(in: 0...alphabet.count - 1)]
        }
      }
    )
    try fixture.commit(named: names.map { ($0, .bytes($0)) })
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    #expect(Set(snapshot.entries.map(\.path)).count == names.count)
    var found: Set<[UInt8]> = []
    for entry in snapshot.entries { found.insert(try snapshot.bytes(of: entry)) }
    #expect(found == names)
  }
}
