// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The placeholders of a document that stand where no topic asks: in headers, lists, cells and fields.
///
/// Only what says that something is still to come counts, and letters that are no text; `none` and `n/a` may be
/// answers.
struct Leftovers {
  /// The permanent code of the issues.
  static let code = "placeholder-left"

  /// The codes of issues about names that name nothing.
  private static let nameless: Set<String> = ["names-nobody", "placeholder"]

  /// How many are named; a text that was never written would be listed line by line.
  private static let mostNamed = 12

  private let file: FileIdentity
  /// The lines of which a statement says already that they are a placeholder.
  private let known: [ClosedRange<Int>]
  private(set) var issues: [Issue] = []

  /// Looks through a file; through the evidence that people write, not through what tools give out.
  init(of parsed: ParsedFile, read artifacts: [Artifact]) {
    file = parsed.file
    let nameless = artifacts.flatMap(\.issues).filter { Self.nameless.contains($0.code) }
      .map(\.source)
    let unwritten = artifacts.flatMap(\.statements).filter { $0.state == .placeholder }.map(
      \.source
    )
    known = (nameless + unwritten).map {
      $0.position.line...max($0.position.line, $0.endLine)
    }
    guard let artifact = artifacts.first else { return }
    switch parsed.content {
    case .markdown(let document):
      look(through: document, telling: artifacts)
    case .json(let node), .yaml(let node):
      guard artifact.format.hasPrefix("modelgate-") else { return }
      let isAssessment = [.dpia, .fria].contains(artifact.kind)
      node.forEachValue { text, node, key in
        // Groups may be called `pending` or `x`.
        let isStatus = artifact.kind == .evaluation || Self.statuses.contains(key)
        takeScalar(text, at: node.position, orAwaited: !isStatus)
        if isAssessment, !isStatus, UnansweredWords.isCross(text) { add(text, at: node.position) }
      }
    case .table, .text, .binary: break
    }
  }

  private mutating func look(through document: MarkdownDocument, telling artifacts: [Artifact]) {
    // Front matter is read by tools as well: only what says that something is to come counts.
    document.frontMatter?.forEachScalar { text, node in
      if StatementState.isToCome(text) { add(text, at: node.position) }
    }
    let empty = Self.unansweredLines(of: artifacts.flatMap(\.statements))
    let card = artifacts.first.flatMap { $0.kind == .modelCard ? $0 : nil }
    let open = card.map { Self.openLines(of: document, telling: $0.statements) } ?? []
    for (index, section) in document.sections.enumerated() {
      // Under `Limitations` nobody reads that something stands below `Caveats`.
      let next = document.sections.dropFirst(index + 1).first?.level ?? 0
      let isMute =
        section.blocks.isEmpty ? next <= section.level : section.blocks.allSatisfy(Self.isProse)
      let isOpen = next <= section.level && open.contains(section.position.line)
      if isOpen || isMute && empty.contains(section.position.line) {
        add(section.title, at: section.position)
      }
      // `**TBD**` or `**Pending**` alone in a paragraph acts as a heading.
      let isToCome =
        section.blocks.isEmpty && next <= section.level
        && [StatementState.isToCome, StatementState.isVoid].contains { $0(section.title) }
      if isToCome || section.level == 1 && Blank.occurs(in: section.title) {
        add(section.title, at: section.position)
      }
      for block in section.blocks { look(through: block) }
    }
  }

  /// Where headings stand of topics that are told elsewhere, and below which nothing or no text is said.
  private static func unansweredLines(of statements: [Statement]) -> Set<Int> {
    let told = Set(statements.filter { $0.state == .substantive }.map(\.topic))
    let unanswered = statements.filter { statement in
      told.contains(statement.topic)
        && (statement.state == .empty
          || statement.state == .undecided
            && (LetterPattern.fills(statement.text) || saysNothing(statement.text)))
    }
    return Set(unanswered.map(\.source.position.line))
  }

  /// Where headings of a card stand that ask what every card has to tell, and below which nothing is told,
  /// whatever is told elsewhere.
  private static func openLines(
    of document: MarkdownDocument,
    telling statements: [Statement]
  ) -> Set<Int> {
    let asked: Set<Topic> = [.limitations, .outOfScopeUse, .oversight]
    let told = statements.filter { $0.state == .substantive }.map(\.source.position.line)
    let starts = document.sections.map(\.position.line)
    let sections = zip(document.sections, starts.dropFirst() + [Int.max])
    return Set(
      sections.compactMap { section, end in
        let start = section.position.line
        guard !section.blocks.isEmpty, !told.contains(where: { start <= $0 && $0 < end }),
          !asked.isDisjoint(with: TopicTable.modelCard.topics(of: section.title))
        else { return nil }
        return start
      }
    )
  }

  /// Whether a text has no word of content, such as the `here` of a link.
  private static func saysNothing(_ text: String) -> Bool {
    FoldedText.words(text).spacedWords.allSatisfy { WordSieve.isHollow(String($0)) }
  }

  /// Whether people wrote a block to be read; code, tables and pictures may stand without a word.
  private static func isProse(_ block: MarkdownBlock) -> Bool {
    switch block.content {
    case .table, .code: false
    case .paragraph, .list, .quote: !block.isCode || StatementState.isToCome(block.text)
    }
  }

  private mutating func look(through block: MarkdownBlock) {
    for field in block.fields {
      let isStatus = Self.statuses.contains(FoldedText.words(field.label))
      takeAnswer(in: field.text, at: field.position, orAwaited: !isStatus)
      if !isStatus, UnansweredWords.isCross(field.text) { add(field.text, at: field.position) }
    }
    switch block.content {
    case .list(let items):
      for item in items where !item.text.hasPrefix("[") {
        takeAnswer(in: item.text, at: item.position)
      }
    case .table(let table):
      look(through: table)
    case .paragraph(let text), .quote(let text):
      if block.fields.isEmpty, !block.isCode { takeAnswer(in: text, at: block.position) }
    case .code: break
    }
  }

  /// What a column is called may be open as well; how far something is may be pending.
  private mutating func look(through table: MarkdownTable) {
    for cell in table.header where StatementState.isToCome(cell.text) {
      add(cell.text, at: cell.position)
    }
    let progress = Set(
      table.header.indices.filter {
        Self.statuses.contains(FoldedText.words(table.header[$0].text))
      }
    )
    for row in table.rows {
      // `Status | pending`: a table of two columns has its labels in the first.
      let label = row.first.map { FoldedText.words($0.text) } ?? ""
      let isStatus = row.count == 2 && Self.statuses.contains(label)
      for (index, cell) in row.enumerated() {
        take(cell.text, at: cell.position, orAwaited: !isStatus && !progress.contains(index))
      }
    }
  }

  /// What a field or column is called that says how far something is: there `pending` is an answer.
  private static let statuses: Set<String> = RiskWords.status.folded.union(
    """
    decision result outcome progress entscheidung ergebnis décision decisión decisão decisione \
    besluit decyzja beslut
    """.spacedWords.map { FoldedText.words($0) }
  )

  /// A value that is neither a letter nor a digit is a line to write on as well.
  private mutating func takeScalar(
    _ text: String,
    at position: SourcePosition,
    orAwaited isText: Bool
  ) {
    // The comment of a template stands where a section was left empty, which other rules ask about.
    let isConcealing = HiddenText.mayOccur(in: text) && !text.hasPrefix("<!--")
    let shown = isConcealing ? HiddenText.removed(from: text) : text
    let isMark = !text.isEmpty && !shown.hasLetterOrNumber
    if isMark {
      add(text, at: position)
    } else {
      take(text, at: position, orAwaited: isText)
    }
  }

  /// Behind a question a mark alone is no answer: `Who funded it? -`.
  private mutating func takeAnswer(
    in text: String,
    at position: SourcePosition,
    orAwaited isText: Bool = true
  ) {
    let answer = Self.answer(in: text)
    if answer != text, !answer.hasLetterOrNumber {
      add(text, at: position)
    } else {
      if answer != text, UnansweredWords.isCross(answer) { add(text, at: position) }
      take(answer, at: position, orAwaited: isText)
    }
  }

  private mutating func take(
    _ text: String,
    at position: SourcePosition,
    orAwaited isText: Bool
  ) {
    if isText && UnansweredWords.putsOff(text) || Self.known.value(of: text, Self.leavesOpen) {
      add(text, at: position)
    }
  }

  private static let known = TextMemo<Bool, Bool>()

  private static func leavesOpen(_ text: String) -> Bool {
    StatementState.isToCome(text) || LetterPattern.fillsAnyLine(text) || Blank.leavesOpen(text)
      || text.has(UInt8(ascii: " ")) && WordSieve.areKeys(text)
  }

  private mutating func add(_ text: String, at position: SourcePosition) {
    guard issues.count < Self.mostNamed, !known.contains(where: { $0.contains(position.line) }),
      !issues.contains(where: { $0.source.position.line == position.line })
    else { return }
    issues.append(
      Issue(
        code: Self.code,
        severity: .warning,
        message: "'\(Excerpt.line(text))'",
        source: file.reference(at: position)
      )
    )
  }

  /// What stands behind the question of an element, as in `Who funded it? TBD`.
  private static func answer(in text: String) -> String {
    guard let mark = text.lastIndex(ofByte: UInt8(ascii: "?")) else { return text }
    let rest = text[text.index(after: mark)...].trimmed
    return rest.isEmpty ? text : rest
  }
}

extension Node {
  /// Calls a function with the text of each scalar of the node that is no number, in the order of the document.
  func forEachScalar(_ body: (String, Node) -> Void) {
    forEachValue { text, node, _ in body(text, node) }
  }

  /// Calls a function with the text of each scalar of the node that is no number, its node and the key that it
  /// stands below, in the order of the document.
  func forEachValue(below key: String = "", _ body: (String, Node, String) -> Void) {
    if let members = map {
      for member in members { member.value.forEachValue(below: member.key, body) }
    } else if let elements = list {
      for element in elements { element.forEachValue(below: key, body) }
    } else if !isNumber, let text {
      body(text, self, key)
    }
  }
}
