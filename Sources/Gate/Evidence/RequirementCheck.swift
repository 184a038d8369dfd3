// SPDX-License-Identifier: Apache-2.0

internal import EvidenceBundle
internal import GateModel

/// Compares what a bundle says with what is asked of it.
struct RequirementCheck {
  private let statement: BundleStatement
  private let requirements: BundleRequirements

  init(_ statement: BundleStatement, _ requirements: BundleRequirements) {
    (self.statement, self.requirements) = (statement, requirements)
  }

  /// Each thing that is asked and does not hold, as a lower-case phrase.
  ///
  /// - Throws: When a folder or a key cannot be read.
  func unmet() throws(RunFailure) -> [String] {
    verdict + version + threshold + policy + subject + age + (try models())
  }

  private var version: [String] {
    guard requirements.isAboutVerdict, statement.isByOtherVersion,
      !requirements.acceptsOtherVersion
    else { return [] }
    return [
      "the bundle was made by \(statement.softwareAgent), whose words this program cannot compare: "
        + "give --other-version as well"
    ]
  }

  /// A verdict of a run that was asked to overlook what the policy counts is not that of the policy.
  private var threshold: [String] {
    guard requirements.isAboutVerdict else { return [] }
    if let own = statement.weakenedThreshold {
      return [
        "the run was asked to fail on \(statement.failOn) alone, and the policy fails on "
          + "\(own.rawValue): make the bundle without --fail-on"
      ]
    }
    guard statement.toleratesErrors, requirements.policyDigest == nil else { return [] }
    return [
      "the policy fails on \(statement.failOn) alone, so that a pass may have errors: give "
        + "--policy-digest as well"
    ]
  }

  private var verdict: [String] {
    guard let needed = requirements.verdict else { return [] }
    let isMet =
      switch needed {
      case .pass: statement.verdict == .pass && statement.verdictWithoutBaseline == .pass
      case .noNew: statement.verdict == .pass
      case .undecidedOK: [.pass, .undecided].contains(statement.verdict)
      }
    let missing = statement.notReplayed.count
    if missing > 0 {
      return [
        "\(missing) inputs were redacted, so that the verdict could not be judged again: give --repo"
      ]
    }
    guard !isMet else { return [] }
    if needed == .pass, statement.verdict == .pass {
      let known = statement.baseline?.count ?? 0
      return [
        "the verdict is pass because \(known) findings are known; without them it is "
          + "\(statement.verdictWithoutBaseline.rawValue), and --require no-new takes that"
      ]
    }
    return ["the verdict is \(statement.verdict.rawValue), and \(needed.rawValue) is required"]
  }

  private var policy: [String] {
    var unmet: [String] = []
    if let digest = requirements.policyDigest, digest != statement.policyDigest {
      unmet.append("the policy has the digest \(statement.policyDigest), not \(digest)")
    }
    if requirements.isAboutVerdict, requirements.policyDigest == nil {
      if statement.isPolicyFromDisk {
        unmet.append(
          "policy or packs came from a disk, which no commit proves: give --policy-digest as well"
        )
      } else if let commit = statement.policyCommit, commit != statement.commit {
        unmet.append(
          "the policy came from another commit, \(commit.short), which may be anybody's: give "
            + "--policy-digest as well"
        )
      }
      let unknown = statement.packs.filter {
        $0.isAltered && !requirements.packDigests.contains($0.digest)
      }
      unmet += unknown.map {
        "the pack '\($0.id)' is another one than this program ships: give --pack-digest as well"
      }
    }
    let applied = Set(statement.packs.map(\.digest))
    unmet += requirements.packDigests.filter { !applied.contains($0) }
      .map { "no applied pack has the digest \($0)" }
    return unmet
  }

  private var subject: [String] {
    var unmet: [String] = []
    if let system = requirements.system, !statement.systems.contains(where: { $0.id == system }) {
      unmet.append("the system '\(system)' is not among the judged ones")
    }
    if let commit = requirements.commit, statement.commit.hex != commit {
      unmet.append("the commit is \(statement.commit), not \(commit)")
    }
    return unmet
  }

  private var age: [String] {
    guard let most = requirements.maximumAge, let today = requirements.today else { return [] }
    let days = statement.asOf.days(until: today)
    if days < 0 { return ["the day of the check, \(statement.asOf), is yet to come"] }
    return days <= most ? [] : ["the check is \(days) days old, and \(most) are allowed"]
  }

  private func models() throws(RunFailure) -> [String] {
    let models = statement.models.filter {
      requirements.system == nil || $0.system == requirements.system
    }
    var unmet: [String] = []
    if let digest = requirements.modelDigest, !models.contains(where: { $0.sha256 == digest }) {
      unmet.append("no judged model has the digest sha256:\(digest)")
    }
    if let folder = requirements.modelFolder {
      unmet += try ModelFolder(folder).differences(from: models, in: statement.weightBlobs)
    }
    return unmet
  }
}
