// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Glibc

/// The repositories of other users that the administrator or the user declared safe.
///
/// Like git, only the system's and the user's configuration and the variables of the call count,
/// not the repository's own configuration.
struct SafeDirectories {
  /// The configuration files of the machine and of the user, weakest first; those that exist.
  ///
  /// They are looked for once, before libgit2's search paths are cleared.
  private static let usual = (
    system: [git_config_find_system].compactMap(path(found:)),
    global: [git_config_find_xdg, git_config_find_global].compactMap(path(found:))
  )

  private let environment: GitEnvironment

  init(_ environment: GitEnvironment) {
    self.environment = environment
  }

  /// Looks for the files, so that the search paths can be cleared.
  static func locate() { _ = usual }

  /// Whether `safe.directory` names a folder, or all.
  ///
  /// A value is a path, a path that ends in `/*` for all below it, or `*`; an empty value takes
  /// back what came before (git-config(1)). `~/` stands for the user's home.
  func contain(_ directory: String) throws(GitError) -> Bool {
    let names = [directory, realPath(directory)]
    var isSafe = false
    for value in try values() {
      isSafe = value.isEmpty ? false : isSafe || names.contains { matches(value, $0) }
    }
    return isSafe
  }

  private func matches(_ value: String, _ directory: String) -> Bool {
    if value == "*" { return true }
    let value = environment.expandingHome(value)
    if value.hasSuffix("/*") { return directory.hasPrefix(value.dropLast()) }
    return withoutTrailingSlash(value) == directory
  }

  private func values() throws(GitError) -> [String] {
    var values: [String] = []
    for file in Self.files(of: environment) {
      values += try ConfigurationFile.values("safe.directory", in: file)
    }
    return values + environment.safeDirectories
  }

  /// The configuration files of machine and user that count for a call, weakest first.
  static func files(of environment: GitEnvironment) -> [String] {
    files(environment.systemFile, usual.system) + files(environment.globalFile, usual.global)
  }

  private static func files(
    _ file: GitEnvironment.ConfigurationFile,
    _ usual: [String]
  ) -> [String] {
    switch file {
    case .usual: usual
    case .none: []
    case .path(let path): [path]
    }
  }

  private static func path(found: (UnsafeMutablePointer<git_buf>?) -> Int32) -> String? {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    guard found(&buffer) == 0, let path = buffer.ptr else {
      git_error_clear()
      return nil
    }
    return text(of: path)
  }
}

/// One of git's configuration files, read for single settings on purpose.
enum ConfigurationFile {
  /// The values that a file gives a setting, in order; none for a file that is not there.
  static func values(_ setting: String, in file: String) throws(GitError) -> [String] {
    guard access(file, F_OK) == 0 else { return [] }
    let attempt = "read \(setting) in '\(file)'"
    let configuration = try Owned(Configuration.self, "git_config_open_ondisk", attempt) {
      git_config_open_ondisk(&$0, file)
    }
    var iterator: OpaquePointer?
    try check("git_config_multivar_iterator_new", attempt) {
      git_config_multivar_iterator_new(&iterator, configuration.pointer, setting, nil)
    }
    defer { git_config_iterator_free(iterator) }
    var values: [String] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator) == 0, let found = entry?.pointee {
      values.append(found.value.map { text(of: $0) } ?? "")
    }
    git_error_clear()
    return values
  }
}
