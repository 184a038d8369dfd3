// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@Suite struct ConcurrencyTests {
  @Test func `many tasks read the same text alike`() async throws {
    let files = try Corpus.files(["md"])
    let alone = try files.map { try MarkdownReader.read($0.bytes) }
    await withTaskGroup(of: [MarkdownDocument?].self) { group in
      for _ in 0..<16 {
        group.addTask { files.map { file in try? MarkdownReader.read(file.bytes) } }
      }
      for await documents in group { #expect(documents == alone) }
    }
  }
}
