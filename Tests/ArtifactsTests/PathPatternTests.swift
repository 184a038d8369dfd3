// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import Testing

@Suite("Path patterns")
struct PathPatternTests {
  @Test(arguments: [
    ("a.md", "a.md", true), ("a.md", "A.md", false), ("a.md", "b/a.md", false),
    ("*.md", "a.md", true), ("*.md", "b/a.md", false), ("*", "", false),
    ("**/a.md", "a.md", true), ("**/a.md", "b/c/a.md", true), ("**", "b/c/a.md", true),
    ("b/**", "b/c/a.md", true), ("b/**/a.md", "b/a.md", true), ("b/**/x/**/a", "b/x/a", true),
    ("b/**/x/**/a", "b/1/x/2/3/a", true), ("b/**/x/**/a", "b/1/2/a", false),
    ("a?c", "abc", true), ("a?c", "a/c", false), ("a?c", "ac", false), ("a?c", "aäc", true),
    ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[!a-c]x", "dx", true),
    ("[]]x", "]x", true), ("[a-]x", "-x", true), ("[x", "[x", true), ("[z-a]", "b", false),
    ("*.{md,json}", "a.json", true), ("*.{md,json}", "a.yml", false),
    ("{a,b{c,d}}/x", "bd/x", true), ("{a", "{a", true), ("{a,}b", "b", true),
    ("a*b*c", "aXbYc", true), ("a*b*c", "aXcYb", false), ("**/**/a", "x/a", true),
    ("docs/", "docs/a/b.md", true), ("docs/", "docs2/a", false), ("./a/./b", "a/b", true),
    ("a/../b", "b", true), ("/a", "a", true),
    ("[à-ö]x", "äx", true), ("[à-ö]x", "ax", false), ("*[!a]", "aä", true), ("?", "ä", true),
    ("*?ß", "äß", true), ("ä*", "ö", false), ("[]a]", "a", true), ("[!]]", "]", false),
    ("[a", "[a", true), ("[a]b]", "ab]", true), ("]x[", "]x[", true), ("[a-c-e]", "-", true),
    ("*.*", "a.b.c", true), ("a[b]*[c", "abx[c", true),
    ("**/{model[-_ ]card,modelcard}*.md", "x/model_card-v2.md", true),
  ])
  func `a pattern matches as globs do`(pattern: String, path: String, isMatch: Bool) throws {
    let pattern = try #require(PathPattern(pattern))
    #expect(pattern.matches(path) == isMatch)
  }

  @Test(arguments: ["", ".", "..", "../a", "a/../../b"])
  func `what cannot be a pattern is refused`(pattern: String) {
    #expect(PathPattern(pattern) == nil)
  }

  @Test func `the folder of a relative pattern is taken literally`() throws {
    let pattern = try #require(PathPattern("*.md", in: "a[b]/{c}"))
    #expect(pattern.matches("a[b]/{c}/x.md"))
    #expect(!pattern.matches("ab/c/x.md"))
    let above = try #require(PathPattern("../x.md", in: "a/b"))
    #expect(above.matches("a/x.md"))
  }

  @Test func `too many alternatives and too long patterns are refused`() {
    #expect(PathPattern(String(repeating: "{a,b}", count: 8)) != nil)
    #expect(PathPattern(String(repeating: "{a,b}", count: 9)) == nil)
    #expect(PathPattern(String(repeating: "a", count: 4097)) == nil)
    #expect(PathPattern(String(repeating: "{", count: 4096)) != nil)
  }

  @Test func `stars do not backtrack without end`() throws {
    let stars = try #require(PathPattern(String(repeating: "*a", count: 1000) + "b"))
    #expect(!stars.matches(String(repeating: "a", count: 4000)))
    let folders = try #require(PathPattern(String(repeating: "**/a/", count: 500) + "b"))
    #expect(!folders.matches(String(repeating: "a/", count: 1000) + "c"))
  }
}
