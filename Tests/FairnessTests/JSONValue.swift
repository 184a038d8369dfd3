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

  /// Decoded by type, which keeps every digit; `JSONSerialization` goes through decimals and
  /// returns neighbours of some doubles.
  init(contentsOf url: URL) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: url))
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

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .array(list)
    } else if let object = try? container.decode([String: JSONValue].self) {
      self = .object(object)
    } else {
      self = .null
    }
  }
}
