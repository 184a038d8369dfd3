// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The example documents beside these tests.
enum Corpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Corpus")

  /// The bytes of all files with one of the extensions, by path, in the order of the paths.
  static func files(_ extensions: Set<String>) throws -> [(path: String, bytes: [UInt8])] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return try names.sorted()
      .filter { extensions.contains(($0 as NSString).pathExtension) }
      .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
  }
}
