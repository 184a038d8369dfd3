// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct MarkdownTableTests {
  @Test func `cells of pipe tables have places and no markup`() throws {
    let outline = try OutlineText.of(
      """
      | Größe | Value |
      |:------|------:|
      | é **A** | `x` \\| [y](z) |
       plain|# 1 <br> 2
      | short
      | too | many | cells |
      """
    )
    #expect(
      outline == """
        #0 1:1-6
        table 1:1-6
        | 1:3 Größe | 1:11 Value
        | 3:3 é A | 3:13 x | y
        | 4:2 plain | 4:8 # 1 2
        | 5:3 short
        | 6:3 too | 6:9 many
        """
    )
  }

  @Test func `a table ends a paragraph and may end in a rule`() throws {
    let outline = try OutlineText.of("Results:\nA | B\n--- | ---\n1 | 2\n---\nafter\n")
    #expect(
      outline == """
        #0 1:1-6
        text 1:1 "Results:"
        = 1:1 Results: ""
        table 2:1-4
        | 2:1 A | 2:5 B
        | 4:1 1 | 4:5 2
        text 6:1 "after"
        """
    )
  }

  @Test(arguments: ["a | b\n--- |", "a\n---", "| a |\n| b |", "a | b\n- | -", "|a|b|\n|-|:x|"])
  func `lines that only look like a table are none`(markdown: String) throws {
    let blocks = try MarkdownReader.read(Array(markdown.utf8)).sections.flatMap(\.blocks)
    for case .table in blocks.map(\.content) { Issue.record("found a table") }
  }

  @Test func `comments in tables are removed and columns stay true`() throws {
    let outline = try OutlineText.of("| a <!-- x --> | b |\n|---|---|\n| 1 | <!-- | --> 2 |\n")
    #expect(
      outline == """
        #0 1:1-3
        table 1:1-3
        | 1:3 a | 1:18 b
        | 3:3 1 | 3:18 2
        """
    )
  }

  @Test func `tables in lists follow their list`() throws {
    let outline = try OutlineText.of("- x\n\n  | a |\n  |---|\n  | 1 |\n- y\n")
    #expect(
      outline == """
        #0 1:1-6
        list 1:1-6
        - 1:1-5 "x"
        - 6:1 "y"
        table 3:5-5
        | 3:5 a
        | 5:5 1
        """
    )
  }

  @Test func `HTML tables are tables, even when blank lines split them`() throws {
    let outline = try OutlineText.of(
      """
      <table>
        <tr><th>Metric</th><th>Value</th></tr>

        <tr>
          <td>Accuracy</td> <td>0.9&nbsp;&plusmn; <b>0.1</b><br>test</td>

        </tr>
        <tr><td><table><tr><td>in</td></tr></table></td><td>2
      </table>
      after
      """
    )
    #expect(
      outline == """
        #0 1:1-10
        table 1:1-9
        | 2:7 Metric | 2:22 Value
        | 5:5 Accuracy | 5:23 0.9 ± 0.1 test
        | 8:7 in | 8:51 2
        text 10:1 "after"
        """
    )
  }

  @Test func `cells of HTML tables that span rows or columns keep the others in their columns`()
    throws
  {
    let outline = try OutlineText.of(
      """
      <table>
      <tr><th>Area</th><th colspan="2">Task</th><th>Score</th></tr>
      <tr><td rowspan="2">Law</td><td>a</td><td ROWSPAN='2' class="x">b</td>
      <td>1</td></tr>
      <tr><td>c</td><td>2</td></tr>
      <tr><td colspan=4>all</td></tr>
      <tr><td rowspan=999999999999>d</td></tr>
      <tr><td rowspan=x>e</td></tr>
      </table>
      """
    )
    #expect(
      outline == """
        #0 1:1-9
        table 1:1-9
        | 2:5 Area | 2:18 Task | 2:18  | 2:43 Score
        | 3:5 Law | 3:29 a | 3:39 b | 4:1 1
        | 3:5 Law | 5:5 c | 3:39 b | 5:15 2
        | 6:5 all | 6:5  | 6:5  | 6:5\u{20}
        | 7:5 d
        | 7:5 d | 8:5 e
        """
    )
  }

  @Test func `spans of cells make no huge table`() throws {
    let cells = String(repeating: "<td rowspan=999 colspan=999>word", count: 300)
    let rows = String(repeating: "<tr><td>a", count: 100)
    let html = "<table><tr>\(cells)\n\(rows)</table>\n"
    let document = try MarkdownReader.read(Array(html.utf8))
    guard case .table(let table) = document.sections[0].blocks[0].content else {
      Issue.record("no table")
      return
    }
    #expect(table.header.count == 323)
    #expect(table.rows.allSatisfy { $0.count <= 48 })
  }

  @Test func `lists in HTML are lists`() throws {
    let outline = try OutlineText.of(
      "<ul>\n<li><b>License:</b> MIT</li>\n<li>a<ul><li>b</ul>\n</ul>"
    )
    #expect(
      outline == """
        #0 1:1-4
        list 2:1-3
        - 2:1 "License: MIT"
        - 3:1 "a"
        -- 3:10 "b"
        = 2:1 License: "MIT"
        """
    )
  }
}
