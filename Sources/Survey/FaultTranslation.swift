// SPDX-License-Identifier: Apache-2.0

internal import FileShapes
package import GateModel

// The one place where the errors of readers become faults of the run.

extension Fault {
  /// A file that the tree could not give.
  package init(_ error: SourceTreeError, system: String? = nil) {
    self.init(
      message: "cannot read \(error.path): \(error.reason)",
      location: SourceLocation(path: error.path),
      help: error.help,
      system: system
    )
  }

  /// A mistake in a declaration.
  package init(_ problem: Problem, system: String? = nil) {
    self.init(
      message: problem.message,
      location: problem.location,
      help: problem.help,
      system: system
    )
  }
}
