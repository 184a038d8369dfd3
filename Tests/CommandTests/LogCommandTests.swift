// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite("modelgate log")
struct LogCommandTests {
  /// A log of two bundles.
  private static func log(in folder: borrowing TemporaryDirectory) async throws -> String {
    let log = folder.path + "/log"
    for system in ["credit-scoring", "recruiting-screening"] {
      let path = "\(folder.path)/\(system).tar"
      _ = try await Example(system).check("--evidence", path, "--quiet")
      #expect(try await Program.run(["log", "add", log, path]).status == 0)
    }
    return log
  }

  private static let tampering: [(name: String, change: @Sendable ([String]) -> [String])] = [
    ("dropped", { Array($0.dropFirst()) }),
    ("moved", { $0.reversed() }),
    ("cut off", { Array($0.dropLast()) }),
    ("repeated", { $0 + [$0[0]] }),
    ("changed", { [String($0[0].reversed())] + $0.dropFirst() }),
    ("emptied", { _ in [] }),
  ]

  @Test func `what was done to the entries of a log is found, and is no slip of the caller`()
    async throws
  {
    let folder = try TemporaryDirectory()
    let log = try await Self.log(in: folder)
    let place = URL(filePath: log + "/entries.jsonl")
    let entries = try String(contentsOf: place, encoding: .utf8)
    #expect(try await Program.run(["log", "verify", log]).status == 0)
    for (name, change) in Self.tampering {
      let lines = change(entries.split(separator: "\n").map(String.init))
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: place)
      let outcome = try await Program.run(["log", "verify", log])
      #expect(outcome.status == 1, "\(name): \(outcome.text) \(outcome.error)")
      #expect(outcome.text.hasPrefix("wrong: "), "\(name)")
      let path = "\(folder.path)/credit-scoring.tar"
      #expect(try await Program.run(["log", "add", log, path]).status == 2, "\(name)")
    }
    try FileManager.default.removeItem(at: place)
    #expect(try await Program.run(["log", "verify", log]).status == 1)
    // Even with the checkpoint of a log without entries (the SHA-256 of nothing, RFC 6962 §2.1).
    let checkpoint = URL(filePath: log + "/checkpoint")
    let origin = try String(contentsOf: checkpoint, encoding: .utf8).prefix { $0 != "\n" }
    let empty = "\(origin)\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    try Data(empty.utf8).write(to: checkpoint)
    for text in [nil, ""] {
      if let text { try Data(text.utf8).write(to: place) }
      #expect(try await Program.run(["log", "verify", log]).status == 1)
    }
  }

  @Test func `no entry is lost where several are added at once`() async throws {
    let folder = try TemporaryDirectory()
    let log = folder.path + "/log"
    let systems = ["credit-scoring", "recruiting-screening", "ticket-router"]
    let bundles = systems.map { "\(folder.path)/\($0).tar" }
    for (system, path) in zip(systems, bundles) {
      _ = try await Example(system).check("--evidence", path, "--quiet")
    }
    try await withThrowingTaskGroup(of: Int32.self) { group in
      for path in bundles {
        group.addTask { try await Program.run(["log", "add", log, path]).status }
      }
      for try await status in group { #expect(status == 0) }
    }
    let place = URL(filePath: log + "/entries.jsonl")
    let entries = try String(contentsOf: place, encoding: .utf8)
    #expect(entries.split(separator: "\n").count == 3)
    #expect(try await Program.run(["log", "verify", log]).status == 0)
    // The checkpoint is over the lines, and does not tell how they end.
    try Data(entries.dropLast().utf8).write(to: place)
    let unended = try await Program.run(["log", "verify", log])
    #expect(unended.status == 1 && unended.text.contains("does not end"))
    // A line that is no entry, with the checkpoint that is right for it (RFC 6962 §2.1).
    let checkpoint = URL(filePath: log + "/checkpoint")
    let origin = try String(contentsOf: checkpoint, encoding: .utf8).prefix { $0 != "\n" }
    try Data("{}\n".utf8).write(to: place)
    let root = "KKOhj2zWQGsIbp/9ofm4oT289EsPPzLLkDGhH9BTrPk="
    try Data("\(origin)\n1\n\(root)\n".utf8).write(to: checkpoint)
    let foreign = try await Program.run(["log", "verify", log])
    #expect(foreign.status == 1 && foreign.text.contains("is not in the form of one"))
  }

  @Test func `a log that is not there is not as it should be`() async throws {
    let folder = try TemporaryDirectory()
    let outcome = try await Program.run(["log", "verify", folder.path + "/nothing"])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("there is no log"))
  }
}
