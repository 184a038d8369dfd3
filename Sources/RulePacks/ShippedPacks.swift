// SPDX-License-Identifier: Apache-2.0

/// The packs that are part of the program.
package enum ShippedPacks {
  /// The names of the shipped packs, sorted.
  package static var names: [String] {
    Set(EmbeddedFiles.all.compactMap { split($0.path)?.pack }).sorted()
  }

  /// The files of one shipped pack, or nil when there is no such pack.
  package static func files(of name: String) -> [PackFile]? {
    let files = EmbeddedFiles.all.compactMap { file -> PackFile? in
      guard let (pack, path) = split(file.path), pack == name else { return nil }
      return PackFile(path: path, bytes: Array(file.text.utf8))
    }
    return files.isEmpty ? nil : files
  }

  private static func split(_ path: String) -> (pack: String, path: String)? {
    guard let slash = path.firstIndex(of: "/") else { return nil }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
