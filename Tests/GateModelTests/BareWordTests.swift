// SPDX-License-Identifier: Apache-2.0

import Testing
import Texts

/// Bare words know the letters of most languages by heart: they are what the tables of Unicode give.
@Suite struct BareWordTests {
  @Test(arguments: [0xC0...0x17F, 0x430...0x45F, 0xAC00...0xD7A3 as ClosedRange<UInt32>])
  func `a letter is what its small form looks like without marks`(_ values: ClosedRange<UInt32>) {
    for scalar in values.compactMap(Unicode.Scalar.init) where scalar.properties.isAlphabetic {
      let text = String(scalar)
      // What stands for other characters is read as those.
      guard NormalText.compatible(text) == text else { continue }
      let words = BareWords.of(text)
      #expect(words.map(\.text) == [NormalText.appearance(of: text)], "\(text)")
      #expect(words.map(\.script) == [.letters], "\(text)")
      let isSmall = scalar.properties.lowercaseMapping.unicodeScalars.first == scalar
      #expect(words.map(\.isCapital) == [!isSmall], "\(text)")
    }
  }

  @Test func `signs of arithmetic among the letters separate words`() {
    #expect(BareWords.of("ab×cd÷ef").map(\.text) == ["ab", "cd", "ef"])
  }

  @Test func `letters of other scripts keep what stands before and behind them`() {
    #expect(BareWords.of("Größe ŁÓDŹ Привет Їжак 위험관리").map(\.text).count == 5)
    #expect(BareWords.of("Größe ŁÓDŹ").map(\.text) == ["grosse", "lodz"])
    #expect(BareWords.of("ŁÓDŹ").map(\.isCapital) == [true])
    #expect(BareWords.of("위험관리 계획").map(\.text) == ["위험관리", "계획"])
  }
}
