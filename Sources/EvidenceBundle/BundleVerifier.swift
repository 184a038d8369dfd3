// SPDX-License-Identifier: Apache-2.0

package import GateModel

/// Checks a bundle: complete, unchanged, nothing added, and proven to belong to its commit.
package enum BundleVerifier {
  /// Verifies a bundle in any of its three forms, and lists everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - path: A bundle directory, `.tar` or `.tar.gz`; archives are told apart by their content.
  ///   - limits: How much the bundle may hold.
  ///   - readingReport: Reads `report.json`; an error it throws becomes a problem of that file.
  /// - Returns: The commit, the evidence digest and every problem that was found.
  /// - Throws: When there is no bundle to judge: the path cannot be read, the archive is broken,
  ///   or it exceeds the limits.
  package static func verify(
    _ path: String,
    limits: BundleLimits = BundleLimits(),
    readingReport: ([UInt8]) throws -> ReportFacts
  ) throws(Problem) -> BundleVerification {
    let listing = try BundleReader.listing(of: path, limits: limits)
    var examination = Examination(of: listing, limits: limits)
    examination.checkBag()
    examination.checkChain()
    examination.checkRepository()
    examination.checkReport(readingReport)
    return examination.result
  }
}
