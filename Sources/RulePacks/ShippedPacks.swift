// SPDX-License-Identifier: Apache-2.0

/// The packs that are part of the program.
package enum ShippedPacks {
  /// The names of the shipped packs, sorted.
  package static var names: [String] {
    Set(EmbeddedFiles.all.compactMap { split($0.path)?.pack }).subtracting([shared]).sorted()
  }

  /// The folder of the little trees that the examples of several packs start from.
  private static let shared = "fixtures"

  /// The files of one shipped pack, or nil when there is no such pack.
  package static func files(of name: String) -> [PackFile]? {
    let files = EmbeddedFiles.all.compactMap { file -> PackFile? in
      guard let (pack, path) = split(file.path), pack == name else { return nil }
      return PackFile(path: path, bytes: Array(file.text.utf8))
    }
    return files.isEmpty ? nil : files
  }

  /// The trees that any pack's examples may start from, below `fixtures/`.
  package static var sharedFixtures: [PackFile] {
    EmbeddedFiles.all.filter { $0.path.hasPrefix(shared + "/") }.map {
      PackFile(path: $0.path, bytes: Array($0.text.utf8))
    }
  }

  private static func split(_ path: String) -> (pack: String, path: String)? {
    guard let slash = path.firstIndex(of: "/") else { return nil }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
