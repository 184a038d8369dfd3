// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    Flaw("", 1, 1, "the JSON text is empty"),
    Flaw(" \r\n\t", 2, 2, "the JSON text is empty"),
    Flaw("{} {}", 1, 4, "the JSON text goes on after its value"),
    Flaw("[1,]", 1, 4, "a comma is followed by no value"),
    Flaw("{\"a\": 1,\n}", 2, 1, "a comma is followed by no value"),
    Flaw("[1, 2", 1, 6, "the text ends before the list from line 1, column 1 is closed"),
    Flaw("[1,", 1, 4, "the text ends before the list from line 1, column 1 is closed"),
    Flaw("[[", 1, 3, "the text ends before the list from line 1, column 2 is closed"),
    Flaw("{\"a\"", 1, 5, "the text ends before the value of 'a'"),
    Flaw("{\"a\":", 1, 6, "the text ends before the value of 'a'"),
    Flaw("{a: 1}", 1, 2, "a key in double quotes is expected here"),
    Flaw("{\"a\" 1}", 1, 6, "a key is not followed by a colon"),
    Flaw("[1 2]", 1, 4, "a comma or ']' is expected here"),
    Flaw("{\"a\": 1 \"b\": 2}", 1, 9, "a comma or '}' is expected here"),
    Flaw("[True]", 1, 2, "'True' is no JSON value"),
    Flaw("[truex]", 1, 2, "'truex' is no JSON value"),
    Flaw("['a']", 1, 2, "''' is no JSON value"),
    Flaw("[“a”]", 1, 2, "'“' is no JSON value"),
    Flaw("[012]", 1, 3, "a number starts with a superfluous 0"),
    Flaw("[1.]", 1, 4, "the number is malformed"),
    Flaw("[-]", 1, 3, "the number is malformed"),
    Flaw("[1e+]", 1, 5, "the number is malformed"),
    Flaw("[0x1F]", 1, 3, "the number is malformed"),
    Flaw("[\"é", 1, 4, "the text ends inside the string from line 1, column 2"),
    Flaw(
      "[\"é\tb\"]",
      1,
      4,
      "the string from line 1, column 2 has the control character U+0009"
    ),
    Flaw("[\"\\x\"]", 1, 3, "the escape sequence is malformed"),
    Flaw("[\"ab\\u12G4\"]", 1, 5, "the escape sequence is malformed"),
    Flaw("[\"\\u12\"]", 1, 3, "the escape sequence is malformed"),
    Flaw("[\"\\ud83d\"]", 1, 3, "the escape sequence is one half of a surrogate pair"),
    Flaw("[\"\\ud83d\\ud83d\"]", 1, 3, "the escape sequence is one half of a surrogate pair"),
    Flaw("[\"\\ude00\"]", 1, 3, "the escape sequence is one half of a surrogate pair"),
    Flaw(
      "{\"a\": 1,\n \"a\": 2}",
      2,
      2,
      "the key 'a' appears twice; the first is at line 1, column 2"
    ),
    Flaw("[\u{0}]", 1, 2, "the text has a NUL character"),
  ])
  func `a flaw is reported at its place`(flaw: Flaw) {
    flaw.expect { try JSONReader.read($0) }
  }

  @Test func `values keep their kind and the text of their number`() throws {
    let text =
      #"[null, true, false, 1.10, -0, 1E+2, NaN, Infinity, -Infinity, "a\u00e9\ud83d\ude00\/"]"#
    let node = try JSONReader.read(Array(text.utf8))
    #expect(
      node.list?.map(\.value) == [
        .null, .bool(true), .bool(false), .number("1.10"), .number("-0"), .number("1E+2"),
        .number("NaN"), .number("Infinity"), .number("-Infinity"), .string("aé😀/"),
      ]
    )
  }

  @Test func `nodes are equal when keys, values and places are`() throws {
    let read = { (text: String) in try JSONReader.read(Array(text.utf8)) }
    #expect(try read("{\"a\":[1]}") == read("{\"a\":[1]}"))
    #expect(try read("{\"a\":[1]}").hashValue == read("{\"a\":[1]}").hashValue)
    for other in ["{\"b\":[1]}", "{\"a\":[2]}", "{\"a\":[1,1]}", "{\"a\": [1]}", "{\"a\":\"1\"}"] {
      #expect(try read("{\"a\":[1]}") != read(other))
    }
  }

  @Test func `equivalent keys are the same in one map, and stay as written in several`() throws {
    // The sign of the unit kelvin is equivalent to the letter K.
    #expect(throws: Problem.self) {
      try JSONReader.read(Array("{\"K\":1,\"\u{212A}\":2}".utf8))
    }
    #expect(throws: Problem.self) {
      try JSONReader.read(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    }
    let text = "[{\"K\":1},{\"\u{212A}\":2},{\"K\":3,\"\u{212B}\":4},{\"\u{212A}\":5}]"
    let maps = try #require(try JSONReader.read(Array(text.utf8)).list)
    let keys = maps.flatMap { ($0.map ?? .empty).map { Array($0.key.unicodeScalars.map(\.value)) } }
    #expect(keys == [[0x4B], [0x212A], [0x4B], [0x212B], [0x212A]])
    let tree = try #require(maps.first).tree
    for (written, numbers) in [("K", [1, nil, 3, nil]), ("\u{212A}", [nil, 2, nil, 5])] {
      #expect(maps.map { $0[written]?.int } == numbers)
      let key = tree.key(written)
      #expect(maps.map { tree.int(key, in: $0.place) } == numbers)
    }
  }

  @Test(arguments: [2, 33, 300])
  func `long keys that begin and end alike stay apart`(count: Int) throws {
    let names = (0..<count).map { "begins alike, \(100 + $0), ends alike" }
    let members = names.enumerated().map { "\"\($1)\": \($0)" }.joined(separator: ", ")
    let text = Array("[{\(members)}, {\(members)}]".utf8)
    for document in [try JSONReader.read(text), try YAMLReader.read(text)] {
      for map in try #require(document.list) {
        #expect(map.map?.map(\.key) == names)
        #expect(names.map { map[$0]?.int } == names.indices.map { $0 })
      }
    }
  }

  @Test func `places count characters, not bytes, and any kind of line end`() throws {
    let text = "\u{FEFF}{\"ä😀\": 1,\r\n \"b\": [\"é\", 2],\r\"c\": {\n}\n}"
    let members = try #require(try JSONReader.read(Array(text.utf8)).map)
    #expect(members.map(\.key) == ["ä😀", "b", "c"])
    #expect(
      members.map(\.keyPosition).map { [$0.line, $0.column] } == [[1, 2], [2, 2], [3, 1]]
    )
    #expect(members[0].value.position == SourcePosition(line: 1, column: 8))
    let second = try #require(members[1].value.list)
    #expect(second.map(\.position.column) == [8, 13])
    #expect(members[2].value.endLine == 4)
  }

  /// Short texts are made once per document, and must not be taken for each other.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `every text is read as it is written`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("ab01é😀")
    let texts = (0..<3_000).map { _ in
      String(
        (0..<Int.random(in: 0...18, using: &generator)).map { _ in
          letters[Int.random(in: letters.indices, using: &generator)]
        }
      )
    }
    let json = "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    let list = try #require(try JSONReader.read(Array(json.utf8)).list)
    #expect(list.map(\.text) == texts)
  }
}
