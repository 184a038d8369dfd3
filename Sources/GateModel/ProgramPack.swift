// SPDX-License-Identifier: Apache-2.0

/// What stands in place of a pack where the program itself adds a record.
///
/// Such a record can fail a run or leave it open and is no evidence about any system: where nothing
/// else was judged, nothing was checked. No pack may have such an id.
package enum ProgramPack: String, Sendable {
  /// What a change does to the things that it is judged by.
  case change = "modelgate"
  /// Duties of a tier that no selected rule asks for.
  case duties
  /// Bounds of a number that contradict each other.
  case limits
}

extension CheckResult {
  /// Whether a rule of a pack was judged: what does not apply, or could not be told, is no judgement.
  package var isJudgement: Bool {
    guard ProgramPack(rawValue: pack) == nil else { return false }
    switch outcome {
    case .passed, .failed, .waived: return true
    case .notApplicable, .upcoming, .undecided: return false
    }
  }
}
