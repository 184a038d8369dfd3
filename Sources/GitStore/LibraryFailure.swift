// SPDX-License-Identifier: Apache-2.0

internal import CGit2

/// What libgit2 said when a call failed, copied before another call could overwrite it.
struct LibraryFailure {
  let operation: StaticString
  /// The returned `git_error_code`.
  let code: Int32
  /// The part of the library that failed: a `git_error_t`, 0 if unknown.
  let area: Int32
  let message: String

  init(operation: StaticString, code: Int32, area: Int32, message: String) {
    self.operation = operation
    self.code = code
    self.area = area
    self.message = message
  }

  /// Takes the message of the current thread and clears it, so that no later error shows it.
  init(operation: StaticString, code: Int32) {
    self.operation = operation
    self.code = code
    let last = git_error_last()
    area = last?.pointee.klass ?? 0
    message = last?.pointee.message.map { text(of: $0) } ?? "no reason was given"
    git_error_clear()
  }
}

/// Calls a libgit2 function and throws what it reports.
///
/// The attempt is a verb phrase such as "open the repository at 'x'".
func check(
  _ operation: StaticString,
  _ attempt: @autoclosure () -> String,
  _ body: () -> Int32
) throws(GitError) {
  let code = body()
  guard code < 0 else { return }
  throw GitError(attempt: attempt(), LibraryFailure(operation: operation, code: code))
}
