// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Digests
internal import EvidenceBundle
internal import FileShapes
internal import GateModel
package import Reporting
internal import RuleLanguage
internal import RulePacks
internal import Survey

/// Runs the examples of rules: each is a little repository that is surveyed and judged for real.
package struct ExampleRun: Sendable {
  private struct Case: Sendable {
    let pack: RulePack
    let rule: Rule
    let example: RuleExample
  }

  private let cases: [Case]
  private let rulesWithoutExamples: [String]

  /// Prepares the examples of every rule of a catalogue.
  package init(_ catalogue: RuleCatalogue) {
    cases = catalogue.packs.flatMap { pack in
      pack.rules.flatMap { rule in
        rule.examples.map { Case(pack: pack, rule: rule, example: $0) }
      }
    }
    rulesWithoutExamples = catalogue.packs.flatMap { pack in
      pack.rules.filter(\.examples.isEmpty).map { "\(pack.id)/\($0.id)" }
    }
  }

  /// Runs every example; the results are in the order of packs, rules and examples.
  ///
  /// - Parameters:
  ///   - width: How many rules are worked on at once.
  ///   - mutating: Whether each comparison, quantifier and connective is changed in turn, to see
  ///     whether some example notices.
  /// - Returns: What came of every example.
  package func run(width: Int, mutating: Bool = false) async -> ExampleReport {
    var prepared: [PreparedExample] = []
    for start in stride(from: 0, to: cases.count, by: 64) {
      let batch = Array(cases[start..<min(start + 64, cases.count)])
      prepared += await withTaskGroup(of: (Int, PreparedExample).self) { group in
        for (index, item) in batch.enumerated() {
          group.addTask { (index, await PreparedExample(item.pack, item.rule, item.example)) }
        }
        var ordered: [(Int, PreparedExample)] = []
        for await pair in group { ordered.append(pair) }
        return ordered.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }
    var report = ExampleReport(
      results: await concurrentMap(prepared, width: width) { $0.result() },
      rulesWithoutExamples: rulesWithoutExamples
    )
    guard mutating else { return report }
    let examples = Dictionary(grouping: prepared, by: \.ruleName)
    let trials = await concurrentMap(examples.keys.sorted(), width: width) { name in
      MutationTrial(examples[name] ?? [])
    }
    report.survivors = trials.flatMap(\.survivors)
    report.mutantCount = trials.reduce(0) { $0 + $1.mutantCount }
    return report
  }
}

/// An example whose tree was read, ready to be judged by its rule or by a changed one.
struct PreparedExample: Sendable {
  let pack: RulePack
  let rule: Rule
  let example: RuleExample
  private let tree: Result<(policy: PolicyFile, survey: Survey), Problem>
  private let factChanges: [String: [FactChange]]
  private let missingFiles: [String: [String]]

  init(_ pack: RulePack, _ rule: Rule, _ example: RuleExample) async {
    self.pack = pack
    self.rule = rule
    self.example = example
    do throws(Problem) {
      let files = try example.tree(fixtures: pack.fixtures)
      let tree = ExampleTree(files)
      let policy = tree.policy
      let survey = await Surveying(policy: policy, mappings: [], width: 1).survey(tree)
      let earlier = try example.earlierFiles(of: files)
      factChanges = Self.factChanges(of: survey, example.earlier?.until, earlier)
      missingFiles = survey.missingFiles(among: files.map(\.path))
      self.tree = .success((policy, survey))
    } catch {
      (factChanges, missingFiles) = ([:], [:])
      tree = .failure(error)
    }
  }

  /// What the example says that its declarations were before.
  private static func factChanges(
    of survey: Survey,
    _ day: CalendarDate?,
    _ earlier: [PackFile]
  ) -> [String: [FactChange]] {
    survey.assessedDeclarations.reduce(into: [:]) { changes, item in
      changes[item.declaration.id] = []
      guard let day, let file = earlier.first(where: { $0.path == item.path }),
        let older = SystemDeclaration.read(SourceFile(path: item.path, bytes: file.bytes)).value
      else { return }
      let facts = item.declaration.changedFacts(since: older, on: day)
      if !facts.isEmpty { changes[item.declaration.id] = [FactChange(on: day, facts: facts)] }
    }
  }

  /// The rule with its pack.
  var ruleName: String { "\(pack.id)/\(rule.id)" }

  /// The outcome of the rule with other conditions, or nil when it gives none.
  func outcome(of rule: Rule) -> Outcome? {
    guard case .success(let (policy, survey)) = tree else { return nil }
    return ExampleOutcome.gravest(of: checks(by: rule, policy, survey))
  }

  /// What came of the example.
  func result() -> ExampleReport.Result {
    var result = ExampleReport.Result(
      rule: ruleName,
      example: example.name,
      expected: example.expected,
      location: example.location
    )
    switch tree {
    case .success(let (policy, survey)):
      let checks = checks(by: rule, policy, survey)
      result.actual = ExampleOutcome.gravest(of: checks)
      if !result.isSatisfied { result.explanation = ExampleOutcome.text(of: checks) }
    case .failure(let problem):
      result.explanation = "\(problem.message); \(problem.help)"
    }
    return result
  }

  private func checks(by rule: Rule, _ policy: PolicyFile, _ survey: Survey) -> [CheckResult] {
    var pack = pack
    pack.rules = [withParameters(rule)]
    let assessor = Assessor(
      packs: [pack],
      policy: PolicyFacts(unknownIs: policy.unknownIs, strictDates: policy.strictDates),
      asOf: example.asOf,
      revision: RevisionFacts(
        commit: nil,
        commitTime: example.committed?.unixSeconds,
        isShallow: false,
        files: history(of: survey),
        signatures: signatures,
        looks: looks(at: survey),
        factChanges: factChanges,
        missingFiles: missingFiles
      )
    )
    let checks = survey.dossiers.flatMap {
      let assessment = assessor.assess($0, unread: survey.unread(in: $0.systemID))
      return assessment.settled(by: assessment.results).results
    }
    guard let subject = example.subject else { return checks }
    return checks.filter { $0.subject == subject }
  }

  /// What the example says that history tells of its artifacts.
  private func history(of survey: Survey) -> [String: FileFacts] {
    guard example.history != nil || example.signature != nil else { return [:] }
    let followsBounds = example.history.flatMap { $0 == .noBounds ? nil : $0 == .boundsBefore }
    return survey.artifactPaths.reduce(into: [:]) { files, path in
      files[path] = FileFacts(
        lastChanged: example.asOf.unixSeconds,
        isSigned: example.signature.map { $0 == .commit },
        firstSeen: example.asOf.unixSeconds,
        followsBounds: followsBounds
      )
    }
  }

  /// What the example says of the signatures of the judged commit and its tags.
  private var signatures: [SignatureFacts]? {
    switch example.signature {
    case nil: nil
    case .some(.none), .commit: []
    case .tag: [SignatureFacts(tag: "rc", state: .bad), SignatureFacts(tag: "v1", state: .good)]
    case .badTag: [SignatureFacts(tag: "v1", state: .bad)]
    }
  }

  private func looks(at survey: Survey) -> LookFacts {
    let counts = survey.evaluationPaths.reduce(into: [:]) { $0[$1] = example.looks }
    return LookFacts(since: nil, tag: nil, counts: counts)
  }

  private func withParameters(_ rule: Rule) -> Rule {
    var rule = rule
    for index in rule.parameters.indices {
      let value = example.parameters[rule.parameters[index].name]
      if let value { rule.parameters[index].value = value }
    }
    return rule
  }
}

/// Changes the conditions of one rule in every possible place, and asks its examples.
private struct MutationTrial: Sendable {
  private(set) var survivors: [ExampleReport.Survivor] = []
  private(set) var mutantCount = 0

  init(_ examples: [PreparedExample]) {
    guard let rule = examples.first?.rule else { return }
    if let when = rule.when {
      for mutation in when.mutations() {
        var changed = rule
        changed.when = mutation.program
        attempt(changed, "when", mutation, examples)
      }
    }
    for mutation in rule.require.mutations() {
      var changed = rule
      changed.require = mutation.program
      attempt(changed, "require", mutation, examples)
    }
  }

  private mutating func attempt(
    _ changed: Rule,
    _ key: String,
    _ mutation: Mutation,
    _ examples: [PreparedExample]
  ) {
    mutantCount += 1
    guard examples.allSatisfy({ $0.outcome(of: changed) == $0.example.expected }) else { return }
    let place = "\(mutation.position.line):\(mutation.position.column)"
    let change = "\(key) \(place): \(mutation.summary)"
    survivors.append(
      ExampleReport.Survivor(
        rule: examples.first?.ruleName ?? "",
        change: change,
        reason: changed.acceptedMutants.first { $0.change == change }?.reason
      )
    )
  }
}

/// The outcome of a rule on a whole example.
private enum ExampleOutcome {
  private static let order: [Outcome] = [
    .failed, .undecided, .passed, .upcoming, .notApplicable, .waived,
  ]

  /// The gravest outcome of several records, or nil when there is none.
  static func gravest(of checks: [CheckResult]) -> Outcome? {
    order.first { outcome in checks.contains { $0.outcome == outcome } }
  }

  static func text(of checks: [CheckResult]) -> String {
    guard !checks.isEmpty else { return "the rule gave no record for this subject" }
    return checks.map { check in
      let seen = check.seen.isEmpty ? "" : " (\(check.seen))"
      return "\(check.subject): \(check.outcome.rawValue): \(check.message)\(seen)"
    }
    .joined(separator: "\n")
  }
}

/// The files of an example as a tree.
private struct ExampleTree: SourceTree, Sendable {
  let entries: [TreeEntry]
  private let contents: [String: [UInt8]]

  init(_ files: [PackFile]) {
    contents = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    entries = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .compactMap { file in
        // Any name that depends on the content will do: examples are not in git.
        ObjectID(hex: String(ContentDigest(sha256Of: file.bytes).hex.prefix(40)))
          .map { TreeEntry(path: file.path, kind: .file, id: $0) }
      }
  }

  /// The policy that the example brings along, or the default.
  var policy: PolicyFile {
    guard let entry = Discovery.policyEntry(in: entries), let bytes = contents[entry.path] else {
      return .standard
    }
    return PolicyFile.read(SourceFile(path: entry.path, blob: entry.id, bytes: bytes)).value
  }

  func byteCount(of entry: TreeEntry) throws(Problem) -> Int {
    try bytes(of: entry).count
  }

  func bytes(of entry: TreeEntry) throws(Problem) -> [UInt8] {
    guard let bytes = contents[entry.path] else {
      throw Problem(path: entry.path, message: "there is no such file", help: "add it")
    }
    return bytes
  }

  func sha256(of entry: TreeEntry) throws(Problem) -> ContentDigest {
    ContentDigest(sha256Of: try bytes(of: entry))
  }
}
