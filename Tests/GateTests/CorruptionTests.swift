// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// One random harm to one artifact of the passing example.
struct Corruption: CustomStringConvertible, Sendable {
  /// What is done to the bytes.
  enum Harm: CaseIterable, Sendable {
    /// A byte that occurs in no UTF-8 text.
    case foreignByte
    /// A NUL, which occurs in no text.
    case nul
    /// The rest is missing.
    case truncation
    /// Another byte stands somewhere.
    case flip
    /// A part stands twice.
    case repetition
  }

  let seed: UInt64
  let path: String
  let harm: Harm
  let bytes: [UInt8]

  var description: String { "\(harm) in \(path), seed \(seed)" }

  init(seed: UInt64, files: [(path: String, bytes: [UInt8])]) {
    var generator = SeededGenerator(seed: seed)
    let file = files[generator.number(in: 0...files.count - 1)]
    var bytes = file.bytes
    let place = generator.number(in: 0...bytes.count - 1)
    let harm = Harm.allCases[generator.number(in: 0...Harm.allCases.count - 1)]
    switch harm {
    case .foreignByte: bytes.insert(0xFF, at: place)
    case .nul: bytes.insert(0, at: place)
    case .truncation: bytes.removeSubrange(place...)
    case .flip: bytes[place] ^= UInt8(1 << generator.number(in: 0...7))
    case .repetition:
      let end = min(bytes.count, place + generator.number(in: 1...40))
      bytes.insert(contentsOf: bytes[place..<end], at: place)
    }
    (self.seed, path, self.harm, self.bytes) = (seed, file.path, harm, bytes)
  }

  /// Whether the bytes cannot be a document of their format any more.
  var isFatal: Bool {
    switch harm {
    case .foreignByte: true
    // JSON ends with its last bracket, so any cut before that leaves no document.
    case .truncation: path.hasSuffix(".json") && bytes.last != UInt8(ascii: "}")
    case .nul, .flip, .repetition: false
    }
  }
}

@Suite("Corrupted artifacts")
struct CorruptionTests {
  private static let paths = [
    "MODEL_CARD.md", "DATASHEET.md", "evaluation/2026-09-holdout.json", "dpia.yaml", "fria.yaml",
    "ai-system.yml",
  ]

  private func corruptions() throws -> [Corruption] {
    let files = try Self.paths.map { path in
      (path, Array(try ExampleFiles.text(path, of: "credit-scoring").utf8))
    }
    return (0..<32).map { Corruption(seed: 20_260_101 + $0, files: files) }
  }

  @Test
  func `a fault never yields a pass, and bytes that are no document are a fault`() async throws {
    for corruption in try corruptions() {
      let gate = try Gate("credit-scoring", [corruption.path: .bytes(corruption.bytes)])
      let report = try await gate.report()
      #expect(report.faults.isEmpty || report.verdict != .pass, "\(corruption)")
      if corruption.isFatal {
        #expect(!report.faults.isEmpty, "\(corruption)")
        #expect(report.verdict != .pass, "\(corruption)")
      }
      for fault in report.faults {
        #expect(!fault.message.isEmpty && !fault.help.isEmpty, "\(corruption)")
      }
    }
  }

  @Test
  func `a corrupted policy never yields a verdict that the policy does not state`() async throws {
    let text = Array(try ExampleFiles.text("modelgate-waivers.yml", of: "credit-scoring").utf8)
    for seed in 0..<16 {
      let corruption = Corruption(
        seed: UInt64(seed),
        files: [("modelgate-waivers.yml", text)]
      )
      let gate = try Gate("credit-scoring", [corruption.path: .bytes(corruption.bytes)])
      let failure = await gate.failure()
      if corruption.isFatal { #expect(failure?.kind == .configuration, "\(corruption)") }
      if let failure {
        #expect(failure.kind == .configuration, "\(corruption)")
        #expect(failure.problems.allSatisfy { !$0.help.isEmpty }, "\(corruption)")
      }
    }
  }
}
