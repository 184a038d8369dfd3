// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Texts

/// The one order in which a report lists its parts.
enum FixedOrder {
  /// Sorts elements by their keys, and elements with equal keys by all they say.
  ///
  /// The second step makes the result independent of the order in which elements arrived.
  static func sorted<Element: Keyed>(_ elements: [Element]) -> [Element] {
    // A large report has a million parts: keys for all of them at once would take their memory again.
    elements.sorted { left, right in
      for key in Element.sortKeys {
        let (one, other) = (key(left), key(right))
        if let isBefore = order(one, other) { return isBefore }
      }
      return left.canonical.lexicographicallyPrecedes(right.canonical)
    }
  }

  /// Whether a text comes before another by the bytes of their UTF-8.
  ///
  /// `String` itself compares canonically equivalent texts as equal, which would leave their order
  /// to chance.
  static func precedes(_ left: String, _ right: String) -> Bool { order(left, right) == true }

  /// Whether a text comes before another; nil where their bytes are the same.
  private static func order(_ left: String, _ right: String) -> Bool? {
    left.withBytes { left in
      right.withBytes { right in
        let common = 0..<min(left.count, right.count)
        if let place = common.first(where: { left[$0] != right[$0] }) {
          return left[place] < right[place]
        }
        return left.count == right.count ? nil : left.count < right.count
      }
    }
  }
}

/// A part of a report that has a place in the fixed order.
protocol Keyed {
  /// What decides the place, the strongest first.
  static var sortKeys: [@Sendable (Self) -> String] { get }
  /// All that the part says, as canonical JSON.
  var canonical: [UInt8] { get }
}

extension SystemReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.id }, { $0.path ?? "" },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension PackReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.id }, { $0.version },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ParameterReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.rule ?? "" }, { $0.name },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ArtifactReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.system }, { $0.kind.rawValue }, { $0.path },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension ModelReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.system }, { $0.name }, { $0.version ?? "" }, { $0.path ?? "" },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension CheckResult: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.system }, { $0.pack }, { $0.rule }, { $0.subject },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension WaiverReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.rule }, { $0.subject }, { $0.location.path }, { $0.location.lineKey },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension Fault: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.system ?? "" }, { $0.location?.path ?? "" }, { $0.location?.lineKey ?? "" },
    { $0.message },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension MeasureReport: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.system }, { $0.path }, { $0.attribute }, { $0.metric },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension SourceLine: Keyed {
  static let sortKeys: [@Sendable (Self) -> String] = [
    { $0.path }, { SourceLocation.lineKey(of: $0.line) },
  ]
  var canonical: [UInt8] { Self.fields.bytes(of: self) }
}

extension SourceLocation {
  /// The line with leading zeros, so that texts compare as the numbers do.
  fileprivate var lineKey: String { Self.lineKey(of: position?.line ?? 0) }

  fileprivate static func lineKey(of line: Int) -> String {
    let digits = String(max(0, line))
    return String(repeating: "0", count: 20 - digits.utf8.count) + digits
  }
}
