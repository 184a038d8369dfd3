// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

/// Inputs made to exhaust a reader's stack, memory or time.
@Suite struct HostileTests {
  @Test(arguments: ["[", "{\"a\":", "- ", "{a: ", "[[{a: ", "> ", "1. ", "* - "], Reader.allCases)
  func `deep nesting ends at the limit`(opening: String, reader: Reader) {
    let bytes = Array(String(repeating: opening, count: 10_000).utf8)
    do throws(Problem) {
      try reader.read(bytes)
    } catch {
      #expect(error.position.line == 1)
      #expect(error.position.column < 1_000 || !error.message.contains("levels deep"))
    }
  }

  @Test func `nesting is allowed up to the limit and refused beyond`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    for limit in [1, 128, DocumentLimits.deepestNesting] {
      let limits = DocumentLimits(maximumDepth: limit)
      _ = try JSONReader.read(nested(limit), limits: limits)
      _ = try YAMLReader.read(nested(limit), limits: limits)
      for reader in [Reader.json, .yaml] {
        let error = #expect(throws: Problem.self) {
          try reader.read(nested(limit + 1), limits: limits)
        }
        #expect(error?.position == SourcePosition(line: 1, column: limit + 1))
        #expect(error?.message == "lists and maps are nested more than \(limit) levels deep")
      }
    }
    let boundless = DocumentLimits(maximumDepth: .max)
    #expect(throws: Problem.self) { try JSONReader.read(nested(100_000), limits: boundless) }
    #expect(throws: Problem.self) { try YAMLReader.read(nested(100_000), limits: boundless) }
  }

  @Test func `nodes are allowed up to the limit and refused beyond`() throws {
    let limits = DocumentLimits(maximumNodes: 4)
    for reader in [Reader.json, .yaml] {
      try reader.read(Array("[1, [2]]".utf8), limits: limits)
      let error = #expect(throws: Problem.self) {
        try reader.read(Array("[1, [2], 3]".utf8), limits: limits)
      }
      #expect(error?.position == SourcePosition(line: 1, column: 10))
    }
    _ = try CSVReader.read(Array("a,b\n1,2".utf8), limits: limits)
    #expect(throws: Problem.self) {
      try CSVReader.read(Array("a\n1\n2\n3\n4".utf8), limits: limits)
    }
  }

  @Test func `limits without bound are no trap`() throws {
    let limits = DocumentLimits(maximumBytes: .max, maximumDepth: .max, maximumNodes: .max)
    for reader in Reader.allCases { try reader.read(Array(reader.sample.utf8), limits: limits) }
    _ = try YAMLReader.read(Array("a: &a [x]\nb: [*a, *a]".utf8), limits: limits)
  }

  @Test func `many keys, and a long string, are no trouble`() throws {
    let keys = (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONReader.read(Array("{\(keys)}".utf8)).map?.count == 100_000)
    let twice = #expect(throws: Problem.self) {
      try JSONReader.read(Array("{\(keys),\"key7\":0}".utf8))
    }
    #expect(twice?.message == "the key 'key7' appears twice; the first is at line 1, column 65")
    let image = String(repeating: "iVBORw0KGgo+/", count: 80_000)
    #expect(try JSONReader.read(Array("[\"\(image)\"]".utf8)).list?[0].text == image)
    #expect(try YAMLReader.read(Array("a: \(image)".utf8))["a"]?.text == image)
  }

  @Test(arguments: [
    "[", "]", "`", "*", "_", "~", "~~", "<", ">", "!", "(", ")", "\\", "&", "|", "#", "-", "+", "=",
    ":", "\"", "'", "[a](", "![", "![[]()", "[a](<b", "[a](b \"", "`a", "*a ", "_a ", "**a *b ",
    "*a_b**c__", "<?", "<?x ", "<!A ", "<![CDATA[x ", "<!--", "<!-- -->", "a<!-- ", "`<!--` ",
    "<a ", "<a b=\"", "<a 'b\"", "</a ", "<b>", "a<br>", "&amp", "&#", "www.a", "a@b.", "http://(",
    "|a", "|-", "| ", "\t", "1. ", "- x ", "~~a", "😀", "é́",
  ])
  func `a long line of any mark is read`(mark: String) throws {
    let line = String(repeating: mark, count: 12_000 / mark.utf8.count)
    for text in [line, "a " + line, "<div>" + line, "<table><tr><td>" + line, "a|b\n-|-\n" + line] {
      do throws(Problem) {
        _ = try MarkdownReader.read(Array(text.utf8))
      } catch {
        #expect(error.message.contains("nested more than"))
      }
    }
  }

  @Test(arguments: [
    "a", "|a|", "|-|", "a|b\n-|-", "-", "=", "a\n-", "a\n=", "#", "# a", "- a", "- **a:**", "> a",
    ">", "a: b", "**a**", "**a:** b", "```", "~~~", "<div>", "<table>\n", "</table>\n", "<!--",
    "-->",
    "x <!--", "[a]: b", "[a", "- [a](#a)", "`a\nb` &#97;", "---", "1. a", "***", "&#97;",
    "<table>\n\n</table>\n", "<ul>", "<li>a", "<h1>a",
  ])
  func `many lines of anything are read`(line: String) throws {
    let text = String(repeating: line + "\n", count: 12_000 / (line.utf8.count + 1))
    _ = try MarkdownReader.read(Array(text.utf8))
    _ = try MarkdownReader.read(Array(text.replacing("\n", with: "\r\n\r\n").utf8))
  }

  /// Marks for which cmark 0.29 takes quadratic time: minutes for a megabyte.
  @Test(arguments: ["![[]()", "a <?x ", "a <!A ", "a <![CDATA[x ", "*a_b**c__", "[", "a"])
  func `a megabyte on one line is read`(mark: String) throws {
    let line = String(repeating: mark, count: 1_000_000 / mark.utf8.count)
    #expect(try MarkdownReader.read(Array(line.utf8)).sections[0].endLine == 1)
  }

  @Test func `blank lines below nested lists, and wide tables, stay cheap`() throws {
    let lists = String(repeating: "- ", count: 100) + "a\n"
    let blanks = String(repeating: "\n", count: 200_000)
    #expect(try MarkdownReader.read(Array((lists + blanks).utf8)).sections[0].endLine == 200_001)
    _ = try MarkdownReader.read(Array((lists + "```\n" + blanks).utf8))
    let wide =
      String(repeating: "|a", count: 500) + "\n" + String(repeating: "|-", count: 500) + "\n"
    let rows = String(repeating: "|a\n", count: 5_000)
    let blocks = try MarkdownReader.read(Array((wide + rows).utf8)).sections[0].blocks
    guard case .table(let table) = blocks[0].content else {
      Issue.record("found no table")
      return
    }
    #expect(table.header.count == 500)
    #expect(table.rows.count == 5_000)
  }

  @Test(arguments: [
    "[", "{", "a: ", "? ", "&a ", "!", "\"a\" ", "a ", "[]", "}", "*a ", "#", ":", "%", "\"\\x41",
    "''",
    "[a,", "{a,", "[a: b,", "\u{2028}",
  ])
  func `a long line of YAML is read or refused`(mark: String) {
    let line = String(repeating: mark, count: 12_000 / mark.utf8.count)
    for text in [line, "a: " + line, "\"" + line, "- |\n " + line] {
      _ = Result { try YAMLReader.read(Array(text.utf8)) }
    }
  }

  @Test(arguments: [
    "a", "- a", "- &a x", "- *a", "#", "%YAML 1.1", "---", "...", "&a", "- [", "\"a\": b", "  ",
    "|",
  ])
  func `many lines of YAML are read or refused`(line: String) {
    let text = String(repeating: line + "\n", count: 12_000 / (line.utf8.count + 1))
    _ = Result { try YAMLReader.read(Array(text.utf8)) }
    _ = Result { try YAMLReader.readAll(Array(("- &a x\n" + text).utf8)) }
    _ = Result { try YAMLReader.read(Array(("a: |\n" + text).utf8)) }
  }

  @Test func `many tag directives are refused`() {
    let text = (0..<100_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a\n"
    let error = #expect(throws: Problem.self) { try YAMLReader.read(Array(text.utf8)) }
    #expect(error?.message == "the text has more than 64 %TAG directives")
    #expect(error?.position == SourcePosition(line: 65, column: 1))
  }
}
