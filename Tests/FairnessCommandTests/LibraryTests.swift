// SPDX-License-Identifier: Apache-2.0

import Foundation
import Gate
import Testing

/// One published example of a library's values on the counts of groups.
struct LibraryVector: Sendable, CustomTestStringConvertible {
  let id: String
  let library: FairnessRequest.Library
  let reference: String?
  let groups: [String: [String: Int]]
  /// Every value under the path of its keys, joined with dots.
  let expected: [String: Value]

  enum Value: Sendable, Equatable {
    case number(Double)
    case flag(Bool)
    case undefined
    case infinite
  }

  var testDescription: String { id }

  /// The vectors on counts; those with weights or with individual rows have no evaluation file.
  static let all: [LibraryVector] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "FairnessTests/Vectors/fairness_vectors.json")
    guard let data = try? Data(contentsOf: file),
      let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let vectors = document["vectors"] as? [[String: Any]]
    else { return [] }
    return vectors.compactMap(LibraryVector.init)
  }()

  private init?(_ vector: [String: Any]) {
    let families: [String: FairnessRequest.Library] = [
      "FL": .fairlearn, "AIF": .aif360, "AEQ": .aequitas,
    ]
    guard let id = vector["id"] as? String, let input = vector["input"] as? [String: Any],
      let library = families[String(id.prefix { $0 != "-" })],
      let groups = input["groups"] as? [String: [String: Int]],
      input["sample_weight_by_group"] == nil
    else { return nil }
    self.id = id
    self.library = library
    self.groups = groups
    let parameters = vector["params"] as? [String: Any]
    reference = library == .aif360 ? "privileged" : parameters?["reference_group"] as? String
    expected = Self.leaves(vector["expected"] ?? [:], "")
  }

  private static func leaves(_ value: Any, _ path: String) -> [String: Value] {
    if let object = value as? [String: Any] {
      return object.reduce(into: [:]) { leaves, member in
        let key = path.isEmpty ? member.key : "\(path).\(member.key)"
        leaves.merge(Self.leaves(member.value, key)) { first, _ in first }
      }
    }
    return [path: Value(value)]
  }
}

extension LibraryVector.Value {
  init(_ value: Any) {
    switch value {
    case let number as NSNumber where String(cString: number.objCType) == "c":
      self = .flag(number.boolValue)
    case let number as NSNumber: self = .number(number.doubleValue)
    case "Infinity" as String: self = .infinite
    default: self = .undefined
    }
  }

  /// The value of a metric in the report.
  init(metric: [String: Any]) {
    if metric["value"] is NSNull {
      self = metric["reason"] as? String == "infinite" ? .infinite : .undefined
    } else {
      self.init(metric["value"] as Any)
    }
  }

  /// Equality up to what the vectors allow: 1e-9 relative, 1e-12 absolute.
  func agrees(with other: Self) -> Bool {
    guard case .number(let one) = self, case .number(let two) = other else { return self == other }
    return (one - two).magnitude <= max(1e-12, 1e-9 * two.magnitude)
  }
}

@Suite("Values of other libraries")
struct LibraryTests {
  @Test func `the vectors are there`() {
    let values = LibraryVector.all.reduce(0) { $0 + $1.expected.count }
    #expect(LibraryVector.all.count == 28)
    #expect(values > 1500)
  }

  @Test(arguments: LibraryVector.all)
  func `every key of a vector is a metric with the expected value`(_ vector: LibraryVector) throws {
    let groups = vector.groups.sorted { $0.key < $1.key }
    let file = try EvaluationFile(groups: groups.map { (["group": $0.key], $0.value) })
    try expect(vector, in: file, attribute: "group")
  }

  @Test(arguments: LibraryVector.all.filter { $0.groups.keys.contains { $0.contains("|") } })
  func `crossings of two attributes have the keys of one with joined names`(
    _ vector: LibraryVector
  ) throws {
    let groups = vector.groups.sorted { $0.key < $1.key }.map { name, counts in
      let parts = name.split(separator: "|").map(String.init)
      return (slice: ["a": parts[0], "b": parts[1]], counts: counts as [String: Any])
    }
    try expect(vector, in: EvaluationFile(groups: groups), attribute: "a × b")
  }

  private func expect(
    _ vector: LibraryVector,
    in file: EvaluationFile,
    attribute: String
  ) throws {
    let request = try FairnessRequest(
      library: vector.library,
      references: vector.reference.map { ["\(attribute)=\($0)"] } ?? []
    )
    let attributes = try file.attributes(request)
    #expect(attributes.map { $0["attribute"] as? String } == [attribute])
    let metrics = try #require(attributes.first?["metrics"] as? [[String: Any]])
    let values = Dictionary(
      uniqueKeysWithValues: metrics.map {
        ($0["name"] as? String ?? "", LibraryVector.Value(metric: $0))
      }
    )
    for (name, expected) in vector.expected.sorted(by: { $0.key < $1.key }) {
      let value = try #require(values[name], "\(vector.id) lacks \(name)")
      #expect(value.agrees(with: expected), "\(vector.id) \(name): \(value), not \(expected)")
    }
    #expect(metrics.allSatisfy { $0["convention"] as? String == vector.library.rawValue })
  }

  @Test
  func `with three groups AIF360 compares each of the others with the privileged one`() throws {
    let counts = ["tp": 30, "fp": 10, "tn": 50, "fn": 10]
    let file = try EvaluationFile(groups: ["a", "b", "c"].map { (["g": $0], counts) })
    let request = try FairnessRequest(library: .aif360, references: ["g=b"])
    let metrics = try #require(file.attributes(request)[0]["metrics"] as? [[String: Any]])
    let pairs = metrics.filter { $0["name"] as? String == "disparate_impact" }
      .compactMap { $0["groups"] as? [String] }
    #expect(pairs == [["a", "b"], ["c", "b"]])
  }

  @Test func `without a reference Aequitas leaves out what needs one`() throws {
    let counts = ["tp": 30, "fp": 10, "tn": 50, "fn": 10]
    let file = try EvaluationFile(groups: ["a", "b"].map { (["g": $0], counts) })
    let request = try FairnessRequest(library: .aequitas)
    let metrics = try #require(file.attributes(request)[0]["metrics"] as? [[String: Any]])
    let names = metrics.compactMap { $0["name"] as? String }
    #expect(names.contains("disparity.majority.a.tpr_disparity"))
    #expect(!names.contains { $0.hasPrefix("disparity.predefined") || $0.hasPrefix("fairness.") })
  }
}
