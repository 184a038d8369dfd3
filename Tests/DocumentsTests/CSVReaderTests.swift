// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

@Suite struct CSVReaderTests {
  @Test func `cells keep their text and place`() throws {
    let text = "\u{FEFF}é,\"b \"\"q\"\"\",c\r\n1,\"x,\ny\",\n\n  \nä 😀, 2 ,3"
    let table = try CSVReader.read(Array(text.utf8))
    #expect(table.header.map(\.text) == ["é", "b \"q\"", "c"])
    #expect(table.rows.map { $0.map(\.text) } == [["1", "x,\ny", ""], ["ä 😀", " 2 ", "3"]])
    #expect(table.header.map(\.position.column) == [1, 3, 13])
    #expect(table.rows[0][2].position == SourcePosition(line: 3, column: 4))
    #expect(table.rows[1].map(\.position.column) == [1, 5, 9])
    #expect(table.rows[1][0].position.line == 6)
    #expect(table.column(named: "c") == 2)
    #expect(table.column(named: "d") == nil)
  }

  @Test(arguments: [
    ("a;b\n1,5;2\n", ["1,5", "2"]), ("a\tb\n1\t2", ["1", "2"]), ("\"a;x\",b\n1,2", ["1", "2"]),
    (",b\n,", ["", ""]),
  ])
  func `the separator is the most frequent one of the header`(text: String, row: [String]) throws {
    #expect(try CSVReader.read(Array(text.utf8)).rows[0].map(\.text) == row)
  }

  @Test(arguments: [
    Flaw("", 1, 1, "the table is empty"),
    Flaw("\n \n", 1, 1, "the table is empty"),
    Flaw("a,b\né,2,3\n", 2, 5, "the record has 3 cells, but the header has 2"),
    Flaw("a,b\n1,2\n\n3\n", 4, 1, "the record has 1 cells, but the header has 2"),
    Flaw("a,b\n1,\"x\n", 2, 3, "the quoted cell is never closed"),
    Flaw("a,b\n1,\"é\"y\n", 2, 6, "a quoted cell goes on after its closing quote"),
    Flaw(
      "é,b,é\n",
      1,
      5,
      "the column 'é' appears twice; the first is at line 1, column 1"
    ),
    Flaw("a\n\u{0}", 2, 1, "the text has a NUL character"),
  ])
  func `a flaw is reported at its place`(flaw: Flaw) {
    flaw.expect { try CSVReader.read($0) }
  }
}
