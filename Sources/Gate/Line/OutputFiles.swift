// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import Glibc

/// Writes several files so that either all appear or none does.
///
/// Each file is written under a temporary name beside its destination; only when all are complete
/// are they renamed.
package struct OutputFiles {
  private var staged: [(temporary: String, destination: String)] = []

  /// Creates an empty set of files.
  package init() {}

  /// Writes one file under its temporary name; missing folders are created.
  package mutating func stage(_ bytes: [UInt8], at path: String) throws(RunFailure) {
    let temporary = "\(path).\(getpid()).part"
    do throws(RunFailure) {
      try Self.refuseFolder(path)
      try Self.createFolder(of: path)
    } catch {
      discard()
      throw error
    }
    do {
      try Data(bytes).write(to: URL(filePath: temporary))
    } catch {
      unlink(temporary)
      discard()
      throw RunFailure.configuration(
        "writing '\(path)' failed: \(Self.reason(error))",
        help: "choose a path in a folder that exists and can be written"
      )
    }
    staged.append((temporary, path))
  }

  /// Creates the folder that a file is to stand in, where it is missing.
  static func createFolder(of path: String) throws(RunFailure) {
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw RunFailure.configuration(
        "creating the folder of '\(path)' failed: \(reason(error))",
        help: "choose a path in a folder that can be written"
      )
    }
  }

  /// A folder cannot be replaced by a file; found early, nothing else is in place yet.
  private static func refuseFolder(_ path: String) throws(RunFailure) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      return
    }
    throw RunFailure.configuration(
      "writing '\(path)' failed: it is a folder",
      help: "choose the path of a file in it"
    )
  }

  /// Gives every staged file its name.
  package mutating func commit() throws(RunFailure) {
    while let (temporary, destination) = staged.first {
      guard rename(temporary, destination) == 0 else {
        let reason = String(cString: strerror(errno))
        discard()
        throw RunFailure.configuration(
          "writing '\(destination)' failed: \(reason)",
          help: "choose a path that is no folder and can be written"
        )
      }
      staged.removeFirst()
    }
  }

  /// Removes every staged file.
  mutating func discard() {
    for (temporary, _) in staged { unlink(temporary) }
    staged = []
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError).flatMap { $0.underlying as? POSIXError }
      .map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
  }
}
