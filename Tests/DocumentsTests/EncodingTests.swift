// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Testing

/// The readers that a text can be given to.
enum Reader: CaseIterable {
  case json
  case yaml
  case markdown
  case csv

  /// Reads and forgets the document.
  func read(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws(Problem) {
    switch self {
    case .json: _ = try JSONReader.read(bytes, limits: limits)
    case .yaml: _ = try YAMLReader.read(bytes, limits: limits)
    case .markdown: _ = try MarkdownReader.read(bytes, limits: limits)
    case .csv: _ = try CSVReader.read(bytes, limits: limits)
    }
  }

  /// A small text with one character beyond ASCII.
  var sample: String {
    switch self {
    case .json: "[\"é\"]"
    case .yaml: "a: é"
    case .markdown: "# é"
    case .csv: "é"
    }
  }
}

@Suite struct EncodingTests {
  @Test(arguments: Reader.allCases)
  func `UTF-8 is read with and without a byte order mark`(reader: Reader) throws {
    try reader.read(Array(reader.sample.utf8))
    try reader.read([0xEF, 0xBB, 0xBF] + Array(reader.sample.utf8))
  }

  @Test(arguments: Reader.allCases)
  func `other Unicode encodings are refused by name`(reader: Reader) {
    let wide: [(mark: [UInt8], name: String)] = [
      ([0xFF, 0xFE], "UTF-16"), ([0xFE, 0xFF], "UTF-16"),
      ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
    ]
    for (mark, name) in wide {
      let error = #expect(throws: Problem.self) {
        try reader.read(mark + Array(reader.sample.utf8))
      }
      #expect(error?.message == "the text is encoded in \(name), not in UTF-8")
      #expect(error?.help == "save the file as UTF-8")
    }
  }

  @Test(arguments: Reader.allCases)
  func `a Latin-1 text is refused at its first foreign byte`(reader: Reader) {
    let error = #expect(throws: Problem.self) {
      try reader.read(Array("é\r\nö".utf8) + [0xE9, 0x20])
    }
    #expect(error?.message == "the byte 0xE9 is not valid UTF-8 here")
    #expect(error?.position == SourcePosition(line: 2, column: 2))
    #expect(error?.help == "the file may be Latin-1 or Windows-1252; save it as UTF-8")
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x9F, 0x80],
      [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0x00],
    ] as [[UInt8]]
  )
  func `ill-formed sequences are found wherever they stand`(sequence: [UInt8]) {
    for length in 0..<17 {
      let error = #expect(throws: Problem.self) {
        try MarkdownReader.read([UInt8](repeating: 0x61, count: length) + sequence)
      }
      #expect(error?.position == SourcePosition(line: 1, column: length + 1))
    }
  }

  @Test func `the first and last character of every length is well formed`() throws {
    let text = "\u{1}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    for length in 0..<9 {
      let padded = String(repeating: "a", count: length) + text
      #expect(try CSVReader.read(Array(padded.utf8)).header.map(\.text) == [padded])
    }
  }

  @Test(arguments: Reader.allCases)
  func `a text above the size limit is refused unread`(reader: Reader) {
    let error = #expect(throws: Problem.self) {
      try reader.read([0xFF, 0xFF, 0xFF], limits: DocumentLimits(maximumBytes: 2))
    }
    #expect(error?.message == "the text has 3 bytes, more than the limit of 2")
  }
}
