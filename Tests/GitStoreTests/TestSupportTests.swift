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
    #expect(throws: Problem.self) { try tree.bytes(of: tree.entries[1]) }
    #expect(try tree.bytes(of: tree.entries[1]) == Array("2".utf8))
    #expect(tree.readCount == 3)
  }

  @Test func `a tree in memory names its files as git does`() throws {
    let tree = try MemoryTree(texts: ["empty": ""])
    #expect(tree.entries[0].id.hex == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
  }

  @Test func `a property that does not hold is reported with its seed`() throws {
    let found = counterexample(seeds: 0..<50, { $0.number(in: 0...9) }, holds: { $0 < 5 })
    let seed = try #require(found?.split(separator: ":").first?.split(separator: "=").last)
    var generator = SeededGenerator(seed: try #require(UInt64(seed)))
    #expect(generator.number(in: 0...9) >= 5)
    #expect(counterexample(seeds: 0..<50, { $0.number(in: 0...9) }, holds: { $0 < 10 }) == nil)
  }

  @Test func `a golden file that is missing, differs or is recorded fails`() throws {
    let folder = try TemporaryDirectory()
    func problem(_ text: String, isRecording: Bool = false) throws -> String? {
      try GoldenText(text, named: "a.txt", filePath: folder.path + "/Test.swift")
        .problem(isRecording: isRecording)
    }
    #expect(try problem("text")?.hasPrefix("there is no golden file a.txt") == true)
    try folder.write("old\nsame\n", to: "Golden/a.txt")
    #expect(try problem("new\nsame\n")?.hasSuffix("+1: new\n-1: old") == true)
    #expect(try problem("text", isRecording: true)?.hasPrefix("recorded a.txt") == true)
    #expect(try problem("text") == nil)
  }
}
