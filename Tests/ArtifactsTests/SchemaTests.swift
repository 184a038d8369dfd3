// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import Foundation
import GateModel
import Survey
import TestSupport
import Testing

@Suite("Schemas of our file formats")
struct SchemaTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates/schemas")

  @Test(arguments: FileSchemas.all)
  func `the committed schemas are those that the readers check`(
    schema: FileSchemas.FileSchema
  ) throws {
    let url = Self.folder.appending(path: schema.name)
    guard FileManager.default.fileExists(atPath: url.path) else {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(schema.text.utf8).write(to: url)
      Testing.Issue.record("wrote \(schema.name); check it and run again")
      return
    }
    let committed = try String(contentsOf: url, encoding: .utf8)
    #expect(committed == schema.text, "remove \(schema.name) and run the tests to write it anew")
  }

  @Test(arguments: FileSchemas.all)
  func `every schema is JSON with a title, and refuses unknown keys`(
    schema: FileSchemas.FileSchema
  ) throws {
    let node = try JSONReader.read(Array(schema.text.utf8))
    #expect(node["title"]?.text?.isEmpty == false)
    #expect(node["type"]?.text == "object")
    #expect(node["additionalProperties"]?.bool == false)
    #expect(node["properties"]?.map?.allSatisfy { $0.value["description"] != nil } == true)
  }

  @Test(arguments: Sample.all)
  func `readers and schemas agree on good and bad files`(sample: Sample) throws {
    #expect(try sample.isAccepted() == sample.isGood)
  }

  @Test(.enabled(if: PythonSchema.isInstalled))
  func `another implementation of JSON Schema agrees`() throws {
    let verdicts = try PythonSchema.verdicts(on: Sample.all)
    #expect(verdicts.count == Sample.all.count)
    for (sample, verdict) in zip(Sample.all, verdicts) {
      #expect(verdict == sample.isGood, "\(sample.testDescription)")
    }
  }
}

/// A small file in one of our formats, written as JSON, which is YAML too.
struct Sample: CustomTestStringConvertible, Sendable {
  let schema: String
  let isGood: Bool
  let text: String
  var testDescription: String { "\(isGood ? "good" : "bad") \(schema): \(text.prefix(90))" }

  init(_ schema: String, _ isGood: Bool, _ text: String) {
    (self.schema, self.isGood, self.text) = (schema, isGood, text)
  }

  func isAccepted() throws -> Bool {
    let bytes = Array(text.utf8)
    switch schema {
    case "modelgate":
      return PolicyFile.read(try YAMLReader.read(bytes), path: "m.yml").problems.isEmpty
    case "ai-system":
      return SystemDeclaration.read(try YAMLReader.read(bytes), path: "a.yml").problems.isEmpty
    case "modelgate-waivers":
      return WaiverFile.read(try YAMLReader.read(bytes), path: "w.yml").problems.isEmpty
    default:
      let outcome = ArtifactReader().read(SourceFile(path: "x.json", bytes: bytes))
      guard case .recognized(let artifacts, _) = outcome else { return false }
      return artifacts.allSatisfy(\.issues.isEmpty)
    }
  }

  private static let system = #""version": 1, "id": "a", "name": "A""#
  private static let evaluation = #"""
    "schema": "modelgate/evaluation/v1", "model": {"name": "m", "version": 1.10}, \#
    "dataset": {"name": "d"}, "positive_means": "benefit"
    """#
  private static let dpia = #""schema": "modelgate/dpia/v1", "title": "T""#
  private static let waiver = #"""
    "rule": "r", "reason": "It is fixed in November.", "owner": "Olga Ost", "approved_by": "Ada West", \#
    "created": "2026-10-01", "expires": "2026-12-31"
    """#

  static let all: [Sample] = [
    Sample("modelgate", true, #"{"version": 1}"#),
    Sample("modelgate", true, #"{"version": 1, "packs": ["a", {"name": "b"}, {"path": "c"}]}"#),
    Sample("modelgate", true, #"{"version": 1, "fail_on": null, "waiver_warn_days": 0}"#),
    Sample("modelgate", false, #"{}"#),
    Sample("modelgate", false, #"{"version": "2"}"#),
    Sample("modelgate", false, #"{"version": 1, "packs": [{"name": "b", "path": "c"}]}"#),
    Sample("modelgate", false, #"{"version": 1, "packs": [{"parameters": {}}]}"#),
    Sample("modelgate", false, #"{"version": 1, "fail_on": "never ever"}"#),
    Sample("modelgate", false, #"{"version": 1, "waiver_max_days": 0}"#),
    Sample("modelgate", false, #"{"version": 1, "exclude": ["  "]}"#),
    Sample("ai-system", true, "{\(system)}"),
    Sample("ai-system", true, #"{\#(system), "role": "provider", "annex_iii": ["5b"]}"#),
    Sample("ai-system", true, #"{\#(system), "profiling": "unknown", "domain": []}"#),
    Sample("ai-system", true, #"{\#(system), "obvious_ai": {"value": true, "reason": "r"}}"#),
    Sample("ai-system", true, #"{\#(system), "eu_scope": {"excluded": "none", "owner": ""}}"#),
    Sample("ai-system", true, #"{\#(system), "placed_on_market": null, "models": null}"#),
    Sample("ai-system", true, #"{\#(system), "intersections": [["a", "b"]], "artifacts": {}}"#),
    Sample("ai-system", false, #"{"version": 1, "id": "A b", "name": "A"}"#),
    Sample("ai-system", false, #"{"version": 1, "id": "a", "name": " "}"#),
    Sample("ai-system", false, #"{\#(system), "profiling": "yes"}"#),
    Sample("ai-system", false, #"{\#(system), "practices": {"spying": true}}"#),
    Sample("ai-system", false, #"{\#(system), "art6_3": {"claimed": {"value": true}}}"#),
    Sample("ai-system", false, #"{\#(system), "models": [{"name": "m", "sha256": "0"}]}"#),
    Sample("ai-system", false, #"{\#(system), "placed_on_market": "October"}"#),
    Sample("ai-system", false, #"{\#(system), "obvious_ai": {"reason": "r"}}"#),
    Sample("ai-system", false, #"{\#(system), "contacts": [{"role": "owner"}]}"#),
    Sample("modelgate-waivers", true, #"{"version": 1, "waivers": []}"#),
    Sample("modelgate-waivers", true, #"{"version": 1, "waivers": [{\#(waiver)}]}"#),
    Sample("modelgate-waivers", false, #"{"version": 1, "waivers": [{"rule": "r"}]}"#),
    Sample("modelgate-waivers", false, #"{"version": 1, "waivers": {}}"#),
    Sample("evaluation", true, "{\(evaluation)}"),
    Sample(
      "evaluation",
      true,
      #"{\#(evaluation), "metrics": [{"name": "a", "value": null, "slice": {"sex": "F"}}]}"#
    ),
    Sample(
      "evaluation",
      true,
      #"{\#(evaluation), "groups": [{"slice": {"s": "F"}, "n": 2, "selected": 1}]}"#
    ),
    Sample("evaluation", false, #"{\#(evaluation), "metrics": [{"name": "a"}]}"#),
    Sample("evaluation", false, #"{\#(evaluation), "metrics": [{"name": "a", "value": "1"}]}"#),
    Sample("evaluation", false, #"{\#(evaluation), "groups": [{"slice": {"s": "F"}, "n": 2}]}"#),
    Sample(
      "evaluation",
      false,
      #"{\#(evaluation), "metrics": [{"name": "a", "value": 1, "n": -1}]}"#
    ),
    Sample("evaluation", false, #"{\#(evaluation), "score": 1}"#),
    Sample("dpia", true, "{\(dpia)}"),
    Sample("dpia", true, #"{\#(dpia), "sections": {"purposes": ["a", "b"]}, "version": 1.2}"#),
    Sample("dpia", false, #"{\#(dpia), "status": "finished"}"#),
    Sample("dpia", false, #"{\#(dpia), "sections": {"harms": "a"}}"#),
    Sample("dpia", false, #"{\#(dpia), "risks": [{"severity": "high"}]}"#),
    Sample(
      "fria",
      true,
      #"{"schema": "modelgate/fria/v1", "title": "T", "sections": {"harms": "a"}}"#
    ),
    Sample("fria", false, #"{"schema": "modelgate/fria/v1", "title": "T", "date": "2026"}"#),
  ]
}

/// The package `jsonschema` of Python, where it is installed.
enum PythonSchema {
  static let isInstalled = (try? run("import jsonschema", input: ""))?.status == 0

  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    given = json.load(sys.stdin)
    validators = {}
    for name, text in given["schemas"].items():
        Draft202012Validator.check_schema(json.loads(text))
        validators[name] = Draft202012Validator(json.loads(text))
    for sample in given["samples"]:
        print(int(validators[sample["schema"]].is_valid(json.loads(sample["text"]))))
    """

  /// Whether the schemas accept each of some samples.
  static func verdicts(on samples: [Sample]) throws -> [Bool] {
    struct Given: Encodable {
      struct Text: Encodable {
        let schema: String
        let text: String
      }
      let schemas: [String: String]
      let samples: [Text]
    }
    let given = Given(
      schemas: Dictionary(
        uniqueKeysWithValues: FileSchemas.all.map {
          (String($0.name.prefix { $0 != "." }), $0.text)
        }
      ),
      samples: samples.map { Given.Text(schema: $0.schema, text: $0.text) }
    )
    let input = String(decoding: try JSONEncoder().encode(given), as: UTF8.self)
    let (status, output) = try run(script, input: input)
    #expect(status == 0)
    return output.split(separator: "\n").map { $0 == "1" }
  }

  private static func run(_ script: String, input: String) throws -> (status: Int32, output: String)
  {
    let outcome = try SpawnedProgram.run(
      "/usr/bin/env",
      ["python3", "-c", script],
      environment: ProcessInfo.processInfo.environment,
      input: input
    )
    return (outcome.status, outcome.output)
  }
}
