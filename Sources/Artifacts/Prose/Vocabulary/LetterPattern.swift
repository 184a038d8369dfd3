// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells letters without a language: what fingers make on a keyboard, random letters, encoded bytes, and text
/// turned round.
///
/// Languages in Latin letters share most of the pairs of letters that their words are made of, and hardly any
/// of those that rows of keys and chance make.
struct LetterPattern {
  private var pairs = 0
  /// What the pairs cost, as read and from behind.
  private var forward = 0
  private var backward = 0
  private var words = 0
  private var mixed = 0
  private var letters = 0
  /// The letters that occurred, a bit for each.
  private var kinds: UInt32 = 0
  /// Whether words of other scripts stand beside those of Latin letters.
  private var mixesScripts = false

  /// Whether a line of text is nothing but such letters.
  static func fills(_ line: some StringProtocol) -> Bool {
    of(line).isGibberish
  }

  /// Whether a line of a document, of which nobody knows what it is asked for, is nothing but such letters.
  static func fillsAnyLine(_ line: some StringProtocol) -> Bool {
    guard line.utf8.count >= fewestPairsOfLine else { return false }
    let pattern = of(line)
    return pattern.pairs >= fewestPairsOfLine && pattern.words >= fewestWordsOfLine
      && pattern.isNoise
  }

  private static func of(_ line: some StringProtocol) -> LetterPattern {
    var pattern = LetterPattern()
    line.withBytes { pattern.take(BareWords($0)) }
    return pattern
  }

  mutating func take(_ taken: BareWords) {
    // Small words of Greek and Cyrillic consist of letters that look Latin: `για`, `тоже`.
    var (lettered, foreign) = (0, 0)
    taken.eachWord { word, part in
      guard part.script == .letters else { return }
      lettered += 1
      if word.contains(where: { $0 >= 0x80 }) { foreign += 1 }
    }
    let isForeign = foreign > 0 && 4 * foreign >= lettered
    mixesScripts = mixesScripts || isForeign
    taken.eachWord { word, part in
      guard part.script == .letters, !isForeign || word.count > 3,
        word.allSatisfy({ $0 < 0x80 })
      else { return }
      words += 1
      // Short words in capitals are abbreviations.
      if part.isCapital, word.count < Self.longestAbbreviation { return }
      take(word)
    }
  }

  /// Takes a word of letters and digits of ASCII.
  private mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
    if Self.isMixed(word) { mixed += 1 }
    var start = 0
    while start < word.count {
      let end = word[start...].firstIndex(where: ASCII.isDigit) ?? word.count
      if end > start { take(run: UnsafeBufferPointer(rebasing: word[start..<end])) }
      start = end + 1
    }
  }

  /// Takes letters with no digit between them; each pair is one as read and another from behind.
  private mutating func take(run: UnsafeBufferPointer<UInt8>) {
    letters += run.count
    let isWord = run.count >= Self.shortestWord
    if isWord { pairs += run.count + 1 }
    Self.costs.withUnsafeBufferPointer { costs in
      let cost = { (row: Int, column: Int) in
        Int(costs[row * Self.width + column] - UInt8(ascii: "0"))
      }
      let end = Self.width - 1
      var last: Int?
      for byte in run {
        let letter = Int(byte - UInt8(ascii: "a"))
        kinds |= 1 << UInt32(letter)
        guard isWord else { continue }
        forward += cost(last.map { $0 + 1 } ?? 0, letter)
        backward += cost(letter + 1, last ?? end)
        last = letter
      }
      guard let last else { return }
      forward += cost(last + 1, end)
      backward += cost(0, last)
    }
  }

  /// Whether what was taken can be no text.
  var isGibberish: Bool {
    if mixesScripts { return isNoise }
    if mixed >= 3, 3 * mixed >= words { return true }
    // `The quick brown fox …` has all letters of the alphabet, which takes honest texts some hundred.
    if kinds.nonzeroBitCount == 26, letters <= Self.longestPangram { return true }
    return isNoise
  }

  /// Whether the letters follow one another as in no language.
  var isNoise: Bool {
    guard pairs >= Self.fewestPairs else { return false }
    return forward >= Self.highestCost * pairs
      || !mixesScripts && Double(forward - backward) >= Self.highestDifference * Double(pairs)
  }

  /// `f1ll3d`, `7h15`: digits for letters within a word.
  private static func isMixed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return false }
    return (1..<(bytes.count - 1)).contains { index in
      let isDigit = ASCII.isDigit(bytes[index])
      return isDigit != ASCII.isDigit(bytes[index - 1])
        && isDigit != ASCII.isDigit(bytes[index + 1])
    }
  }

  private static let longestAbbreviation = 6
  private static let shortestWord = 3
  private static let longestPangram = 60
  /// The fewest pairs that tell something.
  private static let fewestPairs = 20
  /// The same where names, code and tables may stand as well.
  private static let fewestPairsOfLine = 30
  private static let fewestWordsOfLine = 4
  /// The cost that no honest text has.
  ///
  /// Of 1,006 in the Latin languages of the tables and 40 in 25 other ones none reaches 4.7; by a table without
  /// the text itself two in Polish reach 5.0 and 5.2. Of 1,000 texts of random keys nine in ten exceed it.
  private static let highestCost = 5
  /// Honest texts reach 0.1, and three in four of those turned round exceed it.
  private static let highestDifference = 0.35
  private static let width = 27

  /// How rare a letter is behind another, in bits of its share: rows for the start of a word and `a` to `z`,
  /// columns for `a` to `z` and the end.
  private static let costs = Array(
    """
    454455655755455474345559879754477575753537693436679773379929883693773894694999695\
    396939923855982995745999665399629793896874895585999672575466676974539683356677973\
    399934892985993994734989795389729654876845895555989692379829993885773994745779693\
    564545589764534795438598974299627994969974999593679965399827974986963994354799693\
    389527892974984999554899693259829973996573498585999894495346474868954989436899692\
    665577786864426593344559873399837775993993492554999795777777777777777777770577775\
    367529783867664896445789663494938964956774699435889772388929953997974894455879672\
    555547694674536593338787865299919893896974996696999998377727943979943995697999493\
    484838685688664388838888882564646796966466596449969761255539663766654699754959465
    """.utf8
  )
}
