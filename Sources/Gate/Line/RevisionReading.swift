// SPDX-License-Identifier: Apache-2.0

internal import Artifacts
internal import Assessment
internal import Digests
internal import Documents
internal import GateModel
internal import GitStore
internal import RulePacks
internal import Survey

extension RepositoryAccess {
  /// What rules may know about the revision.
  ///
  /// - Parameters:
  ///   - survey: What was found; nil where no history is asked for.
  ///   - base: Where the work left the line of the base, if the run has one.
  ///   - tree: The judged tree.
  ///   - day: The day of the check, on which changes count that are not committed.
  ///   - questions: What anybody asks; history is walked once, and only for that.
  ///   - governance: The policy, with the formats that it describes.
  /// - Returns: The facts.
  /// - Throws: When history cannot be read.
  func facts(
    about survey: Survey?,
    since base: ObjectID? = nil,
    in tree: borrowing Snapshot,
    on day: CalendarDate,
    answering questions: HistoryQuestions,
    _ governance: Governance
  ) throws(RunFailure) -> RevisionFacts {
    let isWalked = questions.needsWalk && tree.commit != nil
    let paths = isWalked ? survey?.tracedPaths(answering: questions) ?? [] : []
    let assessed = questions.contains(.answers) ? survey?.assessedDeclarations ?? [] : []
    let declarations = Set(assessed.map(\.path))
    let keys = governance.policy.signers
    let histories = try histories(
      of: paths.union(declarations).sorted(),
      in: tree,
      following: declarations.union(survey?.datedPaths(of: paths, answering: questions) ?? [])
    )
    return RevisionFacts(
      commit: tree.commit?.id,
      commitTime: tree.commit?.committer.unixSeconds,
      isShallow: isShallow,
      files: isWalked && !isShallow
        ? try files(histories.filter { paths.contains($0.key) }, survey, in: tree, questions, keys)
        : nil,
      paths: questions.contains(.listing) ? tree.entries.map(\.path) : nil,
      signatures: questions.contains(.signers) ? try approvals(of: tree.commit, keys) : nil,
      looks: try survey.flatMap { survey throws(RunFailure) in
        questions.contains(.looks)
          ? try looks(at: survey, since: base, in: tree, governance.mappings)
          : nil
      },
      factChanges: questions.contains(.answers)
        ? try factChanges(of: assessed, histories, in: tree, on: day, governance.policy) : nil,
      missingFiles: questions.contains(.citations)
        ? survey?.missingFiles(among: tree.entries.lazy.map(\.path)) : nil
    )
  }

  /// What history tells of each file.
  private func files(
    _ histories: [String: FileHistory],
    _ survey: Survey?,
    in tree: borrowing Snapshot,
    _ questions: HistoryQuestions,
    _ keys: [PolicySigner]
  ) throws(RunFailure) -> [String: FileFacts] {
    let tested = questions.contains(.bounds) ? survey?.evaluationPaths ?? [] : []
    let preceded = try boundsPreceded(histories.filter { tested.contains($0.key) }, in: tree)
    let asksSigners = questions.contains(.signers)
    let signers = try signatures(of: asksSigners ? Set(histories.values.map(\.change)) : [], keys)
    return histories.reduce(into: [:]) { files, entry in
      files[entry.key] = FileFacts(
        lastChanged: entry.value.change.committer.unixSeconds,
        isSigned: questions.contains(.signature) ? entry.value.change.hasSignature : nil,
        firstSeen: questions.isDisjoint(with: [.start, .assessments])
          ? nil : entry.value.start?.committer.unixSeconds,
        followsBounds: preceded[entry.key],
        signature: signers[entry.value.change.id],
        author: asksSigners ? entry.value.change.author.text : nil
      )
    }
  }

  /// The signature of each commit, each looked at once.
  private func signatures(
    of commits: Set<CommitFacts>,
    _ keys: [PolicySigner]
  ) throws(RunFailure) -> [ObjectID: SignatureFacts] {
    var signatures: [ObjectID: SignatureFacts] = [:]
    for commit in commits {
      let signed = try signature(of: commit.id)
      signatures[commit.id] =
        signed.map { SignatureFacts($0, keys) } ?? SignatureFacts(state: .absent)
    }
    return signatures
  }

  /// The signatures of a commit and of its tags; nil for work that is not committed.
  private func approvals(
    of commit: CommitFacts?,
    _ keys: [PolicySigner]
  ) throws(RunFailure) -> [SignatureFacts]? {
    guard let commit else { return nil }
    let own = try signature(of: commit.id)
    let day = CalendarDate(unixSeconds: commit.committer.unixSeconds)
    return try ([own].compactMap(\.self) + signedTags(of: commit.id)).map { object in
      var facts = SignatureFacts(object, keys)
      // A tag is no older than its commit: a key that has ended signs nothing by an earlier date.
      if let stated = facts.day, let day { facts.day = max(stated, day) }
      return facts
    }
  }

  /// Whether the policy had its bounds in all parents of the commits that last changed some files; for
  /// none of them where it has no bounds.
  private func boundsPreceded(
    _ histories: [String: FileHistory],
    in tree: borrowing Snapshot
  ) throws(RunFailure) -> [String: Bool] {
    guard !histories.isEmpty, let policy = Discovery.policyEntry(in: tree.entries),
      let commit = tree.commit
    else { return [:] }
    let path = tree.repositoryPath(of: policy.path)
    guard let bounds = PolicyBounds(try bytes(at: path, of: commit.id)) else { return [:] }
    var known: [ObjectID: Bool] = [:]
    var preceded: [String: Bool] = [:]
    for (file, history) in histories.sorted(by: { $0.key < $1.key }) {
      let parents = history.change.parents
      for parent in parents where known[parent] == nil {
        known[parent] = PolicyBounds(try bytes(at: path, of: parent)) == bounds
      }
      preceded[file] = !parents.isEmpty && parents.allSatisfy { known[$0] == true }
    }
    return preceded
  }
}

extension SignatureFacts {
  /// Verifies a signature by the key that it names; whose key that is, the policy says.
  ///
  /// One of OpenPGP names its key by a fingerprint alone, so that only a key of the policy can verify it.
  fileprivate init(_ object: SignedObject, _ keys: [PolicySigner]) {
    self.init(
      tag: object.tag,
      state: .unverified,
      day: object.signer.flatMap { CalendarDate(unixSeconds: $0.unixSeconds) },
      by: object.signer?.text
    )
    if let signature = SSHSignature(armored: object.signature) {
      let isValid = signature.isValid(for: object.payload, as: "git")
      (state, key) = isValid ? (.good, signature.key.id) : (.bad, nil)
    } else if let signature = OpenPGPSignature(armored: object.signature) {
      verify(signature, of: object.payload, keys.compactMap(\.key.openPGP))
    }
  }

  private mutating func verify(
    _ signature: OpenPGPSignature,
    of payload: [UInt8],
    _ keys: [OpenPGPKey]
  ) {
    for key in keys {
      guard let isMade = key.made(signature, over: payload) else { continue }
      (state, self.key) = isMade ? (.good, key.fingerprint) : (.bad, nil)
      // The key signed the moment as well: it counts on the later of both days.
      let signed = CalendarDate(unixSeconds: Int64(signature.created))
      day = [day, signed].compactMap(\.self).max()
      return
    }
  }
}

extension CommitIdentity {
  fileprivate var text: String { "\(name) <\(email)>" }
}

/// The values that a policy sets, whatever else it says.
private struct PolicyBounds: Equatable {
  /// Each value after the pack and the keys that lead to it, sorted.
  private let values: [String]

  /// Reads a policy; nil where it sets nothing or cannot be read.
  init?(_ bytes: [UInt8]?) {
    guard let bytes else { return nil }
    do {
      let policy = PolicyFile.read(try YAMLReader.read(bytes), path: PolicyFile.name).value
      values = policy.packs.flatMap { pack in
        pack.parameters.map { Self.values(of: $0, below: "\(pack.origin)") } ?? []
      }
      .sorted()
    } catch {
      return nil
    }
    if values.isEmpty { return nil }
  }

  private static func values(of node: Node, below key: String) -> [String] {
    if let members = node.map {
      return members.flatMap { values(of: $0.value, below: "\(key)/\($0.key)") }
    }
    if let elements = node.list { return elements.flatMap { values(of: $0, below: "\(key)/-") } }
    return ["\(key)=\(node.text ?? "")"]
  }
}
