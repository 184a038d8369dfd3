// SPDX-License-Identifier: Apache-2.0

internal import GateModel

extension Fault {
  /// The fault that a declared digest cannot be compared with what stands under the declared path;
  /// none where it can, and where no digest is declared.
  static func doubts(
    about model: DeclaredModel,
    _ state: WeightsState?,
    system: String
  ) -> [Fault] {
    guard let doubt = state?.doubt, let path = model.weights, model.sha256 != nil else { return [] }
    return [
      Fault(
        message: "the declared digest of '\(model.name)' cannot be compared with \(path): \(doubt)",
        location: SourceLocation(path: path),
        help: "declare the one file that the digest is of, as it is or as a Git LFS pointer",
        system: system
      )
    ]
  }
}
