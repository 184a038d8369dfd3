// SPDX-License-Identifier: Apache-2.0

import EvidenceBundle
import Foundation
import Gate
import GateModel
import TestSupport
import Testing

/// `data/facts.json` is documented: the committed schema names each of its keys.
@Suite("The facts of a bundle") struct FactsFileTests {
  private static let schema = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates/schemas/facts.schema.json")

  /// Where a value breaks the schema, as far as types, required and other keys go.
  private func flaws(of value: Any, against schema: [String: Any], at place: String) -> [String] {
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(place): no object"] }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      return missing.map { "\(place): no \($0)" }
        + object.flatMap { key, member in
          properties[key].map { flaws(of: member, against: $0, at: "\(place)/\(key)") }
            ?? ["\(place): the key \(key) is not documented"]
        }
    case "array":
      guard let list = value as? [Any] else { return ["\(place): no list"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return list.flatMap { flaws(of: $0, against: items, at: "\(place)[]") }
    case "string": return value is String ? [] : ["\(place): no text"]
    case "integer", "boolean": return value is NSNumber ? [] : ["\(place): no number"]
    default: return schema["const"] as? String == value as? String ? [] : ["\(place): \(value)"]
    }
  }

  @Test(arguments: ["credit-scoring", "recruiting-screening", "ticket-router"])
  func `every key of a bundle's facts is documented`(example: String) async throws {
    var gate = try Gate(example, ["results/q4.json": "{\"a\": 1}\n"])
    gate.request.failOn = .warn
    gate.request.redaction = try Redaction(["MODEL_CARD.md"])
    let bundle = try await gate.record(collectsEvidence: true).bundleFiles()
    let facts = try JSONSerialization.jsonObject(
      with: Data(bundle.text(of: "data/facts.json").utf8)
    )
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
    let document = try #require(schema as? [String: Any])
    #expect(flaws(of: facts, against: document, at: "").isEmpty)
    let wrong = ["schema": "modelgate/facts/v1", "other": 1] as [String: Any]
    #expect(flaws(of: wrong, against: document, at: "").count == 6)
  }
}
