// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import Foundation
import GateModel
import Survey
import TestSupport
import Testing

@Suite("Damaged files")
struct FuzzTests {
  /// The rounds per fixture; each one reads a differently damaged copy.
  private static let rounds = 40
  /// The first seed, which `MODELGATE_FUZZ_SEED` sets for a run with other damage.
  private static let seeds: Range<UInt64> = {
    let first = ProcessInfo.processInfo.environment["MODELGATE_FUZZ_SEED"].flatMap { UInt64($0) }
    return (first ?? 0)..<(first ?? 0) + UInt64(rounds)
  }()
  /// Damage is put into the first bytes of large fixtures, which have all that a reader looks for.
  private static let byteLimit = 64 << 10

  @Test(arguments: Fixture.names)
  func `a damaged artifact is recognized, not recognized, or a fault, and never more than that`(
    name: String
  ) throws {
    let bytes = Array(try Fixture.bytes(name).prefix(Self.byteLimit))
    let reader = ArtifactReader()
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let damaged = random.damage(bytes)
      let file = SourceFile(path: name, bytes: damaged)
      for kind in [nil, ArtifactKind.modelCard, .dpia] {
        switch reader.read(file, as: kind) {
        case .recognized(let artifacts, let reason):
          #expect(!reason.isEmpty, "seed \(seed)")
          // The lines of an archive are those of the files in it.
          for artifact in artifacts where !name.hasSuffix(".eval") {
            Self.check(artifact, lines: damaged, seed: seed)
          }
        case .notRecognized(let reason): #expect(!reason.isEmpty && kind == nil, "seed \(seed)")
        case .fault(let fault): #expect(!fault.help.isEmpty, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: Fixture.names)
  func `what a file is does not depend on how much of it is wanted`(name: String) throws {
    let bytes = Array(try Fixture.bytes(name).prefix(Self.byteLimit))
    let readers = [ArtifactReader(), ArtifactReader(depth: .records), ArtifactReader(depth: .kind)]
    for seed in 0..<UInt64(8) {
      var random = SeededGenerator(seed: seed)
      let file = SourceFile(path: name, bytes: seed == 0 ? bytes : random.damage(bytes))
      for kind in [nil, ArtifactKind.modelCard, .evaluation] {
        let told = readers.map { Self.identity(of: $0.read(file, as: kind)) }
        #expect(Set(told).count == 1, "seed \(seed): \(told)")
      }
    }
  }

  /// What each artifact of a file is and where, or why there is none.
  private static func identity(of outcome: ReadOutcome) -> String {
    guard case .recognized(let artifacts, let reason) = outcome else { return "\(outcome)" }
    return "\(artifacts.map { "\($0.kind) \($0.format) \($0.source)" }) \(reason)"
  }

  @Test
  func `a damaged declaration is read or has problems, each with a place and a help text`() throws {
    let bytes = try Fixture.bytes("system/ai-system.yml")
    for seed in Self.seeds {
      var random = SeededGenerator(seed: seed)
      let damaged = random.damage(bytes)
      guard let node = try? YAMLReader.read(damaged) else { continue }
      let (value, problems) = SystemDeclaration.read(node, path: "ai-system.yml")
      #expect(value != nil || !problems.isEmpty, "seed \(seed)")
      #expect(problems.allSatisfy { !$0.help.isEmpty && !$0.message.isEmpty }, "seed \(seed)")
      _ = PolicyFile.read(node, path: "modelgate.yml")
      _ = WaiverFile.read(node, path: "modelgate-waivers.yml")
    }
  }

  /// Places lie inside the file, and numbers are finite.
  private static func check(_ artifact: Artifact, lines bytes: [UInt8], seed: UInt64) {
    let count = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let places =
      artifact.statements.map(\.source) + artifact.measurements.map(\.source)
      + artifact.issues.map(\.source) + artifact.parties.map(\.source)
    for place in places {
      #expect((1...count).contains(place.position.line), "seed \(seed)")
      #expect(place.endLine >= place.position.line && place.endLine <= count, "seed \(seed)")
    }
    #expect(artifact.measurements.allSatisfy { $0.value?.isFinite ?? true }, "seed \(seed)")
  }
}

extension SeededGenerator {
  /// A copy with one to eight spots deleted, doubled, exchanged or overwritten.
  mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) where bytes.count > 8 {
      let start = Int.random(in: 0..<(bytes.count - 8), using: &self)
      let range = start..<(start + Int.random(in: 1...8, using: &self))
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: bytes[range], at: start)
      case 2: bytes.swapAt(start, Int.random(in: 0..<bytes.count, using: &self))
      case 3: bytes[start] = UInt8.random(in: 0...255, using: &self)
      default: bytes.insert(Self.spices.randomElement(using: &self) ?? 0, at: start)
      }
    }
    return bytes
  }

  private static let spices = Array("#|-*:[]{}\"'?%±\n\t<>&".utf8)
}

@Suite("Hostile files")
struct HostileFileTests {
  /// Long enough that time in proportion to its square would be noticed by everybody.
  private static let length = 200_000

  @Test(arguments: [
    ("DATASHEET.md", "# Datasheet\n\n## Motivation\n\n- ", "why? "),
    ("DATASHEET.md", "# Datasheet\n\n## Motivation\n\n", "**a?** "),
    ("MODEL_CARD.md", "# Model card\n\n## ", "a, "),
    ("MODEL_CARD.md", "# Model card\n\n", "## Uses\n\n"),
    ("MODEL_CARD.md", "# Model card\n\n", "**Approved by:** a, 1/2/2026\n\n"),
    ("MODEL_CARD.md", "# Model card\n\n| sex |\n|---|\n", "| a=b, |\n"),
    ("DPIA.md", "# DPIA\n\n| Risk | Severity |\n|---|---|\n", "| a | b |\n"),
    ("dpia.yaml", "schema: modelgate/dpia/v1\nrisks:\n", "- {}\n"),
    ("evaluation.json", "{\"schema\": \"modelgate/evaluation/v1\", \"x\": [", "[],"),
  ])
  func `a long repetition is read like any other text`(path: String, opening: String, unit: String)
  {
    let text = opening + String(repeating: unit, count: Self.length / unit.utf8.count)
    if case .fault(let fault) = Reader.outcome(text, at: path) { #expect(!fault.help.isEmpty) }
  }

  @Test func `a row with many metrics is read in one pass`() throws {
    let columns = 2_000
    let row = { (cell: String) in "|" + String(repeating: " \(cell) |", count: columns) + "\n" }
    let text = "# Model card\n\n" + row("F1") + row("---") + row("0.5")
    let card = try Reader.artifact(text, at: "MODEL_CARD.md")
    #expect(card.measurements.count <= columns)
  }

  @Test func `not more than 500 problems of one file are listed`() throws {
    let keys = (0..<2_000).map { "k\($0): 1" }.joined(separator: "\n")
    let node = try YAMLReader.read(Array("version: 1\n\(keys)\n".utf8))
    #expect(PolicyFile.read(node, path: "modelgate.yml").problems.count == 500)
  }
}
