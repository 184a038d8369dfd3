// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// A file of somebody else that a run adds to.
enum AppendedFile {
  /// Adds bytes at the end of a file; it is created where it is missing.
  static func append(_ bytes: [UInt8], to path: String) throws(RunFailure) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    try Descriptor.write(bytes, to: descriptor, path)
  }

  private static func failure(_ path: String) -> RunFailure {
    .configuration(
      "adding to '\(path)' failed: \(String(cString: strerror(errno)))",
      help: "name a file that can be written"
    )
  }
}
