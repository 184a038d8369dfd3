// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Checks that a bundle has the files of its layout, and no others.
enum LayoutCheck {
  /// The problems of a bundle whose indexes, as far as they can be read, are given.
  static func problems(
    of bag: StoredBag,
    inputs: InputIndex?,
    policy: PolicyIndex?
  ) -> [Problem] {
    let missing = BagLayout.required.filter { bag.files[$0] == nil }
      .map { Problem.damaged($0, "is missing") }
    let known = Set(
      BagLayout.required
        + (inputs?.entries ?? []).compactMap { $0.file }
        + (policy?.entries ?? []).map { $0.file }
    )
    let chain = bag.files[BagLayout.logCheckpoint] == nil ? [] : BundleChain.paths
    let foreign = bag.paths.filter {
      !known.contains($0) && !chain.contains($0) && !BagLayout.isReport($0)
        && !BagLayout.isAttestation($0)
    }
    .map { Problem.damaged($0, "has no place in a bundle: no index names it") }
    return missing + foreign + declarationProblems(of: bag)
  }

  private static func declarationProblems(of bag: StoredBag) -> [Problem] {
    guard let bytes = bag.held(BagLayout.declaration), bytes != BagLayout.declarationBytes
    else { return [] }
    return [.damaged(BagLayout.declaration, "does not declare a BagIt 1.0 bag in UTF-8")]
  }
}
