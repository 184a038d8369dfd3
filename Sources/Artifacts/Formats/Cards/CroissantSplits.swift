// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// Reads the splits of a dataset: the rows of record sets whose type is `cr:Split` (Croissant 1.1,
/// "ML-specific data types").
struct CroissantSplits {
  private let context: CroissantContext

  init(_ context: CroissantContext) { self.context = context }

  /// One record per split, in the order of the text.
  ///
  /// - Parameters:
  ///   - terms: The members of the dataset by their terms.
  ///   - name: The name of the dataset.
  /// - Returns: Datasets of that name, each with its split and role.
  func records(of terms: [String: NodeCursor], name: String?) -> [DatasetRecord] {
    Self.field("recordset", of: terms).flatMap { set -> [DatasetRecord] in
      let fields = context.terms(of: set)
      let types = Self.field("datatype", of: fields).compactMap(\.text)
      guard types.contains(where: { context.term($0) == "cr:split" }) else { return [] }
      return Self.field("data", of: fields).compactMap { record(of: $0, name: name) }
    }
  }

  /// The values of a term of Croissant, which some contexts leave in the default vocabulary.
  private static func field(_ name: String, of terms: [String: NodeCursor]) -> [NodeCursor] {
    (terms["cr:\(name)"] ?? terms["schema:\(name)"])?.oneOrMore ?? []
  }

  /// A row names the split in a field whose id ends with `name`, and may say its role in another.
  private func record(of row: NodeCursor, name: String?) -> DatasetRecord? {
    let fields = row.members.filter { $0.value.text != nil }
    let field =
      fields.first { ["name", "split_name", "split"].contains(Self.localName(of: $0.key)) }
      ?? fields.first
    guard let field, let split = field.value.text else { return nil }
    return DatasetRecord(
      name: name,
      role: fields.lazy.compactMap { role($0.value.text) }.first ?? Self.role(named: split),
      split: split,
      source: field.value.source
    )
  }

  /// The last part of an id such as `splits/name`.
  private static func localName(of key: String) -> String {
    String(key.split(whereSeparator: { "/#:".contains($0) }).last ?? "").lowercased()
  }

  /// The role that a term of Croissant gives, such as `cr:TrainingSplit`.
  private func role(_ text: String?) -> DatasetRecord.Role? {
    switch text.map(context.term) {
    case "cr:trainingsplit": .training
    case "cr:validationsplit": .validation
    case "cr:testsplit": .evaluation
    default: nil
    }
  }

  private static func role(named split: String) -> DatasetRecord.Role {
    switch FoldedText.words(split) {
    case "train", "training": .training
    case "validation", "valid", "val", "dev": .validation
    case "test", "testing", "eval", "evaluation": .evaluation
    default: .unknown
    }
  }
}
