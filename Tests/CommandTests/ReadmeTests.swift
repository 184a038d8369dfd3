// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What the README shows of the program is what the program prints.
@Suite("README")
struct ReadmeTests {
  /// A command of the README, and the runs of lines that it is said to print; `…` parts them.
  struct Session: CustomTestStringConvertible {
    let arguments: [String]
    let excerpts: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init?(block: String) {
      var lines = block.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.removeFirst() == "console", let command = lines.first,
        command.hasPrefix("$ modelgate ")
      else { return nil }
      arguments = command.split(separator: " ").dropFirst(2).map(String.init)
      excerpts = lines.dropFirst().split(separator: "…").map { $0.joined(separator: "\n") }
    }
  }

  static let sessions: [Session] = {
    let readme = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    let text = (try? String(contentsOf: readme, encoding: .utf8)) ?? ""
    return text.split(separator: "```").compactMap { Session(block: String($0)) }
  }()

  @Test func `the README shows sessions of several examples`() { #expect(Self.sessions.count >= 2) }

  @Test(arguments: sessions)
  func `what the README shows is printed so`(session: Session) async throws {
    let folder = try #require(session.arguments.first { $0.hasPrefix("examples/") })
    let name = String(folder.dropFirst("examples/".count))
    let example = try Example(name, below: folder)
    let text = try await Program.run(session.arguments, in: example.path).text
    for excerpt in session.excerpts {
      #expect(text.contains(excerpt), "README.md shows what is not printed:\n\(excerpt)")
    }
  }
}
