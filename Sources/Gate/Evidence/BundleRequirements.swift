// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// What somebody who relies on a bundle asks of it, beyond that it is sound.
package struct BundleRequirements: Hashable, Sendable {
  /// Which verdict is good enough.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Pass alone, which no baseline brought about.
    case pass
    /// Pass, or failures all of which the baseline of the run knew.
    case noNew = "no-new"
    /// Pass, or undecided.
    case undecidedOK = "undecided-ok"
  }

  /// The verdict that is needed, or nil when any is good enough.
  package var verdict: Verdict?
  /// A system that has to be among the judged ones.
  package var system: String?
  /// The SHA-256 of a model that the bundle has to be about.
  package var modelDigest: ContentDigest?
  /// A folder that has to hold the weights of the bundle's models, and no others.
  package var modelFolder: String?
  /// The commit that has to have been checked: all of its digits.
  package var commit: String?
  /// The digest of policy, packs and waivers.
  package var policyDigest: ContentDigest?
  /// The digests of packs that have to have been applied.
  package var packDigests: [ContentDigest] = []
  /// The most days that may lie between the day of the check and `today`.
  package var maximumAge: Int?
  /// The day on which the bundle is relied on.
  package var today: CalendarDate?
  /// The public keys that are trusted, as PEM files.
  package var publicKeys: [String] = []
  /// How many of the trusted keys have to have signed.
  package var signatures: Int?
  /// The roles of the policy that have to have signed.
  package var roles: [String] = []
  /// The bundle of the release before, which this one has to follow.
  package var previous: String?
  /// Whether a bundle of another version of the program is good enough, whose words nobody compares.
  package var acceptsOtherVersion = false
  /// A repository from which facts are computed again.
  package var repository: String?

  /// Creates requirements that every sound bundle meets.
  package init() {}

  /// Whether anything is asked that depends on what the verdict means.
  var isAboutVerdict: Bool { verdict != nil }
}
