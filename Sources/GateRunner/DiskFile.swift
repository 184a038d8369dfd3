// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials

/// Files that the caller names on disk, outside any tree.
enum DiskFile {
  /// The bytes of a file.
  static func bytes(at path: String) throws(RunFailure) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .configuration("there is no file '\(path)'", help: "check the path")
    }
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .configuration(
        "reading '\(path)' failed: \(error)",
        help: "check that it is a file that you may read"
      )
    }
  }
}
