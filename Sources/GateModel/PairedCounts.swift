// SPDX-License-Identifier: Apache-2.0

/// How two runs did on the same items: the only counts from which a paired test can be made.
///
/// Each item falls into one of four cells, by whether this run and the other run count it, for
/// example answer it correctly.
package struct PairedCounts: Hashable, Sendable {
  /// What the other run is.
  package enum Against: String, Hashable, Sendable, CaseIterable {
    /// An earlier model, as a rule the last accepted release.
    case baseline
    /// The same model on perturbed inputs.
    case perturbed
  }

  /// The metric whose numerator is counted, lower-cased with `_` between words.
  package var metric: String
  /// What the other run is.
  package var against: Against
  /// Which baseline or which perturbation, as written.
  package var name: String?
  /// The groups the items belong to, one pair per attribute; empty for all items.
  package var slice: [SlicePair]
  /// Items that both runs count.
  package var both: Int
  /// Items that only this run counts.
  package var thisOnly: Int
  /// Items that only the other run counts.
  package var otherOnly: Int
  /// Items that neither run counts.
  package var neither: Int
  /// Where they stand.
  package var source: SourceReference

  /// Creates the counts of one comparison.
  package init(
    metric: String,
    against: Against,
    name: String? = nil,
    slice: [SlicePair] = [],
    both: Int,
    thisOnly: Int,
    otherOnly: Int,
    neither: Int,
    source: SourceReference
  ) {
    self.metric = metric
    self.against = against
    self.name = name
    self.slice = slice
    self.both = both
    self.thisOnly = thisOnly
    self.otherOnly = otherOnly
    self.neither = neither
    self.source = source
  }
}
