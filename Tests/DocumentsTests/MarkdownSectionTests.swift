// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct MarkdownSectionTests {
  @Test func `numbers, emoji and merged titles stay in headings`() throws {
    let outline = try OutlineText.of(
      """
      # 📌 Card for *x* `v1`
      ## 2. Intended use and out-of-scope use ##
      Text.
      ### Detail
      ## Ethical considerations, caveats, and recommendations
      """
    )
    #expect(
      outline == """
        #0 1:1
        #1 1:1 📌 Card for x v1
        #2 2:1-3 📌 Card for x v1 > 2. Intended use and out-of-scope use
        text 3:1 "Text."
        #3 4:1 📌 Card for x v1 > 2. Intended use and out-of-scope use > Detail
        #2 5:1 📌 Card for x v1 > Ethical considerations, caveats, and recommendations
        """
    )
  }

  @Test func `what an element hides is not read, over blank lines and until it ends`() throws {
    let outline = try OutlineText.of(
      """
      <div hidden>

      ## Hidden

      <div>inner</div>

      Still hidden.

      </div>

      Seen.

      <template>

      - An element of a list.
      """
    )
    #expect(
      outline == """
        #0 1:1-15
        text 11:1 "Seen."
        """
    )
  }

  @Test(arguments: [
    "<?note\nHidden.\n?>", "<!NOTE\nHidden.>", "- <div hidden>\n\n  Hidden.\n\n  </div>",
    "> <div hidden>\n>\n> **Status:** approved\n>\n> </div>", "<del>\n\nHidden.\n\n</del>",
    "<dialog>\n\n- Hidden.\n\n</dialog>", "<div hidden>\n\nHidden.\n\n</div>",
  ])
  func `what nobody sees is no text, whichever markup hides it`(hidden: String) throws {
    let lines = hidden.split(separator: "\n", omittingEmptySubsequences: false).count + 2
    #expect(
      try OutlineText.of(hidden + "\n\nSeen.") == """
        #0 1:1-\(lines)
        text \(lines):1 "Seen."
        """
    )
  }

  @Test func `an element that hides goes on behind the sentence it starts in`() throws {
    #expect(
      try OutlineText.of("Soon. <div hidden>\n\nHidden.\n\n</div>\n\nSeen.") == """
        #0 1:1-7
        text 1:1 "Soon."
        text 7:1 "Seen."
        """
    )
  }

  @Test func `underlined headings count, with all their lines`() throws {
    let outline = try OutlineText.of("Über\r\n====\r\n\r\nTwo\r\nlines\r\n---\r\ntext\r\n")
    #expect(
      outline == """
        #0 1:1
        #1 1:1-3 Über
        #2 4:1-7 Über > Two lines
        text 7:1 "text"
        """
    )
  }

  @Test func `what precedes the first heading has a section of its own`() throws {
    let outline = try OutlineText.of("\n[![Build](b.svg)](c) ![logo](d)\n\nIntro\n\n## Uses\n\n\n")
    #expect(
      outline == """
        #0 1:1-5
        text 4:1 "Intro"
        #2 6:1-8 Uses
        """
    )
  }

  @Test func `a bold paragraph acts as a heading below all others`() throws {
    let outline = try OutlineText.of(
      """
      # Llama-like
      **Intended Use Cases**

      Chat.

      __Out-of-scope:__

      Spam.

      **For what purpose was the dataset created, and was there a task that the authors had in mind?**

      ## Next
      """
    )
    #expect(
      outline == """
        #0 1:1
        #1 1:1 Llama-like
        #7 2:1-5 Llama-like > Intended Use Cases
        text 4:1 "Chat."
        #7 6:1-9 Llama-like > Out-of-scope:
        text 8:1 "Spam."
        #7 10:1-11 Llama-like > For what purpose was the dataset created, and was there a task \
        that the authors had in mind?
        #2 12:1 Llama-like > Next
        """
    )
  }

  @Test(arguments: [
    "**Never use this for hiring!**", "**It is limited.**", "**A** **B** c", "**One**\n**Two**",
    "**License: MIT**", "- **Item**", "> **Quoted**",
  ])
  func `other bold text is no heading`(text: String) throws {
    #expect(try MarkdownReader.read(Array(text.utf8)).sections.count == 1)
  }

  @Test func `headings in HTML count`() throws {
    let outline = try OutlineText.of(
      """
      <div align="center">
        <h1>Model &amp; card</h1>
        <img src="x.png" alt="logo">
        <p>Hello <b>you</b></p>
      </div>

      <h2
      id="a">Uses</h2> Direct.
      """
    )
    #expect(
      outline == """
        #0 1:1
        #1 2:3-6 Model & card
        text 4:6 "Hello you"
        #2 7:1-8 Model & card > Uses
        text 8:18 "Direct."
        """
    )
  }

  @Test func `comments are gone before headings are found`() throws {
    let outline = try OutlineText.of(
      """
      <!-- info -->
      # A <!-- ## B -->
      <!--
      ## Hidden
      ```
      | a |
      -->
      one <!-- a
      ## b --> two
      <!-- x --> three `<!-- kept -->`

      ```
      <!-- kept -->
      ```
      <!-- open
      ## C
      """
    )
    #expect(
      outline == """
        #0 1:1
        #1 2:1-16 A
        text 8:1-10 "one two three <!-- kept -->"
        code 12:1-14  "<!-- kept -->\\n"
        """
    )
  }

  @Test func `a comment that opens in running text and never closes is text`() throws {
    let outline = try OutlineText.of("a <!-- b\n\n# C\n")
    #expect(outline == "#0 1:1-2\ntext 1:1 \"a <!-- b\"\n#1 3:1 C")
  }

  @Test func `fenced code holds no headings, whatever it looks like`() throws {
    let outline = try OutlineText.of("~~~ sh\n# a\n```\n~~~~\n\n    # b\n\n- x\n\n  ```\n  # c\n")
    #expect(
      outline == """
        #0 1:1-11
        code 1:1-4 sh "# a\\n```\\n"
        code 6:5 \(" ")"# b\\n"
        list 8:1-11
        - 8:1-11 "x"
        """
    )
  }

  @Test func `markup is removed from text and links are reduced to theirs`() throws {
    let text = try MarkdownReader.read(
      Array(
        """
        *It* is __not__ [safe](http://x "t") at `a < b` &copy; 😀 \\*x\\* <sub>y</sub> ![no](z)
        <http://a.b> ~~old~~ new  \nhard
        """.utf8
      )
    ).sections[0].blocks[0].text
    #expect(text == "It is not safe at a < b © 😀 *x* y http://a.b new\nhard")
  }

  @Test(arguments: [
    ("~old~ new", "new"), ("a ~~old~~ b", "a b"), ("~5 % of ~10 cases", "~5 % of ~10 cases"),
    ("~/data and ~/out", "~/data and ~/out"), ("a~b~c", "a~b~c"), ("~~~x~~~ y", "~~~x~~~ y"),
    ("~ä~ b", "b"),
  ])
  func `what is struck out is withdrawn, with one tilde or two`(text: String, left: String) throws {
    let read = try MarkdownReader.read(Array(("Seen: " + text).utf8))
    #expect(read.sections[0].blocks[0].text == "Seen: " + left)
  }

  @Test func `a quotation keeps its lines and fields`() throws {
    let outline = try OutlineText.of("> **Note:** é\n> lazy\n>\n> > deep\n> - x\n")
    #expect(
      outline == """
        #0 1:1-5
        quote 1:1-5 "Note: é lazy\\ndeep\\nx"
        = 1:3-2 Note: "é lazy"
        """
    )
  }
}
