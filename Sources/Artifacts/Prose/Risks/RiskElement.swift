// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import GateModel
internal import Texts

/// A risk as an element of a list, with what is indented below it.
///
///     1. **Risk:** Staff read claims that are not theirs.
///        - Likelihood: 4/5
///        - Mitigation: access is granted per case
struct RiskElement {
  private let pieces: [TextPiece]
  private let line: RatedLine

  init(_ pieces: [TextPiece]) {
    self.pieces = pieces
    line = RatedLine(pieces[0].text)
  }

  /// The number in `R7: Late deletion`.
  var number: Int? { RiskHeading(pieces[0].text)?.number }

  /// The risk; nil for filler, and for an element that orders the text or rates no risk of its own.
  func risk(at source: SourceReference) -> Risk? {
    guard StatementState.state(of: pieces[0].text) == .substantive else { return nil }
    let (name, description) = named
    guard !name.isEmpty, RiskField.path(named: FoldedText.words(name)) == nil,
      !RiskHeading.orders(name)
    else { return nil }
    var risk = Risk(name: name, source: source)
    risk.description = description
    line.add(to: &risk)
    for piece in pieces.dropFirst() { Self.read(piece, into: &risk) }
    return risk
  }

  /// `**Leak**: of claims` has a name and a description; behind `Risk:` stands the name.
  private var named: (name: String, description: String?) {
    guard line.fields.isEmpty, let field = pieces[0].field else { return (line.name, nil) }
    let label = FoldedText.words(field.label)
    guard !RiskField.names.contains(label), !field.text.isEmpty else {
      return (RiskField.names.contains(label) ? field.text : field.label, nil)
    }
    return (field.label, field.text)
  }

  private static func read(_ piece: TextPiece, into risk: inout Risk) {
    guard let field = piece.field,
      let path = RiskColumn.path(of: FoldedText.words(Heading.withoutBrackets(field.label)))
    else { return RatedLine(piece.text).add(to: &risk) }
    guard StatementState.state(of: field.text) == .substantive else { return }
    // Impact told in words describes the harm, and rates nothing.
    let isTold =
      path == \Risk.severity
      && AssessmentRoots.impact.occurs(in: FoldedText.words(field.label).spacedWords)
      && !isRating(field.text)
    let place = isTold ? \Risk.description : path
    risk[keyPath: place] = risk[keyPath: place] ?? field.text
  }

  private static func isRating(_ text: String) -> Bool {
    text.has(where: ASCII.isDigit)
      || text.spacedWords.count <= longestRating && Rating(text) != .undecided
  }

  /// The most words of a rating.
  private static let longestRating = 3
}
