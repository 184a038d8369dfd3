// SPDX-License-Identifier: Apache-2.0

import Artifacts
import Documents
import FileShapes
import GateModel
import Survey
import Testing

@Suite("Policies")
struct PolicyTests {
  private func read(_ text: String) throws -> (value: PolicyFile, problems: [Problem]) {
    PolicyFile.read(try YAMLReader.read(Array(text.utf8)), path: "modelgate.yml")
  }

  @Test func `a policy that says nothing is the standard one`() throws {
    let (policy, problems) = try read("version: 1")
    #expect(problems == [])
    #expect(policy.packs == PolicyFile.standard.packs)
    #expect(policy.packs.map(\.origin) == [.shipped(name: "essentials")])
    #expect(policy.failOn == .error)
    #expect(policy.unknownIs == .fail)
    #expect(!policy.strictDates)
    #expect(policy.waivers == "modelgate-waivers.yml")
    #expect([policy.waiverMaximumDays, policy.waiverWarningDays] == [365, 30])
    #expect(policy.systems.map(\.text) == ["**/ai-system.yml", "**/ai-system.yaml"])
    #expect(policy.excluded.isEmpty)
    #expect(policy.source?.path == "modelgate.yml")
    #expect(PolicyFile.standard.source == nil)
  }

  @Test func `everything that a policy can say is read`() throws {
    let (policy, problems) = try read(
      """
      version: 1
      packs:
        - essentials
        - name: eu-gdpr
          parameters:
            evaluation-group-too-small: {minimum_group_size: 50}
        - path: ./policy/acme-pack
      fail_on: warn
      unknown_is: warn
      strict_dates: true
      waivers: policy/waivers.yml
      waiver_max_days: 90
      waiver_warn_days: 0
      systems: ["ml/**/ai-system.yml"]
      exclude: ["tests/**", docs/old/]
      mappings: [{a: b}]
      """
    )
    #expect(problems == [])
    #expect(
      policy.packs.map(\.origin) == [
        .shipped(name: "essentials"), .shipped(name: "eu-gdpr"), .folder(path: "policy/acme-pack"),
      ]
    )
    let value = policy.packs[1].parameters?["evaluation-group-too-small"]?["minimum_group_size"]
    #expect(value?.int == 50)
    #expect(value?.position == SourcePosition(line: 6, column: 56))
    #expect(policy.failOn == .warn)
    #expect(policy.unknownIs == .warn)
    #expect(policy.strictDates)
    #expect(policy.waivers == "policy/waivers.yml")
    #expect([policy.waiverMaximumDays, policy.waiverWarningDays] == [90, 0])
    #expect(policy.excluded.contains { $0.matches("docs/old/a/b.md") })
    #expect(policy.mappings?.list?.count == 1)
  }

  @Test(arguments: [
    ("packs: [essentials]", "1:1", "add 'version': the version of this file format"),
    ("version: 1\nfailon: warn", "2:1", "did you mean 'fail_on'?"),
    ("version: 1\nfail_on: eror", "2:10", "did you mean 'error'?"),
    ("version: 1\nunknown_is: perhaps", "2:13", "write one of: fail, warn"),
    ("version: 1\nstrict_dates: yes", "2:15", "write true or false"),
    ("version: 1\nwaiver_max_days: 0", "2:18", "write a whole number of at least 1"),
    ("version: 1\nwaivers: ../x.yml", "2:10", "write a path inside the repository"),
    ("version: 1\npacks: essentials", "2:8", "write a list, each element a text"),
    ("version: 1\npacks: [{parameters: {}}]", "2:9", "write either 'name' or 'path'"),
    ("version: 1\npacks: [{name: a, path: b}]", "2:9", "write either 'name' or 'path'"),
    ("version: 1\npacks: [a, a]", "2:12", "keep one of the two"),
    ("version: 1\nexclude: [\"\"]", "2:11", "write a text"),
    ("version: 1\nsystems: [../x]", "2:11", "write a path relative to the root inside the tree"),
  ])
  func `a mistake is reported with its place and what to write instead`(
    text: String,
    place: String,
    help: String
  ) throws {
    let (_, problems) = try read(text)
    #expect(problems.map(\.location?.description) == ["modelgate.yml:\(place)"])
    #expect(problems.map(\.help) == [help])
  }
}

@Suite("Waivers")
struct WaiverTests {
  private func read(_ text: String) throws -> (value: WaiverFile, problems: [Problem]) {
    WaiverFile.read(try YAMLReader.read(Array(text.utf8)), path: "modelgate-waivers.yml")
  }

  private static let entry = """
    rule: essentials/card-missing-limitations, reason: The card is rewritten in November., \
    owner: HR Systems, approved_by: C. Officer, created: 2026-10-01, expires: 2026-12-31
    """

  @Test func `a waiver is read with its defaults and its place`() throws {
    let (file, problems) = try read("version: 1\nwaivers:\n  - {\(Self.entry), reference: J-1}\n")
    #expect(problems == [])
    let waiver = try #require(file.waivers.first)
    #expect(waiver.rule == "essentials/card-missing-limitations")
    #expect(waiver.system == nil)
    #expect(waiver.subject == "*")
    #expect(waiver.owner == "HR Systems")
    #expect(waiver.approvedBy == "C. Officer")
    #expect(waiver.created == CalendarDate("2026-10-01"))
    #expect(waiver.expires == CalendarDate("2026-12-31"))
    #expect(waiver.reference == "J-1")
    #expect(waiver.source.location.description == "modelgate-waivers.yml:3:5")
  }

  @Test(arguments: [
    ("approved_by: C. Officer", "approved_by: hr systems", "same-person"),
    ("The card is rewritten in November.", "TODO", "placeholder"),
    ("2026-12-31", "2026-09-30", "expires-before-created"),
    ("2026-12-31", "never", "wrong-value"),
    ("owner: HR Systems, ", "", "missing-key"),
    ("reason:", "reasn:", "missing-key unknown-key"),
    ("reason: The card is rewritten in November.", "reason: \"\"", "wrong-value"),
  ])
  func `a waiver that does not say enough is a problem`(
    part: String,
    replacement: String,
    codes: String
  ) throws {
    let entry = Self.entry.replacing(part, with: replacement)
    let (_, problems) = try read("version: 1\nwaivers: [{\(entry)}]")
    #expect(problems.compactMap(\.code).sorted().joined(separator: " ") == codes)
    #expect(problems.allSatisfy { $0.location?.position?.line == 2 && !$0.help.isEmpty })
  }

  @Test func `two waivers for the same rule, system and subject are one too many`() throws {
    let (_, problems) = try read(
      """
      version: 1
      waivers:
        - {\(Self.entry)}
        - {\(Self.entry), subject: "*"}
        - {\(Self.entry), system: a}
      """
    )
    #expect(problems.map(\.location?.description) == ["modelgate-waivers.yml:4:5"])
  }

  @Test func `an empty list is no problem, a missing one is`() throws {
    let (_, empty) = try read("version: 1\nwaivers: []")
    #expect(empty == [])
    let (_, missing) = try read("version: 1")
    #expect(missing.map(\.code) == ["missing-key"])
  }
}

@Suite("Configuration files as bytes")
struct ConfigurationFileTests {
  private func file(_ text: String, kind: TreeEntry.Kind = .file) -> SourceFile {
    SourceFile(path: "x.yml", kind: kind, bytes: Array(text.utf8))
  }

  @Test func `a file that can be read gives what its nodes give`() {
    #expect(PolicyFile.read(file("version: 1\nfail_on: warn")).value.failOn == .warn)
    #expect(WaiverFile.read(file("version: 1\nwaivers: []")).problems == [])
    #expect(SystemDeclaration.read(file("version: 1\nid: a\nname: A")).value?.id == "a")
  }

  @Test func `a file that cannot be read is a problem with place and help`() {
    let broken = file("a: [")
    let link = file("target", kind: .symlink)
    for problems in [
      PolicyFile.read(broken).problems, WaiverFile.read(broken).problems,
      SystemDeclaration.read(broken).problems, PolicyFile.read(link).problems,
      WaiverFile.read(link).problems, SystemDeclaration.read(link).problems,
    ] {
      #expect(problems.map(\.code) == ["unreadable"])
      #expect(problems.first?.message.hasPrefix("cannot read x.yml: ") == true)
      #expect(problems.first?.help.isEmpty == false)
    }
    #expect(SystemDeclaration.read(broken).value == nil)
  }

  @Test func `an empty file has no version`() {
    #expect(PolicyFile.read(file("")).problems.map(\.code) == ["wrong-value"])
    #expect(SystemDeclaration.read(file("# later\n")).problems.map(\.code) == ["wrong-value"])
  }
}
