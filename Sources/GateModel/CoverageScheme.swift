// SPDX-License-Identifier: Apache-2.0

/// A list of contents that a law or standard asks documentation to have, by id.
package enum CoverageScheme: String, Hashable, Sendable, CaseIterable {
  /// The technical documentation of high-risk systems.
  case annexIV = "annex_iv"
  /// The EU declaration of conformity.
  case annexV = "annex_v"
  /// The registration of a provider, of a derogated system, of a public deployer.
  case annexVIIIA = "annex_viii_a"
  case annexVIIIB = "annex_viii_b"
  case annexVIIIC = "annex_viii_c"
  /// The technical documentation of general-purpose models, and of those with systemic risk.
  case annexXI1 = "annex_xi_1"
  case annexXI2 = "annex_xi_2"
  /// The information for those who build on a general-purpose model.
  case annexXII = "annex_xii"
  /// The instructions for use.
  case art13 = "art_13_3"
  /// The quality management system.
  case art17 = "art_17_1"
  /// The register of processing.
  case gdpr30 = "gdpr_30_1"
  /// The risk assessment of the California privacy regulations.
  case ccr7152 = "ccr_7152"
  /// Annex A of ISO/IEC 42001:2023.
  case iso42001 = "iso_42001"
  /// The risks of NIST AI 600-1.
  case nist600 = "nist_600_1"

  /// The ids, in the order of the text.
  package var ids: [String] {
    switch self {
    case .annexIV:
      letters("1", "abcdefgh") + letters("2", "abcdefgh") + ["3", "4", "5", "6", "7", "8", "9"]
    case .annexV: (1...8).map(String.init)
    case .annexVIIIA: (1...13).map(String.init)
    case .annexVIIIB: ["1", "2", "3", "4", "5", "6", "8"]
    case .annexVIIIC: (1...5).map(String.init)
    case .annexXI1: letters("1", "abcdef") + letters("2", "abcde")
    case .annexXI2: ["1", "2", "3"]
    case .annexXII: letters("1", "abcdefgh") + letters("2", "abc")
    case .art13:
      ["a", "b.i", "b.ii", "b.iii", "b.iv", "b.v", "b.vi", "b.vii", "c", "d", "e", "f"]
    case .art17: letters("", "abcdefghijklm")
    case .gdpr30: letters("", "abcdefg")
    case .ccr7152: (1...9).map { "a\($0)" }
    case .iso42001: Self.annexA
    case .nist600: (1...12).map(String.init)
    }
  }

  private func letters(_ prefix: String, _ letters: String) -> [String] {
    letters.map { "\(prefix)\($0)" }
  }

  private static let annexA = [
    "A.2.2", "A.2.3", "A.2.4", "A.3.2", "A.3.3", "A.4.2", "A.4.3", "A.4.4", "A.4.5", "A.4.6",
    "A.5.2", "A.5.3", "A.5.4", "A.5.5", "A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4",
    "A.6.2.5", "A.6.2.6", "A.6.2.7", "A.6.2.8", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6",
    "A.8.2",
    "A.8.3", "A.8.4", "A.8.5", "A.9.2", "A.9.3", "A.9.4", "A.10.2", "A.10.3", "A.10.4",
  ]
}
