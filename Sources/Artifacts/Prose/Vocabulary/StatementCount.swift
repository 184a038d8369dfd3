// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// How many things a text says: different sentences, elements of lists and rows that are evidence by
/// themselves.
package enum StatementCount {
  /// The number in a text whose lines are paragraphs, elements or rows.
  package static func of(_ text: String) -> Int {
    let said = Lines(text).flatMap { sentences(of: $0) }.filter(saysSomething)
    return Set(said.map { FoldedText.words($0) }).count
  }

  /// The sentences of a line.
  static func sentences(of line: some StringProtocol) -> [Substring] {
    var sentences: [Substring] = []
    var rest = Substring(line)
    while let end = Sentence.end(in: rest) {
      sentences.append(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    sentences.append(rest)
    // Scripts without spaces end sentences with a sign of their own.
    guard line.has(0xE3) else { return sentences.filter { !$0.isEmpty } }
    return sentences.flatMap { $0.split(separator: "。") }
  }

  private static func saysSomething(_ sentence: Substring) -> Bool {
    StatementState.state(of: String(sentence)) == .substantive
  }
}
