// SPDX-License-Identifier: Apache-2.0

internal import Documents
internal import FileShapes
internal import GateModel

/// How much information the cases of an evaluation carry when they are not drawn one by one.
extension EvaluationReading {
  /// Applies what the file says of clusters to all groups, and refuses what cannot be.
  ///
  /// With clusters of m cases on average and the correlation ρ within them, 1 + (m − 1) ρ cases are
  /// worth one independent case (Kish 1965). Without a correlation a cluster is worth one case.
  func shrink(_ artifact: inout Artifact) {
    let cases = artifact.groups.filter { $0.slice.count <= 1 }
    let attribute = cases.first?.slice.first?.attribute
    let total = cases.filter { $0.slice.first?.attribute == attribute }
      .reduce(0.0) { $0 + Double($1.counts.caseCount) }
    let effect = clusterEffect(of: total, &artifact)
    for index in artifact.groups.indices {
      let own = artifact.groups[index].designEffect
      guard own >= 1, own.isFinite else {
        artifact.addIssue(
          "wrong-value",
          .error,
          "n_effective must lie between 0 and n, and design_effect be at least 1; correct it",
          at: artifact.groups[index].source
        )
        continue
      }
      // What a group says of itself may leave the clusters out, so that the larger effect counts.
      if effect > own, effect.isFinite { artifact.groups[index].designEffect = effect }
    }
    checkShare(&artifact)
  }

  /// How many cases are worth one independent case; 1 without clusters.
  private func clusterEffect(of total: Double, _ artifact: inout Artifact) -> Double {
    guard let clusters = root["clusters"] else { return 1 }
    let correlation = clusters["icc"]?.node.double ?? 1
    guard (0...1).contains(correlation) else {
      artifact.addIssue(
        "wrong-value",
        .error,
        "'icc' is \(correlation), which is no correlation from 0 to 1; correct it",
        at: clusters.source
      )
      return 1
    }
    guard let count = clusters["count"]?.node.int, count > 0, total == 0 || Double(count) <= total
    else {
      artifact.addIssue(
        "wrong-value",
        .error,
        "'clusters' has to say how many there are, at least 1 and at most as many as cases; "
          + "correct 'count', or leave 'clusters' out",
        at: clusters.source
      )
      return 1
    }
    return 1 + max(0, total / Double(count) - 1) * correlation
  }

  private func checkShare(_ artifact: inout Artifact) {
    guard let share = artifact.minimumShare, !DeclaredShare.range.contains(share) else { return }
    artifact.addIssue(
      "wrong-value",
      .error,
      "'minimum_share' is \(share), which is no share from 0 to 0.02; no larger group may be left out (6 RCNY 5-301(d))",
      at: root["minimum_share"]?.source ?? root.source
    )
    artifact.minimumShare = nil
  }
}
