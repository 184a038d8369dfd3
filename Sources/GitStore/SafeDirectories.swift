// SPDX-License-Identifier: Apache-2.0

internal import CGit2

/// The repositories of other users that the administrator or the user declared safe.
///
/// Like git, only the system's and the user's configuration count, not the repository's own.
enum SafeDirectories {
  /// The configuration files of system and user, weakest first; those that exist.
  ///
  /// They are looked for once, before libgit2's search paths are cleared.
  private static let files: [String] = [
    git_config_find_system, git_config_find_xdg, git_config_find_global,
  ].compactMap(path(found:))

  /// Looks for the files, so that the search paths can be cleared.
  static func locate() { _ = files }

  /// Whether `safe.directory` names a folder, or all.
  ///
  /// A value is a path, a path that ends in `/*` for all below it, or `*`; an empty value takes
  /// back what came before (git-config(1)). `~` is not expanded.
  static func contain(_ directory: String) throws(GitError) -> Bool {
    var isSafe = false
    for file in files {
      for value in try values(in: file) {
        isSafe = value.isEmpty ? false : isSafe || matches(value, directory)
      }
    }
    return isSafe
  }

  private static func matches(_ value: String, _ directory: String) -> Bool {
    if value == "*" { return true }
    if value.hasSuffix("/*") { return directory.hasPrefix(value.dropLast()) }
    return withoutTrailingSlash(value) == directory
  }

  private static func values(in file: String) throws(GitError) -> [String] {
    let attempt = "read safe.directory in '\(file)'"
    let configuration = try Owned(Configuration.self, "git_config_open_ondisk", attempt) {
      git_config_open_ondisk(&$0, file)
    }
    var iterator: OpaquePointer?
    try check("git_config_multivar_iterator_new", attempt) {
      git_config_multivar_iterator_new(&iterator, configuration.pointer, "safe.directory", nil)
    }
    defer { git_config_iterator_free(iterator) }
    var values: [String] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator) == 0, let found = entry?.pointee {
      values.append(found.value.map { text(of: $0) } ?? "")
    }
    return values
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
