// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Testing

@Suite("The generated documents")
struct ReferenceDocumentTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test
  func `every generated document is as committed; run modelgate-docs after a change`() throws {
    let files = try ReferenceDocuments().files
    #expect(files.count >= 11)
    for file in files {
      let committed = try String(contentsOf: Self.root.appending(path: file.path), encoding: .utf8)
      #expect(committed == file.text, "\(file.path) is stale")
    }
  }

  @Test func `every path that README and CONTRIBUTING name exists`() throws {
    for document in ["README.md", "CONTRIBUTING.md"] {
      let text = try String(contentsOf: Self.root.appending(path: document), encoding: .utf8)
      let paths = text.matches(of: /`((?:\.ci|Sources|Tests|gates|examples|templates)\/[\w.\/-]+)`/)
        .map { String($0.1) }
      #expect(!paths.isEmpty)
      for path in paths where !path.contains("<") {
        let exists = FileManager.default.fileExists(atPath: Self.root.appending(path: path).path)
        #expect(exists, "\(document) names \(path)")
      }
    }
  }
}
