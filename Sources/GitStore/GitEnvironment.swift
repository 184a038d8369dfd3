// SPDX-License-Identifier: Apache-2.0

/// What git's own variables, and those of build services, say about one call.
///
/// They say which index and which further objects belong to the call, and whose repositories may be
/// read. No other variable counts: none moves the repository or its files.
package struct GitEnvironment: Hashable, Sendable {
  /// A configuration file of git: that of the machine or the user, another one, or none at all.
  enum ConfigurationFile: Hashable, Sendable {
    case usual
    case none
    case path(String)
  }

  /// No variable is set.
  package static let empty = GitEnvironment([:])

  /// The index (`GIT_INDEX_FILE`); `git commit -a` and `git commit PATH` give hooks another one.
  ///
  /// A relative path starts at the root of the files on disk, where git runs hooks.
  let indexFile: String?
  /// Folders with further objects: what a push brought is held apart until the hooks have agreed.
  ///
  /// Objects are known by what they hold, so more of them can change no answer but "not there".
  let objectDirectories: [String]
  /// The home of the user, for `~/` in settings.
  let home: String?
  /// The configuration of the machine (`GIT_CONFIG_SYSTEM`, `GIT_CONFIG_NOSYSTEM`).
  let systemFile: ConfigurationFile
  /// The configuration of the user (`GIT_CONFIG_GLOBAL`).
  let globalFile: ConfigurationFile
  /// The values of `safe.directory` among `GIT_CONFIG_KEY_n`, as many as `GIT_CONFIG_COUNT` says.
  let safeDirectories: [String]
  /// The folders that build services check out into, often under another user.
  let trustedFolders: [String]
  /// Whether the owner of a repository does not matter.
  package var trustsAnyOwner = false

  /// Reads the variables of a process.
  package init(_ variables: [String: String]) {
    func value(_ name: String) -> String? {
      variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    indexFile = value("GIT_INDEX_FILE")
    objectDirectories =
      ["GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"].compactMap(value)
      + AlternateList.folders(in: value("GIT_ALTERNATE_OBJECT_DIRECTORIES") ?? "")
    home = value("HOME")
    systemFile =
      Self.isTrue(value("GIT_CONFIG_NOSYSTEM")) ? .none : Self.file(variables["GIT_CONFIG_SYSTEM"])
    globalFile = Self.file(variables["GIT_CONFIG_GLOBAL"])
    safeDirectories = Self.safeDirectories(in: variables)
    trustedFolders = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].compactMap(value)
  }

  /// A path with the user's home in place of `~/`.
  func expandingHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home else { return path }
    return (home == "/" ? "" : withoutTrailingSlash(home)) + path.dropFirst()
  }

  private static func file(_ path: String?) -> ConfigurationFile {
    guard let path else { return .usual }
    return path.isEmpty || path == "/dev/null" ? .none : .path(path)
  }

  private static func isTrue(_ value: String?) -> Bool {
    guard let value = value?.lowercased() else { return false }
    return !["0", "false", "no", "off"].contains(value)
  }

  /// More pairs than anybody sets by hand are a mistake of the caller, which git refuses as well.
  private static let maximumPairs = 10_000

  private static func safeDirectories(in variables: [String: String]) -> [String] {
    guard let count = variables["GIT_CONFIG_COUNT"].flatMap(Int.init),
      (1...maximumPairs).contains(count)
    else { return [] }
    return (0..<count).compactMap { index in
      guard variables["GIT_CONFIG_KEY_\(index)"]?.lowercased() == "safe.directory" else {
        return nil
      }
      return variables["GIT_CONFIG_VALUE_\(index)"]
    }
  }
}

/// The folders of `GIT_ALTERNATE_OBJECT_DIRECTORIES` (git(1)): separated by colons; one that holds a
/// colon is written in quotes as C writes them.
enum AlternateList {
  static func folders(in text: String) -> [String] {
    var folders: [[UInt8]] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      folders.append(rest.first == quote ? quoted(&rest) : plain(&rest))
      rest = rest.dropFirst()
    }
    return folders.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let separator = UInt8(ascii: ":")
  private static let backslash = UInt8(ascii: "\\")

  private static func plain(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let folder = rest.prefix { $0 != separator }
    rest = rest.dropFirst(folder.count)
    return Array(folder)
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var folder: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst(), byte != quote {
      folder.append(byte == backslash ? escaped(&rest) : byte)
    }
    return folder
  }

  /// What stands behind a backslash: three octal digits, or the byte itself.
  private static func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8 {
    let digits = rest.prefix(3)
    if digits.count == 3, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) {
      rest = rest.dropFirst(3)
      return value
    }
    return rest.popFirst() ?? backslash
  }
}
