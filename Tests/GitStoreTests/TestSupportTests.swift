// SPDX-License-Identifier: Apache-2.0

import GateModel
import TestSupport
import Testing

@Suite struct TestSupportTests {
  @Test func `the generator is SplitMix64`() {
    // The first outputs for seed 1234567 of the authors' reference program.
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ]
    )
  }

  @Test func `a failing tree fails once, at the read that was asked for`() throws {
    let tree = FailingTree(try MemoryTree(texts: ["a": "1", "b": "2", "c": "3"]), failingAt: 2)
    #expect(tree.entries.map(\.path) == ["a", "b", "c"])
    _ = try tree.bytes(of: tree.entries[0])
    #expect(throws: SourceTreeError.self) { try tree.bytes(of: tree.entries[1]) }
    #expect(try tree.bytes(of: tree.entries[1]) == Array("2".utf8))
    #expect(tree.readCount == 3)
  }

  @Test func `a tree in memory names its files as git does`() throws {
    let tree = try MemoryTree(texts: ["empty": ""])
    #expect(tree.entries[0].id.hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
  }

  @Test func `a property that does not hold is reported with its seed`() {
    withKnownIssue {
      forAll(count: 50, { $0.number(in: 0...9) }, holds: { $0 < 5 })
    } matching: { issue in
      issue.comments.contains { $0.rawValue.hasPrefix("MODELGATE_SEED=") }
    }
  }

  @Test func `a golden file that is missing or differs fails`() throws {
    let golden = try TemporaryDirectory()
    let test = golden.path + "/Test.swift"
    withKnownIssue { try expectGolden("text", named: "a.txt", filePath: test) }
    try golden.write("old\nsame\n", to: "Golden/a.txt")
    try withKnownIssue {
      try expectGolden("new\nsame\n", named: "a.txt", filePath: test)
    } matching: { issue in
      issue.comments.contains { $0.rawValue.hasSuffix("+1: new\n-1: old") }
    }
    try golden.write("text", to: "Golden/a.txt")
    try expectGolden("text", named: "a.txt", filePath: test)
  }
}
