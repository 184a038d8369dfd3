// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct YAMLReaderTests {
  private func read(_ text: String) throws -> Node {
    try YAMLReader.read(Array(text.utf8))
  }

  @Test(arguments: [
    Flaw("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' appears twice; the first is at line 1, column 1"),
    Flaw(
      "{\"é\": 1, 'é': 2}",
      1,
      10,
      "the key 'é' appears twice; the first is at line 1, column 2"
    ),
    Flaw("a: b: c", 1, 5, "a colon stands where no key can be"),
    Flaw("x: 1\na: \"é", 2, 4, "the text that opens here is never closed"),
    Flaw("a: 'b' c", 1, 8, "a key is expected here"),
    Flaw("a: b\n\"c\"\nd: e", 2, 1, "a key is not followed by a colon"),
    Flaw("a: [b, c\nd: e", 2, 2, "a comma or the closing bracket is expected here"),
    Flaw("a:\n\t- c", 2, 1, "this character cannot start a value"),
    Flaw("a: @b", 1, 4, "this character cannot start a value"),
    Flaw("é: \"\\q\"", 1, 5, "the escape sequence is not known"),
    Flaw("é: \"\\xZ\"", 1, 7, "the escape sequence is malformed"),
    Flaw("  a: b\nc: d", 2, 1, "the document goes on after its value"),
    Flaw("é: \u{1}", 1, 4, "the text has a control character"),
    Flaw("a: \u{0}", 1, 4, "the text has a NUL character"),
    Flaw("a: 1\n--- \nb: 2", 2, 1, "a second YAML document starts here"),
    Flaw("a: !include other.yml", 1, 4, "the tag '!include' is not known"),
    Flaw("a: !!set {b}", 1, 4, "the tag '!!set' is not known"),
    Flaw(
      "a: !!python/object:os.system x",
      1,
      4,
      "the tag '!!python/object:os.system' is not known"
    ),
    Flaw("a: !<x:y> b", 1, 4, "the tag '!<x:y>' is not known"),
    Flaw("a: !e!x b", 1, 4, "the tag here has a prefix that is not declared"),
    Flaw("a: !!str [b]", 1, 4, "the tag '!!str' does not fit a list"),
    Flaw("a: !!seq b", 1, 4, "the tag '!!seq' does not fit a scalar"),
    Flaw("a: *b", 1, 4, "the alias '*b' has no anchor before it"),
    Flaw("a: &b [c, *b]", 1, 11, "the alias '*b' stands inside its own anchor"),
    Flaw("? [a]\n: b", 1, 3, "a key is a list or a map"),
    Flaw("a: &x [1]\n*x : 2", 2, 1, "a key is a list or a map"),
    Flaw("a: 1\n<<: b", 2, 5, "the merge key '<<' is given something that is no map"),
    Flaw(
      "<<: {a: 1}\n<<: {b: 1}",
      2,
      1,
      "the key '<<' appears twice; the first is at line 1, column 1"
    ),
  ])
  func `a flaw is reported at its place`(flaw: Flaw) {
    flaw.expect { try YAMLReader.read($0) }
  }

  @Test func `scalars keep their source text`() throws {
    let text = """
      a: no
      b: 1.10
      c: 2026-10-01
      d: "no"
      e: 'it''s'
      f: |
        two
        lines
      g: ~
      h:
      i: !!str 3
      j: !!int "3"
      k: !!null x
      l: folded
        text
      """
    let values = try read(text).map?.map(\.value.value)
    #expect(
      values == [
        .plain("no"), .plain("1.10"), .plain("2026-10-01"), .string("no"), .string("it's"),
        .string("two\nlines\n"), .null, .null, .string("3"), .plain("3"), .null,
        .plain("folded text"),
      ]
    )
  }

  @Test func `places count characters and know where nodes end`() throws {
    let text = "\u{FEFF}ä: 1\r\n\"b😀\":\r- x\r- é: [1,\n  2]\n\n\nc: |\n  d\u{2028}\n  e\n\n"
    let members = try #require(try read(text).map)
    #expect(members.map(\.key) == ["ä", "b😀", "c"])
    #expect(members.map(\.keyPosition.line) == [1, 2, 8])
    #expect(members[0].value.position == SourcePosition(line: 1, column: 4))
    let list = members[1].value
    #expect(list.position == SourcePosition(line: 3, column: 1))
    #expect(list.endLine == 5)
    #expect(list.list?[1]["é"]?.list?[1].position == SourcePosition(line: 5, column: 3))
    #expect(members[2].value.position == SourcePosition(line: 8, column: 4))
    #expect(members[2].value.endLine == 10)
  }

  @Test func `a text without a document is null`() throws {
    for text in ["", "\n", "# nothing\n", "---\n...\n", "\u{FEFF}"] {
      #expect(try read(text).isNull)
    }
  }

  @Test func `aliases repeat a value at their own place`() throws {
    let node = try read("a: &x\n  b: 1\nc: *x\n*x2 : 1\n".replacing("*x2", with: "&k k"))
    #expect(node["c"]?["b"]?.value == .plain("1"))
    #expect(node["c"]?.position == SourcePosition(line: 3, column: 4))
    #expect(node["c"]?["b"]?.position == SourcePosition(line: 2, column: 6))
    #expect(try read("- &k name\n- *k : 1").list?[1]["name"] != nil)
  }

  @Test func `merged members yield to the map's own and to earlier sources`() throws {
    let node = try read(
      """
      a: &a {x: 1, y: 1}
      b: &b {y: 2, z: 2}
      c: {<<: [*a, *b], x: 3}
      d:
        <<: *b
      e: {"<<": 1}
      """
    )
    let merged = try #require(node["c"]?.map)
    #expect(merged.map(\.key) == ["x", "y", "z"])
    #expect(merged.compactMap(\.value.text) == ["3", "1", "2"])
    #expect(node["d"]?["z"]?.text == "2")
    #expect(node["e"]?["<<"]?.text == "1")
  }

  @Test func `a stream yields all its documents`() throws {
    let documents = try YAMLReader.readAll(Array("a: &x 1\n---\n- 2\n...\n---\n".utf8))
    #expect(documents.count == 3)
    #expect(documents[1].position.line == 3)
    #expect(documents[2].isNull)
    let error = #expect(throws: Problem.self) {
      try YAMLReader.readAll(Array("a: &x 1\n---\nb: *x".utf8))
    }
    #expect(error?.message == "the alias '*x' has no anchor before it")
  }

  @Test func `an alias bomb is refused`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: Problem.self) { try read(text) }
    #expect(error?.message == "with the alias '*a4' aliases stand for more than 500000 values")
    #expect(error?.position.line == 6)
  }

  @Test func `aliases cannot deepen a document beyond the limit`() {
    var text = "- &a0 [x]\n"
    for level in 1..<1000 { text += "- &a\(level) [*a\(level - 1)]\n" }
    let error = #expect(throws: Problem.self) { try read(text) }
    #expect(error?.message == "lists and maps are nested more than 128 levels deep")
    #expect(error?.position.line == 128)
  }

  @Test(arguments: [
    "a: 1\n", "a: b c\nb: \"c: d\"\n", "a:\n  - {b: c, d: [e, f]}\n  - g\nh: null\n",
    "a: >-\n  b\n  c\n# d\ne: 'f'\n", "a:\n  b:\n    - c: d\n      e: é\n    - {f: é, g: h}\n",
    "a: [b,\n  c]\nd: {}\ne: []\n", "a: -1.5\nb: c:d\ne: f#g\n",
  ])
  func `the part of YAML in which rules are written reads the same without libyaml`(
    text: String
  ) throws {
    let fast = try #require(YAMLReader.readSubset(Array(text.utf8)))
    #expect(try fast == read(text))
  }

  @Test(arguments: [
    "", "a: 1", "- a\n", " a: 1\n", "a: b\n  c\n", "a: >\n  b\n", "a: >-\n  b\n\n  c\n",
    "a: >-\n  b\n    c\n", "a: >-\n  b \n  c\n", "a: |-\n  b\n", "a: \"\\n\"\n", "a: 'b''c'\n",
    "a: b: c\n", "a: b #c\n", "a: &b c\n", "a: *b\n", "a: !!str b\n", "a:\n", "a:\nb: c\n",
    "a:\n- b\n", "a: {b: c\n", "a: {b}\n", "a: [b, ]\n", "a: [b c\n  d]\n", "\"a\": b\n",
    "a: b\r\n", "a:\tb\n", "--- \na: b\n", "%YAML 1.1\n", "a: ? b\n", "a: - b\n", "a: 'b\n",
    "a: b\n c: d\n", "a: [b]: c\n", "a: {b: c}, d\n", "? a\n", "<<: a\n", "a:b\n",
  ])
  func `whatever goes beyond that part is left to libyaml`(text: String) {
    #expect(YAMLReader.readSubset(Array(text.utf8)) == nil)
  }
}
