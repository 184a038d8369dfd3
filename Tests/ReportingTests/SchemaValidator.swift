// SPDX-License-Identifier: Apache-2.0

import Documents
import GateModel
import Reporting
import Texts

/// The part of JSON Schema (draft 2020-12) that the project's schemas use.
struct SchemaValidator {
  private let document: JSONValue

  init(_ document: JSONValue) {
    self.document = document
  }

  /// What is wrong with a value, each problem with its place; empty when it conforms.
  func problems(in value: JSONValue) -> [String] {
    problems(in: value, against: document, at: "$")
  }

  private func problems(
    in value: JSONValue,
    against schema: JSONValue,
    at place: String
  ) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): no schema"] }
    return keywords.flatMap { keyword in
      check(value, keyword.name, keyword.value, of: schema, at: place)
    }
  }

  private func check(
    _ value: JSONValue,
    _ keyword: String,
    _ argument: JSONValue,
    of schema: JSONValue,
    at place: String
  ) -> [String] {
    switch keyword {
    case "$ref": reference(value, argument, at: place)
    case "anyOf": matches(value, argument, at: place) > 0 ? [] : ["\(place): no alternative fits"]
    case "oneOf":
      matches(value, argument, at: place) == 1 ? [] : ["\(place): not exactly one fits"]
    case "const": value == argument ? [] : ["\(place): not \(argument)"]
    case "enum": elements(argument).contains(value) ? [] : ["\(place): \(value) is not a case"]
    case "type": hasType(value, argument) ? [] : ["\(place): not of type \(argument)"]
    case "pattern": hasPattern(value, argument) ? [] : ["\(place): does not match \(argument)"]
    case "minimum": isAtLeast(value, argument) ? [] : ["\(place): too small"]
    case "required":
      elements(argument).filter { value[text($0)] == nil }.map {
        "\(place): \(text($0)) is missing"
      }
    case "items":
      elements(value).enumerated().flatMap {
        problems(in: $0.element, against: argument, at: "\(place)[\($0.offset)]")
      }
    case "properties": members(value, argument, at: place)
    case "additionalProperties": others(value, argument, at: place)
    case "$schema", "title", "$defs": []
    default: ["\(place): the schema uses the unknown keyword \(keyword)"]
    }
  }

  private func members(_ value: JSONValue, _ known: JSONValue, at place: String) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { member in
      guard let schema = known[member.name] else { return ["\(place): unknown \(member.name)"] }
      return problems(in: member.value, against: schema, at: "\(place).\(member.name)")
    }
  }

  /// The members of an object that has no fixed names.
  private func others(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard case .object(let members) = value, case .object = schema else { return [] }
    return members.flatMap { problems(in: $0.value, against: schema, at: "\(place).\($0.name)") }
  }

  private func reference(_ value: JSONValue, _ argument: JSONValue, at place: String) -> [String] {
    let name = text(argument).split(separator: "/").last.map(String.init) ?? ""
    guard let schema = document["$defs"]?[name] else { return ["\(place): no definition \(name)"] }
    return problems(in: value, against: schema, at: place)
  }

  private func matches(_ value: JSONValue, _ argument: JSONValue, at place: String) -> Int {
    elements(argument).count { problems(in: value, against: $0, at: place).isEmpty }
  }

  private func hasType(_ value: JSONValue, _ argument: JSONValue) -> Bool {
    switch (value, text(argument)) {
    case (.string, "string"), (.bool, "boolean"), (.int, "integer"), (.int, "number"): true
    case (.double, "number"), (.array, "array"), (.object, "object"), (.null, "null"): true
    default: false
    }
  }

  private func hasPattern(_ value: JSONValue, _ argument: JSONValue) -> Bool {
    guard let regex = try? Regex(text(argument)) else { return false }
    return text(value).wholeMatch(of: regex) != nil
  }

  private func isAtLeast(_ value: JSONValue, _ argument: JSONValue) -> Bool {
    guard case .int(let number) = value, case .int(let minimum) = argument else { return true }
    return number >= minimum
  }

  private func elements(_ value: JSONValue) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
  }

  private func text(_ value: JSONValue) -> String {
    guard case .string(let text) = value else { return "" }
    return text
  }
}

extension Report {
  /// The JSON of the report as another reader sees it.
  func parsedJSON() throws -> JSONValue {
    JSONValue(try JSONReader.read(json, limits: DocumentLimits(maximumDepth: 256)))
  }
}

extension JSONValue {
  /// The value of a node of JSON.
  init(_ node: Node) {
    switch node.value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let text): self = Int(text).map { .int($0) } ?? .double(Double(text) ?? .nan)
    case .string(let text), .plain(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSONValue($0) })
    case .map(let members):
      self = .object(members.map { JSONMember($0.key, JSONValue($0.value)) })
    }
  }
}
