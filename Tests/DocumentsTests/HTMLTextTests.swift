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
    ("a<svg><desc>b</desc></svg>c<math>d</math>e<div popover>f</div>g<rp>h</rp>i", "acegi"),
    ("a<i style='display:/**/none'>b</i>c<i style='display:n\\6fne'>d</i>e", "ace"),
    (
      "a<i style=opacity:0>b</i>c<i style='font-size:0px'>d</i>e<i style=color:transparent>f</i>",
      "ace"
    ),
    (
      "a<i style='visibility:collapse'>b</i>c<i style='position:absolute;left:-9999px'>d</i>e",
      "ace"
    ),
    ("a<i style='max-height:0;overflow:hidden'>b</i>c<i style='transform:scale(0)'>d</i>e", "ace"),
    ("a<i style='clip-path: inset(100%)'>b</i>c<i style='text-indent:-99em'>d</i>e", "ace"),
    (
      "<i style='opacity:0.9'>a</i><i style='font-size:0.9em'>b</i><i style='color:#123'>c</i>"
        + "<i style='width:100%;left:2px'>d</i>", "abcd"
    ),
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
