// SPDX-License-Identifier: Apache-2.0

internal import GateModel
internal import Survey

/// Tells for each system whether a change touches what the change itself is judged by.
///
/// The result is a warning: such a change can be right, and somebody else should look at it.
struct GateChange {
  let range: ChangedRange
  let governance: Governance

  /// A result for each of some systems.
  ///
  /// - Parameters:
  ///   - dossiers: The judged systems.
  ///   - declared: The declarations of all systems of the tree; one that is gone concerns everybody.
  /// - Returns: The results in the order of the systems.
  func results(for dossiers: [Dossier], declared: Set<String>) -> [CheckResult] {
    let deciding = range.decidingPaths(of: governance)
    let declarations = range.declarations(by: governance.policy)
    return dossiers.map { dossier in
      let declaration = dossier.declaration?.source.path
      let own = declarations.filter { $0 == declaration || !declared.contains($0) }
      return result(for: dossier.systemID, touching: deciding + own)
    }
  }

  private func result(for system: String, touching paths: [String]) -> CheckResult {
    CheckResult(
      system: system,
      pack: ProgramPack.change.rawValue,
      rule: OwnRules.changeTouchesGate,
      subject: "system",
      outcome: paths.isEmpty ? .passed : .failed,
      severity: .warn,
      message: paths.isEmpty
        ? "the change touches neither policy, waivers, packs nor the declaration"
        : "the change touches what it is judged by: \(paths.joined(separator: ", "))",
      locations: paths.map { SourceLocation(path: $0) }
    )
  }
}
