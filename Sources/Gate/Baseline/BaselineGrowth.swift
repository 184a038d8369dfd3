// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Tells whether the checked tree accepts findings that the baseline in force does not.
///
/// A baseline may only shrink: what it would accept after a merge is judged before the merge.
struct BaselineGrowth {
  private let path: String
  private let additions: [Baseline.Entry]

  /// Compares the baseline in force with the file of the same path in the checked tree.
  init(
    of baseline: Baseline,
    at path: String,
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) {
    self.path = path
    let own = try Baseline.bytes(at: path, in: tree)
    additions =
      try own.map { bytes throws(RunFailure) in try Baseline(bytes, at: path) }?
      .additions(to: baseline) ?? []
  }

  /// Compares the baseline that decides, where there is one, with that of the checked tree.
  init?(
    of governance: Governance,
    asked request: RunRequest,
    in tree: borrowing some SourceTree & ~Copyable
  ) throws(RunFailure) {
    guard let baseline = governance.baseline, let path = request.baselineName else { return nil }
    try self.init(of: baseline, at: path, in: tree)
  }

  /// A failure for each judged system whose findings are added.
  ///
  /// - Parameters:
  ///   - systems: The judged systems.
  ///   - all: All systems of the tree; findings of others, which are yet to come, are added for all.
  /// - Returns: The failures; none where nothing is added.
  func results(for systems: [String], of all: Set<String>) -> [CheckResult] {
    systems.compactMap { system in
      let own = additions.filter { $0.system == system || !all.contains($0.system) }
      guard !own.isEmpty else { return nil }
      let names = own.map { "\($0.pack)/\($0.rule) on \($0.subject)" }
      return CheckResult(
        system: system,
        pack: ProgramPack.change.rawValue,
        rule: OwnRules.baselineGrows,
        subject: "system",
        outcome: .failed,
        severity: .error,
        message: "the change adds to the baseline: \(names.joined(separator: ", "))",
        locations: [SourceLocation(path: path)]
      )
    }
  }
}
