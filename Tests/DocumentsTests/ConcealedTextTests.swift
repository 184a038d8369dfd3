// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct ConcealedTextTests {
  /// The text of all blocks but code.
  private func shown(_ text: String) throws -> String {
    try MarkdownReader.read(Array(text.utf8)).sections.flatMap(\.blocks).filter { !$0.isCode }
      .map(\.text).joined(separator: "\n")
  }

  @Test(arguments: [
    ("{% comment %}", "{% endcomment %}"), ("{%- if false -%}", "{%- endif -%}"),
    ("{% if a %}{% if b %}{% endif %}", "{% endif %}"), ("{{< comment >}}", "{{< /comment >}}"),
    ("{{</* comment */>}}", "{{</* /comment */>}}"), ("{{% comment %}}", "{{% /comment %}}"),
    ("{#", "#}"), ("{/*", "*/}"), ("%%", "%%"), (#"::: {style="display: none"}"#, ":::"),
    ("::: {#a .b .hidden}", ":::"), ("::: hidden\n::: note\n:::", ":::"),
    ("<style>.q{display:none}</style>\n\n<div class='a q'>", "</div>"),
    (
      "<div id=Q><div>\n\n</div>",
      "</div>\n\n<style>@media screen { #q { display: none } }</style>"
    ),
    ("<div aria-hidden=true class=hidden>", "</div>"), ("<div v-if=\"false\">", "</div>"),
    ("<font color=White>", "</font>"),
    ("<div style='text-decoration: line-through red'>", "</div>"),
  ])
  func `what no reader sees is not read, over blank lines`(
    opening: String,
    closing: String
  ) throws {
    let text = try shown("Before.\n\n\(opening)\n\nUnseen.\n\n\(closing)\n\nBehind.\n")
    #expect(text == "Before.\nBehind.")
  }

  @Test(arguments: [
    "{% comment %}", "{{< comment >}}", "{#", "%%", "::: {.hidden}", "::: tip Hidden risks",
    "{#id}",
    "{% note %}", "{{ value }}", "<div class=\"q\">", "<style>.r{display:none}</style>",
    "<style>@media print{div{display:none}}</style>\n\n<div>", "<div v-if=\"isOpen\">",
    "`{% if a %}`",
    "*[a]", "5%%",
  ])
  func `what hides nothing, or is never closed, leaves the text`(opening: String) throws {
    #expect(try shown("\(opening)\n\nSeen.\n").hasSuffix("Seen."))
  }

  @Test(arguments: ["{% note %}\n\nSeen.\n\n{% endnote %}", "::: tip Hidden risks\n\nSeen.\n\n:::"])
  func `marks that show their content leave it`(text: String) throws {
    #expect(try shown(text).contains("Seen."))
  }

  @Test func `marks in fenced code hide nothing behind it`() throws {
    let text = try shown("```\n{% if a %}\n```\n\nSeen.\n\n```\n{% endif %}\n```\n")
    #expect(text == "Seen.")
  }

  @Test func `an abbreviation is no text`() throws {
    #expect(try shown("Seen.\n\n*[PSI]: The drift is watched.\n") == "Seen.")
  }

  @Test(arguments: [
    "$The drift is watched each week by us.$", "$$\nThe drift is watched\neach week by us.\n$$",
    "$`The drift is watched each week by us.`$",
  ])
  func `code and mathematics of whole sentences say nothing`(text: String) throws {
    #expect(try shown("# Title\n\n\(text)\n") == "")
  }

  @Test(arguments: [
    "It costs $5 a month for each of the teams and $6 for others.",
    "The score $p(y \\mid x)$ is bounded.", "From US$ 5 for each of our customers to US$ 6.",
    "$x_1$ and then all of the others and $x_2$",
  ])
  func `amounts of money and formulas stay`(text: String) throws {
    #expect(try shown(text + "\n").filter { $0 != "\\" } == text.filter { $0 != "\\" })
  }

  @Test(arguments: [
    "{% if a %}", "{{< comment", "{#\n", "%%\n", "::: a\n", "$$5$$$", "<p class=q>",
  ])
  func `many marks take linear time`(mark: String) throws {
    let text = "<style>.q{display:none}</style>\n\n" + String(repeating: mark, count: 20_000)
    let time = try ContinuousClock().measure { _ = try shown(text) }
    #expect(time < .seconds(20))
  }
}
