// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
internal import GateModel

/// A fact of a mapping: a fixed text with captures, or the place of it in the file.
enum MappedText: Hashable, Sendable {
  case text(TextTemplate)
  case place(PointerTemplate)

  /// A text that begins with `/` is a place; nil when it is malformed.
  init?(_ text: String) {
    if text.hasPrefix("/") {
      guard let pointer = PointerTemplate(text) else { return nil }
      self = .place(pointer)
    } else {
      guard let template = TextTemplate(text) else { return nil }
      self = .text(template)
    }
  }

  /// The names of the captures that are needed.
  var captures: [String] {
    switch self {
    case .text(let template): template.captures
    case .place(let pointer): pointer.captures
    }
  }
}

/// Where the numbers of a home-made evaluation stand, and what each is about.
struct MeasurementRule: Sendable {
  let pointer: PointerTemplate
  let metric: MappedText
  let unit: Measurement.Unit
  let n: PointerTemplate?
  let dataset: MappedText?
  let split: MappedText?
  /// One attribute, or one for each part of a group that is a Python tuple.
  let attributes: [MappedText]
  let group: MappedText?
  let excluded: Set<String>
}

/// Where the outcome counts of groups stand.
struct GroupRule: Sendable {
  /// Where a count stands: below the matched node, or at a pointer of its own.
  enum CountPlace: Hashable, Sendable {
    case below([String])
    case place(PointerTemplate)
  }

  let pointer: PointerTemplate
  /// The places of `tp`, `fp`, `tn` and `fn`, or of `n` and `selected`.
  let counts: [String: CountPlace]
  let attributes: [MappedText]
  let group: MappedText?
  let excluded: Set<String>
}

/// How one kind of home-made evaluation file is read.
struct Mapping: Sendable {
  let name: String
  let files: [PathPattern]
  let modelName: MappedText?
  let modelVersion: MappedText?
  let date: PointerTemplate?
  let positiveMeans: String?
  let measurements: [MeasurementRule]
  let groups: [GroupRule]
}
