// SPDX-License-Identifier: Apache-2.0

import CGit2
import Foundation

extension FixtureRepository {
  /// Writes the files of the current commit to disk and into the index.
  package func checkOut() throws {
    var options = git_checkout_options()
    git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION))
    options.checkout_strategy = GIT_CHECKOUT_FORCE.rawValue
    try call("git_checkout_head") { git_checkout_head(pointer, &options) }
  }

  /// Takes files from disk into the index.
  package func stage(_ paths: String...) throws {
    try withIndex { index in
      for path in paths {
        try call("git_index_add_bypath") { git_index_add_bypath(index, path) }
      }
    }
  }

  /// Puts the three sides of an unresolved merge into the index.
  package func stageConflict(at path: String) throws {
    let sides = try ["base\n", "ours\n", "theirs\n"].map { try objectID(blob($0)) }
    try withIndex { index in
      try path.withCString { path in
        var entries = sides.map { side in
          var entry = git_index_entry()
          entry.mode = GIT_FILEMODE_BLOB.rawValue
          entry.id = side
          entry.path = path
          return entry
        }
        try call("git_index_conflict_add") {
          git_index_conflict_add(index, &entries[0], &entries[1], &entries[2])
        }
      }
    }
  }

  private func withIndex(_ body: (OpaquePointer?) throws -> Void) throws {
    var index: OpaquePointer?
    try call("git_repository_index") { git_repository_index(&index, pointer) }
    defer { git_index_free(index) }
    try body(index)
    try call("git_index_write") { git_index_write(index) }
  }
}
