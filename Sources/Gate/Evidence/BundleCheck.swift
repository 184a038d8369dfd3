// SPDX-License-Identifier: Apache-2.0

internal import Digests
package import EvidenceBundle
internal import FoundationEssentials
package import GateModel
package import Reporting
internal import Texts

/// What verifying a bundle found, ready to be printed.
package struct BundleCheck: Sendable {
  /// Everything that is wrong with the bundle itself.
  package private(set) var problems: [Problem]
  /// What is asked of the bundle and does not hold.
  package private(set) var unmet: [String] = []
  /// What the bundle says, as judging again found it; nil when it could not be judged.
  package private(set) var statement: BundleStatement?
  /// The signatures in the bundle that are not wrong.
  package private(set) var signatures: [BundleSignature] = []
  /// The SHA-256 of the bundle's manifest.
  package let evidenceDigest: ContentDigest?
  /// How the bundle follows that of the release before, where it says so.
  package private(set) var chain: BundleChain?
  /// Whether that was compared with the bundle before.
  private(set) var isChainChecked = false
  /// Each check that was made again.
  var results: [CheckResult] = []
  /// The top directory of an archive of the bundle, and the time stamp of its entries.
  var baseName = ""
  /// The files that a seal is over.
  var sealedDigests: [String: ContentDigest] = [:]
  var commitTime: Int64 = 0
  /// How many files were read.
  package let fileCount: Int

  /// Whether nothing is wrong with the bundle.
  package var isSound: Bool { problems.isEmpty }
  /// Whether nothing is wrong and everything that was asked holds.
  package var holds: Bool { isSound && unmet.isEmpty }

  /// Verifies a bundle in any of its forms, and judges it again.
  ///
  /// - Parameters:
  ///   - path: The folder or archive.
  ///   - requirements: What is asked of it.
  ///   - tool: The program that verifies.
  ///   - width: How many systems and files are worked on at once.
  /// - Returns: What was found.
  /// - Throws: When there is no bundle to judge, or the requirements cannot be read.
  package static func verify(
    _ path: String,
    requirements: BundleRequirements = BundleRequirements(),
    tool: Report.Tool,
    width: Int = 2
  ) async throws(RunFailure) -> BundleCheck {
    let verification = try structure(of: path)
    var check = BundleCheck(verification)
    guard let record = verification.record else { return check }
    let restored = try requirements.repository.map { path throws(RunFailure) in
      try RestoredInputs(of: record, from: path, tool: tool)
    }
    let outcome: Rejudgement.Outcome
    do throws(RunFailure) {
      outcome = try await Rejudgement(record, restored: restored?.contents ?? [:], width: width)
        .outcome()
    } catch {
      check.problems = error.problems.map(Problem.init(preventingJudgement:))
      return check
    }
    try await check.take(outcome, of: record, tool, requirements)
    check.compare(verification.frame)
    check.problems += restored?.problems ?? []
    if let previous = requirements.previous {
      let earlier = try await PreviousBundle(at: previous, tool: tool, width: width)
      check.unmet += earlier.differences(from: check.chain)
      check.isChainChecked = true
    }
    return check
  }

  /// Takes what came of judging again, and asks what is required.
  private mutating func take(
    _ outcome: Rejudgement.Outcome,
    of record: BundleRecord,
    _ tool: Report.Tool,
    _ requirements: BundleRequirements
  ) async throws(RunFailure) {
    var comparison = BundleComparison(record: record, outcome: outcome, tool: tool)
    comparison.lacksInputs = requirements.repository == nil && !record.redacted.isEmpty
    problems = comparison.problems
    var statement = BundleStatement(record, outcome)
    if comparison.lacksInputs { statement.take(comparison.stated, of: record) }
    statement.isByOtherVersion = comparison.isByOtherVersion
    if !comparison.isByOtherVersion { problems += statement.alteredPacks }
    if let repository = requirements.repository {
      let contradictions = try await FactCheck(record, outcome).problems(in: repository)
      problems += contradictions
      (statement.trustedFacts, statement.lookedAt) = (0, [])
      statement.contradictedFacts = contradictions.count
    }
    self.statement = statement
    results = outcome.report.results
    (baseName, commitTime) = (comparison.baseName, record.commitTime ?? 0)
    chain = record.chain
    if let evidenceDigest {
      sealedDigests = EvidenceBundle.sealedDigests(
        of: record.digests,
        evidenceDigest: evidenceDigest
      )
    }
    try checkSignatures(requirements)
    unmet += try RequirementCheck(statement, requirements).unmet()
  }

  /// Compares what an archive says around its files with what follows from them.
  private mutating func compare(_ frame: ArchiveFrame?) {
    let own = ArchiveFrame(topDirectory: baseName, modified: commitTime)
    guard let frame, frame != own else { return }
    problems.append(
      Problem(
        path: "archive",
        message: "has the folder '\(frame.topDirectory)' of the time \(frame.modified), and what it"
          + " holds is '\(own.topDirectory)' of \(own.modified)",
        help: "unpack it and verify the folder, or take the archive as it was written"
      )
    )
  }

  private mutating func checkSignatures(
    _ requirements: BundleRequirements
  ) throws(RunFailure) {
    guard let statement, let evidenceDigest else { return }
    var keys: [PublicKey] = []
    for key in requirements.publicKeys { keys.append(try KeyFile.publicKey(key)) }
    let check = SignatureCheck(
      statement,
      evidenceDigest,
      sealed: (sealedDigests, baseName),
      trusting: keys,
      on: requirements.today
    )
    problems += check.problems
    signatures = check.signatures
    let roles = Set(signatures.filter(\.isGateResult).flatMap(\.roles))
    unmet += requirements.roles.filter { !roles.contains($0) }
      .map { "no key of the role '\($0)' signed while it counted" }
    let needed = requirements.signatures ?? (keys.isEmpty ? 0 : 1)
    if check.trusted.count < needed {
      unmet.append("\(check.trusted.count) trusted keys signed, and \(needed) are required")
    }
  }

  private static func structure(of path: String) throws(RunFailure) -> BundleVerification {
    try refuseOtherFolder(path)
    do throws(Problem) {
      return try BundleVerifier.verify(path, readingReport: ReportFactsReading.facts)
    } catch {
      throw RunFailure(
        .repository,
        [
          Problem(
            message: "reading the bundle '\(error.path)' failed: \(error.message)",
            help: error.help
          )
        ]
      )
    }
  }

  /// Refuses a folder that has nothing of a bundle: there is nothing in it that could be wrong.
  private static func refuseOtherFolder(_ path: String) throws(RunFailure) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder,
      !["bagit.txt", "manifest-sha256.txt", "data"].contains(where: {
        FileManager.default.fileExists(atPath: "\(path)/\($0)")
      })
    else { return }
    throw RunFailure(
      .repository,
      [
        Problem(
          message: "'\(path)' cannot be read as a bundle: it has neither bagit.txt nor a manifest",
          help: "name the folder, .tar or .tar.gz that --evidence wrote"
        )
      ]
    )
  }

  private init(_ verification: BundleVerification) {
    problems = verification.problems
    evidenceDigest = verification.evidenceDigest
    fileCount = verification.fileCount
  }
}

extension Problem {
  /// Why a bundle cannot be judged again.
  fileprivate init(preventingJudgement problem: Problem) {
    self.init(
      path: "data",
      message: "cannot be judged again: \(problem.message)",
      help: problem.help
    )
  }
}
