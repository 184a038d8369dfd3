// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

@Suite("XML in pieces") struct XMLPieceTests {
  @Test func `what is handed on in pieces is what is written as a whole`() {
    func write(to writer: XMLWriter) -> [UInt8] {
      var xml = writer
      xml.element("all") { xml in
        for number in 0..<400 {
          xml.element("part", [("number", "\(number)")]) { xml in
            xml.element("text", text: String(repeating: "&x", count: 2_000))
          }
        }
      }
      return xml.bytes
    }
    var pieces: [[UInt8]] = []
    let rest = write(to: XMLWriter { pieces.append($0) })
    pieces.append(rest)
    #expect(pieces.count > 2)
    #expect(Array(pieces.joined()) == write(to: XMLWriter()))
  }
}
