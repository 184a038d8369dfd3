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

  /// How many are named; a text that was never written would be listed line by line.
  private static let mostNamed = 12

  private let file: FileIdentity
  /// The lines of which a statement says already that they are a placeholder.
  private let known: [ClosedRange<Int>]
  private(set) var issues: [Issue] = []

  /// Looks through a file; through the evidence that people write, not through what tools give out.
  init(of parsed: ParsedFile, read artifacts: [Artifact]) {
    file = parsed.file
    known = artifacts.flatMap(\.statements).filter { $0.state == .placeholder }.map {
      $0.source.position.line...max($0.source.position.line, $0.source.endLine)
    }
    guard let artifact = artifacts.first else { return }
    switch parsed.content {
    case .markdown(let document):
      if let matter = document.frontMatter { look(throughMatter: matter) }
      let statements = artifacts.flatMap(\.statements)
      let told = Set(statements.filter { $0.state == .substantive }.map(\.topic))
      let empty = Set(
        statements.filter { $0.state == .empty && told.contains($0.topic) }
          .map(\.source.position.line)
      )
      for (index, section) in document.sections.enumerated() {
        // Under `Limitations` nobody reads that something stands below `Caveats`.
        let next = document.sections.dropFirst(index + 1).first?.level ?? 0
        if section.blocks.isEmpty, next <= section.level, empty.contains(section.position.line) {
          add(section.title, at: section.position)
        }
        if section.level == 1, Blank.occurs(in: section.title) {
          add(section.title, at: section.position)
        }
        for block in section.blocks { look(through: block) }
      }
    case .json(let node), .yaml(let node):
      if artifact.format.hasPrefix("modelgate-") { look(through: node) }
    case .table, .text, .binary: break
    }
  }

  private mutating func look(through block: MarkdownBlock) {
    for field in block.fields { takeAnswer(in: field.text, at: field.position) }
    switch block.content {
    case .list(let items):
      for item in items where !item.text.hasPrefix("[") {
        takeAnswer(in: item.text, at: item.position)
      }
    case .table(let table):
      for cell in table.rows.joined() { take(cell.text, at: cell.position) }
    case .paragraph(let text), .quote(let text):
      if block.fields.isEmpty, !block.isCode { takeAnswer(in: text, at: block.position) }
    case .code: break
    }
  }

  private mutating func look(through node: Node) {
    if let members = node.map {
      for member in members { look(through: member.value) }
    } else if let elements = node.list {
      for element in elements { look(through: element) }
    } else if let text = node.text {
      takeScalar(text, at: node.position)
    }
  }

  /// Front matter is read by tools as well: only what says that something is to come counts.
  private mutating func look(throughMatter node: Node) {
    if let members = node.map {
      for member in members { look(throughMatter: member.value) }
    } else if let elements = node.list {
      for element in elements { look(throughMatter: element) }
    } else if let text = node.text, StatementState.isToCome(text) {
      add(text, at: node.position)
    }
  }

  /// A value that is neither a letter nor a digit is a line to write on as well.
  private mutating func takeScalar(_ text: String, at position: SourcePosition) {
    let isMark = !text.isEmpty && !text.hasLetterOrNumber
    if isMark { add(text, at: position) } else { take(text, at: position) }
  }

  /// Behind a question a mark alone is no answer: `Who funded it? -`.
  private mutating func takeAnswer(in text: String, at position: SourcePosition) {
    let answer = Self.answer(in: text)
    if answer != text, !answer.hasLetterOrNumber {
      add(text, at: position)
    } else {
      take(answer, at: position)
    }
  }

  private mutating func take(_ text: String, at position: SourcePosition) {
    if StatementState.isToCome(text) || LetterPattern.fillsAnyLine(text) || Blank.leavesOpen(text) {
      add(text, at: position)
    }
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
