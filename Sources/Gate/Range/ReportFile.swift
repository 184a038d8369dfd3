// SPDX-License-Identifier: Apache-2.0

package import Reporting

/// A report of an earlier run on disk.
package enum ReportFile {
  /// Reads the JSON report of a run.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - help: What to do when it is none.
  /// - Returns: The report.
  /// - Throws: When there is no such file, or it is no report of this program.
  package static func read(
    _ path: String,
    help: String = "give what 'modelgate check --output json=PATH' wrote"
  ) throws(RunFailure) -> Report {
    let bytes = try DiskFile.bytes(at: path)
    do throws(ReportFlaw) {
      return try Report.read(bytes, requiresCanonicalForm: false)
    } catch {
      throw .configuration("'\(path)' is no report of this program: \(error)", help: help)
    }
  }
}
