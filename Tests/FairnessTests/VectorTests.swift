// SPDX-License-Identifier: Apache-2.0

import Fairness
import Foundation
import Testing

/// One published example with the values that the libraries returned.
struct Vector: Sendable, CustomTestStringConvertible {
  let id: String
  let input: JSONValue
  let params: JSONValue?
  let expected: JSONValue

  var testDescription: String { id }

  /// The vectors in the tree, or those of the file that MODELGATE_FAIRNESS_VECTORS names.
  static let all: [Vector] = {
    let tree = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Vectors/fairness_vectors.json")
    let other = ProcessInfo.processInfo.environment["MODELGATE_FAIRNESS_VECTORS"]
    let file = other.map { URL(fileURLWithPath: $0) } ?? tree
    guard let document = try? JSONValue(contentsOf: file) else { return [] }
    let vectors = (document["vectors"]?.array ?? []).filter { vector in
      Reproduction.kinds.contains(vector["input"]?["kind"]?.string ?? "")
    }
    return vectors.map { vector in
      Vector(
        id: vector["id"]?.string ?? "",
        input: vector["input"] ?? .null,
        params: vector["params"],
        expected: vector["expected"] ?? .null
      )
    }
  }()
}

/// What came of comparing one vector.
struct VectorOutcome {
  var compared = 0
  var skipped = 0
  var mismatches: [String] = []
  /// Values that agree within the tolerance and differ in a last digit.
  var inexact: [String] = []

  /// Keys whose reference values come from iterative solvers, compared with 1e-7.
  static let iterative = [
    "diff.score_mn", "ratio.score_mn.statsmodels", "ratio.score_koopman.statsmodels",
    "scipy.exact",
  ]

  init(_ vector: Vector) throws {
    let computed = try Reproduction.values(of: vector)
    for (path, expected) in vector.expected.leaves()
    where !Reproduction.unused.contains(where: path.hasPrefix) {
      if case .string(let text) = expected,
        text.hasPrefix("UNUSABLE") || text.hasPrefix("UNDEFINED")
      {
        skipped += 1
        continue
      }
      compared += 1
      let got = computed[path] ?? nil
      let tolerance = Self.iterative.contains { path.hasPrefix($0) } ? 1e-7 : 1e-9
      if computed[path] == nil {
        mismatches.append("\(vector.id) \(path): not computed")
      } else if !Self.agree(got, expected, tolerance) {
        mismatches.append("\(vector.id) \(path): \(got ?? .nan), expected \(expected)")
      } else if !Self.agree(got, expected, 0, absolute: 0) {
        inexact.append("\(vector.id) \(path): \(got ?? .nan), expected \(expected)")
      }
    }
  }

  private static func agree(
    _ got: Double?,
    _ expected: JSONValue,
    _ tolerance: Double,
    absolute: Double = 1e-12
  ) -> Bool {
    let got = got ?? .nan
    switch expected {
    case .bool(let flag): return got == (flag ? 1 : 0)
    default:
      let number = expected.number
      if number.isNaN || got.isNaN { return number.isNaN && got.isNaN }
      if number.isInfinite { return got == number }
      return (got - number).magnitude <= max(absolute, tolerance * number.magnitude)
    }
  }
}

@Suite("Published vectors")
struct VectorTests {
  @Test(arguments: Vector.all)
  func `every value of a vector is reproduced`(_ vector: Vector) throws {
    let outcome = try VectorOutcome(vector)
    #expect(outcome.compared > 0)
    #expect(outcome.mismatches == [])
  }

  /// The libraries add up one term for each person, in an order that counts cannot know.
  private static let sums = ["theil", "coefficient_of_variation", "generalized_entropy"]

  @Test(arguments: Vector.all)
  func `the values of other libraries agree to the last digit`(_ vector: Vector) throws {
    guard vector.input["kind"]?.string == "confusion_counts" else { return }
    let inexact = try VectorOutcome(vector).inexact.filter { line in
      !Self.sums.contains { line.contains($0) }
    }
    #expect(inexact == [])
  }

  @Test func `the vectors are there and nearly all of their values are compared`() throws {
    let outcomes = try Vector.all.map { try VectorOutcome($0) }
    let compared = outcomes.reduce(0) { $0 + $1.compared }
    let skipped = outcomes.reduce(0) { $0 + $1.skipped }
    let mismatched = outcomes.reduce(0) { $0 + $1.mismatches.count }
    print("vectors \(outcomes.count), values \(compared), skipped \(skipped), off \(mismatched)")
    #expect(Vector.all.count >= 50)
    #expect(compared > 2000)
    #expect(skipped * 50 < compared)
  }
}
