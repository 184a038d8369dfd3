// SPDX-License-Identifier: Apache-2.0

import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// A change of policy, packs or waivers that makes a verdict impossible.
struct ConfigurationMistake: CustomTestStringConvertible, Sendable {
  let name: String
  let files: [String: String]
  let message: String
  let place: String?
  let help: String

  var testDescription: String { name }

  private static let policy = "modelgate.yml"
  private static let waivers = "modelgate-waivers.yml"
  private static let packFiles = [
    policy: "version: 1\npacks: [{path: policy/acme}]\n",
    "policy/acme/pack.yaml":
      "id: acme\nversion: '1'\ntitle: Acme\nsummary: Rules of a firm.\n",
  ]

  private static func rule(_ require: String) -> [String: String] {
    let text = """
      id: our-rule
      title: Ours
      controls: []
      rationale: A test.
      remedy: Nothing.
      severity: error
      require: \(require)
      message: it does not hold

      """
    return packFiles.merging(["policy/acme/rules/our-rule.yaml": text]) { first, _ in first }
  }

  private static func waiver(_ lines: String...) -> [String: String] {
    let entry = (["  - rule: dpia-missing"] + lines).joined(separator: "\n    ")
    return [waivers: "version: 1\nwaivers:\n\(entry)\n"]
  }

  static let all = [
    ConfigurationMistake(
      name: "an unknown key of the policy",
      files: [policy: "version: 1\nfail_onn: warn\n"],
      message: "unknown key 'fail_onn'",
      place: "modelgate.yml:2:1",
      help: "did you mean 'fail_on'?"
    ),
    ConfigurationMistake(
      name: "a policy that is no YAML",
      files: [policy: "version: [1\n"],
      message: "",
      place: "modelgate.yml:2:1",
      help: ""
    ),
    ConfigurationMistake(
      name: "a policy without a version",
      files: [policy: "packs: [essentials]\n"],
      message: "no 'version'",
      place: "modelgate.yml:1:1",
      help: "add 'version'"
    ),
    ConfigurationMistake(
      name: "an unknown pack",
      files: [policy: "version: 1\npacks: [essential]\n"],
      message: "there is no rule pack 'essential'",
      place: "modelgate.yml:2:9",
      help: "did you mean 'essentials'?"
    ),
    ConfigurationMistake(
      name: "a pack folder that is not there",
      files: [policy: "version: 1\npacks: [{path: policy/acme}]\n"],
      message: "no rule pack in the folder 'policy/acme'",
      place: "modelgate.yml:2:9",
      help: "name a folder that holds a pack.yaml"
    ),
    ConfigurationMistake(
      name: "a pack that is named twice",
      files: [policy: "version: 1\npacks: [essentials, essentials]\n"],
      message: "",
      place: nil,
      help: ""
    ),
    ConfigurationMistake(
      name: "a rule with a typo",
      files: rule("system.teir == 'high'"),
      message: "unknown field `teir`",
      place: "policy/acme/rules/our-rule.yaml:7:17",
      help: "did you mean `tier`?"
    ),
    ConfigurationMistake(
      name: "a parameter that no rule has",
      files: [
        policy: "version: 1\npacks: [{name: essentials, parameters: {dpia-missing: {days: 3}}}]\n"
      ],
      message: "the policy sets 'days', which the rule 'dpia-missing' does not have",
      place: "modelgate.yml:2:56",
      help: "remove it; there is nothing to set there"
    ),
    ConfigurationMistake(
      name: "a parameter of the pack that it does not have",
      files: [
        policy: "version: 1\npacks:\n  - name: essentials\n    parameters:\n      levl: 0.9\n"
      ],
      message: "the policy sets 'levl', which the pack 'essentials' does not have",
      place: "modelgate.yml:5:7",
      help: "did you mean 'level'?"
    ),
    ConfigurationMistake(
      name: "a parameter of the pack beyond its bounds",
      files: [
        policy: "version: 1\npacks:\n  - name: essentials\n    parameters:\n      level: 95\n"
      ],
      message: "sets 'level' of the pack 'essentials' to 95.0; allowed is 0.5 to 0.9999",
      place: "modelgate.yml:5:14",
      help: "write a number, 0.5 to 0.9999; without it, 0.95 is used"
    ),
    ConfigurationMistake(
      name: "a pattern that is none",
      files: [
        policy:
          "version: 1\npacks: [{name: fairness-quality, parameters: {FQ-026: {code: 'a('}}}]\n"
      ],
      message: "sets 'code' of the rule 'evaluation-not-reproducible' to 'a('",
      place: "modelgate.yml:2:62",
      help: "write a text, a pattern in RE2 syntax; without it, (?i)commit"
    ),
    ConfigurationMistake(
      name: "a waiver without an end",
      files: waiver(
        "reason: A known gap.",
        "owner: Lending Team",
        "approved_by: R. Chen",
        "created: 2026-10-01"
      ),
      message: "has no 'expires'",
      place: "modelgate-waivers.yml:3:5",
      help: "add 'expires'"
    ),
    ConfigurationMistake(
      name: "a waiver that nobody accepts",
      files: waiver(
        "reason: A known gap.",
        "owner: Lending Team",
        "approved_by: to be assigned",
        "created: 2026-10-01",
        "expires: 2026-12-01"
      ),
      message: "'to be assigned' under approved_by names nobody",
      place: "modelgate-waivers.yml:6:18",
      help: "name the person who accepted it"
    ),
    ConfigurationMistake(
      name: "a waiver that nobody answers for",
      files: waiver(
        "reason: A known gap.",
        "owner: team",
        "approved_by: R. Chen",
        "created: 2026-10-01",
        "expires: 2026-12-01"
      ),
      message: "'team' under owner names nobody",
      place: "modelgate-waivers.yml:5:12",
      help: "name the person or team"
    ),
    ConfigurationMistake(
      name: "a waiver of its own owner",
      files: waiver(
        "reason: A known gap.",
        "owner: Lending Team",
        "approved_by: Lending team",
        "created: 2026-10-01",
        "expires: 2026-12-01"
      ),
      message: "accepts their own waiver",
      place: "modelgate-waivers.yml:6:18",
      help: "somebody other than the owner"
    ),
    ConfigurationMistake(
      name: "a waiver that runs too long",
      files: waiver(
        "reason: A known gap.",
        "owner: Lending Team",
        "approved_by: R. Chen",
        "created: 2026-10-01",
        "expires: 2027-10-01"
      ),
      message: "runs for 365 days; the policy allows 180",
      place: "modelgate-waivers.yml:3:5",
      help: "let it expire earlier"
    ),
  ]
}

@Suite("By what it is judged")
struct GovernanceTests {
  @Test(arguments: ConfigurationMistake.all)
  func `a mistake of policy, packs or waivers is the policy owner's, and no verdict is attempted`(
    _ mistake: ConfigurationMistake
  ) async throws {
    let files = mistake.files.mapValues { FixtureFile.text($0) }
    let gate = try Gate("credit-scoring", files)
    let failure = try #require(await gate.failure())
    #expect(failure.kind == .configuration)
    let problem = try #require(
      failure.problems.first { $0.message.contains(mistake.message) },
      "\(failure.problems.map(\.message))"
    )
    if let place = mistake.place { #expect(problem.location?.description == place) }
    #expect(problem.help.contains(mistake.help), "\(problem.help)")
    #expect(!problem.help.isEmpty)
  }

  @Test
  func `mistakes of the policy, of packs and of waivers are reported in one go`() async throws {
    let gate = try Gate(
      "credit-scoring",
      [
        "modelgate.yml": "version: 1\nfail_onn: warn\npacks: [essential, {path: nowhere}]\n",
        "modelgate-waivers.yml": "version: 1\nwaivers:\n  - rule: dpia-missing\n",
      ]
    )
    let failure = try #require(await gate.failure())
    let paths = failure.problems.compactMap(\.location?.path)
    #expect(failure.problems.count >= 8)
    #expect(Set(paths) == ["modelgate.yml", "modelgate-waivers.yml"])
  }

  @Test
  func `a change cannot weaken its own gate when the policy comes from another revision`()
    async throws
  {
    var gate = try Gate("recruiting-screening")
    try gate.repository.commit([
      "modelgate.yml": """
      version: 1
      packs: [essentials]
      fail_on: never
      waivers: mine.yml
      waiver_approvers: {gdpr: [B. Friend]}

      """,
      "mine.yml": """
      version: 1
      waivers:
        - rule: dpia-not-approved
          reason: The works council hears the assessment in December.
          owner: Lending Team
          approved_by: B. Friend
          created: 2026-11-01
          expires: 2026-12-01

      """,
    ])
    let own = try await gate.report()
    #expect(own.verdict == .pass)
    #expect(own.outcome("dpia-not-approved") == .waived)
    gate.request.policySource = .revision("HEAD~1")
    let guarded = try await gate.report()
    #expect(guarded.verdict == .fail)
    #expect(guarded.outcome("dpia-not-approved") == .failed)
    #expect(guarded.policy.failOn == .error)
    #expect(guarded.policy.ref == "HEAD~1")
    #expect(guarded.policy.digest != own.policy.digest)
  }

  @Test
  func `a weakened rule of the tree does not count when the policy comes from another revision`()
    async throws
  {
    func rule(_ require: String) -> FixtureFile {
      .text(
        """
        id: our-rule
        title: Ours
        controls: []
        rationale: A test.
        remedy: Nothing.
        severity: block
        require: \(require)
        message: it does not hold

        """
      )
    }
    let path = "policy/acme/rules/our-rule.yaml"
    var gate = try Gate(
      "ticket-router",
      [
        "modelgate.yml": "version: 1\npacks: [{path: policy/acme}]\n",
        "policy/acme/pack.yaml":
          "id: acme\nversion: '1'\ntitle: Acme\nsummary: Rules of a firm.\n",
        path: rule("dossier.dpias.size() > 0"),
      ]
    )
    try gate.repository.commit([path: rule("true")])
    #expect(try await gate.report().verdict == .pass)
    gate.request.policySource = .revision("HEAD~1")
    #expect(try await gate.report().verdict == .fail)
  }

  @Test func `a policy from a file on disk counts instead of that of the tree`() async throws {
    var gate = try Gate("recruiting-screening")
    let folder = try TemporaryDirectory()
    try folder.write("version: 1\npacks: [essentials]\nfail_on: never\n", to: "policy.yml")
    gate.request.policySource = .file(folder.path + "/policy.yml")
    #expect(try await gate.report().verdict == .pass)
    gate.request.policySource = .file(folder.path + "/nothing.yml")
    let failure = try #require(await gate.failure())
    #expect(failure.kind == .configuration)
  }

  @Test(arguments: [
    (FailureThreshold.never, Verdict.pass), (.block, .pass), (.error, .fail), (.warn, .fail),
  ])
  func `the threshold of the call counts instead of that of the policy`(
    failOn: FailureThreshold,
    verdict: Verdict
  ) async throws {
    var gate = try Gate("recruiting-screening")
    gate.request.failOn = failOn
    let report = try await gate.report()
    #expect(report.verdict == verdict)
    #expect(report.policy.failOn == failOn)
  }

  @Test func `a waiver of a rule that cannot be waived says so, with its place`() async throws {
    let waivers = """
      version: 1
      waivers:
        - rule: prohibited-practice
          reason: The works council hears the assessment in December.
          owner: Lending Team
          approved_by: R. Chen
          created: 2026-11-01
          expires: 2026-12-01

      """
    let gate = try Gate("ticket-router", ["modelgate-waivers.yml": .text(waivers)])
    let record = try await gate.record()
    #expect(record.report.waivers.map(\.state) == [.refused])
    let console = try record.text(as: .console)
    let words = console.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("cannot be waived: prohibited-practice on *"))
    #expect(words.contains("modelgate-waivers.yml:3:5"))
  }

  @Test func `a revision without a policy is named where the defaults are`() async throws {
    var gate = try Gate("ticket-router")
    gate.request.policySource = .revision("HEAD")
    let record = try await gate.record()
    let console = try record.text(as: .console)
    #expect(console.contains("no modelgate.yml in HEAD: the defaults apply"))
    #expect(!console.contains(" of HEAD"))
    let markdown = try record.text(as: .markdown)
    #expect(markdown.contains("default policy (no modelgate.yml in `HEAD`)"))
  }

  @Test func `an expired waiver stops an old commit too`() async throws {
    var gate = try Gate()
    gate.request.failOn = .warn
    #expect(try await gate.report().verdict == .pass)
    gate.request.asOf = .day(try #require(CalendarDate("2027-03-31")))
    #expect(try await gate.report().outcome("evaluation-group-too-small") == .waived)
    gate.request.asOf = .day(try #require(CalendarDate("2027-04-01")))
    let late = try await gate.report()
    #expect(late.outcome("evaluation-group-too-small") == .failed)
    #expect(late.verdict == .fail)
    #expect(late.waivers.map(\.state) == [.expired])
  }

  @Test
  func `a parameter of the policy changes the outcome and stands in the report`() async throws {
    let policy = try ExampleFiles.text("modelgate.yml", of: "credit-scoring")
    let milder = policy.split(separator: "minimum_group_size: 500").joined(
      separator: "minimum_group_size: 300"
    )
    let report = try await Gate("credit-scoring", ["modelgate.yml": .text(milder)]).report()
    #expect(report.outcome("evaluation-group-too-small") == .passed)
    let parameter = report.packs.flatMap(\.parameters).first {
      $0.rule == "evaluation-group-too-small"
    }
    #expect(parameter?.value == "300")
    #expect(parameter?.origin == "policy")
    #expect(report.waivers.map(\.state) == [.unused])
  }

  @Test
  func `a parameter of the pack stands in the report once, and under a rule that differs`()
    async throws
  {
    let policy = """
      version: 1
      packs:
        - name: essentials
          parameters:
            minimum_n: 20
            fairness-equal-opportunity: {minimum_n: 60}
      waivers: none.yml

      """
    let report = try await Gate("credit-scoring", ["modelgate.yml": .text(policy)]).report()
    let parameters = report.packs.flatMap(\.parameters).filter { $0.name == "minimum_n" }
    #expect(parameters.map(\.rule) == [nil, "fairness-equal-opportunity"])
    #expect(parameters.map(\.value) == ["20", "60"])
    #expect(parameters.map(\.origin) == ["policy", "policy"])
  }

  @Test func `mistakes in parameters are reported together with all others`() async throws {
    let gate = try Gate(
      "credit-scoring",
      [
        "modelgate.yml": """
        version: 1
        packs:
          - name: essentials
            parameters: {levl: 0.9, dpia-missing: {days: 3}, dpia-mising: {days: 3}}
          - path: policy/acme
            parameters: {our-rule: {limit: text}}
        fail_onn: warn

        """,
        "policy/acme/pack.yaml": "id: acme\nversion: '1'\ntitel: Acme\nsummary: Rules.\n",
        "policy/acme/rules/our-rule.yaml": """
        id: our-rule
        title: Ours
        controls: []
        rationale: A test.
        remedy: Nothing.
        severity: eror
        parameters: {limit: 3}
        require: dossier.dpias.size() > parameters.limit
        message: it does not hold

        """,
      ]
    )
    let failure = try #require(await gate.failure())
    #expect(
      failure.problems.compactMap { $0.location?.description } == [
        "modelgate.yml:4:18", "modelgate.yml:4:44", "modelgate.yml:4:54",
        "modelgate.yml:6:36", "modelgate.yml:7:1", "policy/acme/pack.yaml:1:1",
        "policy/acme/pack.yaml:3:1", "policy/acme/rules/our-rule.yaml:6:11",
      ]
    )
  }

  @Test func `a pack that the caller names replaces those of the policy`() async throws {
    var gate = try Gate("ticket-router")
    gate.request.packs = ["essentials"]
    #expect(try await gate.report().packs.map(\.id) == ["essentials"])
    gate.request.packs = ["essentails"]
    let failure = try #require(await gate.failure())
    #expect(failure.kind == .configuration)
    #expect(failure.problems.map(\.help) == ["did you mean 'essentials'?"])
  }
}
