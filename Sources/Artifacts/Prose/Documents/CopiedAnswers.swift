// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Answers that are nothing but sentences of another section of the same document: such a text answers one
/// question, that of the place which says more, or else the first.
enum CopiedAnswers {
  /// Leaves the copies undecided.
  static func settle(_ statements: inout [Statement]) {
    let stated = statements.indices.filter { statements[$0].state == .substantive }
    guard stated.count > 1 else { return }
    var sentences: [Int: Set<String>] = [:]
    var places: [String: [Int]] = [:]
    for index in stated {
      let own = Self.sentences(of: statements[index].text)
      sentences[index] = own
      for sentence in own where places[sentence, default: []].count < mostPlaces {
        places[sentence, default: []].append(index)
      }
    }
    for index in stated {
      let own = sentences[index] ?? []
      guard let one = own.min(),
        saysEnough(
          own,
          at: places[one, default: []].count { areApart(statements[index], statements[$0]) }
        )
      else { continue }
      let isCopy = places[one, default: []].contains { other in
        let others = sentences[other] ?? []
        return statements[other].state == .substantive && own.isSubset(of: others)
          && areApart(statements[index], statements[other])
          && (own.count < others.count
            || statements[other].source.position < statements[index].source.position)
      }
      if isCopy { statements[index].state = .undecided }
    }
  }

  /// Leaves statements undecided that only say again what the document, its model and the question are
  /// called.
  static func settleEchoes(in artifact: inout Artifact) {
    let names = [artifact.title] + artifact.models.flatMap { [$0.name, $0.version] }
    let called = Set(names.compactMap(\.self).flatMap { BareWords.of($0).map(\.text) })
    guard !called.isEmpty else { return }
    for index in artifact.statements.indices
    where artifact.statements[index].state == .substantive {
      let statement = artifact.statements[index]
      guard Demand(statement.topic).refusesCreeds else { continue }
      let asked = Set((statement.question.map { BareWords.of($0) } ?? []).map(\.text))
      let said = BareWords.of(statement.text).filter { !WordSieve.joins($0.text) }
      let isEcho =
        !said.isEmpty
        && said.allSatisfy { called.contains($0.text) || asked.contains($0.text) }
      if isEcho { artifact.statements[index].state = .undecided }
    }
  }

  /// The words of a sentence; where no blanks stand between them, two characters are about one.
  private static func wordCount(_ sentence: String) -> Int {
    let unspaced = sentence.unicodeScalars.count {
      (0x0E00..<0x1000).contains($0.value) || $0.value >= 0x1780
    }
    return max(sentence.spacedWords.count, unspaced / 2)
  }

  /// Whether sentences are long enough for a copy; what answers question after question need not be.
  private static func saysEnough(_ sentences: Set<String>, at others: Int) -> Bool {
    let fewest = others < severalPlaces ? fewestWords : fewestWordsOfMany
    var count = 0
    return sentences.contains { sentence in
      count += wordCount(sentence)
      return count >= fewest
    }
  }

  /// Whether two statements answer different questions in different places: a section holds what its parts
  /// and labels say.
  private static func areApart(_ one: Statement, _ other: Statement) -> Bool {
    let (first, second) = (one.source, other.source)
    return one.topic != other.topic && first.path == second.path
      && (first.endLine < second.position.line || second.endLine < first.position.line)
  }

  /// The sentences of a text, each also without the label before it.
  private static func sentences(of text: String) -> Set<String> {
    var found: Set<String> = []
    for sentence in Lines(text).flatMap(StatementCount.sentences) {
      found.insert(FoldedText.words(sentence))
      if let colon = sentence.firstIndex(ofByte: UInt8(ascii: ":")) {
        found.insert(FoldedText.words(sentence[sentence.index(after: colon)...]))
      }
    }
    found.remove("")
    return found
  }

  /// The fewest words that nobody writes twice by chance.
  private static let fewestWords = 6
  /// The fewest words that nobody writes in several places by chance, and how many others those are.
  private static let fewestWordsOfMany = 4
  private static let severalPlaces = 2
  /// How many places of one sentence are compared.
  private static let mostPlaces = 16
}
