// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Documents
internal import EvidenceBundle
internal import GateModel
internal import RulePacks

/// Runs the examples of rules: each is a little repository that is surveyed and judged for real.
public struct ExampleRun: Sendable {
  private struct Case: Sendable {
    let pack: RulePack
    let rule: Rule
    let example: RuleExample
  }

  private let cases: [Case]
  private let rulesWithoutExamples: [String]

  /// Prepares the examples of every rule of a catalogue.
  public init(_ catalogue: RuleCatalogue) {
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
  public func run(width: Int) async -> ExampleReport {
    var results: [ExampleReport.Result] = []
    for start in stride(from: 0, to: cases.count, by: 64) {
      let batch = Array(cases[start..<min(start + 64, cases.count)])
      results += await withTaskGroup(of: (Int, ExampleReport.Result).self) { group in
        for (index, item) in batch.enumerated() {
          group.addTask { (index, await Self.result(of: item)) }
        }
        var ordered: [(Int, ExampleReport.Result)] = []
        for await pair in group { ordered.append(pair) }
        return ordered.sorted { $0.0 < $1.0 }.map(\.1)
      }
    }
    return ExampleReport(results: results, rulesWithoutExamples: rulesWithoutExamples)
  }

  private static func result(of item: Case) async -> ExampleReport.Result {
    var result = ExampleReport.Result(
      rule: "\(item.pack.id)/\(item.rule.id)",
      example: item.example.name,
      expected: item.example.expected,
      actual: nil,
      explanation: "",
      location: item.example.location
    )
    do throws(PackProblem) {
      let tree = ExampleTree(try item.example.tree(fixtures: item.pack.fixtures))
      let checks = await checks(of: item, on: tree)
      result.actual = ExampleOutcome.gravest(of: checks)
      if !result.isSatisfied { result.explanation = ExampleOutcome.text(of: checks) }
    } catch {
      result.explanation = "\(error.message); \(error.help)"
    }
    return result
  }

  private static func checks(of item: Case, on tree: ExampleTree) async -> [CheckResult] {
    var rule = item.rule
    for index in rule.parameters.indices {
      let parameter = rule.parameters[index]
      let value = item.example.parameters[parameter.name]?.converted(toTypeOf: parameter.value)
      if let value { rule.parameters[index].value = value }
    }
    var pack = item.pack
    pack.rules = [rule]
    let policy = tree.policy
    let survey = await Surveying(policy: policy, mappings: [], width: 1).survey(tree)
    let assessor = Assessor(
      packs: [pack],
      policy: PolicyFacts(unknownIs: policy.unknownIs, strictDates: policy.strictDates),
      asOf: item.example.asOf,
      revision: RevisionFacts(commit: nil, commitTime: nil, isShallow: false)
    )
    let checks = survey.dossiers.flatMap { assessor.assess($0).results }
    guard let subject = item.example.subject else { return checks }
    return checks.filter { $0.subject == subject }
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
    do throws(DocumentError) {
      return PolicyFile.read(try YAMLReader.read(bytes), path: entry.path, blob: entry.id).0
    } catch {
      return .standard
    }
  }

  func byteCount(of entry: TreeEntry) throws(SourceTreeError) -> Int {
    try bytes(of: entry).count
  }

  func bytes(of entry: TreeEntry) throws(SourceTreeError) -> [UInt8] {
    guard let bytes = contents[entry.path] else {
      throw SourceTreeError(path: entry.path, reason: "there is no such file", help: "add it")
    }
    return bytes
  }
}
