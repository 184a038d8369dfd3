// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A JSON document as plain values, with NaN and infinities spelled as strings.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(contentsOf url: URL) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(contentsOf: url)))
  }

  private init(_ value: Any) {
    switch value {
    case let number as NSNumber where isBoolean(number): self = .bool(number.boolValue)
    case let number as NSNumber: self = .number(number.doubleValue)
    case let text as String: self = .string(text)
    case let list as [Any]: self = .array(list.map { JSONValue($0) })
    case let object as [String: Any]: self = .object(object.mapValues { JSONValue($0) })
    default: self = .null
    }
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  var object: [String: JSONValue] { if case .object(let object) = self { object } else { [:] } }
  var array: [JSONValue] { if case .array(let array) = self { array } else { [] } }
  var string: String { if case .string(let text) = self { text } else { "" } }
  var int: Int { Int(number) }
  var numbers: [Double] { array.map(\.number) }

  /// The number, with "NaN", "Infinity" and "-Infinity" read as such.
  var number: Double {
    switch self {
    case .number(let number): number
    case .string("Infinity"): .infinity
    case .string("-Infinity"): -.infinity
    default: .nan
    }
  }

  /// Every value that is no container, under its path joined with dots.
  func leaves(_ path: String = "") -> [(path: String, value: JSONValue)] {
    func join(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    return switch self {
    case .object(let object):
      object.keys.sorted().flatMap { object[$0]?.leaves(join($0)) ?? [] }
    case .array(let list):
      list.enumerated().flatMap { $1.leaves(join("\($0)")) }
    default:
      [(path, self)]
    }
  }
}

private func isBoolean(_ number: NSNumber) -> Bool {
  String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
}
