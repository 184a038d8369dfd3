// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel
internal import Texts

/// Reads one entry of `mappings`.
struct MappingDefinition {
  /// What `mappings` may say.
  static let shape = Shape.list(
    .map([
      .required("name", .identifier, "the name of the mapping"),
      .required("files", .oneOrMore(.text), "globs of the files that it reads"),
      Field("model", modelShape, "where the model is named"),
      Field("date", .text, "where the date stands"),
      Field(
        "positive_means",
        .word(EvaluationReading.positiveMeanings),
        "whether the positive class is a benefit or a burden for the person"
      ),
      Field("measurements", .list(measurementShape), "where the numbers stand"),
      Field("groups", .list(groupShape), "where the outcome counts of groups stand"),
    ])
  )

  private static let modelShape = Shape.map([
    Field("name", .text, "the name of the model, or its place"),
    Field("version", .text, "the version of the model, or its place"),
  ])

  private static let sliceFields = [
    Field("attribute", .oneOrMore(.text), "the attribute, or its place"),
    Field("group", .text, "the group, or its place"),
    Field("except", .list(.text), "captured texts that are not meant"),
  ]

  private static let measurementShape = Shape.map(
    [
      .required("pointer", .text, "where the numbers stand"),
      .required("metric", .text, "the metric, or its place"),
      Field("unit", .choice(Measurement.Unit.allCases.map(\.rawValue)), "the scale of the numbers"),
      Field("n", .text, "where the number of cases stands"),
      Field("dataset", .text, "the dataset, or its place"),
      Field("split", .text, "the split, or its place"),
    ] + sliceFields
  )

  private static let groupShape = Shape.map(
    [
      .required("pointer", .text, "where the counts of a group stand")
    ] + (confusionKeys + selectionKeys).map { Field($0, .text, "the key of this count") }
      + sliceFields,
    alternatives: [confusionKeys, selectionKeys]
  )

  static let confusionKeys = ["tp", "fp", "tn", "fn"]
  static let selectionKeys = ["n", "selected"]
  /// Captures that say by themselves what they are.
  private static let telling: Set<String> = ["attribute", "group", "metric", "dataset", "split"]

  private let entry: NodeCursor

  init(_ entry: NodeCursor) { self.entry = entry }

  /// The mapping, or nil when the entry cannot be used; why is among the problems.
  func mapping(_ reading: inout ConfigurationReading) -> Mapping? {
    let folder = reading.folder
    let files = (entry["files"]?.oneOrMore ?? []).compactMap { reading.pattern($0, in: folder) }
    let model = entry["model"]
    let mapping = Mapping(
      name: entry["name"]?.text ?? "",
      files: files,
      modelName: text(model?["name"], &reading),
      modelVersion: text(model?["version"], &reading),
      date: pointer(entry["date"], &reading),
      positiveMeans: entry["positive_means"]?.text.flatMap { text in
        EvaluationReading.positiveMeanings.contains(text) ? text : nil
      },
      measurements: (entry["measurements"]?.elements ?? []).compactMap {
        measurement($0, &reading)
      },
      groups: (entry["groups"]?.elements ?? []).compactMap { group($0, &reading) }
    )
    if mapping.measurements.isEmpty, mapping.groups.isEmpty {
      reading.add(
        "missing-key",
        "the mapping has neither 'measurements' nor 'groups'",
        help: "add at least one entry to one of them",
        at: entry
      )
      return nil
    }
    return mapping.name.isEmpty ? nil : mapping
  }

  private func measurement(
    _ cursor: NodeCursor,
    _ reading: inout ConfigurationReading
  ) -> MeasurementRule? {
    guard let pointer = pointer(cursor["pointer"], &reading),
      let metric = text(cursor["metric"], &reading)
    else { return nil }
    let rule = MeasurementRule(
      pointer: pointer,
      metric: metric,
      unit: cursor["unit"]?.choice() ?? .unknown,
      n: self.pointer(cursor["n"], &reading),
      dataset: text(cursor["dataset"], &reading),
      split: text(cursor["split"], &reading),
      attributes: (cursor["attribute"]?.oneOrMore ?? []).compactMap { text($0, &reading) },
      group: text(cursor["group"], &reading),
      excluded: Set(cursor["except"]?.texts ?? [])
    )
    let texts = [rule.metric, rule.dataset, rule.split, rule.group].compactMap { $0 }
    let used = (texts + rule.attributes).flatMap(\.captures) + (rule.n?.captures ?? [])
    checkCaptures(pointer, used: used, at: cursor, &reading)
    return rule
  }

  private func group(
    _ cursor: NodeCursor,
    _ reading: inout ConfigurationReading
  ) -> GroupRule? {
    guard let pointer = pointer(cursor["pointer"], &reading) else { return nil }
    var counts: [String: GroupRule.CountPlace] = [:]
    for key in Self.confusionKeys + Self.selectionKeys {
      guard let stated = cursor[key], let text = stated.text else { continue }
      if text.hasPrefix("/") {
        counts[key] = self.pointer(stated, &reading).map { .place($0) }
      } else {
        counts[key] = .below(PointerPath("/" + text)?.tokens ?? [text])
      }
    }
    let rule = GroupRule(
      pointer: pointer,
      counts: counts,
      attributes: (cursor["attribute"]?.oneOrMore ?? []).compactMap { text($0, &reading) },
      group: text(cursor["group"], &reading),
      excluded: Set(cursor["except"]?.texts ?? [])
    )
    let places = counts.values.flatMap { place -> [String] in
      guard case .place(let pointer) = place else { return [] }
      return pointer.captures
    }
    let texts = rule.attributes + [rule.group].compactMap { $0 }
    checkCaptures(pointer, used: places + texts.flatMap(\.captures), at: cursor, &reading)
    return rule
  }
}

extension MappingDefinition {
  /// A capture that is needed must be made, and one that is made must be of use.
  private func checkCaptures(
    _ pointer: PointerTemplate,
    used: [String],
    at cursor: NodeCursor,
    _ reading: inout ConfigurationReading
  ) {
    let made = Set(pointer.captures)
    for name in Set(used).subtracting(made).sorted() {
      reading.add(
        "unknown-capture",
        "'{\(name)}' is not captured by '\(Excerpt.line(pointer.text))'",
        help: "write '{\(name)}' into the pointer, or a fixed text here",
        at: cursor
      )
    }
    for name in made.subtracting(used).subtracting(Self.telling).sorted() {
      let suggestion = Suggestion.closest(to: name, among: Self.telling.sorted())
      reading.add(
        "unused-capture",
        "'{\(name)}' in '\(Excerpt.line(pointer.text))' is used nowhere",
        help: suggestion.map { "did you mean '{\($0)}'?" } ?? "write '*' for a step of no meaning",
        at: cursor
      )
    }
  }

  private func pointer(
    _ cursor: NodeCursor?,
    _ reading: inout ConfigurationReading
  ) -> PointerTemplate? {
    guard let cursor, let text = cursor.text else { return nil }
    if let pointer = PointerTemplate(text) { return pointer }
    reading.add(
      "bad-pointer",
      "'\(Excerpt.line(text))' is no pointer with captures",
      help: "write a JSON Pointer that begins with '/', with at most one '{capture}' in a step",
      at: cursor
    )
    return nil
  }

  private func text(
    _ cursor: NodeCursor?,
    _ reading: inout ConfigurationReading
  ) -> MappedText? {
    guard let cursor, let text = cursor.text else { return nil }
    if let mapped = MappedText(text) { return mapped }
    reading.add(
      "bad-pointer",
      "'\(Excerpt.line(text))' is neither a text with captures nor a pointer",
      help: "write captures as '{name}' with lower-case letters, digits and '_'",
      at: cursor
    )
    return nil
  }
}
