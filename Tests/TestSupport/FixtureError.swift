// SPDX-License-Identifier: Apache-2.0

import CGit2

/// Why a fixture could not be made: a defect of the test or of the machine.
package struct FixtureError: Error, CustomStringConvertible {
  /// What failed.
  package let description: String

  init(_ operation: String, _ reason: String) {
    description = "\(operation): \(reason)"
  }
}

/// Calls a libgit2 function and throws what it reports.
func call(_ operation: String, _ body: () -> Int32) throws {
  let code = body()
  guard code < 0 else { return }
  let reason = git_error_last()?.pointee.message.map { String(cString: $0) } ?? "code \(code)"
  throw FixtureError(operation, reason)
}
