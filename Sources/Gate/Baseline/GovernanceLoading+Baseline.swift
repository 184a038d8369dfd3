// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension GovernanceLoading {
  /// The baseline that a request names, from the tree or the disk that the policy is read from.
  ///
  /// - Returns: Its bytes and what they say; nil when none is named.
  /// - Throws: When there is none, or the checked tree itself would give it: nobody accepts his own
  ///   findings.
  func baseline(
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> (bytes: [UInt8], baseline: Baseline)? {
    guard let path = request.baseline else { return nil }
    switch request.policySource {
    case .checkedTree:
      throw .configuration(
        "--baseline is read from where the policy is read, and that is the checked tree itself",
        help: "name the protected branch that has both: --policy-ref origin/main"
      )
    case .file:
      let bytes = try source.policy(at: path)
      return (bytes, try Baseline(bytes, at: path))
    case .revision(let revision):
      guard let bytes = try Baseline.bytes(at: path, in: tree) else {
        throw .configuration(
          "there is no baseline '\(path)' in '\(revision)'",
          help: "write it with 'modelgate baseline' and put it on that branch"
        )
      }
      return (bytes, try Baseline(bytes, at: path))
    }
  }
}

extension Baseline {
  /// The bytes of a file of a tree; nil when there is no such file.
  static func bytes(
    at path: String,
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) -> [UInt8]? {
    guard let entry = tree.entries.first(where: { $0.path == path }) else { return nil }
    do throws(Problem) {
      return try tree.bytes(of: entry)
    } catch {
      throw .configuration("reading '\(path)' failed: \(error.message)", help: error.help)
    }
  }
}
