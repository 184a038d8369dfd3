// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder that is removed together with the value that names it.
package struct TemporaryDirectory: ~Copyable {
  /// The path of the folder.
  package let path: String

  /// Creates an empty folder below the system's folder for temporary files, or below another one.
  package init(in parent: String? = nil) throws {
    TestEnvironment.prepare()
    let parent = parent ?? FileManager.default.temporaryDirectory.path
    var template = Array((parent + "/modelgate-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FixtureError("mkdtemp", "\(errno) in \(parent)") }
    let name = template.dropLast().map { UInt8(bitPattern: $0) }
    path = String(decoding: name, as: UTF8.self)
  }

  deinit {
    // What is left behind is only a nuisance.
    _ = try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders that it needs.
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
  }

  /// Writes a text file, with the folders that it needs.
  package func write(_ text: String, to name: String) throws {
    try write(text.utf8, to: name)
  }

  /// Everything below the folder with size, mode and time of last change, sorted.
  ///
  /// Two equal listings mean that nothing was written in between.
  package func listing() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    return try ([""] + names).map { name in
      var status = stat()
      guard lstat(path + "/" + name, &status) == 0 else { throw FixtureError("lstat", name) }
      let changed = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      return "\(name) \(status.st_mode) \(status.st_size) \(status.st_ino) \(changed)"
    }
  }
}
