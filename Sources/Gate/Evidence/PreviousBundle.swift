// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel
internal import Reporting

/// The bundle of the release before, which a new one names and goes on from.
struct PreviousBundle: Sendable {
  private let path: String
  /// What a log would keep of it; nil where it is not sound.
  private let entry: LogEntry?
  private let chain: BundleChain?

  /// Verifies a bundle, so that nothing goes on from what does not hold.
  ///
  /// - Throws: When it cannot be read.
  init(at path: String, tool: Report.Tool, width: Int) async throws(RunFailure) {
    let check = try await BundleCheck.verify(path, tool: tool, width: width)
    (self.path, entry, chain) = (path, check.logEntry, check.chain)
  }

  /// How a new bundle follows this one.
  ///
  /// - Throws: When it is not sound, or what it says of those before it leads nowhere.
  func next() throws(RunFailure) -> BundleChain {
    guard let entry else {
      throw .configuration(
        "the previous bundle '\(path)' is not sound",
        help: "see 'modelgate verify'"
      )
    }
    guard let next = BundleChain(after: entry, of: chain) else {
      throw .configuration(
        "the log in the previous bundle '\(path)' leads nowhere",
        help: "see 'modelgate verify'"
      )
    }
    return next
  }

  /// Why a bundle does not follow this one, as lower-case phrases; none when it does.
  func differences(from next: BundleChain?) -> [String] {
    guard let entry else { return ["the previous bundle '\(path)' is not sound"] }
    guard let next else { return ["the bundle names no previous one"] }
    guard next.previous == entry else {
      return [
        "the bundle follows sha256:\(next.previous.evidence), not sha256:\(entry.evidence): "
          + "a release was dropped, replaced or moved"
      ]
    }
    guard next.earlier == chain?.checkpoint ?? .empty else {
      return ["the bundle goes on from another log than the one in the previous bundle"]
    }
    return []
  }
}

extension BundleCheck {
  /// What a log of releases keeps of the bundle; nil unless it is sound.
  var logEntry: LogEntry? {
    guard isSound, let statement, let evidenceDigest else { return nil }
    return LogEntry(
      evidence: evidenceDigest,
      commit: statement.commit,
      asOf: statement.asOf,
      // What was not judged again is nobody's verdict.
      verdict: statement.notReplayed.isEmpty ? statement.verdict : .undecided,
      policy: statement.policyDigest
    )
  }
}
