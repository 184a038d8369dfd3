// SPDX-License-Identifier: Apache-2.0

internal import CGit2

/// How one kind of libgit2 object is freed.
protocol Handle {
  static func free(_ pointer: OpaquePointer)
}

/// A libgit2 object that is freed exactly once.
struct Owned<Kind: Handle>: ~Copyable {
  let pointer: OpaquePointer

  /// Calls a function that creates an object.
  init(
    _: Kind.Type,
    _ operation: StaticString,
    _ attempt: @autoclosure () -> String,
    create: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    var created: OpaquePointer?
    try check(operation, attempt()) { create(&created) }
    guard let created else {
      throw GitError(
        attempt: attempt(),
        LibraryFailure(operation: operation, code: -1, area: 0, message: "nothing was returned")
      )
    }
    pointer = created
  }

  /// Takes over an object that must be freed.
  init(taking pointer: OpaquePointer) { self.pointer = pointer }

  deinit { Kind.free(pointer) }
}

enum RepositoryHandle: Handle {
  static func free(_ pointer: OpaquePointer) { git_repository_free(pointer) }
}

enum ObjectDatabase: Handle {
  static func free(_ pointer: OpaquePointer) { git_odb_free(pointer) }
}

enum RawObject: Handle {
  static func free(_ pointer: OpaquePointer) { git_odb_object_free(pointer) }
}

/// A commit, tree, blob or tag, which all are freed alike.
enum ObjectHandle: Handle {
  static func free(_ pointer: OpaquePointer) { git_object_free(pointer) }
}

enum Index: Handle {
  static func free(_ pointer: OpaquePointer) { git_index_free(pointer) }
}

enum Difference: Handle {
  static func free(_ pointer: OpaquePointer) { git_diff_free(pointer) }
}

enum Filters: Handle {
  static func free(_ pointer: OpaquePointer) { git_filter_list_free(pointer) }
}

enum Configuration: Handle {
  static func free(_ pointer: OpaquePointer) { git_config_free(pointer) }
}
