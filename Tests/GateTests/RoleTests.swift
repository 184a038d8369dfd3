// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// The policy says what a signature of a key stands for, and how long.
@Suite("Roles of signers") struct RoleTests {
  private static let tool = Report.Tool(name: "modelgate", version: "0.0.0")

  private let key = SigningKey(generating: .ed25519)

  private func policy(_ span: String, of key: SigningKey) -> String {
    let lines = key.publicKey.pem.components(separatedBy: "\n").map { "      \($0)\n" }.joined()
    return """
      version: 1
      packs: [essentials]
      signers:
        - role: approver
          key: |
      \(lines)    \(span)

      """
  }

  /// What verification says of a bundle that was signed on 2026-11-22.
  private func check(
    _ span: String,
    signing signer: SigningKey,
    on moment: String = "2026-11-22T10:00:00Z",
    asking change: (inout BundleRequirements) -> Void = { _ in }
  ) async throws -> BundleCheck {
    let gate = try Gate("ticket-router", ["modelgate.yml": .text(policy(span, of: key))])
    let folder = try TemporaryDirectory()
    let path = "\(folder.path)/bundle"
    try folder.write(signer.pem, to: "key")
    try await gate.record(collectsEvidence: true).write(
      outputs: [],
      evidence: path,
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    _ = try await BundleSigner(
      keys: ["\(folder.path)/key"],
      signedAt: moment,
      tool: Self.tool
    ).sign(path)
    var requirements = BundleRequirements()
    requirements.roles = ["approver"]
    change(&requirements)
    return try await BundleCheck.verify(path, requirements: requirements, tool: Self.tool)
  }

  @Test(arguments: ["", "until: 2026-11-22", "from: 2026-11-22", "from: 2026-01-01"])
  func `a key has its role while it counts`(span: String) async throws {
    let check = try await check(span, signing: key)
    #expect(check.holds, "\(check.problems) \(check.unmet)")
    #expect(check.text.contains("by a key of the policy alone \(key.publicKey.id); role approver"))
  }

  @Test(arguments: ["until: 2026-11-21", "from: 2026-11-23"])
  func `a key that does not count any more, or not yet, has no role`(span: String) async throws {
    let check = try await check(span, signing: key)
    #expect(check.isSound)
    #expect(check.unmet == ["no key of the role 'approver' signed while it counted"])
    #expect(check.text.contains("but not on 2026-11-22, when it signed"))
  }

  @Test func `nobody signs before the commit is made`() async throws {
    let check = try await check("until: 2022-01-01", signing: key, on: "2021-12-31T10:00:00Z")
    #expect(check.isSound)
    #expect(check.unmet == ["no key of the role 'approver' signed while it counted"])
    #expect(check.text.contains("says that it signed before the commit was made"))
  }

  @Test(arguments: [
    ("until: 2026-11-20", "2026-11-20T10:00:00Z", "before the day of the check"),
    ("from: 2027-01-01", "2027-01-10T10:00:00Z", "on a day that is yet to come"),
  ])
  func `no key chooses a day on which it counted`(
    span: String,
    moment: String,
    said: String
  ) async throws {
    let check = try await check(span, signing: key, on: moment) {
      $0.today = CalendarDate("2026-11-25")
    }
    #expect(check.isSound)
    #expect(check.unmet == ["no key of the role 'approver' signed while it counted"])
    #expect(check.text.contains(said), "\(check.text)")
  }

  @Test func `another key does not have the role`() async throws {
    let check = try await check("", signing: SigningKey(generating: .p256))
    #expect(check.isSound)
    #expect(!check.holds)
    #expect(check.text.contains("by an unknown key"))
    #expect(!check.text.contains("\nsigned"))
  }

  @Test(arguments: [
    ("key: nonsense", "holds no public key"), ("key: ssh-ed25519 AAAA", "no OpenSSH key"),
  ])
  func `a key that cannot be read is a mistake in the policy`(
    line: String,
    said: String
  )
    async throws
  {
    let policy = "version: 1\npacks: [essentials]\nsigners:\n  - role: approver\n    \(line)\n"
    let failure = await (try Gate("ticket-router", ["modelgate.yml": .text(policy)])).failure()
    let messages = failure?.problems.map(\.message) ?? []
    #expect(messages.contains { $0.contains(said) }, "\(messages)")
  }
}
