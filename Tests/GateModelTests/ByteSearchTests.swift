// SPDX-License-Identifier: Apache-2.0

import GateModel
import Testing
import Texts

@Suite("Searching bytes")
struct ByteSearchTests {
  @Test(arguments: 0..<40)
  func `a byte is found where it stands first, however far from the start`(length: Int) {
    for place in 0...length {
      var bytes = [UInt8](repeating: 0x61, count: length)
      bytes += [0x62, 0x60, 0x62, 0xE2, 0x61, 0x62, 0x61, 0x61, 0x61]
      bytes.withUnsafeBufferPointer { buffer in
        #expect(buffer.offset(of: 0x62, from: place) == length)
        #expect(buffer.offset(of: 0x63, from: place) == nil)
        #expect(buffer.offset(of: 0x62, from: length + 1) == length + 2)
      }
    }
  }

  @Test(arguments: 0...UInt8.max)
  func `every byte is told from its neighbours`(byte: UInt8) {
    for place in 0..<17 {
      var bytes = [UInt8](repeating: byte ^ 1, count: 17)
      bytes[place] = byte
      #expect(bytes.withUnsafeBufferPointer { $0.offset(of: byte) } == place)
    }
  }

  @Test(arguments: 0...UInt8.max)
  func `what is no plain character of ASCII is found`(byte: UInt8) {
    let isSpecial = byte < 0x20 || byte >= 0x80
    for place in 0..<17 {
      var bytes = Array("plain text: ~ {}!".utf8)
      bytes[place] = byte
      let found = bytes.withUnsafeBufferPointer { $0.offsetOfSpecial() }
      #expect(found == (isSpecial ? place : nil))
      let later = bytes.withUnsafeBufferPointer { $0.offsetOfSpecial(from: place + 1) }
      #expect(later == nil)
    }
  }

  @Test(arguments: [
    ("<!--", "a <- b <!- <!-- c <!--", 11), ("<!--", "<!-", nil), ("", "text", 0),
    ("aab", "aaaaaaaaaab", 8), ("text", "text", 0), ("text", "tex", nil), ("x", "", nil),
  ])
  func `a run of bytes is found where it starts first`(run: String, text: String, offset: Int?) {
    let found = Array(text.utf8).withUnsafeBufferPointer { bytes in
      Array(run.utf8).withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
    #expect(found == offset)
  }

  @Test(arguments: [
    "", " -_/", "a", "é", "№ 7", "漢", "\u{600}a", "\r\na", "…", "²", "- x", "1/2", "½", "e\u{301}",
    "\u{301}",
  ])
  func `letters and numbers are those of Unicode`(text: String) {
    #expect(text.hasLetter == text.contains(where: \.isLetter))
    #expect(text.hasLetterOrNumber == text.contains { $0.isLetter || $0.isNumber })
  }
}
