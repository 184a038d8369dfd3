// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// Reads which group a number is about: `sex=F`, `sex=F, age=<40`, `overall`.
enum SliceReader {
  /// The attribute of the classes of a target, which are no groups of people.
  static let classAttribute = "class_label"

  /// The pairs that a label names; empty for the whole population.
  ///
  /// Only `attribute=group` and `attribute: group` name an attribute. For anything else the
  /// attribute comes from the column's heading where that names one, and stays empty otherwise.
  static func read(_ label: String, heading: String? = nil) -> [SlicePair] {
    let label = label.trimmed
    guard !label.isEmpty, !whole.contains(FoldedText.words(label)) else { return [] }
    if label.utf8.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) {
      let parts = parts(of: label)
      let pairs = parts.compactMap(pair)
      if pairs.count == parts.count { return pairs.sorted() }
    }
    return [SlicePair(attribute: heading.map(FoldedText.identifier) ?? "", group: label)]
  }

  /// The pairs in a label that also holds other text, such as `Test accuracy (sex=F)`.
  static func embedded(in label: String) -> [SlicePair] {
    guard let open = label.lastIndex(ofByte: UInt8(ascii: "(")),
      let close = label.lastIndex(ofByte: UInt8(ascii: ")")), open < close
    else { return [] }
    let inner = label[label.index(after: open)..<close]
    return inner.contains("=") ? read(String(inner)) : []
  }

  private static func parts(of label: String) -> [String] {
    var parts = [label]
    for separator in separators where label.contains(separator) {
      let split = parts.flatMap { separated($0, by: separator) }
      // `age=<40/>65` is one group: a part without a pair of its own is no part.
      if split.allSatisfy({ pair($0) != nil }) { parts = split }
    }
    return parts
  }

  private static let separators = [",", ";", " & ", " and ", " × ", " x ", "/"]

  private static func separated(_ text: String, by separator: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let cut = rest.firstRange(of: separator) {
      parts.append(rest[..<cut.lowerBound].trimmed)
      rest = rest[cut.upperBound...]
    }
    return parts + [rest.trimmed]
  }

  private static func pair(_ text: String) -> SlicePair? {
    guard
      let sign = text.firstIndex(ofByte: UInt8(ascii: "="))
        ?? text.firstIndex(ofByte: UInt8(ascii: ":"))
    else { return nil }
    let attribute = text[..<sign].trimmed
    let group = text[text.index(after: sign)...].trimmed
    guard isName(attribute), !attribute.isEmpty, !group.isEmpty else { return nil }
    return SlicePair(attribute: attribute, group: String(group, trimming: { "\"'".contains($0) }))
  }

  private static func isName(_ attribute: String) -> Bool {
    !attribute.has { !ASCII.isWord($0) && !joints.contains($0) }
      || attribute.allSatisfy { $0.isLetter || $0.isNumber || joints.contains($0) }
  }

  /// What may stand between the words of an attribute.
  private static let joints: ASCIISet = "_- "

  private static let whole: Set<String> = [
    "overall", "all", "total", "everyone", "whole population", "full", "aggregate", "all groups",
  ]
}
