// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The questions that a datasheet answers, wherever they stand.
///
/// They are those of Gebru et al. 2021. The wording drifts between versions of the paper, so a question is known by its key words.
struct DatasheetAnswers {
  private struct Answer {
    let question: String
    let text: String
    let source: SourceReference
    /// The question in lower-case words.
    private let words: String

    init(question: String, text: String, source: SourceReference) {
      (self.question, self.text, self.source) = (question, text, source)
      words = FoldedText.words(question)
    }

    /// Whether the question contains every one of some phrases.
    func asks(_ phrases: String...) -> Bool { asks(phrases) }

    func asks(_ phrases: [String]) -> Bool {
      phrases.allSatisfy { words.contains($0) }
    }
  }

  private let answers: [Answer]

  init(_ reading: MarkdownReading) {
    answers = reading.document.sections.flatMap { section in
      Self.headed(section, reading) + Self.inline(section, reading)
    }
  }

  /// A question as a heading, with its answer below.
  private static func headed(_ section: MarkdownSection, _ reading: MarkdownReading) -> [Answer] {
    guard section.level > 0, section.title.contains("?") else { return [] }
    let text = SectionText(section.evidence).evidence
    return [Answer(question: section.title, text: text, source: reading.source(of: section))]
  }

  /// Questions in paragraphs and lists, with the answer behind them.
  private static func inline(_ section: MarkdownSection, _ reading: MarkdownReading) -> [Answer] {
    section.evidence.flatMap(TextPiece.pieces).compactMap { piece in
      Question(piece).map { question in
        Answer(
          question: question.question,
          text: question.answer,
          source: reading.file.reference(
            at: piece.position,
            endLine: piece.endLine,
            headingPath: section.headingPath
          )
        )
      }
    }
  }

  /// Adds what the sections alone do not tell apart.
  func addStatements(to artifact: inout Artifact) {
    for answer in answers {
      for topic in Self.topics.first(where: { answer.asks($0.phrases) })?.topics ?? [] {
        artifact.addStatement(topic, answer.text, question: answer.question, at: answer.source)
      }
    }
  }

  /// Whether the dataset holds personal data, by the first word of the answer.
  var personalData: Ternary {
    for words in ["relate to people", "possible to identify individuals"] {
      guard let answer = answers.first(where: { $0.asks(words) }) else { continue }
      switch FoldedText.words(answer.text).spacedWords.first {
      case "yes": return .yes
      case "no": return .no
      default: continue
      }
    }
    return .unknown
  }

  /// The licenses that the questions on distribution name.
  var licenses: [String] {
    answers.filter { $0.asks("license") }.compactMap { answer in
      LicenseText.name(in: LicenseText.withoutAssent(answer.text))
    }
  }

  /// Who made the dataset and who answers for it.
  var parties: [Party] {
    let roles: [(words: String, role: Party.Role)] = [
      ("be contacted", .contact), ("who created", .author), ("who is supporting", .steward),
      ("who maintains", .steward), ("who will be supporting", .steward),
    ]
    return answers.compactMap { answer in
      guard let role = roles.first(where: { answer.asks($0.words) })?.role,
        StatementState.state(of: answer.text) == .substantive
      else { return nil }
      return PartyReading.party(role, answer.text, at: answer.source)
    }
  }

  private static let topics: [(phrases: [String], topics: [Topic])] = [
    (["subpopulations"], [.dataSubpopulations]),
    (["relate to people"], [.personalData]),
    (["identify individuals"], [.personalData]),
    (["considered sensitive"], [.personalData]),
    (["considered confidential"], [.personalData]),
    (["individuals", "consent"], [.dataConsent]),
    (["individuals", "notified"], [.dataConsent]),
    (["should not be used"], [.outOfScopeUse]),
    (["retention"], [.dataRetention]),
    (["sources of noise"], [.limitations]),
    (["ethical review"], [.ethics]),
    (["data protection impact"], [.ethics]),
  ]
}
