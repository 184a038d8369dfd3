// SPDX-License-Identifier: Apache-2.0

/// Values as other libraries compute them, their rules for undefined values included.
///
/// These exist so that users can tie out their notebooks; judgements use the native metrics.
package enum Compatibility {
  /// One value under the name that the library's own functions and arguments give it.
  package struct Entry: Hashable, Sendable {
    /// What a library returns: a number, which may be NaN or infinite, or a parity flag.
    package enum Value: Hashable, Sendable {
      /// A number, possibly NaN or infinite.
      case number(Double)
      /// A flag, or nil where the library says NaN.
      case flag(Bool?)
    }

    /// Parts joined with dots, for example `difference.between_groups.selection_rate`.
    package let name: String
    /// The value.
    package let value: Value

    /// The number, or nil for a flag.
    package var number: Double? {
      if case .number(let number) = value { number } else { nil }
    }
  }
}

/// A list of named values in the order in which they were added.
struct EntryList {
  private(set) var entries: [Compatibility.Entry] = []

  mutating func add(_ name: String, _ number: Double) {
    entries.append(.init(name: name, value: .number(number)))
  }

  mutating func add(_ name: String, flag: Bool?) {
    entries.append(.init(name: name, value: .flag(flag)))
  }
}

extension ConfusionCells where Number == Double {
  /// A group's cells as floating-point numbers; nil when only selections are known.
  init?(_ counts: GroupOutcome.Counts) {
    switch counts {
    case .confusion(let tp, let fp, let tn, let fn):
      self.init(tp: Double(tp), fp: Double(fp), tn: Double(tn), fn: Double(fn))
    case .weighted(let tp, let fp, let tn, let fn):
      self.init(tp: tp, fp: fp, tn: tn, fn: fn)
    case .selection:
      return nil
    }
  }

  /// The cells, with selected and rejected cases filed as correct when nothing else is known.
  ///
  /// Only the selection rate may be read from such a table.
  init(selectionsOf counts: GroupOutcome.Counts) {
    if case .selection(let n, let selected) = counts {
      self.init(tp: Double(selected), fp: 0, tn: Double(n - selected), fn: 0)
    } else {
      self = ConfusionCells(counts) ?? ConfusionCells(tp: 0, fp: 0, tn: 0, fn: 0)
    }
  }

  static func + (left: Self, right: Self) -> Self {
    Self(
      tp: left.tp + right.tp,
      fp: left.fp + right.fp,
      tn: left.tn + right.tn,
      fn: left.fn + right.fn
    )
  }

  /// A rate with the library's own answer to an empty denominator.
  func rate(_ rate: Rate, ifEmpty: Double) -> Double {
    let (over, under) = fraction(rate)
    return under == 0 ? ifEmpty : over / under
  }
}

/// Minimum and maximum as Python and pandas define them in the presence of NaN.
enum LibraryOrder {
  /// The smallest number that is not NaN, as pandas does; NaN when there is none.
  static func smallest(_ values: [Double]) -> Double {
    values.filter { !$0.isNaN }.min() ?? .nan
  }

  /// The greatest number that is not NaN, as pandas does; NaN when there is none.
  static func greatest(_ values: [Double]) -> Double {
    values.filter { !$0.isNaN }.max() ?? .nan
  }

  /// The mean of the numbers that are not NaN, as pandas does; NaN when there is none.
  static func mean(_ values: [Double]) -> Double {
    let numbers = values.filter { !$0.isNaN }
    return numbers.isEmpty ? .nan : numbers.reduce(0, +) / Double(numbers.count)
  }

  /// Python's `min(a, b)`, where a NaN wins only in first place.
  static func pythonMin(_ a: Double, _ b: Double) -> Double { b < a ? b : a }

  /// Python's `max(a, b)`, where a NaN wins only in first place.
  static func pythonMax(_ a: Double, _ b: Double) -> Double { b > a ? b : a }
}
