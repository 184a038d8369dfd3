// SPDX-License-Identifier: Apache-2.0

package import Reporting

/// Judges two commits by one day and tells what changed between them.
package struct Comparison: Sendable {
  private let base: RunRequest
  private let head: RunRequest

  /// Creates a comparison.
  ///
  /// - Parameters:
  ///   - request: How both are judged, and the later commit.
  ///   - base: The earlier commit, named by any revision.
  package init(_ request: RunRequest, since base: String) {
    head = request
    var earlier = request
    earlier.source = .commit(base)
    // What a system is asked for may be new.
    earlier.systems = []
    self.base = earlier
  }

  /// What changed.
  ///
  /// - Throws: When one of the commits cannot be judged at all.
  package func report() async throws(RunFailure) -> DifferenceReport {
    let (old, new) = (try await JudgedCommit(base), try await JudgedCommit(head))
    let systems = Set(head.systems)
    let difference = Difference(
      base: old,
      head: new,
      concerns: { systems.isEmpty || systems.contains($0) }
    )
    return DifferenceReport(
      between: old.report,
      and: new.report,
      findings: difference.findings,
      movements: difference.movements,
      settings: difference.settings,
      stale: difference.staleDocuments,
      newFaults: difference.newFaults
    )
  }
}
