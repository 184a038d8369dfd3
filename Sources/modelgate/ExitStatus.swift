// SPDX-License-Identifier: Apache-2.0

internal import Gate
internal import GateModel

/// What the process says to its caller.
enum ExitStatus: Int32 {
  /// Everything that applies is satisfied.
  case pass = 0
  /// At least one rule at or above the threshold is not.
  case fail = 1
  /// The call, the policy, a pack or a waiver is wrong; no verdict was attempted.
  case usage = 2
  /// Something could not be read or judged, or nothing was checked.
  case undecided = 3

  init(_ verdict: Verdict) {
    switch verdict {
    case .pass: self = .pass
    case .fail: self = .fail
    case .undecided, .partial: self = .undecided
    }
  }

  init(_ failure: RunFailure) {
    switch failure.kind {
    case .configuration: self = .usage
    case .repository: self = .undecided
    }
  }
}
