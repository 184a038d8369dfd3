// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The example systems of the package, as files of fixture repositories.
package enum ExampleFiles {
  /// Every file of an example, by its path from the folder of the example.
  package static func of(_ name: String, below folder: String = "") throws -> [String: FixtureFile]
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "examples/\(name)").path
    var files: [String: FixtureFile] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      var isFolder: ObjCBool = false
      let file = "\(root)/\(path)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      files[folder.isEmpty ? path : "\(folder)/\(path)"] = .bytes(bytes)
    }
    guard !files.isEmpty else { throw FixtureError("read the example", name) }
    return files
  }

  /// The text of one file of an example.
  package static func text(_ path: String, of name: String) throws -> String {
    guard let file = try of(name)[path] else { throw FixtureError("read the example", path) }
    return String(decoding: file.bytes, as: UTF8.self)
  }
}
