// SPDX-License-Identifier: Apache-2.0

internal import Assessment
internal import Fairness
package import GateModel

/// The group rates and fairness metrics of one evaluation file, for `modelgate fairness`.
package struct FairnessReport: Sendable {
  /// One attribute or crossing.
  struct Attribute: Sendable {
    let name: String
    /// The attributes of a crossing, or the one attribute.
    let parts: [String]
    /// The values of each group, one per attribute of a crossing.
    let values: [String: [String]]
    let groups: [AttributeAssessment.Group]
    let metrics: [Metric]
    /// The declared reference group.
    let reference: String?
    /// The crossings of the values in use that nobody counted.
    let absent: [String]
    /// The groups that the file names and does not count.
    let uncounted: [String]
    /// The groups whose counts were worked out from rates.
    let recovered: [String]
    /// What a reader should know about the groups.
    let warnings: [Warning]
    /// Whether the groups are not all the cases of the file.
    var isIncomplete = false
    /// What the file states of the groups beside their counts.
    let stated: [StatedNumber]

    /// What is said of a metric in words, where it is judged.
    func sentence(about metric: Metric, of origin: Origin) -> FairnessSentence? {
      guard metric.limit != nil, let native = metric.native else { return nil }
      return FairnessSentence(
        native,
        groups,
        failBy: native.isSecondKey ? .twoKey : .interval,
        origin: origin.words
      )
    }

    /// What small groups do not carry away, as information beside the verdicts.
    var moderation: String? { FairnessSentence.moderation(of: .selectionRate, in: groups) }
  }

  /// What a reader should know about groups.
  struct Warning: Sendable {
    let text: String
    /// The same for a copy from which numbers are left out.
    let withoutNumbers: String
  }

  /// One metric, whosever definition it follows.
  struct Metric: Sendable {
    let name: String
    let convention: String
    var value: Compatibility.Entry.Value?
    var interval: Interval?
    let level: Double
    var groups: GroupPair?
    var limit: Limit?
    var verdict = FairnessVerdict.notEvaluable
    var reason: String?
    /// The judgement in full, where it is this project's own.
    var native: MetricResult?
    /// What it is about, where neither two groups nor a whole attribute.
    var about: String?
    /// Whether it is stated and follows from shares of whole cases.
    var isRecovered = false
  }

  /// What an evaluation is of, as far as its file says.
  struct Origin: Sendable {
    let path: String
    let model: String?
    let dataset: String?

    init(_ artifacts: [Artifact], path: String) {
      self.path = path
      let model = artifacts.lazy.flatMap(\.models).first
      let words = [model?.name, model?.version].compactMap { $0 }
      self.model = words.isEmpty ? nil : words.joined(separator: " ")
      dataset = artifacts.lazy.flatMap(\.datasets).compactMap(\.name).first
    }

    /// What the file says of itself: `Test set loans-2025, model credit-scoring 2.3.0.`.
    var words: String? {
      let parts = [dataset.map { "test set \($0)" }, model.map { "model \($0)" }].compactMap(\.self)
      guard let start = parts.first?.first else { return nil }
      return start.uppercased() + parts.joined(separator: ", ").dropFirst() + "."
    }
  }

  let attributes: [Attribute]
  /// The metrics of groups and of bias that the file states and nothing judges.
  let unjudged: [String]
  let request: FairnessRequest
  /// Whether being selected is wanted; nil where nobody said it.
  let positiveMeans: PositiveMeaning?
  let origin: Origin
  /// How much of it is written out.
  let extent: ReportExtent

  /// Reads a file and computes everything about its groups.
  ///
  /// - Parameters:
  ///   - path: An evaluation file in any known format, or `-` for JSON on standard input.
  ///   - request: What to compute.
  /// - Throws: A configuration failure with place and help for a file that cannot be used.
  package init(path: String, request: FairnessRequest) throws(RunFailure) {
    let file = try GroupCountsFile(
      path,
      attribute: request.attribute,
      needsCounts: request.library != nil
    )
    try request.checkLimits(stated: file.statedMetrics)
    let references = try ReferenceGroups(request.references, in: file.attributes)
    let meaning = try Self.meaning(file, request)
    self.request = request
    positiveMeans = meaning
    origin = file.origin
    let isComparable = file.attributes.contains { $0.groups.count > 1 }
    let computations = file.attributes.map { attribute in
      AttributeComputation(
        attribute: attribute,
        reference: references[attribute.name],
        request: request,
        file: file
      )
    }
    for computation in computations {
      if !isComparable { try computation.refuseSingleGroup() }
      try computation.refuseEmptyGroups()
    }
    var attributes: [Attribute] = []
    let assessed = try Self.assess(computations, request, meaning)
    for (computation, assessment) in zip(computations, assessed) {
      attributes.append(try computation.report(assessment))
    }
    attributes += try Self.statedOnly(file, request)
    self.attributes = attributes
    unjudged = request.library == nil ? UnjudgedNumbers.names(in: file, besides: attributes) : []
    extent = ReportExtent(
      of: attributes,
      isWhole: request.isWhole || request.library != nil
    )
  }

  /// What the file states and the report does not judge, in words.
  var aside: String? {
    guard !unjudged.isEmpty else { return nil }
    let named = unjudged.prefix(12).map { ConsoleText.shown($0) }.joined(separator: ", ")
    let more = unjudged.count > 12 ? " and \(unjudged.count - 12) more" : ""
    return "Stated and not judged, since the counts do not give it: \(named)\(more)."
  }

  /// What a large report leaves out, in sentences.
  var omissions: [String] {
    var omissions: [String] = []
    let (all, shown) = attributes.reduce((0, 0)) { sum, attribute in
      (sum.0 + attribute.metrics.count, sum.1 + extent.metrics(of: attribute).count)
    }
    if shown < all {
      omissions.append(
        "\(all - shown) comparisons of single groups are judged and not shown; of each metric and "
          + "attribute the worst are"
      )
    }
    if extent.isShortened {
      let hidden = attributes.reduce(0) { $0 + $1.groups.count - extent.groups(of: $1).count }
      omissions.append(
        "\(hidden) groups that are neither extreme nor named by a metric are judged and not shown, the "
          + "others with their selection, true positive and false positive rates only (--all shows all)"
      )
    }
    return omissions
  }

  /// What is stated of attributes that nobody counts: without any counts all of it, else what has a limit.
  private static func statedOnly(
    _ file: GroupCountsFile,
    _ request: FairnessRequest
  ) throws(RunFailure) -> [Attribute] {
    guard request.library == nil else { return [] }
    let counted = Set(file.attributes.map(\.parts))
    let gaps = StatedGaps(measurements: file.measurements, request: request)
    let stated = StatedGaps.attributes(in: file.measurements, unnamed: request.attribute)
    var attributes: [Attribute] = []
    let scores = IdealScores(in: file.measurements, request)
    for parts in stated + scores.attributes.filter({ !stated.contains($0) })
    where !counted.contains(parts) {
      do throws(FairnessError) {
        let found = try gaps.metrics(of: parts, counted: [], besides: [])
        let scored = try scores.metrics(of: parts)
        let metrics = scored + found + AttributeComputation.missing(found, of: request)
        let isLimited = found.contains { $0.limit?.origin == .policy }
        guard counted.isEmpty || !scored.isEmpty || isLimited else {
          continue
        }
        attributes.append(Attribute(statedOf: parts, metrics))
      } catch {
        throw .configuration(error.description, help: "correct the stated numbers")
      }
    }
    return attributes
  }

  /// All attributes together, since their comparisons share the error.
  private static func assess(
    _ computations: [AttributeComputation],
    _ request: FairnessRequest,
    _ meaning: PositiveMeaning?
  ) throws(RunFailure) -> [AttributeAssessment] {
    let terms = AssessmentTerms(
      limits: request.allLimits,
      level: request.level,
      minimumGroupSize: request.minimumN,
      minimumEvents: min(10, request.minimumN),
      failBy: request.failBy == .interval ? .interval : .twoKey,
      positiveMeans: meaning
    )
    do throws(FairnessError) {
      return try AttributeAssessment.assess(computations.map(\.groups), terms)
    } catch {
      // The attribute that cannot be assessed by itself is the one that the error is about.
      for computation in computations {
        do throws(FairnessError) {
          _ = try AttributeAssessment.assess([computation.groups], terms)
        } catch {
          throw computation.failure(error)
        }
      }
      throw computations[0].failure(error)
    }
  }

  private static func meaning(
    _ file: GroupCountsFile,
    _ request: FairnessRequest
  ) throws(RunFailure) -> PositiveMeaning? {
    let stated = file.positiveMeans.flatMap(PositiveMeaning.init)
    guard let asked = (request.positiveMeans?.rawValue).flatMap(PositiveMeaning.init) else {
      return stated
    }
    guard stated == nil || stated == asked else {
      throw .configuration(
        "--positive-means \(asked.rawValue) contradicts the file, which says "
          + "\(stated?.rawValue ?? "")",
        help: "leave the option out, or correct positive_means in the file"
      )
    }
    return asked
  }

  /// Pass when everything could be computed and every limit holds.
  ///
  /// The limits are those of the request, or, without one, the customary ones. A limit that is
  /// missed fails. One that the data cannot judge, a metric that is undefined, and groups that are not all
  /// the cases of the file leave it undecided. What another library computes is never judged.
  package var verdict: Verdict {
    guard request.library == nil else { return .pass }
    let metrics = attributes.flatMap(\.metrics)
    let judged =
      request.limits.isEmpty
      ? metrics.filter { $0.limit != nil || $0.value == nil }
      : metrics.filter { $0.limit?.origin == .policy }
    if judged.contains(where: { $0.verdict == .fail }) { return .fail }
    if attributes.contains(where: \.isIncomplete) { return .undecided }
    return !judged.isEmpty && judged.allSatisfy { $0.verdict == .pass } ? .pass : .undecided
  }
}

extension FairnessReport.Attribute {
  /// An attribute of which numbers are stated and nothing is counted.
  fileprivate init(statedOf parts: [String], _ metrics: [FairnessReport.Metric]) {
    self.init(
      name: SliceName.joined(parts),
      parts: parts,
      values: [:],
      groups: [],
      metrics: metrics,
      reference: nil,
      absent: [],
      uncounted: [],
      recovered: [],
      warnings: [],
      stated: []
    )
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
