// SPDX-License-Identifier: Apache-2.0

internal import CGit2
internal import Glibc

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
