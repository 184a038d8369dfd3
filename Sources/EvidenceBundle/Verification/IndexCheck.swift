// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Checks that what the indexes list is there, under its digest, with the stated size and blob.
enum IndexCheck {
  /// The problems of the inputs.
  static func problems(of index: InputIndex, in bag: StoredBag) -> [BundleProblem] {
    index.entries.flatMap { entry -> [BundleProblem] in
      let place = BagLayout.input(entry.sha256)
      let problems = contentProblems(
        of: entry.path,
        place,
        entry.sha256,
        entry.size,
        in: bag,
        BagLayout.inputIndex
      )
      guard let bytes = bag.files[place], !entry.blob.names(.blob, bytes) else { return problems }
      let what = "states the blob \(entry.blob) for \(quoted(entry.path)), but \(place) is another"
      return problems + [.unproven(BagLayout.inputIndex, what)]
    }
  }

  /// The problems of the policy files.
  static func problems(of index: PolicyIndex, in bag: StoredBag) -> [BundleProblem] {
    index.entries.flatMap { entry in
      contentProblems(
        of: entry.path,
        BagLayout.policyFile(entry.sha256),
        entry.sha256,
        entry.size,
        in: bag,
        BagLayout.policyIndex
      )
    }
  }

  private static func contentProblems(
    of path: String,
    _ place: String,
    _ digest: ContentDigest,
    _ size: Int,
    in bag: StoredBag,
    _ index: String
  ) -> [BundleProblem] {
    guard let bytes = bag.files[place] else {
      return [.damaged(place, "is missing, although \(index) names it for \(quoted(path))")]
    }
    var problems: [BundleProblem] = []
    if bag.digests[place] != digest {
      problems.append(.damaged(place, "does not have the SHA-256 that it is named after"))
    }
    if bytes.count != size {
      let what = "states \(size) bytes for \(quoted(path)), but there are \(bytes.count)"
      problems.append(.unproven(index, what))
    }
    return problems
  }
}
