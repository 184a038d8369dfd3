// SPDX-License-Identifier: Apache-2.0

import Artifacts
import GateModel
import TestSupport
import Testing

/// Each format against each way in which files are not what they should be.
@Suite struct BadInputTests {
  /// What is read from a good file and must be read from one that only looks different.
  private struct Content: Hashable {
    var readings: [Reading] = []
    var statements = 0
    var parties = 0
    var models: [String?] = []
    var issues: [String] = []

    init(_ artifacts: [Artifact]) {
      for artifact in artifacts {
        readings += artifact.readings
        statements += artifact.statements.count
        parties += artifact.parties.count
        models += artifact.models.map(\.name)
        issues += artifact.issueCodes
      }
    }
  }

  private static func artifacts(_ outcome: ReadOutcome) -> [Artifact]? {
    guard case .recognized(let artifacts, _) = outcome else { return nil }
    return artifacts
  }

  @Test func `every format has a sample`() {
    let missing = Set(ArtifactFormats.all.map(\.name)).subtracting(FormatSample.all.map(\.format))
    #expect(missing.isEmpty)
  }

  @Test(arguments: FormatSample.all)
  func `a sample is read by its format`(sample: FormatSample) throws {
    let artifacts = Self.artifacts(sample.outcome(try sample.bytes()))
    #expect(artifacts?.first?.format == sample.format)
  }

  @Test(arguments: FormatSample.all)
  func `a byte order mark and Windows line ends change nothing`(sample: FormatSample) throws {
    let bytes = try sample.bytes()
    let windows = bytes.flatMap { (byte: UInt8) -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    // A metric file of MLflow has no syntax in which a mark could stand.
    let mark: [UInt8] = sample.format == "mlflow-metric" ? [] : [0xEF, 0xBB, 0xBF]
    let expected = Self.artifacts(sample.outcome(bytes)).map(Content.init)
    #expect(expected != nil)
    #expect(Self.artifacts(sample.outcome(mark + windows)).map(Content.init) == expected)
  }

  @Test(arguments: FormatSample.all)
  func `a file that ends early is never read as whole`(sample: FormatSample) throws {
    let bytes = try sample.bytes()
    for part in 1..<20 {
      let outcome = sample.outcome(Array(bytes[..<(bytes.count * part / 20)]))
      guard let artifacts = Self.artifacts(outcome) else { continue }
      #expect(!sample.isJSON, "\(part) of 20 parts were recognized")
      #expect(artifacts.allSatisfy { $0.source.path == sample.path })
    }
  }

  @Test(arguments: FormatSample.all)
  func `text that is not UTF-8 is a fault with a remedy`(sample: FormatSample) throws {
    let bytes = try sample.bytes()
    let latin = bytes[..<(bytes.count / 2)] + [0xE9] + bytes[(bytes.count / 2)...]
    let wide: [UInt8] = [0xFF, 0xFE] + bytes.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    for damaged in [Array(latin), wide] {
      let outcome = sample.outcome(damaged)
      if case .fault(let fault) = outcome {
        #expect(fault.location?.path == sample.path)
        #expect(!fault.help.isEmpty)
      } else {
        // Without a name that tells the syntax, such bytes are no text of ours; a log of lines is a report
        // by its text alone, and says otherwise what to export instead.
        #expect(["mlflow-metric", "garak"].contains(sample.format), "\(outcome)")
      }
    }
  }

  @Test(arguments: FormatSample.all.filter(\.isJSON))
  func `a long line beside the records changes none and is never shown`(
    sample: FormatSample
  ) throws {
    let bytes = try sample.bytes()
    guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return }
    let member = #""x_image": ""# + String(repeating: "QUJD", count: 25_000) + #"", "#
    let long = bytes[...brace] + Array(member.utf8) + bytes[(brace + 1)...]
    let expected = Self.artifacts(sample.outcome(bytes)).map(Content.init)
    let found = Self.artifacts(sample.outcome(Array(long)))
    #expect(found.map { Content($0).readings } == expected?.readings)
    #expect(found.map { Content($0).models } == expected?.models)
    let messages = (found ?? []).flatMap(\.issues).map(\.message)
    #expect(messages.allSatisfy { $0.utf8.count < 400 })
  }

  @Test(
    arguments: FormatSample.all.filter(\.isJSON),
    [
      "[[\"x\"]]", "{\"a\": [1]}", "null", "true", "-1", "1e999", "\"\"",
    ]
  )
  func `texts of another type are issues or nothing`(sample: FormatSample, value: String) throws {
    let text = String(decoding: try sample.bytes(), as: UTF8.self)
    for seed in 0..<UInt64(4) {
      var random = SeededGenerator(seed: seed)
      let damaged = Self.exchange(in: text, for: value, using: &random)
      for artifact in Self.artifacts(sample.outcome(Array(damaged.utf8))) ?? [] {
        #expect(artifact.measurements.allSatisfy { $0.value?.isFinite ?? true })
        #expect(artifact.issues.allSatisfy { $0.message.utf8.count < 400 })
        let places = artifact.issues.map(\.source) + artifact.measurements.map(\.source)
        #expect(places.allSatisfy { $0.path == sample.path && $0.position.line >= 1 })
      }
    }
  }

  /// Exchanges about one in four of the texts that are values.
  private static func exchange(
    in text: String,
    for value: String,
    using random: inout SeededGenerator
  ) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: #/:\s*"/#)?.upperBound {
      guard let end = rest[start...].firstIndex(of: "\"") else { break }
      let isExchanged = Int.random(in: 0..<4, using: &random) == 0
      result += isExchanged ? rest[..<rest.index(before: start)] + value : rest[...end]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  @Test(arguments: [
    ("modelgate-evaluation", #"modelgate/evaluation/v1"#, "modelgate/evaluation/v9"),
    ("modelgate-dpia", "modelgate/dpia/v1", "modelgate/dpia/v9"),
    ("croissant", "mlcommons.org/croissant/1.0", "mlcommons.org/croissant/9.0"),
    ("cyclonedx-mlbom", #""specVersion": "1.6""#, #""specVersion": "9.9""#),
    ("model-card-toolkit", "0.0.2", "9.9.9"),
    ("inspect-log", #""version": 2"#, #""version": 99"#),
    ("spdx-ai", "3.0.1", "9.0.0"),
    ("every-eval-ever", "0.2.2", "9.0.0"),
    ("frictionless", "profiles/2.0", "profiles/9.0"),
  ])
  func `a version that is not known is told, or the file is not taken for the format`(
    format: String,
    known: String,
    unknown: String
  ) throws {
    let sample = try #require(FormatSample.all.first { $0.format == format })
    let text = String(decoding: try sample.bytes(), as: UTF8.self)
    try #require(text.contains(known))
    let artifacts = Self.artifacts(sample.outcome(Array(text.replacing(known, with: unknown).utf8)))
    for artifact in artifacts ?? [] {
      #expect(!artifact.issues.isEmpty, "\(artifact.format) \(artifact.formatVersion ?? "-")")
    }
  }
}
