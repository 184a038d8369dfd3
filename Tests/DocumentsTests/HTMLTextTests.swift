// SPDX-License-Identifier: Apache-2.0

import Documents
import Testing

@Suite struct HTMLTextTests {
  @Test(arguments: [
    (
      "<p>Les donn&eacute;es <b>sont</b></p><p>conserv&#233;es&nbsp;5&#xA0;ans</p>",
      "Les données sont\nconservées 5 ans"
    ),
    ("a<br/>b<br >c", "a\nb\nc"),
    ("<ul><li>one</li>\n<li>two</li></ul>", "one\ntwo"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b\n1 | 2"),
    ("x<script>if (a < b) { '</p>' }</script>y<STYLE>p{}</style>z", "xyz"),
    ("a<!-- b <p> -->c<!-->d", "acd"),
    ("a<div title=\"> \" hidden>b<div>c</div>d</div>e", "ae"),
    ("a<span hidden=until-found>b</span>c<s>d</s>e<dialog>f</dialog>g", "aceg"),
    ("a<p style='&#100;isplay : NONE'>b</p>c<dialog open>d</dialog>", "acd"),
    ("<a href=/hidden/x title='not hidden' class=\"hidden\">t</a>", "t"),
    ("a<b =hidden>c<i/hidden>d</i>e", "ace"),
    ("<a title=\"x > y\" href='z'>t</a>", "t"),
    ("a < b && c > d &lt; &unknown; &amp;lt; &", "a < b && c > d < &unknown; &lt; &"),
    ("&#0;&#xD800;&#x110000;&#38;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}&&#99999999999;"),
    ("<!DOCTYPE html><?xml?><p>x", "x"),
    ("<a \"b>c", "c"),
    ("<a 'b\" c", "<a 'b\" c"),
    ("</ >x</>y", "xy"),
    ("<p", "<p"),
    ("  \n\t ", ""),
    ("", ""),
  ])
  func `text without tags`(html: String, text: String) {
    #expect(HTMLText.plainText(html) == text)
  }
}
