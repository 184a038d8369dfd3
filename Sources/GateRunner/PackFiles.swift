// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GateModel
internal import RulePacks

/// Finds the files of a pack: in the program, or in a folder on disk.
enum PackFiles {
  /// The files of a shipped pack, or of a folder.
  static func files(named name: String) throws(RunFailure) -> [PackFile] {
    if let shipped = ShippedPacks.files(of: name) { return shipped }
    guard FileManager.default.fileExists(atPath: "\(name)/pack.yaml") else {
      let known = ShippedPacks.names
      let suggestion = Suggestion.closest(to: name, among: known)
      throw .configuration(
        "there is no rule pack '\(name)'",
        help: suggestion.map { "did you mean '\($0)'?" }
          ?? "name one of \(known.joined(separator: ", ")), or a folder that holds a pack.yaml"
      )
    }
    do {
      return try filesOnDisk(below: name)
    } catch {
      throw .configuration(
        "reading the rule pack '\(name)' failed: \(error)",
        help: "check that every file of the folder can be read"
      )
    }
  }

  private static func filesOnDisk(below folder: String) throws -> [PackFile] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap { path in
      let file = "\(folder)/\(path)"
      var isFolder: Bool = false
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder else {
        return nil
      }
      return PackFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: file))))
    }
  }
}
