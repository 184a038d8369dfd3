// SPDX-License-Identifier: Apache-2.0

/// Which readers of JUnit XML a file is for.
package enum JUnitProfile: String, Sendable, Hashable, CaseIterable {
  /// For GitLab, Jenkins and the GitHub actions: with files and lines.
  case rich
  /// For readers that validate against the published schemas: nothing beyond both of them.
  case strict
}

extension Report {
  /// The report as JUnit XML for chosen readers.
  package func junit(profile: JUnitProfile) -> [UInt8] {
    JUnitReport(self, profile: profile).bytes()
  }
}
