// SPDX-License-Identifier: Apache-2.0

import Digests
import EvidenceBundle
import Foundation
import Gate
import GateModel
import Reporting
import TestSupport
import Testing

/// Rules that ask whose key signed: the change of a file, the commit, its tags, the weights.
@Suite("Signatures as facts") struct SignatureRuleTests {
  private let author = SigningKey(generating: .ed25519)
  private let approver = SigningKey(generating: .ed25519)

  private func files(
    _ condition: String,
    _ span: String = "",
    more: [String: FixtureFile] = [:],
    approvedBy approverKey: String? = nil
  ) throws -> [String: FixtureFile] {
    func signer(_ role: String, _ key: String) -> String {
      let pem = key.replacing("\n", with: "\\n")
      return "  - {role: \(role), key: \"\(pem)\"\(role == "approver" ? span : "")}\n"
    }
    let files = try ExampleFiles.of("ticket-router").merging(more) { $1 }
    return files.merging([
      "modelgate.yml": .text(
        "version: 1\npacks: [{path: pack}]\nunasked_duties: warn\nsigners:\n"
          + signer("author", author.publicKey.pem)
          + signer("approver", approverKey ?? approver.publicKey.pem)
      ),
      "pack/pack.yaml": "id: own\nversion: \"1.0.0\"\ntitle: Own\nsummary: Own rules.\n",
      "pack/rules/own-rule.yaml": .text(
        """
        id: own-rule
        title: Nobody else approved it
        controls:
          - {scheme: policy, id: "house rule: own"}
        rationale: It matters.
        remedy: Sign a tag.
        severity: error
        status: stable
        when: "true"
        require: "\(condition)"
        message: "nobody else approved it"
        waivable: true
        examples: []
        """
      ),
    ]) { $1 }
  }

  private func outcome(
    _ condition: String,
    _ span: String = "",
    more: [String: FixtureFile] = [:],
    approvedBy approverKey: String? = nil,
    after change: (FixtureRepository) throws -> Void
  ) async throws -> Outcome? {
    let repository = try FixtureRepository(isBare: true)
    try repository.commit(try files(condition, span, more: more, approvedBy: approverKey))
    try change(repository)
    let results = try await Gate(repository).report().results
    return results.first { $0.rule == "own-rule" }?.outcome
  }

  private static let approved = "repository.approved_by('MODEL_CARD.md', 'approver')"
  private static let written = "repository.signed_by('MODEL_CARD.md', 'author')"

  @Test func `the last change of a file is signed by a key of a role, or it is not`() async throws {
    #expect(try await outcome(Self.written) { try $0.signLastCommit(with: author) } == .passed)
    #expect(try await outcome(Self.written) { try $0.signLastCommit(with: approver) } == .failed)
    #expect(try await outcome(Self.written) { _ in } == .failed)
    let stranger = SigningKey(generating: .ed25519)
    #expect(try await outcome(Self.written) { try $0.signLastCommit(with: stranger) } == .failed)
  }

  @Test func `a tag of somebody else approves what the author signed`() async throws {
    let outcome = try await outcome(Self.approved) {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: author), with: approver)
    }
    #expect(outcome == .passed)
  }

  @Test func `nobody approves their own change`() async throws {
    let own = try await outcome(Self.approved) {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: approver), with: approver)
    }
    #expect(own == .failed)
    let sameName = try await outcome(Self.approved) {
      let commit = try $0.signLastCommit(with: author)
      try $0.signedTag("v1", of: commit, by: "A. Fixture <ada@example.org>", with: approver)
    }
    #expect(sameName == .failed)
    // Who wrote an unsigned change, nobody can tell.
    let unsigned = try await outcome(Self.approved) {
      let commit = try $0.commit(["note.txt": "one"])
      try $0.signedTag("v1", of: commit, with: approver)
    }
    #expect(unsigned == .undecided)
    // A key that the policy binds to nobody is as cheap as a name.
    let stranger = SigningKey(generating: .ed25519)
    let thrownAway = try await outcome(Self.approved) {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: stranger), with: approver)
    }
    #expect(thrownAway == .undecided)
  }

  @Test func `a signature that does not fit or cannot be verified approves nothing`() async throws {
    let moved = try await outcome(Self.approved) {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: author), with: approver)
      try $0.commit(["note.txt": "one"])
    }
    #expect(moved == .failed)
    let openPGP = "-----BEGIN PGP SIGNATURE-----\n\niHUEABYK\n-----END PGP SIGNATURE-----\n"
    let other = try await outcome(Self.approved) {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: author)) { _ in openPGP }
    }
    #expect(other == .undecided)
    let late = try await outcome(Self.approved, ", until: 2023-11-13") {
      try $0.signedTag("v1", of: try $0.signLastCommit(with: author), with: approver)
    }
    #expect(late == .failed)
  }

  @Test
  func `a tag by an OpenPGP key of the policy approves, and one by another key is not verified`()
    async throws
  {
    let block = OpenPGPSigning.block(of: approver)
    func outcome(
      _ span: String = "",
      signing: @escaping (String) -> String
    ) async throws -> Outcome? {
      try await self.outcome(Self.approved, span, approvedBy: block) {
        try $0.signedTag("v1", of: try $0.signLastCommit(with: author), signing: signing)
      }
    }
    let good = try await outcome { OpenPGPSigning.armored($0, approver) }
    #expect(good == .passed)
    let altered = try await outcome { OpenPGPSigning.armored($0 + "\n", approver) }
    #expect(altered == .failed)
    let stranger = SigningKey(generating: .ed25519)
    let other = try await outcome { OpenPGPSigning.armored($0, stranger) }
    #expect(other == .undecided)
    let late = try await outcome(", until: 2023-11-13") { OpenPGPSigning.armored($0, approver) }
    #expect(late == .failed)
  }

  @Test func `a bundle keeps who signed, and a repository confirms it`() async throws {
    let repository = try FixtureRepository(isBare: true)
    try repository.commit(try files(Self.approved))
    let commit = try repository.signLastCommit(with: author)
    try repository.signedTag("v1", of: commit, with: approver)
    let folder = try TemporaryDirectory()
    let path = folder.path + "/bundle.tar"
    let gate = try Gate(repository)
    try await gate.record(collectsEvidence: true).write(
      outputs: [],
      evidence: path,
      style: ConsoleStyle(),
      toStandardOutput: { _ in }
    )
    var requirements = BundleRequirements()
    let tool = gate.request.tool
    let alone = try await BundleCheck.verify(path, requirements: requirements, tool: tool)
    #expect(alone.problems.isEmpty)
    requirements.repository = repository.path
    let whole = try await BundleCheck.verify(path, requirements: requirements, tool: tool)
    #expect(whole.problems.isEmpty)
    // Without the tag the repository tells something else.
    try repository.reference("refs/tags/v1", to: commit)
    let contradicted = try await BundleCheck.verify(path, requirements: requirements, tool: tool)
    #expect(contradicted.problems.contains { $0.message.contains("who signed the commit") })
  }

  @Test func `the signature beside weights counts by the key of the policy`() async throws {
    let weights = "models/router.bin"
    let declaration = try ExampleFiles.text("ai-system.yml", of: "ticket-router")
      .replacing(", version: \"0.9\"}", with: ", version: \"0.9\", weights: \(weights)}")
    let digest = ContentDigest(sha256Of: Array("weights".utf8))
    func outcome(
      _ key: SigningKey,
      _ digest: ContentDigest,
      of name: String
    ) async throws -> Outcome? {
      let seal = try Seal(of: [name: digest], named: "models", with: key)
      return try await self.outcome(
        "system.models.all(m, m.signature_state == 'good' && 'approver' in m.signature_roles)",
        more: [
          "ai-system.yml": .text(declaration), weights: "weights",
          "models/model.sig": .bytes(seal.bytes),
        ]
      ) { _ in }
    }
    #expect(try await outcome(approver, digest, of: "router.bin") == .passed)
    #expect(try await outcome(author, digest, of: "router.bin") == .failed)
    #expect(try await outcome(SigningKey(generating: .p256), digest, of: "router.bin") == .failed)
    #expect(try await outcome(approver, digest, of: "other.bin") == .failed)
    let others = ContentDigest(sha256Of: [1])
    #expect(try await outcome(approver, others, of: "router.bin") == .failed)
  }
}
