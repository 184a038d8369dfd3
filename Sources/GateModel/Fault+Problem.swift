// SPDX-License-Identifier: Apache-2.0

// The one place where problems become faults of the run.

extension Fault {
  /// A file whose content is hidden: by the tree, by what stands in its place, or by its syntax.
  package init(unreadable problem: Problem, system: String? = nil) {
    self.init(
      message: "cannot read \(problem.path): \(problem.message)",
      location: problem.location,
      help: problem.help,
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
