// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// The one order in which a report lists its parts.
enum FixedOrder {
  /// Sorts elements by their keys, and elements with equal keys by all they say.
  ///
  /// The second step makes the result independent of the order in which elements arrived.
  static func sorted<Element: Keyed>(_ elements: [Element]) -> [Element] {
    elements.map { (key: $0.sortKey, element: $0) }
      .sorted { left, right in
        switch compare(left.key, right.key) {
        case .some(let isBefore): isBefore
        case .none: left.element.canonical.lexicographicallyPrecedes(right.element.canonical)
        }
      }
      .map(\.element)
  }

  /// Whether a text comes before another by the bytes of their UTF-8.
  ///
  /// `String` itself compares canonically equivalent texts as equal, which would leave their order
  /// to chance.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func compare(_ left: [String], _ right: [String]) -> Bool? {
    for (one, other) in zip(left, right) where !one.utf8.elementsEqual(other.utf8) {
      return precedes(one, other)
    }
    return nil
  }
}

/// A part of a report that has a place in the fixed order.
protocol Keyed {
  /// What decides the place; every element of a list has the same number of keys.
  var sortKey: [String] { get }
  /// All that the part says, as canonical JSON.
  var canonical: [UInt8] { get }
}

extension SystemReport: Keyed {
  var sortKey: [String] { [id, path ?? ""] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension PackReport: Keyed {
  var sortKey: [String] { [id, version] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ParameterReport: Keyed {
  var sortKey: [String] { [rule ?? "", name] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ArtifactReport: Keyed {
  var sortKey: [String] { [system, kind.rawValue, path] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ModelReport: Keyed {
  var sortKey: [String] { [system, name, version ?? "", path ?? ""] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension CheckResult: Keyed {
  var sortKey: [String] { [system, pack, rule, subject] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension WaiverReport: Keyed {
  var sortKey: [String] { [rule, subject, location.path, location.lineKey] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension Fault: Keyed {
  var sortKey: [String] {
    [system ?? "", location?.path ?? "", location?.lineKey ?? "", message]
  }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension MeasureReport: Keyed {
  var sortKey: [String] { [system, path, attribute, metric] }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension SourceLine: Keyed {
  var sortKey: [String] {
    [path, SourceLocation(path: "", position: SourcePosition(line: line, column: 1)).lineKey]
  }
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension SourceLocation {
  /// The line with leading zeros, so that texts compare as the numbers do.
  fileprivate var lineKey: String {
    let digits = String(max(0, position?.line ?? 0))
    return String(repeating: "0", count: 20 - digits.utf8.count) + digits
  }
}
