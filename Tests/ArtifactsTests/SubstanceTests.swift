// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Foundation
import GateModel
import Testing

@Suite("What a text is evidence of")
struct SubstanceTests {
  static let languages = ["en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "ja", "zh"]

  /// The texts of a language: `f` marks filler, `s` filler that names somebody, which is none where
  /// names are asked for, or praises and promises, `h` an honest answer, `e` one where names are asked for.
  private func texts(
    _ language: String,
    marked mark: String,
    in folder: String = "Statements"
  ) throws -> [String] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "\(folder)/\(language).tsv")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").compactMap { line in
      let columns = line.split(separator: "\t", maxSplits: 1)
      return columns[0] == mark ? String(columns[1]) : nil
    }
  }

  @Test(arguments: languages)
  func `no filler counts as evidence, whatever is asked`(language: String) throws {
    let texts = try texts(language, marked: "f")
    #expect(texts.count >= 30)
    for demand in [Demand.statement, .enumeration, .reason, .description] {
      let taken = texts.filter { StatementState.state(of: $0, for: demand) == .substantive }
      #expect(taken == [], "\(demand)")
    }
    let named = try self.texts(language, marked: "s").filter {
      StatementState.state(of: $0, for: .statement) == .substantive
    }
    #expect(named == [])
  }

  @Test func `hardly any honest answer is refused`() throws {
    let honest = try Self.languages.flatMap { try texts($0, marked: "h") }
    let refused = honest.filter { StatementState.state(of: $0, for: .statement) != .substantive }
    #expect(honest.count >= 500)
    #expect(refused.count * 100 <= honest.count, "\(refused)")
  }

  @Test(arguments: languages)
  func `names of persons and methods are answers where they are asked for`(language: String) throws
  {
    let refused = try texts(language, marked: "e").filter {
      StatementState.state(of: $0, for: .enumeration) != .substantive
    }
    #expect(refused == [])
  }

  /// The word lists were not changed for these texts.
  @Test(arguments: languages)
  func `texts that nobody tuned on are told apart as well`(language: String) throws {
    let untuned = "Statements/Untuned"
    let taken = try texts(language, marked: "f", in: untuned).filter {
      StatementState.state(of: $0, for: .statement) == .substantive
    }
    let refused = try texts(language, marked: "h", in: untuned).filter {
      StatementState.state(of: $0, for: .statement) != .substantive
    }
    #expect(taken == [])
    #expect(refused == [])
  }

  @Test(arguments: [
    ("Pilot in a sandbox without customers", Statement.State.substantive),
    ("vendor fixes it in March", .substantive), ("legacy", .placeholder),
    ("because", .placeholder), ("accepted by the team", .placeholder), ("-", .empty),
    (".", .empty), ("\u{200B}\u{200B}", .empty), ("n/a", .placeholder), ("TODO", .placeholder),
    ("https://example.org/why", .placeholder), ("customers", .undecided),
    ("test test test", .placeholder), ("same same but same", .placeholder),
  ])
  func `a reason needs two words that say something`(text: String, state: Statement.State) {
    #expect(StatementState.state(of: text, for: .reason) == state)
  }

  @Test(arguments: [
    ("2027-09-12", Topic.dpiaReview, Statement.State.substantive),
    ("annually", .dpiaReview, .substantive), ("See section 12.", .dpiaReview, .placeholder),
    ("soon", .dpiaReview, .placeholder), ("00.00.0000", .dpiaReview, .placeholder),
    ("1.", .dpiaReview, .placeholder), ("10/2026 - 10/2028", .friaPeriod, .substantive),
    ("0.871", .metricsRationale, .substantive), ("TBD", .metricsRationale, .placeholder),
    ("https://bank.example/summary", .summaryURL, .substantive),
    ("[summary](https://bank.example/summary)", .summaryURL, .substantive),
    ("https://", .summaryURL, .placeholder), ("our website", .summaryURL, .placeholder),
    ("see docs/summary.md", .summaryURL, .placeholder),
    ("https://bank.example/dpia", .dpiaDescription, .placeholder),
    ("KPMG", .auditAuditor, .substantive), ("2027-09-12", .limitations, .placeholder),
  ])
  func `a figure answers when and how much, and an address where`(
    text: String,
    topic: Topic,
    state: Statement.State
  ) {
    #expect(StatementState.state(of: text, for: Demand(topic)) == state)
  }

  @Test(arguments: [
    "Qwertz asdfgh yxcvbn poiuz lkjhg mnbvc qayws", "xkqj vbnm ptrw zqlk mfgh dkwp rtzx bnvq",
    ".ydaer si ti nehw retal nettirw eb lliw noitces sihT",
    "7h15 w1ll b3 f1ll3d 1n l473r by 7h3 734m",
    "VGhlIG1vZGVsIGhhcyBzZXZlcmFsIGxpbWl0YXRpb25z IG9uIGZvcm1zIG9ubHk=",
    "a3f59c2e77b1 0d4e8f6a92c3 5b7d1e0f8a6c", "The quick brown fox jumps over the lazy dog today.",
  ])
  func `letters that no language puts together say nothing`(text: String) {
    #expect(StatementState.state(of: text, for: .statement) != .substantive)
    #expect(StatementState.state(of: text, for: .acceptance) != .substantive)
  }

  @Test(arguments: [
    "Čtvrtletní zpráva srovnává míry schválení; zmrzlý sníh snižuje citlivost kamer.",
    "Angstschreeuwen en slechtschrijvende pennen verlagen de betrouwbaarheid.",
    "Havonta összehasonlítjuk a nemek és korcsoportok jóváhagyási arányát.",
    "Mô hình ước tính khả năng khoản vay tiêu dùng được hoàn trả từng hồ sơ.",
    "Il-mudell jistma l-probabbiltà li s-self jitħallas lura.",
    "XGBoost with SHAP values and CatBoost ranks degrade on k8s logs from ARMv8 devices.",
    "Снег снижает чувствительность камер, доходы самозанятых читаются как нестабильность.",
    "Το χιόνι μειώνει την ευαισθησία των καμερών τον χειμώνα.",
    "Zăpada reduce sensibilitatea camerelor iarna.",
  ])
  func `words of languages without tables are words`(text: String) {
    #expect(StatementState.state(of: text, for: .statement) == .substantive)
  }

  @Test(arguments: [
    "Urmează să fie completat ulterior de echipă.", "Θα συμπληρωθεί αργότερα από την ομάδα.",
    "Täydennetään myöhemmin tiimin toimesta.", "Будет заполнено позднее командой.",
    "Нет известных ограничений.", "Δεν υπάρχουν γνωστοί περιορισμοί.",
  ])
  func `filler is told in Romanian, Greek, Finnish and Russian`(text: String) {
    #expect(StatementState.state(of: text, for: Demand(.limitations)) == .placeholder)
  }

  @Test func `what could be a word of a language without a table is neither taken nor refused`() {
    #expect(StatementState.state(of: "도로", for: .statement) == .undecided)
    #expect(StatementState.state(of: "Blub", for: .statement) == .undecided)
  }

  @Test(arguments: [
    "해당 없음", "해당사항 없음.", "Не применимо", "нет данных", "ikke relevant", "Ei mitään", "ei sovellu",
    "Není relevantní", "Nem alkalmazható", "nu se aplică", "nav piemērojams", "Δεν ισχύει",
    "geçerli değil", "không áp dụng", "tidak ada", "لا ينطبق", "לא רלוונטי", "लागू नहीं", "ไม่มี",
  ])
  func `not applicable says nothing in languages without a table either`(text: String) {
    #expect(StatementState.state(of: text, for: Demand(.limitations)) == .placeholder)
    #expect(StatementState.state(of: text, for: .statement) == .placeholder)
  }

  @Test(arguments: [
    "", "-", "pending", "nobody", "[name]", "not approved", "TBD", "n/a", "N. N.", "yes",
    "approved", "approval pending", "none", "someone", "Name", "John Doe tbd", "????", "xxx",
    "<name>", "your name", "_____", "to be appointed", "à désigner", "wird noch benannt",
    "name@example.com", "未定", "負責人 未定", "姓名", "12345", "\u{200B}", "unknown", "the team",
    "noreply@bank.example", "niemand", "Max Mustermann (ausstehend)", "Ada Example, pending",
    "A reviewer", "A person", "S. Anhang", "A. Name", "no risk", "risk", "N.N.",
    "xx", "AAAA", "John Doe", "Jane Doe", "Max Mustermann", "Mr. X", "ChatGPT", "Claude", "GPT-4",
    "Copilot", "LLM", "the model", "github-actions[bot]", "auto-approved by bot", "CRO",
    "signed electronically", "R. Lindqvist?", "modelgate", "i.A. Schmidt", "i. V. R. Lindqvist",
    "ppa. Schmidt", "p.o. R. Lindqvist", "in Vertretung R. Lindqvist", "Approval Pending",
    "Decision Pending", "Super Admin", "anna pending",
  ])
  func `some texts name nobody`(text: String) {
    #expect(PersonName(text) == nil)
  }

  @Test(arguments: [
    "Ada Example", "Lindqvist, R.", "Dr. Ada Example, CRO", "r.lindqvist@bank.example",
    "Head of Model Risk", "Łukasz Żak", "张伟", "山田太郎", "Иван Петров", "O'Neill", "Risk Team",
    "Rune Lindqvist <rune@bank.example>", "Data Protection Officer", "Anna Page", "Jo Will",
    "Aaron Otto", "A. Owner", "E. Last", "A. Reviewer, CRO", "legal@bank.example",
    "Anna Pending", "Bo Admin", "May Default", "I. V. Lindqvist", "P.O. Enquist", "Po Li",
    "Claude Dupont", "Jan Kowalski", "李", "Model Risk Committee", "Chief Risk Officer",
  ])
  func `other texts name somebody`(text: String) {
    #expect(PersonName(text) != nil)
  }

  @Test(arguments: [
    "rune lindqvist", "RUNE LINDQVIST", "Lindqvist, Rune", "Lindqvist, R.", "R. Lindqvist",
    "Rune  Lindqvist", "Rune Lindqvist, CRO", "Dr. Rune Lindqvist", "Rune Lindqvist (CRO)",
    "rune.lindqvist@bank.example", "rlindqvist@bank.example", "R. L.", "RL",
    "Rune Lindqvist <rl@bank.example>", "Rune\u{200B} Lindqvist", "Runе Lindqvіst",
    "Ｒｕｎｅ Lindqvist", "Rune Erik Lindqvist", "lindqvist.rune+gate@bank.example",
    "Rune\u{A0}Lindqvist", "Lindqvist",
  ])
  func `one person is found under many spellings`(text: String) {
    #expect(PersonName.areSame(text, "Rune Lindqvist"))
    #expect(PersonName.areSame("Rune Lindqvist", text))
  }

  @Test(arguments: [
    "Sara Lindqvist", "S. Lindqvist", "Rune Berg", "Ada Example", "ada@bank.example", "HR",
    "pending", "RB", "Risk Team",
  ])
  func `other people stay others`(text: String) {
    #expect(!PersonName.areSame(text, "Rune Lindqvist"))
  }

  @Test func `marks and their German spelling make no difference between people`() {
    #expect(PersonName.areSame("Jürgen Müller", "Juergen Mueller"))
    #expect(PersonName.areSame("José García", "Jose Garcia"))
    #expect(PersonName.areSame("a@x.example", "A@X.example"))
  }
}
