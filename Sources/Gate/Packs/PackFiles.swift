// SPDX-License-Identifier: Apache-2.0

internal import FoundationEssentials
internal import GateModel
internal import RulePacks
internal import Texts

/// The files of a pack, and whether they are part of the program.
struct PackFiles {
  let files: [PackFile]
  /// The trees beside the pack that its examples may start from.
  var shared: [PackFile] = []
  /// Whether the examples were tested with the program, so that judging need not read them.
  let areShipped: Bool
  /// Whether they are part of the program, so that nothing of them needs a check.
  var areTested = false

  /// The files of a shipped pack, or of a folder on disk.
  init(named name: String) throws(RunFailure) {
    if let shipped = ShippedPacks.files(of: name) {
      self.init(files: shipped, areShipped: true)
      areTested = true
      return
    }
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
      self.init(files: try Self.files(below: name), areShipped: false)
      shared = try Self.sharedFixtures(beside: name)
    } catch {
      throw .configuration(
        "reading the rule pack '\(name)' failed: \(error)",
        help: "check that every file of the folder can be read"
      )
    }
  }

  /// Files from anywhere.
  init(files: [PackFile], areShipped: Bool) {
    self.files = files
    self.areShipped = areShipped
  }

  private static func sharedFixtures(beside folder: String) throws -> [PackFile] {
    let shared = URL(filePath: folder).deletingLastPathComponent().appending(path: "fixtures").path
    guard FileManager.default.fileExists(atPath: shared) else { return [] }
    return try files(below: shared).map { PackFile(path: "fixtures/\($0.path)", bytes: $0.bytes) }
  }

  private static func files(below folder: String) throws -> [PackFile] {
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
