// SPDX-License-Identifier: Apache-2.0

internal import Fairness
package import GateModel

/// The group rates and fairness metrics of one evaluation file, for `modelgate fairness`.
package struct FairnessReport: Sendable {
  /// One attribute or crossing.
  struct Attribute: Sendable {
    let name: String
    let groups: [AttributeAssessment.Group]
    let metrics: [Metric]
    /// The declared reference group.
    let reference: String?
    /// The crossings of the values in use that nobody counted.
    let absent: [String]
  }

  /// One metric, whosever definition it follows.
  struct Metric: Sendable {
    let name: String
    let convention: String
    let value: Compatibility.Entry.Value?
    let interval: Interval?
    let level: Double
    var groups: GroupPair?
    var limit: Limit?
    var verdict = FairnessVerdict.notEvaluable
    var reason: String?
    var neededN: Int?
    /// The comparison that decided, where another one is shown.
    var decidedBy: DecidingComparison?
    /// The corrected p-value of equality, where there is a test.
    var adjustedP: Double?
  }

  let attributes: [Attribute]
  let request: FairnessRequest
  let positiveMeans: PositiveMeaning

  /// Reads a file and computes everything about its groups.
  ///
  /// - Parameters:
  ///   - path: An evaluation file in any known format, or `-` for JSON on standard input.
  ///   - request: What to compute.
  /// - Throws: A configuration failure with place and help for a file that cannot be used.
  package init(path: String, request: FairnessRequest) throws(RunFailure) {
    let file = try GroupCountsFile(path)
    let references = try ReferenceGroups(request.references, in: file.attributes)
    let meaning = file.positiveMeans.flatMap(PositiveMeaning.init) ?? .benefit
    self.request = request
    positiveMeans = meaning
    var attributes: [Attribute] = []
    let isComparable = file.attributes.contains { $0.groups.count > 1 }
    for attribute in file.attributes {
      let computation = AttributeComputation(
        attribute: attribute,
        reference: references[attribute.name],
        request: request,
        positiveMeans: meaning
      )
      if !isComparable { try computation.refuseSingleGroup() }
      attributes.append(try computation.result())
    }
    self.attributes = attributes
  }

  /// Pass when everything could be computed and every limit of the request holds.
  ///
  /// A limit that is missed fails. One that the data cannot judge, or, where no limit was given, a
  /// metric that is undefined, leaves it undecided. What another library computes is never judged.
  package var verdict: Verdict {
    guard request.library == nil else { return .pass }
    let metrics = attributes.flatMap(\.metrics)
    guard !request.limits.isEmpty else {
      return metrics.contains { $0.value == nil } ? .undecided : .pass
    }
    let judged = metrics.filter { $0.limit?.origin == .policy }
    if judged.contains(where: { $0.verdict == .fail }) { return .fail }
    return judged.allSatisfy { $0.verdict == .pass } ? .pass : .undecided
  }
}

/// The reference groups that a request names, by attribute.
struct ReferenceGroups {
  private var groups: [String: GroupAttribute.Group] = [:]

  init(_ texts: [String], in attributes: [GroupAttribute]) throws(RunFailure) {
    for text in texts {
      guard let attribute = attributes.first(where: { text.hasPrefix("\($0.name)=") }) else {
        let known = attributes.map { "'\($0.name)'" }.joined(separator: ", ")
        throw .configuration(
          "the reference '\(text)' names no attribute of the file",
          help: "write attribute=group; attributes are: \(known)"
        )
      }
      let name = String(text.dropFirst(attribute.name.count + 1))
      guard let group = attribute.group(named: name) else {
        let known = attribute.groups.prefix(20).map { "'\($0.name)'" }.joined(separator: ", ")
        throw .configuration(
          "'\(attribute.name)' has no group '\(name)' to compare with",
          help: "groups are: \(known)"
        )
      }
      guard groups.updateValue(group, forKey: attribute.name) == nil else {
        throw .configuration(
          "'\(attribute.name)' has two references",
          help: "give one --reference per attribute"
        )
      }
    }
  }

  subscript(attribute: String) -> GroupAttribute.Group? { groups[attribute] }
}
