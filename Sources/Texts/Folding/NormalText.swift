// SPDX-License-Identifier: Apache-2.0

/// Text in the one form in which it is judged and compared, so that what looks the same is the same.
@usableFromInline
package enum NormalText {
  /// The text with compatibility characters replaced by what they stand for (NFKC, but for the order
  /// of marks, which Swift ignores when it compares) and without characters that show nothing, such
  /// as zero-width spaces and soft hyphens; all white space but line breaks becomes a space.
  @inlinable
  package static func compatible(_ text: some StringProtocol) -> String {
    text.isASCII ? String(text) : replaced(text)
  }

  @usableFromInline
  static func replaced(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard !scalar.isASCII else {
        result.append(scalar)
        continue
      }
      if scalar.showsNothing { continue }
      if let meant = FoldingTables.meant(by: scalar) {
        result.append(contentsOf: meant.unicodeScalars)
      } else if scalar.properties.isWhitespace, !scalar.breaksLine {
        result.append(" ")
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What is left of a name for somebody who looks at it: without capitals, marks, foreign look-alikes and
  /// spaces, with its signs.
  package static func appearance(of name: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in compatible(name).lowercased().unicodeScalars
    where !scalar.properties.isWhitespace {
      result.append(contentsOf: (bare(scalar) ?? String(scalar)).unicodeScalars)
    }
    return String(result)
  }

  /// What a compatibility character stands for; nil for all others.
  static func meant(by scalar: Unicode.Scalar) -> String? { FoldingTables.meant(by: scalar) }

  /// The small letter or letters of ASCII that a letter is, or looks like, without its marks.
  static func bare(_ scalar: Unicode.Scalar) -> String? { FoldingTables.bare[scalar] }

  /// What is left of a letter of any script without its marks, given its small form.
  ///
  /// A capital may look like another letter than the small one: `В` and `в`.
  static func bareLetters(of scalar: Unicode.Scalar, small: String) -> String {
    bare(scalar) ?? small.unicodeScalars.first.flatMap(bare) ?? small
  }
}

extension Unicode.Scalar {
  /// Whether nothing is seen of a character: the default ignorable ones of Unicode, and controls
  /// that set the direction.
  var showsNothing: Bool {
    // Letters of most languages and Chinese characters are none of them (Unicode 16,
    // DerivedCoreProperties.txt).
    switch value {
    case ..<0xAD, 0xAE..<0x34F, 0x350..<0x61C, 0x3165..<0xFE00: return false
    default: break
    }
    return properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
  }

  fileprivate var breaksLine: Bool { value == 0x85 || value | 1 == 0x2029 }
}

/// The tables in the form in which they are asked, made when the first unusual character is met.
private enum FoldingTables {
  static func meant(by scalar: Unicode.Scalar) -> String? {
    guard mayStandForOther(scalar.value) else { return nil }
    if let meant = others.meaning(of: scalar.value) { return meant }
    guard
      let run = CompatibilityForms.runs.last(where: { $0.first <= scalar.value }),
      scalar.value - run.first < run.count
    else { return nil }
    return Unicode.Scalar(run.meant + scalar.value - run.first).map { String($0) }
  }

  /// Whether a character is in a block that has compatibility characters; letters of most texts and
  /// usual punctuation are not.
  private static func mayStandForOther(_ value: UInt32) -> Bool {
    switch value {
    case 0xAA...0xBE: true
    case 0xBF...0x131, 0x400...0x586, 0x2012...0x201E, 0x3040...0x309E, 0x30A0...0x30FE: false
    case 0x134...0x13E, 0x141...0x148, 0x14A...0x17E, 0x370...0x3CF, 0x1E9B...0x1EFF: false
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: false
    default: value >= 0x132
    }
  }

  private static let others = CompatibilityTable(CompatibilityForms.others)

  static let bare: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (bare, letters) in LookAlikes.marked + LookAlikes.others {
      for letter in letters.unicodeScalars { table[letter] = bare }
    }
    return table
  }()
}

/// What single compatibility characters stand for, found by their numbers.
///
/// The table is made in each run that meets an unusual character: a `Dictionary` of strings would take
/// longer than most texts.
private struct CompatibilityTable: Sendable {
  private let text: [UInt8]
  /// The characters, each in the first free place from that of its number on; 0 for none.
  private var forms: [UInt32]
  /// Where in the text the meaning of each begins, and how many bytes it has.
  private var meanings: [(start: UInt16, count: UInt16)]

  /// Twice as many places as characters, so that a search soon meets a free one.
  private static let places = 4096

  /// Reads `meaning=forms|…`.
  init(_ groups: String) {
    text = Array(groups.utf8)
    forms = Array(repeating: 0, count: Self.places)
    meanings = Array(repeating: (0, 0), count: Self.places)
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count, let sign = text.offset(of: UInt8(ascii: "="), from: start) {
        let meaning = (start: UInt16(start), count: UInt16(sign - start))
        start = sign + 1
        while start < text.count, text[start] != UInt8(ascii: "|") {
          let (form, count) = text.character(at: start)
          let place = place(of: form.value)
          (forms[place], meanings[place]) = (form.value, meaning)
          start += count
        }
        start += 1
      }
    }
  }

  func meaning(of form: UInt32) -> String? {
    let place = place(of: form)
    guard forms[place] == form else { return nil }
    let (start, count) = meanings[place]
    return String(decoding: text[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  /// Where a character stands, or would.
  private func place(of form: UInt32) -> Int {
    var place = Int(form) % Self.places
    while forms[place] != 0, forms[place] != form { place = (place + 1) % Self.places }
    return place
  }
}
