// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct MarkdownFieldTests {
  @Test func `bold lines at the head of an assessment are fields`() throws {
    let outline = try OutlineText.of(
      """
      **Status:** Working draft -- pre-launch
      **Date**: 12/10/2025
        and on
      Next review: 2027-09-12<br>**Controller:** *Example* Bank
      """
    )
    #expect(
      outline == """
        #0 1:1-4
        text 1:1-4 "Status: Working draft -- pre-launch Date: 12/10/2025 and on \
        Next review: 2027-09-12\\nController: Example Bank"
        = 1:1 Status: "Working draft -- pre-launch"
        = 2:1-3 Date: "12/10/2025 and on"
        = 4:1 Next review: "2027-09-12"
        = 4:1 Controller: "Example Bank"
        """
    )
  }

  @Test func `elements of lists are fields, and nested lists their values`() throws {
    let outline = try OutlineText.of(
      """
      - **License:** [Apache 2.0](x)
      - License: MIT
      * **Languages**:
        - en
          1. en-GB
        - **de:** yes
      - **Plain**
      """
    )
    #expect(
      outline == """
        #0 1:1-7
        list 1:1-2
        - 1:1 "License: Apache 2.0"
        - 2:1 "License: MIT"
        = 1:3 License: "Apache 2.0"
        = 2:3 License: "MIT"
        list 3:1-6
        - 3:1-6 "Languages:"
        -- 4:3-5 "en"
        --- 5:5 "en-GB"
        -- 6:3 "de: yes"
        = 3:3-6 Languages: "en\\nen-GB\\nde: yes"
        = 6:5 de: "yes"
        list 7:1
        - 7:1 "Plain"
        """
    )
  }

  @Test func `a datasheet's question is a field with the answer below it`() throws {
    let outline = try OutlineText.of(
      "1. **Who created this?** We.\n\n2. **Who funded it?**\n\n\t*Your Answer Here*\n\n   - x\n"
    )
    #expect(
      outline == """
        #0 1:1-7
        list 1:1-7
        - 1:1 "Who created this? We."
        - 3:1-7 "Who funded it?\\nYour Answer Here"
        -- 7:4 "x"
        = 1:4 Who created this?: "We."
        = 3:4-5 Who funded it?: "Your Answer Here"
        """
    )
  }

  @Test(arguments: [
    ("**Out-of-scope** Use in any manner", "Out-of-scope", "Use in any manner"),
    ("**Limitations.** Few.", "Limitations", "Few."),
    ("**License** – MIT", "License", "MIT"),
    ("**License: MIT**", "License", "MIT"),
    ("License:", "License", ""),
    ("<b>License:</b> MIT", "License", "MIT"),
    ("***License:*** MIT", "License", "MIT"),
    ("![x](y) **License:** MIT", "License", "MIT"),
    ("**Long\nlabel:** x", "Long label", "x"),
  ])
  func `a label and its text`(markdown: String, label: String, text: String) throws {
    let fields = try MarkdownReader.read(Array(markdown.utf8)).sections[0].blocks[0].fields
    #expect(fields.map(\.label) == [label])
    #expect(fields.map(\.text) == [text])
  }

  @Test(arguments: [
    "http://example.org", "At 10:30 we met", "It failed. Why: no idea", "**Never do this!**",
    "a sentence of rather many words that ends in this: x", "- **Overview**", ": x", "3: x",
    "text\n**bold** more",
  ])
  func `ordinary text is no field`(markdown: String) throws {
    let blocks = try MarkdownReader.read(Array(markdown.utf8)).sections[0].blocks
    #expect(blocks.flatMap(\.fields).isEmpty)
  }

  @Test func `a table of contents is known by its links`() throws {
    let outline = try OutlineText.of(
      """
      - [Uses](#uses)
        * [1. Direct *use*](#direct)
      - **[Bold](#b)**
      - [Paper](https://x.org)
      - see [Uses](#uses)
      """
    )
    #expect(
      outline == """
        #0 1:1-5
        list 1:1-5
        -# 1:1-2 "Uses"
        --# 2:3 "1. Direct use"
        -# 3:1 "Bold"
        - 4:1 "Paper"
        - 5:1 "see Uses"
        """
    )
  }

  @Test func `labels are found on their line although others are hidden`() throws {
    let outline = try OutlineText.of("[r]: http://x\n`a\nb` c\nLicense: [MIT][r]\n")
    #expect(outline.hasSuffix("= 4:1 License: \"MIT\""))
  }
}
