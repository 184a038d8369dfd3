// SPDX-License-Identifier: Apache-2.0

internal import GateModel

/// Checks that the report speaks of the commit, the tree and the inputs that the bundle proves.
struct ReportAgreement {
  private let facts: ReportFacts
  private let index: InputIndex

  init(_ facts: ReportFacts, with index: InputIndex) {
    (self.facts, self.index) = (facts, index)
  }

  /// What the report states otherwise than the index and the proven trees.
  ///
  /// The trees are the one of the commit and the one of the checked folder, by their ids.
  func problems(trees: [String], policy: ContentDigest?) -> [Problem] {
    var problems: [Problem] = []
    if facts.commit != index.commit.hex {
      problems.append(disagreement("the commit", facts.commit, index.commit.hex))
    }
    if let tree = trees.last, !trees.contains(facts.tree) {
      problems.append(disagreement("the tree", facts.tree, tree))
    }
    if let stated = facts.policyDigest, let policy, stated != policy.hex {
      problems.append(disagreement("the digest of the policy", stated, policy.hex))
    }
    return problems + artifactProblems
  }

  private var artifactProblems: [Problem] {
    let inputs = Dictionary(
      index.entries.map { (Array($0.path.utf8), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return facts.artifacts.flatMap { artifact in
      guard let input = inputs[Array(artifact.path.utf8)], input.role == artifact.kind,
        input.systems.contains(artifact.system)
      else {
        let what =
          "names the \(quoted(artifact.kind)) \(quoted(artifact.path)) of the system "
          + "\(quoted(artifact.system)), which the index does not list"
        return [Problem.unproven(BagLayout.report, what)]
      }
      return problems(of: artifact, input)
    }
  }

  private func problems(
    of artifact: ReportFacts.Artifact,
    _ input: InputIndex.Entry
  ) -> [Problem] {
    let path = quoted(artifact.path)
    let facts = [
      ("the format of \(path)", artifact.format, input.format ?? ""),
      ("the blob of \(path)", artifact.blob, input.blob.hex),
      ("the SHA-256 of \(path)", artifact.sha256, input.sha256.hex),
      ("the size of \(path)", String(artifact.size), String(input.size)),
    ]
    return facts.filter { $0.1 != $0.2 }.map { disagreement($0.0, $0.1, $0.2) }
  }

  private func disagreement(_ what: String, _ stated: String, _ proven: String) -> Problem {
    .unproven(BagLayout.report, "states \(quoted(stated)) as \(what), but it is \(proven)")
  }
}
