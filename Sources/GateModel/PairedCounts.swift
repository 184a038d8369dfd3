// SPDX-License-Identifier: Apache-2.0

/// How two runs did on the same items: the only counts from which a paired test can be made.
///
/// Each item falls into one of four cells, by whether this run and the other run count it, for
/// example answer it correctly.
public struct PairedCounts: Hashable, Sendable {
  /// What the other run is.
  public enum Against: String, Hashable, Sendable, CaseIterable {
    /// An earlier model, as a rule the last accepted release.
    case baseline
    /// The same model on perturbed inputs.
    case perturbed
  }

  /// The metric whose numerator is counted, lower-cased with `_` between words.
  public var metric: String
  /// What the other run is.
  public var against: Against
  /// Which baseline or which perturbation, as written.
  public var name: String?
  /// The groups the items belong to, one pair per attribute; empty for all items.
  public var slice: [SlicePair]
  /// Items that both runs count.
  public var both: Int
  /// Items that only this run counts.
  public var thisOnly: Int
  /// Items that only the other run counts.
  public var otherOnly: Int
  /// Items that neither run counts.
  public var neither: Int
  /// Where they stand.
  public var source: SourceReference

  /// Creates the counts of one comparison.
  public init(
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
