// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// A table of results, however pandas wrote it: CSV, records, columns first or split.
struct ResultTable {
  /// A scalar of the table.
  struct Cell {
    /// The text as written; empty for null and for an empty field.
    let text: String
    /// The text as a number; nil where it is none.
    let leaf: MetricLeaf?
    let source: SourceReference

    init?(_ cursor: NodeCursor) {
      guard !cursor.node.isList, !cursor.node.isMap else { return nil }
      text = cursor.text ?? ""
      leaf = MetricLeaf(cursor.node)
      source = cursor.source
    }

    init(_ cell: TextCell, in file: FileIdentity) {
      text = cell.text.trimmed
      // pandas writes an undefined number as an empty field.
      leaf = text.isEmpty ? MetricLeaf("NaN") : MetricLeaf(text)
      source = file.reference(at: cell.position)
    }

    /// A whole number of cases.
    var count: Int? {
      guard let value = leaf?.number.value, value >= 0, value <= 0x1p53 else { return nil }
      let count = Int(value)
      return Double(count) == value ? count : nil
    }
  }

  /// One row: its cells by column, and the label that pandas keeps beside them.
  struct Row {
    var cells: [String: Cell]
    /// The parts of the label, several for an index of several levels; empty without one.
    var label: [String]
    let source: SourceReference
  }

  /// The names of the columns in the order of the text.
  private(set) var columns: [String] = []
  private(set) var rows: [Row] = []
  /// Cells that are lists or maps.
  private(set) var malformed: [NodeCursor] = []

  /// A table of comma-separated values.
  init(_ table: CSVTable, in file: FileIdentity) {
    columns = table.header.map { $0.text.trimmed }
    rows = table.rows.map { record in
      let cells = zip(columns, record).map { ($0, Cell($1, in: file)) }
      let position = record.first?.position ?? .start
      return Row(
        cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }),
        label: [],
        source: file.reference(at: position)
      )
    }
  }

  /// A table of comma-separated values turned round: its first column names the columns, and its
  /// header the rows.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - levels: How many lines at the top are parts of the labels, the header among them.
  ///   - file: Where the table stands.
  init(turning table: CSVTable, levels: Int = 1, in file: FileIdentity) {
    let heads = [table.header] + table.rows.prefix(levels - 1)
    let body = table.rows.dropFirst(levels - 1)
    columns = body.compactMap { $0.first?.text.trimmed }
    rows = table.header.enumerated().dropFirst().map { column, label in
      let cells = body.compactMap { record -> (String, Cell)? in
        guard column < record.count, let name = record.first?.text.trimmed else { return nil }
        return (name, Cell(record[column], in: file))
      }
      return Row(
        cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }),
        label: heads.compactMap { column < $0.count ? $0[column].text.trimmed : nil },
        source: file.reference(at: label.position)
      )
    }
  }

  /// `to_json(orient="records")`: a list of maps; `to_json(orient="table")` keeps it beside its schema.
  init?(records cursor: NodeCursor) {
    let isTable = cursor["schema"]?["fields"] != nil
    guard let list = isTable ? cursor["data"] : cursor, let first = list.elements.first,
      first.node.isMap
    else { return nil }
    columns = first.members.map(\.key)
    for record in list.elements {
      guard record.node.isMap else {
        malformed.append(record)
        continue
      }
      add(record, label: [])
    }
  }

  /// `to_json(orient="index")`: a map of rows.
  init?(rows map: NodeCursor) {
    guard let first = map.members.first(where: { $0.value.node.isMap }) else { return nil }
    columns = first.value.members.map(\.key)
    for (label, row) in map.members where row.node.isMap {
      add(row, label: PythonTuple.parts(of: label))
    }
  }

  /// `to_json()`: a map of columns, each a map of labels.
  init?(columns map: NodeCursor) {
    var places: [String: Int] = [:]
    for (column, values) in map.members where values.node.isMap {
      columns.append(column)
      for (label, value) in values.members {
        let place = places[label] ?? rows.count
        if place == rows.count {
          places[label] = place
          rows.append(Row(cells: [:], label: PythonTuple.parts(of: label), source: value.source))
        }
        set(value, in: place, column)
      }
    }
    if columns.isEmpty { return nil }
  }

  /// `to_dict("list")`: a map of columns, each a list of the same length.
  init?(lists map: NodeCursor) {
    let lists = map.members
    guard let first = lists.first, lists.allSatisfy(\.value.node.isList) else { return nil }
    let values = lists.map { ($0.key, $0.value.elements) }
    let count = first.value.elements.count
    guard values.allSatisfy({ $0.1.count == count }) else { return nil }
    columns = values.map(\.0)
    for place in 0..<count {
      rows.append(Row(cells: [:], label: [], source: values[0].1[place].source))
      for (column, cells) in values { set(cells[place], in: place, column) }
    }
  }

  /// `to_json(orient="split")`: `columns`, `index` and `data` as lists.
  init?(split map: NodeCursor) {
    guard let data = map["data"], data.node.isList else { return nil }
    let labels = map["index"]?.elements ?? []
    if let names = map["columns"], names.node.isList {
      columns = names.elements.map { $0.text ?? "" }
    } else if let name = map["name"]?.text, labels.count == data.elements.count {
      // One column alone, which has a name instead.
      columns = [name]
    } else {
      return nil
    }
    for (place, record) in data.elements.enumerated() {
      let label = place < labels.count ? labels[place].texts : []
      let parts = label.count == 1 ? PythonTuple.parts(of: label[0]) : label
      rows.append(Row(cells: [:], label: parts, source: record.source))
      let values = record.node.isList ? record.elements : [record]
      for (column, value) in zip(columns, values) { set(value, in: place, column) }
    }
  }

  /// Whether the rows are only numbered, as pandas does where a table has no index of its own.
  var isNumbered: Bool {
    !rows.isEmpty && rows.enumerated().allSatisfy { $0.element.label == [String($0.offset)] }
  }

  /// Whether the cells of a column are texts and no numbers, all of them.
  func isOfTexts(_ column: String) -> Bool {
    rows.allSatisfy { row in row.cells[column].map { !$0.text.isEmpty && $0.leaf == nil } ?? false }
  }

  /// The column of texts that tells numbered rows apart.
  var namingColumn: String? { isNumbered ? columns.first(where: isOfTexts) : nil }

  private mutating func add(_ record: NodeCursor, label: [String]) {
    rows.append(Row(cells: [:], label: label, source: record.source))
    for (column, value) in record.members { set(value, in: rows.count - 1, column) }
  }

  private mutating func set(_ value: NodeCursor, in row: Int, _ column: String) {
    if let cell = Cell(value) {
      rows[row].cells[column] = cell
    } else {
      malformed.append(value)
    }
  }
}

/// Reads the tuples that pandas writes for the keys of an index of several levels.
enum PythonTuple {
  /// The parts of `('F', '<40')`, or the text itself where it is no tuple.
  static func parts(of text: String) -> [String] {
    guard text.hasPrefix("("), text.hasSuffix(")"), text.utf8.count >= 2 else { return [text] }
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in text.dropFirst().dropLast() {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"", part.trimmed.isEmpty {
        quote = character
        part = ""
      } else if quote == nil, character == "," {
        parts.append(part.trimmed)
        part = ""
      } else {
        part.append(character)
      }
    }
    let last = part.trimmed
    if !last.isEmpty || parts.isEmpty { parts.append(last) }
    return quote == nil ? parts : [text]
  }
}
