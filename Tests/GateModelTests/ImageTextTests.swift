// SPDX-License-Identifier: Apache-2.0

import Testing
import Texts

@Suite("Numbers and texts one behind the other")
struct ImageTextTests {
  @Test func `what was written is read again`() throws {
    var writer = ImageWriter()
    let numbers = [0, 7, -1, .max, .min]
    let texts = ["", "a", "two words: 3:x", "line\nbreak", "Prüfung 検査"]
    writer.add(numbers) { $0.add($1) }
    writer.add(texts) { $0.add($1) }
    writer.endLine()
    writer.add(nil as String?)
    writer.add("there" as String?)
    writer.add(5, end: ";")
    var reader = ImageReader(writer.bytes)
    let readNumbers = try reader.elements { image throws(ImageReader.Damage) in
      try image.number()
    }
    let readTexts = try reader.elements { image throws(ImageReader.Damage) in try image.text() }
    #expect(readNumbers == numbers)
    #expect(readTexts == texts)
    #expect(try reader.optionalText() == nil)
    #expect(try reader.optionalText() == "there")
    #expect(try reader.number() == 5 && reader.hasEnded(with: ";") && reader.isAtEnd)
  }

  @Test func `a part is read for itself, and passed over`() throws {
    var (part, writer) = (ImageWriter(), ImageWriter())
    part.add("inner")
    writer.add(bytes: part.bytes)
    writer.add("behind")
    var reader = ImageReader(writer.bytes)
    var inner = try reader.part()
    #expect(try inner.text() == "inner" && inner.isAtEnd)
    #expect(throws: ImageReader.Damage.self) { try inner.number() }
    #expect(try reader.text() == "behind")
  }

  @Test(arguments: ["", "5", "5:abc", "-3:abc ", "9223372036854775807:a ", "x:a "])
  func `texts that are cut off or have no length are damage`(text: String) {
    var reader = ImageReader(Array(text.utf8))
    #expect(throws: ImageReader.Damage.self) {
      _ = try reader.text()
      _ = try reader.number()
    }
  }
}
