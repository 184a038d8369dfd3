// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import GateModel
import TestSupport
import Testing

@Suite("Card, dataset and assessment files that are not what they should be")
struct CardRobustnessTests {
  private static let fixtures = [
    "mct/model_card.json", "mct/model_card_0_0_1.json", "mitchell-json/loan-default.json",
    "sagemaker/model_card.json", "monai/metadata.json", "mlflow/MLmodel",
    "frictionless/datapackage.json", "croissant/croissant.json", "hf-eval-results/fairness.yaml",
    "cnil-pia/pia.json", "cnil-pia/back-end.json", "nl-dpia/full.json", "nl-dpia/iama.json",
    "cyclonedx/aibom.cdx.json", "spdx/ai.spdx3.json", "ars/model_card.yaml",
    "ars/assessments/iama.yaml", "data-card/DATA_CARD.md",
  ]

  @Test(arguments: Self.fixtures)
  func `a truncated file is recognized, not recognized or a fault`(path: String) throws {
    let bytes = try CardFixture.bytes(path)
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      check(path, Array(bytes.prefix(count)))
    }
  }

  @Test(arguments: Self.fixtures)
  func `a byte order mark and carriage returns change no record`(path: String) throws {
    let bytes = try CardFixture.bytes(path)
    let carriage = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    let expected = try CardFixture.artifacts(path)
    guard
      case .recognized(let found, _) = ArtifactReader().read(
        SourceFile(path: path, bytes: [0xEF, 0xBB, 0xBF] + carriage)
      )
    else {
      Issue.record("\(path) with carriage returns was not recognized")
      return
    }
    #expect(found.map(\.statements.count) == expected.map(\.statements.count))
    #expect(found.map(\.numbers) == expected.map(\.numbers))
    #expect(found.map(\.people) == expected.map(\.people))
    #expect(found.map(\.issueLines) == expected.map(\.issueLines))
  }

  @Test(arguments: Self.fixtures)
  func `mutated bytes never stop the reader`(path: String) throws {
    let bytes = try CardFixture.bytes(path)
    let alphabet = Array(#"{}[]",:-#|>&*!%@`~ 09aTnN\u0000éé"#.utf8)
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var mutant = bytes
      for _ in 0...Int.random(in: 0...5, using: &random) where !mutant.isEmpty {
        let place = Int.random(in: 0..<mutant.count, using: &random)
        let other = Int.random(in: 0..<mutant.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: mutant[place] = alphabet.randomElement(using: &random) ?? 0
        case 1: mutant.remove(at: place)
        case 2: mutant.insert(mutant[other], at: place)
        default: mutant.swapAt(place, other)
        }
      }
      check("\(path) with seed \(seed)", mutant, at: path)
    }
  }

  /// Every scalar and every composite of each fixture is replaced by something of another kind.
  @Test(arguments: Self.fixtures)
  func `values of another kind become issues or are passed over`(path: String) throws {
    guard path.hasSuffix("json") else { return }
    let text = String(decoding: try CardFixture.bytes(path), as: UTF8.self)
    let starts = text.indices.filter { text[$0] == ":" }
    let values = [
      "null", "[]", "{}", "[[1]]", "[null]", "NaN", "-1e999", "true", #""""#, #"{"a": [{}]}"#,
    ]
    for (index, start) in starts.enumerated() {
      let rest = text[text.index(after: start)...]
      guard let end = rest.firstIndex(where: { ",}]\n".contains($0) }) else { continue }
      let mutant = text[...start] + " " + values[index % values.count] + text[end...]
      check("\(path) at colon \(index)", Array(mutant.utf8), at: path)
    }
  }

  private static let notRecognized: [(path: String, text: String)] = [
    ("model_card.json", "{}"), ("model_card.json", "[]"), ("model_card.json", "null"),
    ("model_card.json", #"{"model_details": []}"#), ("pia.json", #"{"pia": {}, "answers": []}"#),
    ("pia.json", #"[{"reference_to": 111}]"#), ("dpia.json", #"{"metadata": [], "answers": {}}"#),
    ("croissant.json", #"{"@type": "sc:Dataset", "name": "x"}"#),
    (
      "croissant.json",
      #"{"@context": {"cr": "http://mlcommons.org/croissant/"}, "@type": "Person"}"#
    ),
    ("vocab.json", #"{"metric": 1, "message": 2, "ideal": 3, "description": 4}"#),
    ("vocab.json", #"{"version": 1, "requirements": 2, "measures": 3, "instruments": 4}"#),
    ("datapackage.json", #"{"resources": []}"#), ("datapackage.json", #"{"resources": [{}]}"#),
    ("bom.json", #"{"bomFormat": "CycloneDX", "components": {}}"#),
    ("sbom.spdx.json", #"{"@graph": [{"type": "software_Package"}]}"#),
    ("x/MLmodel", "flavors: {}"),
    ("x/MLmodel", "- a"), ("configs/metadata.json", #"{"version": "1"}"#),
    (".eval_results/a.yaml", "- value: 1"), ("model_card.yaml", "model_index: []"),
    ("assessments/a.yaml", "name: IAMA\ncontents: []"),
  ]

  @Test(arguments: Self.notRecognized)
  func `what lacks the marks of a format is not recognized`(path: String, text: String) {
    let outcome = CardFixture.outcome(of: text, at: path)
    guard case .notRecognized = outcome else {
      Issue.record("\(path) was taken for something: \(outcome)")
      return
    }
  }

  @Test func `long lines of base64 are neither a number, a slice nor part of a message`() throws {
    let long = String(repeating: "A", count: 100_000)
    let text = """
      {"schema_version": "0.0.2", "model_details": {"name": "m", "version": {"date": "\(long)"}},
       "quantitative_analysis": {"performance_metrics": [{"type": "accuracy", "value": "\(long)",
         "slice": "\(long)"}], "graphics": {"collection": [{"image": "\(long)"}]}}}
      """
    let card = try CardFixture.artifact(of: text, at: "model_card.json")
    #expect(card.issueLines == ["unreadable-date:1", "unreadable-number:2"])
    #expect(card.issues.allSatisfy { $0.message.count < 200 })
  }

  private func check(_ name: String, _ bytes: [UInt8], at path: String? = nil) {
    let outcome = ArtifactReader().read(SourceFile(path: path ?? name, bytes: bytes))
    guard case .recognized(let artifacts, let reason) = outcome else { return }
    #expect(!artifacts.isEmpty && !reason.isEmpty, "\(name) is recognized as nothing")
    for measurement in artifacts.flatMap(\.measurements) {
      #expect(measurement.value?.isFinite ?? true, "\(name) has a number without a value")
    }
    for issue in artifacts.flatMap(\.issues) {
      #expect(issue.message.count < 400, "\(name) has an endless message")
    }
  }
}
