// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// The risk tables of an impact assessment: one row per risk, rated in words.
struct RiskTables {
  /// The risks in the order of the text; a second table on the same risk adds to it.
  private(set) var risks: [Risk] = []
  /// What a column says about a topic, such as "Residual risk", with the risk of each row.
  private(set) var statements: [Statement] = []
  /// The index of each risk by its name in lower-case words.
  private var places: [String: Int] = [:]
  /// The index of each risk by the number that its row has.
  private var numbered: [Int: Int] = [:]
  /// What rows say of risks that nothing has named so far, by their numbers.
  private var pending: [(number: Int, path: RiskPath, text: String)] = []

  init(_ reading: MarkdownReading, table topics: TopicTable) {
    for section in reading.document.sections {
      for block in section.blocks {
        guard case .table(let table) = block.content else { continue }
        read(table, in: section, reading, topics)
      }
    }
  }

  private mutating func read(
    _ table: MarkdownTable,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ topics: TopicTable
  ) {
    let columns = TableColumns(table)
    let number = columns.first(of: RiskField.numbers)
    let product = RiskProduct(in: table)
    let fields = Self.allFields(of: columns).filter { $0.column != product?.column }
    guard !fields.isEmpty || product != nil else { return }
    let plan = MeasureProgress.plan(in: section.headingPath)
    guard let name = Self.nameColumn(of: columns) else {
      if let number = Self.referenceColumn(of: columns, in: table) {
        complete(by: table, columns, number, fields, plan)
      }
      return
    }
    let scale = Self.scale(of: table, fields)
    let before = risks.count
    for row in table.rows {
      guard let title = columns.text(name, of: row), let first = row.first else { continue }
      let source = reading.file.reference(at: first.position, headingPath: section.headingPath)
      let risk = Risk(name: title, source: source)
      let id = columns.text(number, of: row)
      let isNumbered = number != nil
      if completesKnown(by: row, title, id, isNumbered: isNumbered, columns, fields, plan) {
        continue
      }
      let place = place(of: risk, row, columns, fields, id: id, orAmong: before)
      risks[place].scale = risks[place].scale ?? scale
      if let product, let text = columns.text(product.column, of: row) {
        product.read(text, into: &risks[place])
      }
    }
    addStatements(of: table, columns, name, in: section, reading, topics)
  }

  /// The index of the risk of a row, with what its cells say of it.
  private mutating func place(
    of named: Risk,
    _ row: [TextCell],
    _ columns: TableColumns,
    _ fields: [(column: Int, path: RiskPath)],
    id: String?,
    orAmong earlier: Int
  ) -> Int {
    let number = id.flatMap(RiskHeading.number) ?? RiskHeading(named.name)?.number
    let texts = fields.compactMap { column, path in
      columns.text(column, for: path, of: row).map { (path: path, text: $0) }
    }
    var risk = named
    for (path, text) in texts { risk[keyPath: path] = text }
    let place = place(of: risk, number: number, orAmong: earlier)
    for (path, text) in texts { set(path, of: place, to: text) }
    return place
  }

  /// Whether a row speaks of risks that other tables name, which it completes.
  private mutating func completesKnown(
    by row: [TextCell],
    _ title: String,
    _ id: String?,
    isNumbered: Bool,
    _ columns: TableColumns,
    _ fields: [(column: Int, path: RiskPath)],
    _ plan: String?
  ) -> Bool {
    if let known = RiskHeading.numbers(in: title) {
      for number in known { complete(number, by: row, columns, fields, plan) }
      return true
    }
    if !isNumbered, let known = RiskHeading(title)?.number, numbered[known] != nil {
      complete(known, by: row, columns, fields, plan)
      return true
    }
    // `R1` stands for the same risk in every table, however the rest of the row names it.
    guard let known = id.flatMap(RiskHeading.numbers)?.first, numbered[known] != nil,
      places[FoldedText.words(title)] == nil
    else { return false }
    complete(known, by: row, columns, fields, plan)
    return true
  }

  /// The columns that fill fields: first those with a heading as in the tables, in the order of the
  /// fields, then those that only mean the same.
  private static func fields(of columns: TableColumns) -> [(column: Int, path: RiskPath)] {
    let exact = RiskField.all.compactMap { field in
      columns.first(of: field.headings, orStartingWith: field.starts)
        .map { (column: $0, path: field.path) }
    }
    let others = columns.names.enumerated().compactMap { column, name in
      exact.contains { $0.column == column }
        ? nil : RiskColumn.path(of: name).map { (column: column, path: $0) }
    }
    return exact + others
  }

  /// The column that names the risks: where they are numbered, their description does.
  private static func nameColumn(of columns: TableColumns) -> Int? {
    if let name = columns.first(of: RiskField.names, orStartingWith: Self.nameStarts) {
      return name
    }
    guard columns.first(of: RiskField.riskNumbers) != nil else { return nil }
    return columns.first(of: RiskField.descriptions)
  }

  private static let nameStarts = ["risk to", "risk of", "describe source of risk"]

  /// The columns that fill fields, those that are called by initials included.
  private static func allFields(of columns: TableColumns) -> [(column: Int, path: RiskPath)] {
    let named = fields(of: columns)
    let mitigation = named.first { $0.path == \Risk.mitigation }?.column
    let initials = RiskInitials(columns, mitigation: mitigation).fields
    let found =
      initials + named.filter { field in !initials.contains { $0.column == field.column } }
    let owner = found.isEmpty ? nil : columns.first(of: RiskField.owners)
    return found + (owner.map { [(column: $0, path: \Risk.owner)] } ?? [])
  }

  /// The scale of the numbers that rate the risks of a table.
  private static func scale(
    of table: MarkdownTable,
    _ fields: [(column: Int, path: RiskPath)]
  ) -> String? {
    let rated = fields.filter { $0.path == \Risk.likelihood || $0.path == \Risk.severity }
    let headings = rated.map(\.column).filter(table.header.indices.contains)
      .map { table.header[$0].text }
    if let stated = RiskScale.stated(by: headings) { return stated }
    return RiskScale.ofBrazil(
      rated.flatMap { field in
        table.rows.compactMap { row in
          row.indices.contains(field.column) ? row[field.column].text.trimmed : nil
        }
      }
    )
  }

  /// Adds what a table says of risks that it names by their numbers alone.
  private mutating func complete(
    by table: MarkdownTable,
    _ columns: TableColumns,
    _ number: Int,
    _ fields: [(column: Int, path: RiskPath)],
    _ plan: String?
  ) {
    for row in table.rows {
      guard let text = columns.text(number, of: row) else { continue }
      for known in RiskHeading.numbers(in: text) ?? [RiskHeading.number(text)].compactMap(\.self) {
        complete(known, by: row, columns, fields, plan)
      }
    }
  }

  private mutating func complete(
    _ number: Int,
    by row: [TextCell],
    _ columns: TableColumns,
    _ fields: [(column: Int, path: RiskPath)],
    _ plan: String?
  ) {
    var texts = fields.compactMap { column, path in
      columns.text(column, for: path, of: row).map { (path: path, text: $0) }
    }
    if let state = columns.deferral(of: row) ?? plan,
      !texts.contains(where: { $0.path == \Risk.status })
    {
      texts.append((\Risk.status, state))
    }
    for (path, text) in texts {
      guard let place = numbered[number] else {
        pending.append((number, path, text))
        continue
      }
      // What a second table rates anew beside its measures is what remains.
      set(Self.remaining(path, known: risks[place], beside: fields), of: place, to: text)
    }
  }

  private static func remaining(
    _ path: RiskPath,
    known risk: Risk,
    beside fields: [(column: Int, path: RiskPath)]
  ) -> RiskPath {
    guard risk[keyPath: path] != nil, fields.contains(where: { $0.path == \Risk.mitigation }) else {
      return path
    }
    if path == \Risk.likelihood { return \Risk.residualLikelihood }
    if path == \Risk.severity { return \Risk.residualSeverity }
    return path == \Risk.level ? \Risk.residualLevel : path
  }

  /// Sets what is not set yet; a score that means nothing without its scale gives way to a word.
  private mutating func set(_ path: RiskPath, of place: Int, to text: String) {
    let known = risks[place][keyPath: path]
    if let known, path == \Risk.mitigation || path == \Risk.status {
      risks[place][keyPath: path] = Self.joined(known, text, path)
      return
    }
    let isLevel = path == \Risk.level || path == \Risk.residualLevel
    let isClearer =
      isLevel && Rating(known) == .undecided && ![.absent, .undecided].contains(Rating(text))
    if known == nil || isClearer { risks[place][keyPath: path] = text }
  }

  /// All measures count, and of their states the one that is farthest behind.
  private static func joined(_ known: String, _ text: String, _ path: RiskPath) -> String {
    guard path == \Risk.mitigation else {
      return MeasureProgress.isOpen(text) && !MeasureProgress.isOpen(known) ? text : known
    }
    return known.contains(text) ? known : known + "\n" + text
  }

  /// The column by which a table of measures tells the risks that they are for: `Risks mitigated`.
  private static func referenceColumn(of columns: TableColumns, in table: MarkdownTable) -> Int? {
    columns.first(of: RiskField.riskNumbers)
      ?? columns.names.indices.first { index in
        AssessmentRoots.risk.occurs(in: columns.names[index].spacedWords)
          && RiskHeading.areNumbers(table.texts(of: index))
      }
  }

  /// Adds what rows said of risks by numbers that only headings gave them.
  mutating func settle() {
    for (number, path, text) in pending {
      if let place = numbered[number] { set(path, of: place, to: text) }
    }
    pending = []
  }

  /// The index of a risk that a row names, which is added when it is new; a longer or shorter name may be
  /// of one of the risks of earlier tables.
  private mutating func place(of risk: Risk, number: Int?, orAmong earlier: Int) -> Int {
    let key = FoldedText.words(risk.name)
    if let known = places[key] { return known }
    if let known = place(alike: risk, number: number), known < earlier { return known }
    places[key] = risks.count
    if let number { numbered[number] = numbered[number] ?? risks.count }
    risks.append(Risk(name: risk.name, source: risk.source))
    return risks.count - 1
  }

  /// Adds a risk that stands under a heading; what a table says of it stays.
  mutating func add(_ risk: Risk, number: Int?) {
    let known = places[FoldedText.words(risk.name)] ?? number.flatMap({ numbered[$0] })
    guard let place = known ?? place(alike: risk, number: number) else {
      places[FoldedText.words(risk.name)] = risks.count
      if let number { numbered[number] = risks.count }
      return risks.append(risk)
    }
    if let number { numbered[number] = numbered[number] ?? place }
    for path in RiskField.all.map(\.path) where risks[place][keyPath: path] == nil {
      risks[place][keyPath: path] = risk[keyPath: path]
    }
  }

  /// The only risk that a longer or shorter name is of, where none of the two is rated otherwise than the
  /// other: the heading `Outage` and the row `Outage of the system`.
  private func place(alike risk: Risk, number: Int?) -> Int? {
    let words = FoldedText.words(risk.name).spacedWords
    let alike = Set(
      places.filter { name, place in
        Self.extends(words, name.spacedWords) && risk.isRatedAlike(risks[place])
          && !numbered.contains { $0.value == place && number != nil && $0.key != number }
      }.values
    )
    return alike.count == 1 ? alike.first : nil
  }

  private static func extends(_ one: [Substring], _ other: [Substring]) -> Bool {
    let (one, other) = (withoutLinks(one), withoutLinks(other))
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    guard !short.isEmpty, !AssessmentRoots.risk.occurs(in: short) else { return false }
    return long.prefix(short.count) == short[...] || short.count > 1 && isPart(short, of: long)
  }

  /// The words without those that only join others: `Brecha de los mensajes` and `Brecha mensajes`.
  private static func withoutLinks(_ words: [Substring]) -> [Substring] {
    words.filter { !WordSieve.joins(BareWords.joined(String($0))) }
  }

  /// Whether words stand in the same order among others, the first at their head.
  private static func isPart(_ words: [Substring], of others: [Substring]) -> Bool {
    guard words.first == others.first else { return false }
    var rest = words[...]
    for word in others where word == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private mutating func addStatements(
    of table: MarkdownTable,
    _ columns: TableColumns,
    _ name: Int,
    in section: MarkdownSection,
    _ reading: MarkdownReading,
    _ topics: TopicTable
  ) {
    for (column, heading) in table.header.enumerated() where column != name {
      let lines = table.rows.compactMap { row in
        columns.text(column, of: row).map { "\(columns.text(name, of: row) ?? ""): \($0)" }
      }
      for topic in topics.topics(of: heading.text) {
        statements.append(
          Statement(
            topic: topic,
            question: heading.text,
            text: lines.joined(separator: "\n"),
            state: lines.isEmpty ? .empty : .substantive,
            items: lines,
            source: reading.file.reference(
              at: heading.position,
              endLine: table.rows.last?.first?.position.line,
              headingPath: section.headingPath
            )
          )
        )
      }
    }
  }
}
