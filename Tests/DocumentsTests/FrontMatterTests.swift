// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct FrontMatterTests {
  private func read(_ text: String) throws -> MarkdownDocument {
    try MarkdownReader.read(Array(text.utf8))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `front matter has its places in the file`(lineEnd: String) throws {
    let text = "\u{FEFF}\n---\nlicense: mit\nlanguage: [en, no]\n---  \n# A\n"
    // The Hub's pattern ends the closing line with LF or CR LF only.
    let closing = lineEnd == "\r" ? "---  \n" : "---  \(lineEnd)"
    let document = try read(
      text.replacing("---  \n", with: "@").replacing("\n", with: lineEnd).replacing(
        "@",
        with: closing
      )
    )
    let node = try #require(document.frontMatter)
    #expect(node["license"]?.position == SourcePosition(line: 3, column: 10))
    #expect(node["language"]?.list?[1].value == .plain("no"))
    #expect(node.endLine == 4)
    #expect(document.sections[0].position == SourcePosition(line: 6, column: 1))
    #expect(document.sections[1].position == SourcePosition(line: 6, column: 1))
  }

  @Test(arguments: [
    "", "# A\n---\na: b\n---\n", "---\na: b\n", "--- \na: b\n---\n", "----\na: b\n----\n",
    "---\na: b\n--- x\n", "---\na: b\n ---\n",
  ])
  func `a text may have none`(text: String) throws {
    #expect(try read(text).frontMatter == nil)
  }

  @Test(arguments: ["---\n---\n# A\n", "---\n\n---\n# A\n", "---\n# x\n---\n# A\n", "---\n---"])
  func `an empty front matter is null`(text: String) throws {
    let document = try read(text)
    #expect(document.frontMatter?.isNull == true)
    #expect(document.sections.last?.title == (text.hasSuffix("A\n") ? "A" : ""))
  }

  @Test func `it ends at the first closing line`() throws {
    let document = try read("---\na: |\n  ---\nb: 1\n---\ntext\n\n---\n")
    #expect(document.frontMatter?.map?.map(\.key) == ["a", "b"])
    #expect(document.sections[0].blocks.map(\.position.line) == [6])
  }

  @Test(arguments: [
    Flaw("---\n- a\n- b\n---\n", 2, 1, "the front matter is a list, not a map"),
    Flaw("---\n\nSome prose\n---\n", 3, 1, "the front matter is a text, not a map"),
    Flaw("\n\n---\na: 1\nb: c: d\n---\n", 5, 5, "a colon stands where no key can be"),
    Flaw(
      "---\r\na: 1\r\na: 2\r\n---\r\n",
      3,
      1,
      "the key 'a' appears twice; the first is at line 2, column 1"
    ),
  ])
  func `a front matter that is no map is refused at its line`(flaw: Flaw) {
    flaw.expect { try MarkdownReader.read($0) }
  }
}
