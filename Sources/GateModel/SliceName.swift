// SPDX-License-Identifier: Apache-2.0

/// Names of attributes, groups and their crossings as one line of text.
///
/// Different slices have different names: a part that holds the sign of a crossing itself stands in
/// quotation marks, so that an attribute named `age × sex` is not the crossing of age and sex.
package enum SliceName {
  /// What stands between the parts of a crossing.
  package static let sign = " × "

  /// The name of parts that stand in a fixed order.
  package static func joined(_ parts: [String]) -> String {
    parts.map(quoted).joined(separator: sign)
  }

  /// The name of the attributes of a slice, in sorted order.
  package static func attribute(of slice: [SlicePair]) -> String {
    joined(slice.sorted().map(\.attribute))
  }

  /// The name of the groups of a slice, in the order of their attributes.
  ///
  /// A single value stands as it is, for within one attribute it cannot be taken for a crossing.
  package static func group(of slice: [SlicePair]) -> String {
    slice.count == 1 ? slice[0].group : joined(slice.sorted().map(\.group))
  }

  private static func quoted(_ part: String) -> String {
    part.unicodeScalars.contains("×") ? "\"\(part)\"" : part
  }
}
