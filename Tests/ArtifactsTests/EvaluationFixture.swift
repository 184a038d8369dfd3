// SPDX-License-Identifier: Apache-2.0

import Artifacts
import FileShapes
import FoundationEssentials
import GateModel
import Testing

/// Files of evaluation formats, and what the reader makes of them.
enum EvaluationFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// The one evaluation in a fixture, found by its content alone.
  static func read(_ name: String, as kind: ArtifactKind? = nil) throws -> Artifact {
    try evaluation(try bytes(name), path: name, as: kind)
  }

  /// The one evaluation in a text.
  static func parse(
    _ text: String,
    path: String = "metrics.json",
    as kind: ArtifactKind? = nil
  ) throws -> Artifact {
    try evaluation(Array(text.utf8), path: path, as: kind)
  }

  private static func evaluation(
    _ bytes: [UInt8],
    path: String,
    as kind: ArtifactKind?
  ) throws -> Artifact {
    let outcome = ArtifactReader().read(SourceFile(path: path, bytes: bytes), as: kind)
    guard case .recognized(let artifacts, _) = outcome else {
      throw UnexpectedOutcome(outcome: outcome)
    }
    try #require(artifacts.count == 1)
    return artifacts[0]
  }

  static func outcome(_ text: String, path: String = "metrics.json") -> ReadOutcome {
    ArtifactReader().read(SourceFile(path: path, bytes: Array(text.utf8)))
  }
}

struct UnexpectedOutcome: Error {
  let outcome: ReadOutcome
}

/// A number with what it is about, short enough for a table of expectations.
struct Reading: Hashable, CustomStringConvertible {
  let metric: String
  let value: Double?
  let slice: String
  let n: Int?

  init(_ metric: String, _ value: Double?, _ slice: String = "", n: Int? = nil) {
    self.metric = metric
    self.value = value
    self.slice = slice
    self.n = n
  }

  init(_ measurement: Measurement) {
    let pairs = measurement.slice.map { "\($0.attribute)=\($0.group)" }
    self.init(
      measurement.metric,
      measurement.value,
      pairs.joined(separator: ","),
      n: measurement.n
    )
  }

  var description: String {
    "\(metric)[\(slice)]=\(value.map { "\($0)" } ?? "nil") n=\(n.map { "\($0)" } ?? "nil")"
  }
}

extension Artifact {
  var readings: [Reading] { measurements.map { Reading($0) } }

  var issueCodes: [String] { issues.map(\.code) }

  func measurement(at pointer: String) -> Measurement? {
    measurements.first { $0.source.pointer == pointer }
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a printed seed repeats a failure.
struct SeededBytes: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A copy with a few bytes changed, dropped, doubled or replaced by telling ones.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let tokens = ["null", "NaN", "[", "]", "{", "}", "\"", "-1", "1e999", ",", ":", "0", "[[]]"]
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 20))
      default:
        let token = tokens[Int.random(in: 0..<tokens.count, using: &self)]
        bytes.replaceSubrange(place..<min(bytes.count, place + 3), with: Array(token.utf8))
      }
    }
    return bytes
  }
}
