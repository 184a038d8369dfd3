// SPDX-License-Identifier: Apache-2.0

package import GateModel

extension Issue {
  /// A problem of an artifact: what is missing is for rules to judge, what cannot be read is an error.
  package init(_ problem: Problem, in file: FileIdentity) {
    self.init(
      code: problem.code ?? "unreadable",
      severity: problem.code == "missing-key" ? .warning : .error,
      message: "\(problem.message); \(problem.help)",
      source: problem.source ?? file.reference()
    )
  }
}
